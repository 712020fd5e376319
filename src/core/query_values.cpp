// Reads the numbers and durations that a reader writes in a query.
#include <limits>

#include "core/query.h"

namespace explorer {
namespace {

constexpr int64_t Greatest = std::numeric_limits<int64_t>::max();

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// Takes the digits at the start of `rest`; nothing if there are none or they overflow.
std::optional<int64_t> take_digits(std::string_view& rest) {
  if (rest.empty() || !is_digit(rest[0])) return std::nullopt;
  int64_t value = 0;
  while (!rest.empty() && is_digit(rest[0])) {
    const int digit = rest[0] - '0';
    if (value > (Greatest - digit) / 10) return std::nullopt;
    value = value * 10 + digit;
    rest.remove_prefix(1);
  }
  return value;
}

// sum + count * unit, or nothing on overflow.
std::optional<int64_t> add_units(int64_t sum, int64_t count, int64_t unit) {
  if (count > (Greatest - sum) / unit) return std::nullopt;
  return sum + count * unit;
}

struct Unit {
  std::string_view name;
  int64_t secs;
};
// Each list runs from large to small: a part may only be followed by a smaller one.
constexpr Unit SpokenUnits[] = {{"h", 3600}, {"min", 60}, {"m", 60}, {"s", 1}};
constexpr Unit IsoDateUnits[] = {{"w", 604'800}, {"d", 86'400}};
constexpr Unit IsoTimeUnits[] = {{"h", 3600}, {"m", 60}, {"s", 1}};

// The unit at the start of `rest`, taken off; null if there is none.
const Unit* take_unit(std::string_view& rest, std::span<const Unit> units) {
  for (const Unit& unit : units) {
    bool same = rest.size() >= unit.name.size();
    for (size_t i = 0; same && i < unit.name.size(); ++i)
      same = to_lower(rest[i]) == unit.name[i];
    if (!same) continue;
    rest.remove_prefix(unit.name.size());
    return &unit;
  }
  return nullptr;
}

// Adds up parts such as "1h30m" until `rest` is empty or a "T" comes; nothing if it is malformed.
std::optional<int64_t> take_parts(std::string_view& rest, std::span<const Unit> units, int64_t sum) {
  int64_t last_unit = Greatest;
  while (!rest.empty() && to_lower(rest[0]) != 't') {
    const std::optional<int64_t> count = take_digits(rest);
    const Unit* unit = count ? take_unit(rest, units) : nullptr;
    if (unit == nullptr || unit->secs >= last_unit) return std::nullopt;
    last_unit = unit->secs;
    const std::optional<int64_t> total = add_units(sum, *count, unit->secs);
    if (!total) return std::nullopt;
    sum = *total;
  }
  return sum;
}

// After the "P": weeks and days, then hours to seconds behind a "T". Years and months have no fixed length.
std::optional<int64_t> read_iso_duration(std::string_view rest) {
  if (rest.empty()) return std::nullopt;
  const std::optional<int64_t> days = take_parts(rest, IsoDateUnits, 0);
  if (!days || rest.empty()) return days;
  rest.remove_prefix(1);
  if (rest.empty()) return std::nullopt;
  const std::optional<int64_t> secs = take_parts(rest, IsoTimeUnits, *days);
  return rest.empty() ? secs : std::nullopt;
}

// "12:30" is minutes and seconds, "1:02:03" hours, minutes and seconds.
std::optional<int64_t> read_clock_duration(std::string_view rest) {
  int64_t secs = 0;
  for (int part = 0; part < 3; ++part) {
    const size_t size_before = rest.size();
    const std::optional<int64_t> value = take_digits(rest);
    if (!value || (part > 0 && (size_before - rest.size() != 2 || *value > 59))) return std::nullopt;
    const std::optional<int64_t> total = add_units(*value, secs, 60);
    if (!total) return std::nullopt;
    secs = *total;
    if (rest.empty()) return secs;
    if (rest[0] != ':') return std::nullopt;
    rest.remove_prefix(1);
  }
  return std::nullopt;
}

}  // namespace

std::optional<int64_t> parse_count(std::string_view text) {
  const bool negative = !text.empty() && text[0] == '-';
  if (negative) text.remove_prefix(1);
  const std::optional<int64_t> value = take_digits(text);
  if (!value || !text.empty()) return std::nullopt;
  return negative ? -*value : *value;
}

std::optional<int64_t> parse_duration(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (to_lower(text[0]) == 'p') return read_iso_duration(text.substr(1));
  if (text.find(':') != std::string_view::npos) return read_clock_duration(text);
  std::string_view rest = text;
  const std::optional<int64_t> count = take_digits(rest);
  if (count && rest.empty()) return count;
  std::string spoken(text);  // "30 min" as it is shown
  std::erase(spoken, ' ');
  std::string_view parts = spoken;
  const std::optional<int64_t> secs = take_parts(parts, SpokenUnits, 0);
  return parts.empty() ? secs : std::nullopt;
}

}  // namespace explorer
