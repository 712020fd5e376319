// Values as the reader's part of the world writes them.
#include "view/locale.h"

#include <doctest/doctest.h>

#include "view/format.h"

using namespace explorer;

namespace {

// Formats with another locale as long as it lives.
struct Reading {
  explicit Reading(std::string_view fields) { set_reader_locale(Locale(fields)); }
  ~Reading() { set_reader_locale(Locale()); }
};

constexpr std::string_view American =
    ",\x1F"
    "33\x1F.\x1F{1} {0}, {2}\x1F{1} {0}\x1F{1} {2}\x1F{2}\x1F"
    "{0} AM\x1F{0} PM\x1F hr\x1F hrs\x1F min\x1F mins\x1F sec\x1F secs";

std::string date(std::string_view edtf) {
  return format_date(*parse_edtf(edtf).value);
}

std::string duration(int64_t secs) {
  return format_duration({secs, Qualifier::Exact, true});
}

}  // namespace

TEST_CASE("without a reader's locale, days come before months and digits in threes") {
  CHECK(Locale().text(LocaleText::GroupSign) == ",");
  CHECK(month_name(1) == "January");
  CHECK(month_name(12) == "December");
  CHECK(short_month_name(1) == "Jan");
  CHECK(short_month_name(9) == "Sep");
  CHECK(short_month_name(12) == "Dec");
  CHECK(axis_month_name(9) == "Sep");
  CHECK_FALSE(Locale().right_to_left());
  CHECK(date("2023-12-22") == "22 Dec 2023");
  CHECK(format_count(1234567) == "1,234,567");
}

TEST_CASE("where the month comes first, it does so in days, ranges and times") {
  const Reading reading(American);
  CHECK(date("2023-12-22") == "Dec 22, 2023");
  CHECK(date("2023-12-22~") == "about Dec 22, 2023");
  CHECK(date("2023-12-18/2023-12-22") == "Dec 18\u201322, 2023");
  CHECK(date("2023-11-28/2023-12-03") == "Nov 28 \u2013 Dec 3, 2023");
  CHECK(date("2023-12-30/2024-01-02") == "Dec 30, 2023 \u2013 Jan 2, 2024");
  CHECK(date("2023-03") == "March 2023");
  CHECK(date("2023-12-22T09:30:00") == "Dec 22, 2023, 9:30 AM");
  CHECK(date("2023-12-22T00:05:00") == "Dec 22, 2023, 12:05 AM");
  CHECK(date("2023-12-22T12:00:00") == "Dec 22, 2023, 12:00 PM");
  CHECK(date("2023-12-22T21:30:07") == "Dec 22, 2023, 9:30:07 PM");
}

TEST_CASE("units agree with their number, and are never left out") {
  const Reading reading(American);
  CHECK(duration(1) == "1 sec");
  CHECK(duration(2) == "2 secs");
  CHECK(duration(0) == "0 secs");
  CHECK(duration(60) == "1 min");
  CHECK(duration(3600) == "1 hr");
  CHECK(duration(2 * 3600 + 30 * 60) == "2 hrs 30 mins");
  CHECK(format_duration({1800, Qualifier::About, true}) == "about 30 mins");
}

TEST_CASE("digits stand in the reader's groups") {
  {
    const Reading indian(
        ",\x1F"
        "32");
    CHECK(format_count(123456789) == "12,34,56,789");
    CHECK(format_count(12345) == "12,345");
    CHECK(format_count(999) == "999");
  }
  {
    const Reading southern(
        "\u00A0\x1F"
        "33\x1F,");
    CHECK(format_count(1234567) == "1\u00A0234\u00A0567");
    CHECK(format_bytes(1'200'000) == "1,2 MB");
  }
  {
    const Reading ungrouped("\x1F\x1F.");
    CHECK(format_count(1234567) == "1234567");
  }
  {
    const Reading nonsense(",\x1Fx\x1F.");
    CHECK(format_count(1234567) == "1,234,567");
  }
}
