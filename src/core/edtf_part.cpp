// Reads one date of EDTF level 0 or 1, cut at the hyphens; each field is checked by itself, so that a refusal
// can name what is wrong. Times and intervals are parse_edtf.cpp's.
#include "core/edtf_part.h"

#include <utility>

#include "core/text_fold.h"

namespace explorer::edtf {
namespace {

bool consists_of(std::string_view text, std::string_view characters) {
  return !text.empty() && text.find_first_not_of(characters) == std::string_view::npos;
}

constexpr std::string_view DigitsOrX = "0123456789X";

Part refuse_form(std::string_view text) {
  return refuse(fill(words::DateNone, {quoted(text)}));
}

// The span from the first day of `first_month` to the last of `last_month` (which may be above 12).
Part months_of(int64_t year, int first_month, int last_month, DatePrecision precision) {
  Part part;
  const bool next_year = last_month >= 12;
  part.earliest = start_of(year, first_month, 1);
  part.latest = start_of(next_year ? year + 1 : year, next_year ? last_month - 11 : last_month + 1, 1) - 1;
  part.precision = precision;
  return part;
}

Part years_of(int64_t first, int64_t last, DatePrecision precision) {
  Part part = months_of(last, 1, 12, precision);
  part.earliest = start_of(first, 1, 1);
  return part;
}

// `text` follows the Y: an optional sign and more than four digits. Years of up to 11 digits have instants
// that fit.
Part parse_long_year(std::string_view text) {
  const bool negative = text.starts_with('-');
  const std::string_view digits = text.substr(negative ? 1 : 0);
  if (digits.find('E') != std::string_view::npos) return refuse_level_2(words::Level2Exponent);
  if (!consists_of(digits, Digits)) {
    return refuse(fill(words::DateYearAfterY, {quoted(text)}));
  }
  if (digits.size() <= 4) return refuse(words::DateYearShortAfterY);
  if (digits.starts_with('0')) return refuse(words::DateYearZeroAfterY);
  if (digits.size() > 11) return refuse(words::DateYearLong);
  int64_t year = 0;
  for (const char c : digits)
    year = year * 10 + (c - '0');
  if (negative) year = -year;
  return years_of(year, year, DatePrecision::Year);
}

// The year's four characters, of which the last one or two may be X.
Part parse_year(std::string_view text, bool negative) {
  const size_t known = text.find('X') == std::string_view::npos ? 4 : text.find('X');
  if (known < 2 || !consists_of(text.substr(0, known), Digits) || text.find_first_of(Digits, known) < 4) {
    return refuse_level_2(words::Level2EarlyX);
  }
  const auto value = static_cast<int64_t>(*number(text.substr(0, known), known));
  const int64_t unit = known == 4 ? 1 : known == 3 ? 10 : 100;
  const int64_t least = value * unit;
  const int64_t greatest = least + unit - 1;
  if (negative && greatest == 0) return refuse(words::DateYearMinusZero);
  const DatePrecision precision = known == 4   ? DatePrecision::Year
                                  : known == 3 ? DatePrecision::Decade
                                               : DatePrecision::Century;
  return negative ? years_of(-greatest, -least, precision) : years_of(least, greatest, precision);
}

Part parse_season(int64_t year, int season) {
  const int first_month = 3 + (season - 21) * 3;
  return months_of(year, first_month, first_month + 2, DatePrecision::Season);
}

Part parse_day(int64_t year, int month, std::string_view year_and_month, std::string_view text) {
  if (text == "XX") {
    Part part = months_of(year, month, month, DatePrecision::Day);
    part.unspecified = true;
    return part;
  }
  const int day = number(text, 2).value_or(0);
  if (day < 1 || day > days_in_month(year, month)) {
    return refuse(fill(words::DateNoDay, {year_and_month, text}));
  }
  Part part;
  part.earliest = start_of(year, month, day);
  part.latest = part.earliest + SecondsPerDay - 1;
  return part;
}

// `whole` is the year and the rest after it, for messages; `month` and `day` are the texts after the hyphens
// (`day` may be empty).
Part parse_month(int64_t year, std::string_view whole, std::string_view month, std::string_view day) {
  const bool has_day = !day.empty();
  if (month == "XX") {
    if (has_day && day != "XX") return refuse_level_2(words::Level2DayInX);
    Part part = months_of(year, 1, 12, has_day ? DatePrecision::Day : DatePrecision::Month);
    part.unspecified = true;
    return part;
  }
  const int value = number(month, 2).value_or(-1);
  if (value < 0 || (has_day && day != "XX" && !number(day, 2))) {
    return refuse_level_2(fill(words::Level2SingleX, {value < 0 ? month : day}));
  }
  if (value >= 25 && value <= 41) return refuse_level_2(fill(words::Level2PartOfYear, {month}));
  if (value >= 21 && value <= 24) {
    return has_day ? refuse(fill(words::DateSeasonDays, {month})) : parse_season(year, value);
  }
  if (value < 1 || value > 12) return refuse(fill(words::DateNoMonth, {month}));
  if (!has_day) return months_of(year, value, value, DatePrecision::Month);
  return parse_day(year, value, whole.substr(0, whole.size() - day.size() - 1), day);
}

// What the year of a date must look like before it can be read; empty if it does.
std::string year_complaint(std::string_view year) {
  if (year.size() == 8 && consists_of(year, Digits)) {
    return fill(words::DateHyphens, {quoted(year)});
  }
  if (year.size() == 4) return {};
  if (year.size() < 4) return fill(words::DateYearShort, {year});
  return std::string(words::DateYearNeedsY);
}

// Removes the qualifier from the end of `text`.
DateQualifier take_qualifier(std::string_view& text) {
  constexpr std::string_view Marks = "?~%";
  const size_t index = text.empty() ? std::string_view::npos : Marks.find(text.back());
  if (index == std::string_view::npos) return DateQualifier::None;
  text.remove_suffix(1);
  return static_cast<DateQualifier>(index + 1);
}

}  // namespace

Part refuse(std::string why) {
  Part part;
  part.error = std::move(why);
  return part;
}

Part refuse(Phrase why) {
  return refuse(std::string(why));
}

Part refuse_level_2(std::string_view what) {
  return refuse(fill(words::DateLevel2, {what}));
}

std::string quoted(std::string_view text) {
  constexpr size_t Longest = 40;
  std::string out = "\"";
  out += text.substr(0, valid_utf8_prefix(text.substr(0, Longest)));
  out += text.size() > Longest ? "...\"" : "\"";
  return out;
}

std::optional<int> number(std::string_view text, size_t size) {
  if (text.size() != size || !consists_of(text, Digits)) return std::nullopt;
  int value = 0;
  for (const char c : text)
    value = value * 10 + (c - '0');
  return value;
}

int64_t start_of(int64_t year, int month, int day) {
  return days_from_civil({year, month, day}) * SecondsPerDay;
}

// A date without time and qualifier.
Part parse_plain_date(std::string_view text) {
  if (text.starts_with('Y')) return parse_long_year(text.substr(1));
  const bool negative = text.starts_with('-');
  const std::string_view rest = text.substr(negative ? 1 : 0);
  const std::string_view year = rest.substr(0, rest.find('-'));
  if (!consists_of(year, DigitsOrX)) return refuse_form(text);
  if (std::string complaint = year_complaint(year); !complaint.empty()) return refuse(std::move(complaint));
  Part whole_year = parse_year(year, negative);
  if (!whole_year.error.empty() || rest.size() == year.size()) return whole_year;

  const std::string_view months = rest.substr(year.size() + 1);
  const std::string_view month = months.substr(0, months.find('-'));
  const bool has_day = month.size() < months.size();
  const std::string_view day = has_day ? months.substr(month.size() + 1) : std::string_view();
  if (!consists_of(month, DigitsOrX) || (has_day && !consists_of(day, DigitsOrX))) return refuse_form(text);
  if (month.size() != 2) return refuse(fill(words::DateMonthDigits, {quoted(month)}));
  if (has_day && day.size() != 2) return refuse(fill(words::DateDayDigits, {quoted(day)}));
  if (whole_year.precision != DatePrecision::Year) return refuse_level_2(words::Level2MonthInX);
  return parse_month(civil_from_days(whole_year.earliest / SecondsPerDay).year, text, month, day);
}

Part parse_date(std::string_view text) {
  std::string_view plain = text;
  const DateQualifier qualifier = take_qualifier(plain);
  if (std::string_view rest = plain;
      qualifier != DateQualifier::None && take_qualifier(rest) != DateQualifier::None) {
    return refuse(words::DateOneQualifier);
  }
  if (plain.find_first_of("?~%") != std::string_view::npos) {
    return refuse_level_2(words::Level2InnerQualifier);
  }
  if (const size_t mark = plain.find('S'); mark != std::string_view::npos && mark > 0) {
    if (consists_of(plain.substr(mark + 1), Digits)) return refuse_level_2(words::Level2Digits);
  }
  Part part = parse_plain_date(plain);
  part.qualifier = qualifier;
  return part;
}

}  // namespace explorer::edtf
