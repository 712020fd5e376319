// Days since 1970 to year, month and day and back, in the proleptic Gregorian calendar. The year is counted
// from March within, so that the leap day is its last; 400 years are one era of 146097 days.
#include "core/partial_date.h"

namespace explorer {
namespace {

constexpr int64_t DaysPerEra = 146097;
constexpr int64_t DaysFromYearZeroTo1970 = 719468;  // from 0000-03-01

int64_t floor_divide(int64_t value, int64_t divisor) {
  return (value >= 0 ? value : value - (divisor - 1)) / divisor;
}

}  // namespace

int64_t days_from_civil(const CivilDate& date) {
  const int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const int64_t era = floor_divide(year, 400);
  const int64_t year_of_era = year - era * 400;
  const int64_t months_since_march = (date.month + 9) % 12;
  const int64_t day_of_year = (153 * months_since_march + 2) / 5 + date.day - 1;
  const int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * DaysPerEra + day_of_era - DaysFromYearZeroTo1970;
}

CivilDate civil_from_days(int64_t days) {
  const int64_t shifted = days + DaysFromYearZeroTo1970;
  const int64_t era = floor_divide(shifted, DaysPerEra);
  const int64_t day_of_era = shifted - era * DaysPerEra;
  const int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t months_since_march = (5 * day_of_year + 2) / 153;
  const auto day = static_cast<int>(day_of_year - (153 * months_since_march + 2) / 5 + 1);
  const auto month =
      static_cast<int>(months_since_march < 10 ? months_since_march + 3 : months_since_march - 9);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

int days_in_month(int64_t year, int month) {
  const bool is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  if (month == 2) return is_leap ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

}  // namespace explorer
