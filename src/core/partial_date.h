// Dates as precisely as somebody stated them: Extended Date/Time Format (EDTF, ISO 8601-2:2019),
// levels 0 and 1. A value is the span of instants it may mean, plus how it was written.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace explorer {

// How fine a date was stated. Decade and Century come from unspecified digits (201X, 20XX).
enum class DatePrecision : uint8_t { Century, Decade, Year, Season, Month, Day, Second };

// EDTF level 1 qualifiers: `?`, `~`, `%`.
enum class DateQualifier : uint8_t { None, Uncertain, Approximate, Both };

// Single: one date. Interval: a/b. The others are level 1 intervals with one bound: `../b`, `a/..`
// (open), `/b`, `a/` (unknown).
enum class DateForm : uint8_t { Missing, Single, Interval, OpenStart, OpenEnd, UnknownStart, UnknownEnd };

inline constexpr int64_t EarliestInstant = std::numeric_limits<int64_t>::min();
inline constexpr int64_t LatestInstant = std::numeric_limits<int64_t>::max();

// `earliest` and `latest` are seconds since 1970-01-01T00:00:00 (UTC where an offset was given, else
// local time read as UTC), proleptic Gregorian, both inclusive. An open or unknown bound is
// EarliestInstant / LatestInstant.
struct PartialDate {
  int64_t earliest = 0;
  int64_t latest = 0;
  DateForm form = DateForm::Missing;
  DatePrecision precision = DatePrecision::Day;      // of the date, or of an interval's start
  DatePrecision end_precision = DatePrecision::Day;  // of an interval's end
  DateQualifier qualifier = DateQualifier::None;     // of the date, or of an interval's start
  DateQualifier end_qualifier = DateQualifier::None;
  // True where digits were unspecified inside a precision (`2004-XX`: a month of 2004, not the year).
  bool unspecified = false;

  bool stated() const { return form != DateForm::Missing; }
  friend bool operator==(const PartialDate&, const PartialDate&) = default;
};

struct DateParse {
  std::optional<PartialDate> value;
  std::string
      error;  // why there is no value, in words a newsroom understands, e.g. "month 13 does not exist"
};

// Reads an EDTF level 0 or 1 text. Level 2 forms are refused with a message that names them. Seasons (21 to
// 24) are the northern ones of meteorology: spring March to May, winter December to February of the next
// year. Years of more than 11 digits, and times outside the years -9999 to 9999, are refused. Beyond EDTF, a
// time may have a fraction of a second as in RFC 3339; it is dropped.
DateParse parse_edtf(std::string_view text);

// Writes the canonical EDTF text (times in UTC), nothing for a date that is not stated.
// parse_edtf(format_edtf(d)) == d for every d that parse_edtf can give.
std::string format_edtf(const PartialDate& date);

// Order of the tables: by earliest instant, then by precision (the narrower span first; equal spans are
// equal); a date that is not stated comes last. Negative, 0 or positive.
int compare_dates(const PartialDate& a, const PartialDate& b);

// Civil calendar helpers, proleptic Gregorian (algorithm: Howard Hinnant, "chrono-Compatible Low-Level
// Date Algorithms"). They hold for years of up to 15 digits; month and day must exist.
struct CivilDate {
  int64_t year;
  int month;  // 1 .. 12
  int day;    // 1 .. 31
};
int64_t days_from_civil(const CivilDate& date);  // days since 1970-01-01
CivilDate civil_from_days(int64_t days);
int days_in_month(int64_t year, int month);

}  // namespace explorer
