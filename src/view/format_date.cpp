// Dates in words, never more precise than they were stated. Declared in format.h.
#include "core/phrase.h"
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

constexpr std::string_view Dash = "\u2013";

// Years count astronomically: 0 is 1 BC.
std::string year_number(int64_t year) {
  if (year <= 0) return fill(words::BeforeChrist, {std::to_string(1 - year)});
  const std::string number = std::to_string(year);
  return year < 1000 ? fill(words::AnnoDomini, {number}) : number;
}

// The patterns of the reader's language: of a day with its month and year, or less of them.
std::string written(LocaleText pattern, std::string_view day, std::string_view month, std::string_view year) {
  return fill(reader_locale().text(pattern), {day, month, year});
}

std::string year_text(std::string_view number) {
  return written(LocaleText::Year, {}, {}, number);
}

std::string year_text(int64_t year) {
  return year_text(year_number(year));
}

// The `size` years around `year` that share their leading digits.
std::string years_text(int64_t year, int64_t size) {
  const int64_t first = year / size * size;
  if (year < 0) {
    const std::string years = std::to_string(size - first).append(Dash) + std::to_string(1 - first);
    return year_text(fill(words::BeforeChrist, {years}));
  }
  if (size == 10) return fill(words::Decade, {std::to_string(first)});
  return year_text(std::to_string(first).append(Dash) + std::to_string(first + size - 1));
}

std::string month_text(const CivilDate& civil) {
  return written(LocaleText::MonthOfYear, {}, month_name(civil.month), year_number(civil.year));
}

std::string season_text(const CivilDate& civil) {
  const auto season = static_cast<size_t>(civil.month % 12 / 3);
  std::string year = year_number(civil.year);
  if (season == 0 && civil.year > 0) {
    const std::string next = std::to_string(civil.year + 1);
    year.append(Dash).append(next.size() > 2 ? next.substr(next.size() - 2) : next);
  }
  return fill(words::Seasons[season], {year_text(year)});
}

std::string two_digits(int64_t value) {
  const char digits[] = {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  return {digits, 2};
}

std::string day_text(const CivilDate& civil, std::string_view day) {
  return written(LocaleText::Day, day, short_month_name(civil.month), year_number(civil.year));
}

std::string day_text(const CivilDate& civil) {
  return day_text(civil, std::to_string(civil.day));
}

// Without its year, which stands beside it.
std::string day_of_year_text(const CivilDate& civil) {
  return written(LocaleText::DayOfYear, std::to_string(civil.day), short_month_name(civil.month), {});
}

// "09:30", "9:30 AM", with seconds where they are not 0.
std::string time_text(int64_t second) {
  const std::string_view morning = reader_locale().text(LocaleText::Morning);
  const int64_t hour = second / 3600;
  std::string text = morning.empty() ? two_digits(hour) : std::to_string((hour + 11) % 12 + 1);
  text.append(":").append(two_digits(second / 60 % 60));
  if (second % 60 != 0) text.append(":").append(two_digits(second % 60));
  if (morning.empty()) return text;
  return fill(hour < 12 ? morning : reader_locale().text(LocaleText::Evening), {text});
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
    case DatePrecision::Second:
      return fill(words::DayAndTime, {day_text(civil), time_text(point.second)});
    case DatePrecision::Day:
      break;
  }
  return day_text(civil);
}

std::string qualified(std::string text, DateQualifier qualifier) {
  const bool both = qualifier == DateQualifier::Both;
  if (qualifier == DateQualifier::Approximate || both) text = fill(words::AboutDate, {text});
  if (qualifier == DateQualifier::Uncertain || both) text = fill(words::PerhapsDate, {text});
  return text;
}

std::string qualified(const Point& point) {
  return qualified(point_text(point), point.qualifier);
}

// What two ends share is said once.
std::string range_text(const Point& from, const Point& to) {
  std::string first = point_text(from), last = point_text(to);
  if (first == last) return first;
  const bool same_precision = from.precision == to.precision;
  const bool same_year = same_precision && from.civil.year == to.civil.year;
  const bool year_first = reader_locale().year_first();
  if (from.precision == DatePrecision::Day && same_year) {
    if (from.civil.month == to.civil.month)
      return day_text(from.civil, std::to_string(from.civil.day).append(Dash) + std::to_string(to.civil.day));
    (year_first ? last : first) = day_of_year_text(year_first ? to.civil : from.civil);
  } else if (from.precision == DatePrecision::Month && same_year) {
    (year_first ? last : first) = month_name(year_first ? to.civil.month : from.civil.month);
  } else if (from.precision == DatePrecision::Year && same_precision && from.civil.year > 0) {
    return year_text(year_number(from.civil.year).append(Dash) + year_number(to.civil.year));
  }
  return first.append(" ").append(Dash).append(" ") + last;
}

// Of which is only said that there is one: a month of a year, a day of a month or year.
std::string unspecified_text(const PartialDate& date) {
  constexpr int64_t LongestMonth = 31 * SecondsPerDay;
  const CivilDate first = start_of(date).civil;
  const bool in_month = date.latest - date.earliest < LongestMonth;
  return fill(date.precision == DatePrecision::Month ? words::SomeMonth : words::SomeDay,
              {in_month ? month_text(first) : year_text(first.year)});
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
      return qualified(from).append(" ").append(Dash).append(" ") + qualified(to);
    }
    case DateForm::OpenStart:
      return fill(words::UntilDate, {qualified(end_of(date))});
    case DateForm::OpenEnd:
      return fill(words::FromDate, {qualified(start_of(date))});
    case DateForm::UnknownStart:
      return fill(words::UntilFromUnknown, {qualified(end_of(date))});
    case DateForm::UnknownEnd:
      return fill(words::FromUntilUnknown, {qualified(start_of(date))});
  }
  return std::string(NotStated);
}

}  // namespace explorer
