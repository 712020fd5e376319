// See address_values.h.
#include "state/address_values.h"

#include <algorithm>
#include <cmath>

#include "core/partial_date.h"
#include "core/text_fold.h"

namespace explorer::address {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

// A number from 1 to `most`, with so many digits.
std::optional<int> read_count(std::string_view text, size_t digits, int most) {
  const auto number = text.size() == digits ? read_digits(text) : std::nullopt;
  if (!number || *number < 1 || *number > most) return std::nullopt;
  return static_cast<int>(*number);
}

void append_padded(std::string& out, int64_t number, size_t digits) {
  const std::string text = std::to_string(number);
  out.append(digits - std::min(digits, text.size()), '0') += text;
}

}  // namespace

bool is_letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view Digits = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += '%';
  out += Digits[byte >> 4];
  out += Digits[byte & 15];
}

std::string unescape(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    const int high = at + 2 < text.size() ? hex_digit(text[at + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(text[at + 2]);
    if (text[at] == '%' && low >= 0) {
      out += static_cast<char>(high * 16 + low);
      at += 2;
    } else {
      out += text[at] == '+' ? ' ' : text[at];
    }
  }
  return out;
}

bool is_line(std::string_view text) {
  const auto is_control = [](char c) { return (c >= 0 && c < ' ') || c == '\x7F'; };
  return valid_utf8_prefix(text) == text.size() && std::ranges::none_of(text, is_control);
}

std::string_view take(std::string_view& text, std::string_view end) {
  const size_t length = std::min(text.find(end), text.size());
  const std::string_view taken = text.substr(0, length);
  text.remove_prefix(std::min(length + end.size(), text.size()));
  return taken;
}

std::string decimal(double number) {
  const auto hundredths = std::llround(number * 100);
  std::string text = std::to_string(hundredths / 100);
  if (hundredths % 100 == 0) return text;
  text += '.';
  append_padded(text, hundredths % 100, 2);
  if (text.back() == '0') text.pop_back();
  return text;
}

std::optional<int64_t> read_digits(std::string_view text) {
  if (text.empty() || text.size() > 9) return std::nullopt;
  int64_t number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return number;
}

std::optional<double> read_decimal(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const bool has_point = text.find('.') != std::string_view::npos;
  const auto whole = read_digits(take(text, "."));
  const auto part = has_point ? read_digits(text) : std::optional<int64_t>(0);
  if (!whole || !part) return std::nullopt;
  auto number = static_cast<double>(*part);
  for (size_t digit = 0; digit < text.size(); ++digit)
    number /= 10;
  number += static_cast<double>(*whole);
  return negative ? -number : number;
}

void append_moment(std::string& out, int64_t minutes) {
  const int64_t rest = (minutes % MinutesPerDay + MinutesPerDay) % MinutesPerDay;
  const CivilDate date = civil_from_days((minutes - rest) / MinutesPerDay);
  if (date.year < 0) out += '-';
  append_padded(out, std::abs(date.year), 4);
  out += '-';
  append_padded(out, date.month, 2);
  out += '-';
  append_padded(out, date.day, 2);
  if (rest == 0) return;
  out += 'T';
  append_padded(out, rest / 60, 2);
  out += ':';
  append_padded(out, rest % 60, 2);
}

std::optional<double> read_moment(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::string_view year_text = take(text, "-");
  const auto year = year_text.size() < 4 || year_text.size() > 6 ? std::nullopt : read_digits(year_text);
  const auto month = read_count(take(text, "-"), 2, 12);
  if (!year || !month) return std::nullopt;
  const int64_t signed_year = negative ? -*year : *year;
  const auto day = read_count(take(text, "T"), 2, days_in_month(signed_year, *month));
  if (!day) return std::nullopt;
  const auto date = static_cast<double>(days_from_civil({signed_year, *month, *day}));
  if (text.empty()) return date;
  const auto hour = read_digits(take(text, ":")), minute = read_digits(text);
  if (!hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
  return date + static_cast<double>(*hour * 60 + *minute) / static_cast<double>(MinutesPerDay);
}

}  // namespace explorer::address
