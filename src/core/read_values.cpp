// See read_values.h.
#include "core/read_values.h"

#include <string>

#include "core/plain_date.h"

namespace explorer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// `shape`: 0 stands for a digit, T for t, T or a blank, all else for itself.
bool has_shape(std::string_view text, std::string_view shape) {
  if (text.size() != shape.size()) return false;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool fits = shape[i] == '0'   ? is_digit(text[i])
                      : shape[i] == 'T' ? text[i] == 'T' || text[i] == 't' || text[i] == ' '
                                        : text[i] == shape[i];
    if (!fits) return false;
  }
  return true;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

// A time of day in UTC, without a fraction: what nearly all feeds have.
static std::optional<PartialDate> read_plain_timestamp(std::string_view text) {
  if (text.size() != 20 || text[10] != 'T' || text[19] != 'Z') return std::nullopt;
  const std::optional<int64_t> day = read_plain_day(text.substr(0, 10));
  const std::optional<int64_t> time = read_plain_time(text.substr(11, 8));
  if (!day || !time) return std::nullopt;
  PartialDate date;
  date.form = DateForm::Single;
  date.precision = DatePrecision::Second;
  date.earliest = date.latest = *day + *time;
  return date;
}

std::optional<PartialDate> read_timestamp(std::string_view text) {
  if (const std::optional<PartialDate> plain = read_plain_timestamp(text)) return plain;
  constexpr std::string_view Shape = "0000-00-00T00:00:00";
  if (!has_shape(text.substr(0, Shape.size()), Shape)) return std::nullopt;
  std::string_view rest = text.substr(Shape.size());
  if (rest.size() > 1 && rest[0] == '.' && is_digit(rest[1])) {
    size_t digits = 1;
    while (digits < rest.size() && is_digit(rest[digits]))
      ++digits;
    rest.remove_prefix(digits);
  }
  std::string edtf(text.substr(0, Shape.size()));
  edtf[10] = 'T';
  if (edtf.ends_with("60")) edtf.replace(edtf.size() - 2, 2, "59");
  if (rest == "Z" || rest == "z") {
    edtf += 'Z';
  } else if (has_shape(rest, "+00:00") || has_shape(rest, "-00:00")) {
    edtf += rest;
  } else {
    return std::nullopt;
  }
  return parse_edtf(edtf).value;
}

std::optional<int64_t> read_iso_duration(std::string_view text) {
  struct Unit {
    char name;
    int64_t seconds;
  };
  constexpr Unit DayUnits[] = {{'W', 604800}, {'D', 86400}};
  constexpr Unit TimeUnits[] = {{'H', 3600}, {'M', 60}, {'S', 1}};
  constexpr size_t MaxDigits = 9;

  if (!text.starts_with('P')) return std::nullopt;
  text.remove_prefix(1);
  int64_t seconds = 0;
  bool any = false;
  const auto read_units = [&](const Unit* unit, const Unit* end) {
    for (; unit != end; ++unit) {
      size_t digits = 0;
      int64_t value = 0;
      while (digits < text.size() && digits < MaxDigits && is_digit(text[digits])) {
        value = value * 10 + (text[digits++] - '0');
      }
      if (digits == 0 || digits == text.size() || text[digits] != unit->name) continue;
      seconds += value * unit->seconds;
      text.remove_prefix(digits + 1);
      any = true;
    }
  };
  read_units(std::begin(DayUnits), std::end(DayUnits));
  if (text.starts_with('T')) {
    text.remove_prefix(1);
    any = false;
    read_units(std::begin(TimeUnits), std::end(TimeUnits));
  }
  if (!any || !text.empty()) return std::nullopt;
  return seconds;
}

bool is_web_address(std::string_view text) {
  const auto starts_with = [text](std::string_view scheme) {
    if (text.size() < scheme.size()) return false;
    for (size_t i = 0; i < scheme.size(); ++i) {
      if (lower(text[i]) != scheme[i]) return false;
    }
    return true;
  };
  const size_t host = starts_with("https://") ? 8 : starts_with("http://") ? 7 : 0;
  if (host == 0 || text.size() == host) return false;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= ' ' || byte == 0x7F || c == '"' || c == '<' || c == '>' || c == '\\') return false;
  }
  const char first = text[host];
  return first != '/' && first != '?' && first != '#' && first != ':' && first != '@';
}

std::optional<Qualifier> read_qualifier(std::string_view name) {
  constexpr std::string_view Names[] = {"exact", "about", "at_least", "more_than", "at_most", "less_than"};
  for (size_t i = 0; i < std::size(Names); ++i) {
    if (Names[i] == name) return static_cast<Qualifier>(i);
  }
  return std::nullopt;
}

}  // namespace explorer
