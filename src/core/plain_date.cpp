// See plain_date.h.
#include "core/plain_date.h"

#include "core/partial_date.h"

namespace explorer {
namespace {

// The number that two digits spell, or at least 100 if they are none.
unsigned two_digits(const char* text) {
  const auto tens = static_cast<unsigned>(static_cast<unsigned char>(text[0])) - '0';
  const auto ones = static_cast<unsigned>(static_cast<unsigned char>(text[1])) - '0';
  return tens > 9 || ones > 9 ? 100 : tens * 10 + ones;
}

}  // namespace

std::optional<int64_t> read_plain_day(std::string_view text) {
  constexpr int64_t SecondsPerDay = 86400;
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const unsigned century = two_digits(text.data());
  const unsigned year = two_digits(text.data() + 2);
  const unsigned month = two_digits(text.data() + 5);
  const unsigned day = two_digits(text.data() + 8);
  if (century > 99 || year > 99 || month < 1 || month > 12 || day < 1) return std::nullopt;
  const int64_t whole_year = century * 100 + year;
  if (day > 28 && static_cast<int>(day) > days_in_month(whole_year, static_cast<int>(month)))
    return std::nullopt;
  return days_from_civil({whole_year, static_cast<int>(month), static_cast<int>(day)}) * SecondsPerDay;
}

std::optional<int64_t> read_plain_time(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return std::nullopt;
  const unsigned hour = two_digits(text.data());
  const unsigned minute = two_digits(text.data() + 3);
  const unsigned second = two_digits(text.data() + 6);
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  return hour * 3600 + minute * 60 + second;
}

}  // namespace explorer
