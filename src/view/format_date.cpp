// Dates in words, never more precise than they were stated. Declared in format.h.
#include "view/format.h"
#include "view/locale.h"

namespace explorer {
namespace {

constexpr int64_t SecondsPerDay = 86400;

// One end of a date, read off the instant at that end of its span.
struct Point {
  CivilDate civil;
  int64_t second;  // of the day
  DatePrecision precision;
  DateQualifier qualifier;
};

Point point_at(int64_t instant, DatePrecision precision, DateQualifier qualifier) {
  int64_t days = instant / SecondsPerDay;
  if (instant % SecondsPerDay < 0) --days;
  return {civil_from_days(days), instant - days * SecondsPerDay, precision, qualifier};
}

Point start_of(const PartialDate& date) {
  return point_at(date.earliest, date.precision, date.qualifier);
}

Point end_of(const PartialDate& date) {
  Point point = point_at(date.latest, date.end_precision, date.end_qualifier);
  if (point.precision == DatePrecision::Season) {
    // A season is named by its first month, and this is its last.
    point.civil.month -= 2;
    if (point.civil.month < 1) {
      point.civil.month += 12;
      --point.civil.year;
    }
  }
  return point;
}

// Years count astronomically: 0 is 1 BC.
std::string year_text(int64_t year) {
  if (year <= 0) return std::to_string(1 - year) + " BC";
  return (year < 1000 ? "AD " : "") + std::to_string(year);
}

// The `size` years around `year` that share their leading digits.
std::string years_text(int64_t year, int64_t size) {
  if (year < 0) {
    const int64_t last = year / size * size;
    return std::to_string(size - last) + "\u2013" + std::to_string(1 - last) + " BC";
  }
  const int64_t first = year / size * size;
  if (size == 10) return std::to_string(first) + "s";
  return std::to_string(first) + "\u2013" + std::to_string(first + size - 1);
}

std::string month_text(const CivilDate& civil) {
  return std::string(month_name(civil.month)) + " " + year_text(civil.year);
}

std::string season_text(const CivilDate& civil) {
  constexpr std::string_view Names[] = {"winter ", "spring ", "summer ", "autumn "};
  const auto season = static_cast<size_t>(civil.month % 12 / 3);
  std::string text = std::string(Names[season]) + year_text(civil.year);
  if (season == 0 && civil.year > 0) {
    const std::string next = std::to_string(civil.year + 1);
    text += "\u2013" + (next.size() > 2 ? next.substr(next.size() - 2) : next);
  }
  return text;
}

std::string two_digits(int64_t value) {
  const char digits[] = {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  return {digits, 2};
}

// "22 Dec" or "Dec 22", the beginning of a day that goes on with its year.
std::string day_text(const CivilDate& civil) {
  const std::string day = std::to_string(civil.day), month(short_month_name(civil.month));
  return reader_locale().month_first() ? month + " " + day : day + " " + month;
}

// " 2023" or ", 2023" behind a day.
std::string year_after_day(int64_t year) {
  return (reader_locale().month_first() ? ", " : " ") + year_text(year);
}

// "09:30", "9:30 AM", with seconds where they are not 0.
std::string time_text(int64_t second) {
  const std::string_view morning = reader_locale().text(LocaleText::Morning);
  const int64_t hour = second / 3600;
  std::string text = morning.empty() ? two_digits(hour) : std::to_string((hour + 11) % 12 + 1);
  text.append(":").append(two_digits(second / 60 % 60));
  if (second % 60 != 0) text.append(":").append(two_digits(second % 60));
  if (morning.empty()) return text;
  return text.append(" ").append(hour < 12 ? morning : reader_locale().text(LocaleText::Evening));
}

std::string point_text(const Point& point) {
  const CivilDate& civil = point.civil;
  switch (point.precision) {
    case DatePrecision::Century:
      return years_text(civil.year, 100);
    case DatePrecision::Decade:
      return years_text(civil.year, 10);
    case DatePrecision::Year:
      return year_text(civil.year);
    case DatePrecision::Season:
      return season_text(civil);
    case DatePrecision::Month:
      return month_text(civil);
    case DatePrecision::Day:
    case DatePrecision::Second:
      break;
  }
  std::string text = day_text(civil) + year_after_day(civil.year);
  if (point.precision == DatePrecision::Second) text.append(", ").append(time_text(point.second));
  return text;
}

std::string qualified(std::string text, DateQualifier qualifier) {
  if (qualifier == DateQualifier::Approximate || qualifier == DateQualifier::Both) text.insert(0, "about ");
  if (qualifier == DateQualifier::Uncertain || qualifier == DateQualifier::Both) text += ", perhaps";
  return text;
}

std::string qualified(const Point& point) {
  return qualified(point_text(point), point.qualifier);
}

// What two ends share is said once.
std::string range_text(const Point& from, const Point& to) {
  constexpr std::string_view Dash = "\u2013";
  const std::string last = point_text(to);
  const bool same_precision = from.precision == to.precision;
  const bool same_year = same_precision && from.civil.year == to.civil.year;
  std::string first = point_text(from);
  if (first == last) return first;
  if (from.precision == DatePrecision::Day && same_year) {
    first = day_text(from.civil);
    if (from.civil.month == to.civil.month) {
      if (!reader_locale().month_first()) return std::to_string(from.civil.day).append(Dash) + last;
      return first.append(Dash) + std::to_string(to.civil.day) + year_after_day(to.civil.year);
    }
  } else if (from.precision == DatePrecision::Month && same_year) {
    first = month_name(from.civil.month);
  } else if (from.precision == DatePrecision::Year && same_precision && from.civil.year > 0) {
    return first.append(Dash) + last;
  }
  return first.append(" ").append(Dash).append(" ") + last;
}

// Of which is only said that there is one: a month of a year, a day of a month or year.
std::string unspecified_text(const PartialDate& date) {
  constexpr int64_t LongestMonth = 31 * SecondsPerDay;
  const CivilDate first = start_of(date).civil;
  const bool in_month = date.latest - date.earliest < LongestMonth;
  return (date.precision == DatePrecision::Month ? "a month of " : "a day of ") +
         (in_month ? month_text(first) : year_text(first.year));
}

}  // namespace

std::string format_date(const PartialDate& date) {
  switch (date.form) {
    case DateForm::Missing:
      break;
    case DateForm::Single:
      return date.unspecified ? qualified(unspecified_text(date), date.qualifier) : qualified(start_of(date));
    case DateForm::Interval: {
      const Point from = start_of(date), to = end_of(date);
      if (from.qualifier == to.qualifier) return qualified(range_text(from, to), from.qualifier);
      return qualified(from) + " \u2013 " + qualified(to);
    }
    case DateForm::OpenStart:
      return "until " + qualified(end_of(date));
    case DateForm::OpenEnd:
      return "from " + qualified(start_of(date));
    case DateForm::UnknownStart:
      return "until " + qualified(end_of(date)) + ", start unknown";
    case DateForm::UnknownEnd:
      return "from " + qualified(start_of(date)) + ", end unknown";
  }
  return std::string(NotStated);
}

}  // namespace explorer
