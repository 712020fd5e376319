// How the reader's variant of the interface's language writes numbers, dates and durations, as plain texts.
// The page reads them once from its browser (web/reader_locale.js) and hands them over before the first
// frame; without them, as natively and in the static page, the defaults stand. Knows no host.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace explorer {

// In the order in which the page sends them. Units come with the space before them, for one and for more.
enum class LocaleText : uint8_t {
  GroupSign,    // between groups of digits; empty: none
  GroupSizes,   // digits of the last group, then of those before it: "33", "32"
  DecimalSign,  //
  Day,          // patterns of a day {0}, its month {1} and its year {2}: "{0} {1} {2}", "{1} {0}, {2}"
  DayOfYear,    // of a day without its year: "{0} {1}"
  MonthOfYear,  // "{1} {2}"
  Year,         // "{2}"
  Morning,      // "{0} AM"; empty where hours count to 24
  Evening,
  Hour,
  Hours,
  Minute,
  Minutes,
  Second,
  Seconds,
  Language,                          // its tag, for the page: "en-GB"
  Direction,                         // "rtl" where the interface reads from right to left
  FirstMonth,                        // January to December
  FirstShortMonth = FirstMonth + 12  // Jan to Dec
};
inline constexpr size_t LocaleTextCount = 41;

struct Locale {
  std::array<std::string, LocaleTextCount> texts;

  // English words, the day before the month.
  Locale();
  // Texts separated by U+001F; those that are missing keep their defaults.
  explicit Locale(std::string_view fields);

  std::string_view text(LocaleText which) const { return texts[static_cast<size_t>(which)]; }
  // Whether a year stands before its months and days.
  bool year_first() const;
  // Whether lines begin at the right: all that is laid out from side to side is mirrored then.
  bool right_to_left() const { return text(LocaleText::Direction) == "rtl"; }
};

// `month` is 1 .. 12.
std::string_view month_name(int month);
std::string_view short_month_name(int month);
// For the axis of the timeline, where room is scarce: the English ones have three letters.
std::string_view axis_month_name(int month);

// What everything in view/ is formatted with. Set at most once, before the first scene: a page keeps the
// language that it was opened with.
const Locale& reader_locale();
void set_reader_locale(Locale locale);

}  // namespace explorer
