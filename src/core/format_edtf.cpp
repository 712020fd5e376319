// Writes dates as EDTF and orders them. What was written is found again from the ends of the span and the
// precision: a start is read off the earliest instant, an interval's end off the latest.
#include "core/partial_date.h"

namespace explorer {
namespace {

constexpr int64_t SecondsPerDay = 86400;

void append_number(std::string& out, int64_t value, size_t digits) {
  const std::string text = std::to_string(value);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

void append_field(std::string& out, char separator, int64_t value) {
  out += separator;
  append_number(out, value, 2);
}

// A year with its last `hidden` digits as X.
void append_year(std::string& out, int64_t year, size_t hidden = 0) {
  constexpr int64_t Units[] = {1, 10, 100};
  constexpr int64_t GreatestPlainYear = 9999;
  const int64_t magnitude = year < 0 ? -year : year;
  if (magnitude > GreatestPlainYear) out += 'Y';
  if (year < 0) out += '-';
  append_number(out, magnitude / Units[hidden], 4 - hidden);
  out.append(hidden, 'X');
}

struct DayAndSecond {
  CivilDate date;
  int64_t second;  // of the day
};

DayAndSecond split(int64_t instant) {
  int64_t days = instant / SecondsPerDay;
  if (instant % SecondsPerDay < 0) --days;
  return {civil_from_days(days), instant - days * SecondsPerDay};
}

// Seasons 21 to 24 begin in March, June, September and December; a winter ends in the next year.
void append_season(std::string& out, const CivilDate& date, bool is_end) {
  constexpr int SeasonMonths = 3;
  const int first_month = is_end ? date.month - (SeasonMonths - 1) : date.month;
  const bool is_winter_end = first_month <= 0;
  append_year(out, is_winter_end ? date.year - 1 : date.year);
  append_field(out, '-', 20 + (is_winter_end ? 12 : first_month) / SeasonMonths);
}

void append_time(std::string& out, int64_t second) {
  append_field(out, 'T', second / 3600);
  append_field(out, ':', second / 60 % 60);
  append_field(out, ':', second % 60);
  out += 'Z';
}

void append_qualifier(std::string& out, DateQualifier qualifier) {
  if (qualifier != DateQualifier::None) out += "?~%"[static_cast<size_t>(qualifier) - 1];
}

void append_date(std::string& out, int64_t instant, DatePrecision precision, bool is_end) {
  const auto [date, second] = split(instant);
  if (precision == DatePrecision::Century) return append_year(out, date.year, 2);
  if (precision == DatePrecision::Decade) return append_year(out, date.year, 1);
  if (precision == DatePrecision::Season) return append_season(out, date, is_end);
  append_year(out, date.year);
  if (precision >= DatePrecision::Month) append_field(out, '-', date.month);
  if (precision >= DatePrecision::Day) append_field(out, '-', date.day);
  if (precision == DatePrecision::Second) append_time(out, second);
}

// A date with a month or a day of which is only said that there is one.
void append_unspecified(std::string& out, const PartialDate& date) {
  constexpr int64_t LongestMonth = 31 * SecondsPerDay;
  const CivilDate first = split(date.earliest).date;
  append_year(out, first.year);
  if (date.latest - date.earliest < LongestMonth) {
    append_field(out, '-', first.month);
  } else {
    out += "-XX";
  }
  if (date.precision == DatePrecision::Day) out += "-XX";
}

bool has_start(DateForm form) {
  return form == DateForm::Interval || form == DateForm::OpenEnd || form == DateForm::UnknownEnd;
}

bool has_end(DateForm form) {
  return form == DateForm::Interval || form == DateForm::OpenStart || form == DateForm::UnknownStart;
}

}  // namespace

std::string format_edtf(const PartialDate& date) {
  std::string out;
  if (date.form == DateForm::Missing) return out;
  if (date.form == DateForm::Single) {
    if (date.unspecified) {
      append_unspecified(out, date);
    } else {
      append_date(out, date.earliest, date.precision, false);
    }
    append_qualifier(out, date.qualifier);
    return out;
  }
  if (has_start(date.form)) {
    append_date(out, date.earliest, date.precision, false);
    append_qualifier(out, date.qualifier);
  }
  if (date.form == DateForm::OpenStart) out += "..";
  out += '/';
  if (date.form == DateForm::OpenEnd) out += "..";
  if (has_end(date.form)) {
    append_date(out, date.latest, date.end_precision, true);
    append_qualifier(out, date.end_qualifier);
  }
  return out;
}

int compare_dates(const PartialDate& a, const PartialDate& b) {
  if (a.stated() != b.stated()) return a.stated() ? -1 : 1;
  if (!a.stated()) return 0;
  if (a.earliest != b.earliest) return a.earliest < b.earliest ? -1 : 1;
  if (a.latest != b.latest) return a.latest < b.latest ? -1 : 1;
  return 0;
}

}  // namespace explorer
