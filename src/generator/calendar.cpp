// One pass over the days, Gregorian calendar.
#include "generator/calendar.h"

#include <utility>

namespace explorer {
namespace {

struct Days {
  std::vector<DayText> texts;
  std::vector<uint32_t> weights;
};

// Within 2004 to 2024 every fourth year is a leap year.
uint32_t days_in_month(uint32_t year, uint32_t month) {
  constexpr uint32_t Lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return Lengths[month] + (month == 1 && year % 4 == 0 ? 1 : 0);
}

DayText text_of(uint32_t year, uint32_t month, uint32_t day) {
  const auto digit = [](uint32_t value) { return static_cast<char>('0' + value % 10); };
  const char bytes[] = {digit(year / 1000),
                        digit(year / 100),
                        digit(year / 10),
                        digit(year),
                        '-',
                        digit(month / 10),
                        digit(month),
                        '-',
                        digit(day / 10),
                        digit(day)};
  DayText text;
  text.append({bytes, sizeof bytes});
  return text;
}

Days all_days() {
  constexpr uint32_t MonthWeights[] = {9, 8, 10, 10, 11, 9, 7, 6, 10, 11, 13, 12};
  constexpr uint32_t Thursday = 3;  // 1 January 2004; Monday is 0
  Days days;
  uint32_t weekday = Thursday;
  for (uint32_t year = Calendar::FirstYear; year <= Calendar::LastYear; ++year) {
    for (uint32_t month = 0; month < 12; ++month) {
      for (uint32_t day = 1; day <= days_in_month(year, month); ++day) {
        days.texts.push_back(text_of(year, month + 1, day));
        const uint32_t growth = 8 + (year - Calendar::FirstYear);
        days.weights.push_back(growth * MonthWeights[month] * (weekday < 5 ? 2 : 1));
        weekday = (weekday + 1) % 7;
      }
    }
  }
  return days;
}

constexpr uint32_t HourWeights[] = {2,  1,  1,  1,  1,  2,  4, 7, 10, 12, 13, 12,
                                    11, 11, 12, 12, 11, 10, 9, 8, 7,  6,  4,  3};

}  // namespace

Calendar::Calendar() : days_chances_(all_days().weights, 16), hours_(HourWeights, 10) {
  days_ = all_days().texts;
}

}  // namespace explorer
