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
  Order,        // "dmy" (22 Dec 2023) or "mdy" (Dec 22, 2023)
  Morning,      // "AM"; empty where hours count to 24
  Evening,
  Hour,
  Hours,
  Minute,
  Minutes,
  Second,
  Seconds,
  FirstMonth,                        // January to December
  FirstShortMonth = FirstMonth + 12  // Jan to Dec
};
inline constexpr size_t LocaleTextCount = 36;

struct Locale {
  std::array<std::string, LocaleTextCount> texts;

  // English words, the day before the month.
  Locale();
  // Texts separated by U+001F; those that are missing keep their defaults.
  explicit Locale(std::string_view fields);

  std::string_view text(LocaleText which) const { return texts[static_cast<size_t>(which)]; }
  bool month_first() const { return text(LocaleText::Order) == "mdy"; }
};

// `month` is 1 .. 12.
std::string_view month_name(int month);
std::string_view short_month_name(int month);

// What everything in view/ is formatted with. Set at most once, before the first scene: a page keeps the
// language that it was opened with.
const Locale& reader_locale();
void set_reader_locale(Locale locale);

}  // namespace explorer
