#include "core/partial_date.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace explorer;

namespace {

using enum DatePrecision;

constexpr int64_t Day0 = 86400;

int64_t instant(int64_t year, int month, int day) {
  return days_from_civil({year, month, day}) * Day0;
}

PartialDate parsed(std::string_view text) {
  const DateParse got = parse_edtf(text);
  REQUIRE_MESSAGE(got.value.has_value(), text, ": ", got.error);
  CHECK(got.error.empty());
  return *got.value;
}

}  // namespace

TEST_CASE("a single date spans everything it may mean") {
  const struct {
    std::string_view text;
    CivilDate first, last;
    DatePrecision precision;
    bool unspecified;
  } cases[] = {
      {"2023", {2023, 1, 1}, {2023, 12, 31}, Year, false},
      {"2023-12", {2023, 12, 1}, {2023, 12, 31}, Month, false},
      {"2023-02", {2023, 2, 1}, {2023, 2, 28}, Month, false},
      {"2024-02", {2024, 2, 1}, {2024, 2, 29}, Month, false},
      {"2023-12-22", {2023, 12, 22}, {2023, 12, 22}, Day, false},
      {"2000-02-29", {2000, 2, 29}, {2000, 2, 29}, Day, false},
      {"201X", {2010, 1, 1}, {2019, 12, 31}, Decade, false},
      {"20XX", {2000, 1, 1}, {2099, 12, 31}, Century, false},
      {"00XX", {0, 1, 1}, {99, 12, 31}, Century, false},
      {"-201X", {-2019, 1, 1}, {-2010, 12, 31}, Decade, false},
      {"-20XX", {-2099, 1, 1}, {-2000, 12, 31}, Century, false},
      {"2004-XX", {2004, 1, 1}, {2004, 12, 31}, Month, true},
      {"2004-XX-XX", {2004, 1, 1}, {2004, 12, 31}, Day, true},
      {"2004-07-XX", {2004, 7, 1}, {2004, 7, 31}, Day, true},
      {"2001-21", {2001, 3, 1}, {2001, 5, 31}, Season, false},
      {"2001-22", {2001, 6, 1}, {2001, 8, 31}, Season, false},
      {"2001-23", {2001, 9, 1}, {2001, 11, 30}, Season, false},
      {"2003-24", {2003, 12, 1}, {2004, 2, 29}, Season, false},
      {"0000", {0, 1, 1}, {0, 12, 31}, Year, false},
      {"-1740", {-1740, 1, 1}, {-1740, 12, 31}, Year, false},
      {"-0044-03-15", {-44, 3, 15}, {-44, 3, 15}, Day, false},
      {"9999-12-31", {9999, 12, 31}, {9999, 12, 31}, Day, false},
      {"Y170000002", {170000002, 1, 1}, {170000002, 12, 31}, Year, false},
      {"Y-17000", {-17000, 1, 1}, {-17000, 12, 31}, Year, false},
      {"Y99999999999", {99999999999, 1, 1}, {99999999999, 12, 31}, Year, false},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const PartialDate date = parsed(c.text);
    CHECK(date.form == DateForm::Single);
    CHECK(date.earliest == days_from_civil(c.first) * Day0);
    CHECK(date.latest == days_from_civil(c.last) * Day0 + Day0 - 1);
    CHECK(date.precision == c.precision);
    CHECK(date.unspecified == c.unspecified);
    CHECK(date.qualifier == DateQualifier::None);
    CHECK(format_edtf(date) == c.text);
  }
}

TEST_CASE("a time is one instant in UTC") {
  const struct {
    std::string_view text;
    int64_t instant;
    std::string_view canonical;
  } cases[] = {
      {"1970-01-01T00:00:00Z", 0, "1970-01-01T00:00:00Z"},
      {"1970-01-01T00:00:00", 0, "1970-01-01T00:00:00Z"},
      {"1969-12-31T23:59:59Z", -1, "1969-12-31T23:59:59Z"},
      {"2004-06-11T09:30:00Z", 1086946200, "2004-06-11T09:30:00Z"},
      {"2004-06-11T09:30:00+09:00", 1086913800, "2004-06-11T00:30:00Z"},
      {"2004-06-11T09:30:00-05", 1086964200, "2004-06-11T14:30:00Z"},
      {"2004-01-01T00:00:01+05:45", 1072894501, "2003-12-31T18:15:01Z"},
      {"2023-12-22T05:00:00.123456Z", 1703221200, "2023-12-22T05:00:00Z"},
      {"2023-12-22T05:00:00.5-00:00", 1703221200, "2023-12-22T05:00:00Z"},
      {"0000-01-01T00:00:00+01", -62167222800, "-0001-12-31T23:00:00Z"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const PartialDate date = parsed(c.text);
    CHECK(date.earliest == c.instant);
    CHECK(date.latest == c.instant);
    CHECK(date.precision == Second);
    CHECK(format_edtf(date) == c.canonical);
    CHECK(parsed(c.canonical) == date);
  }
}

TEST_CASE("a qualifier belongs to the date before it") {
  const std::pair<std::string_view, DateQualifier> cases[] = {
      {"2004?", DateQualifier::Uncertain},    {"2004-06~", DateQualifier::Approximate},
      {"2004-06-11%", DateQualifier::Both},   {"201X~", DateQualifier::Approximate},
      {"2004-XX?", DateQualifier::Uncertain}, {"2001-21~", DateQualifier::Approximate},
      {"Y170000002%", DateQualifier::Both}};
  for (const auto& [text, qualifier] : cases) {
    CAPTURE(text);
    PartialDate date = parsed(text);
    CHECK(date.qualifier == qualifier);
    CHECK(format_edtf(date) == text);
    date.qualifier = DateQualifier::None;
    CHECK(date == parsed(text.substr(0, text.size() - 1)));
  }
}

TEST_CASE("an interval runs from the earliest of its start to the latest of its end") {
  const struct {
    std::string_view text;
    DateForm form;
    int64_t earliest, latest;
    DatePrecision precision, end_precision;
    DateQualifier qualifier, end_qualifier;
  } cases[] = {
      {"2023-12-18/2023-12-22", DateForm::Interval, instant(2023, 12, 18), instant(2023, 12, 23) - 1, Day,
       Day, DateQualifier::None, DateQualifier::None},
      {"2004-06/2006", DateForm::Interval, instant(2004, 6, 1), instant(2007, 1, 1) - 1, Month, Year,
       DateQualifier::None, DateQualifier::None},
      {"1984~/2004-02?", DateForm::Interval, instant(1984, 1, 1), instant(2004, 3, 1) - 1, Year, Month,
       DateQualifier::Approximate, DateQualifier::Uncertain},
      {"2001-21/2003-24%", DateForm::Interval, instant(2001, 3, 1), instant(2004, 3, 1) - 1, Season, Season,
       DateQualifier::None, DateQualifier::Both},
      {"2004/2004", DateForm::Interval, instant(2004, 1, 1), instant(2005, 1, 1) - 1, Year, Year,
       DateQualifier::None, DateQualifier::None},
      {"2004-06/2004", DateForm::Interval, instant(2004, 6, 1), instant(2005, 1, 1) - 1, Month, Year,
       DateQualifier::None, DateQualifier::None},
      {"2004/..", DateForm::OpenEnd, instant(2004, 1, 1), LatestInstant, Year, Day, DateQualifier::None,
       DateQualifier::None},
      {"2004-02~/", DateForm::UnknownEnd, instant(2004, 2, 1), LatestInstant, Month, Day,
       DateQualifier::Approximate, DateQualifier::None},
      {"../2004-12", DateForm::OpenStart, EarliestInstant, instant(2005, 1, 1) - 1, Day, Month,
       DateQualifier::None, DateQualifier::None},
      {"/2004?", DateForm::UnknownStart, EarliestInstant, instant(2005, 1, 1) - 1, Day, Year,
       DateQualifier::None, DateQualifier::Uncertain},
      {"-0044/Y12345", DateForm::Interval, instant(-44, 1, 1), instant(12346, 1, 1) - 1, Year, Year,
       DateQualifier::None, DateQualifier::None},
      {"2003-21/2003-23", DateForm::Interval, instant(2003, 3, 1), instant(2003, 12, 1) - 1, Season, Season,
       DateQualifier::None, DateQualifier::None},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const PartialDate date = parsed(c.text);
    CHECK(date.form == c.form);
    CHECK(date.earliest == c.earliest);
    CHECK(date.latest == c.latest);
    CHECK(date.precision == c.precision);
    CHECK(date.end_precision == c.end_precision);
    CHECK(date.qualifier == c.qualifier);
    CHECK(date.end_qualifier == c.end_qualifier);
    CHECK_FALSE(date.unspecified);
    CHECK(format_edtf(date) == c.text);
  }
}

TEST_CASE("what cannot be read is refused with the reason") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"", "empty"},
      {"soon", "\"soon\" is not a date"},
      {"Tuesday", "\"Tuesday\" is not a date"},
      {"22.12.2023", "is not a date: write YYYY"},
      {"12/22/2023", "more than one slash"},
      {" 2023", "is not a date"},
      {"2023 ", "is not a date"},
      {"+2023", "is not a date"},
      {"2023-", "is not a date"},
      {"2023-12-", "is not a date"},
      {"2023-12-22-01", "is not a date"},
      {"-", "is not a date"},
      {"?", "is not a date"},
      {"23", "the year 23 needs four digits"},
      {"19", "needs four digits"},
      {"20231222", "needs hyphens"},
      {"12023", "written with Y in front"},
      {"2023-5", "needs two digits"},
      {"2023-005", "needs two digits"},
      {"2023-05-7", "needs two digits"},
      {"2023-13", "month 13 does not exist"},
      {"2023-00", "month 00 does not exist"},
      {"2023-20", "month 20 does not exist"},
      {"2023-42", "month 42 does not exist"},
      {"2023-02-29", "2023-02 has no day 29"},
      {"1900-02-29", "1900-02 has no day 29"},
      {"2023-06-31", "has no day 31"},
      {"2023-06-00", "has no day 00"},
      {"2023-21-05", "the season 21 has no days"},
      {"-0000", "there is no year -0000"},
      {"Y2023", "more than four digits"},
      {"Y02023", "does not begin with 0"},
      {"Y123456789012", "at most 11 digits"},
      {"Y99999999999999999999999999999999", "at most 11 digits"},
      {"Y170000002-05", "the digits of a year alone"},
      {"Y", "the digits of a year alone"},
      {"Y-", "the digits of a year alone"},
      {"2004?~", "one qualifier is enough"},
      {"2004-06-11T09:30", "is not hh:mm:ss"},
      {"2004-06-11T", "is not hh:mm:ss"},
      {"2004-06-11T9:30:00", "is not hh:mm:ss"},
      {"2004-06-11T24:00:00", "24:00:00 does not exist"},
      {"2004-06-11T09:60:00", "09:60:00 does not exist"},
      {"2004-06-11T09:30:60", "09:30:60 does not exist"},
      {"2004-06-11T09:30:00.Z", "needs digits"},
      {"2004-06-11T09:30:00z", "is not Z, +hh:mm"},
      {"2004-06-11T09:30:00+9", "is not Z, +hh:mm"},
      {"2004-06-11T09:30:00+09:0", "is not Z, +hh:mm"},
      {"2004-06-11T09:30:00+0900", "is not Z, +hh:mm"},
      {"2004-06-11T09:30:00+24:00", "is not Z, +hh:mm"},
      {"2004-06T09:30:00", "a whole date before it"},
      {"2004-06-XXT09:30:00", "is not a date"},
      {"9999-12-31T23:59:59-01", "the years -9999 to 9999"},
      {"2004-06-11T09:30:00Z/2005", "an interval is of dates without times"},
      {"2004/2005/2006", "more than one slash"},
      {"/", "a date on at least one side"},
      {"../..", "a date on at least one side"},
      {"/..", "a date on at least one side"},
      {"2005/2004", "ends before it begins"},
      {"2004..2005", "written with a slash"},
      {"2004/06", "the year 06 needs four digits"},
      {"2004-13/2005", "month 13 does not exist"},
      {"2004/2005-13", "month 13 does not exist"},
  };
  for (const auto& [text, reason] : cases) {
    CAPTURE(text);
    const DateParse got = parse_edtf(text);
    CHECK_FALSE(got.value.has_value());
    CAPTURE(got.error);
    CHECK(got.error.find(reason) != std::string::npos);
  }
}

TEST_CASE("EDTF level 2 is refused by name") {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"[1667,1668]", "a set of dates"},
      {"{1960,1961-12}", "a set of dates"},
      {"1950S2", "significant digits"},
      {"Y-17E7", "exponent"},
      {"Y1E5", "exponent"},
      {"2001-34", "the part of a year 34"},
      {"2004-06~-11", "a qualifier"},
      {"?2004-06", "a qualifier"},
      {"2004?-06%", "a qualifier"},
      {"1XXX", "unspecified digit"},
      {"XXXX", "unspecified digit"},
      {"20X4", "unspecified digit"},
      {"XXXX-12", "unspecified digit"},
      {"201X-05", "unspecified year"},
      {"2004-1X", "single unspecified digit (1X)"},
      {"2004-06-1X", "single unspecified digit (1X)"},
      {"2004-XX-05", "unspecified month"},
      {"2004-06-XX/2004-07-03", "in an interval"},
      {"201X/2020", "in an interval"}};
  for (const auto& [text, what] : cases) {
    CAPTURE(text);
    const DateParse got = parse_edtf(text);
    CHECK_FALSE(got.value.has_value());
    CAPTURE(got.error);
    CHECK(got.error.find(what) != std::string::npos);
    CHECK(got.error.find("is EDTF level 2") != std::string::npos);
  }
}

TEST_CASE("the reason stays short for a long text and is well-formed for a broken one") {
  CHECK(parse_edtf(std::string(10'000'000, 'q')).error.size() < 200);
  CHECK(parse_edtf(std::string(10'000'000, '9')).error.size() < 200);
  CHECK(parse_edtf("2004-" + std::string(10'000'000, '1')).error.size() < 200);
  CHECK(parse_edtf("Y" + std::string(10'000'000, '1')).error.size() < 200);
  CHECK(parse_edtf("2004-06-11T" + std::string(10'000'000, '1')).error.size() < 200);
  CHECK(parse_edtf("q\xFF").error.find('\xFF') == std::string::npos);
}

TEST_CASE("dates sort by earliest instant, then the narrower first, and the unstated last") {
  const std::vector<std::string_view> order = {"../1990",
                                               "../2004",
                                               "-0044",
                                               "1999-24",
                                               "200X",
                                               "20XX",
                                               "2004-01-01T00:00:00Z",
                                               "2004-01-01",
                                               "2004-01",
                                               "2004",
                                               "2004/2005",
                                               "2004/..",
                                               "2004-02",
                                               "2023-12-22",
                                               "2023-12-22/2023-12-23",
                                               "2023-12-23",
                                               "Y12345"};
  std::vector<PartialDate> dates;
  for (const std::string_view text : order)
    dates.push_back(parsed(text));
  dates.push_back({});
  for (size_t i = 0; i < dates.size(); ++i) {
    for (size_t j = 0; j < dates.size(); ++j) {
      CAPTURE(i);
      CAPTURE(j);
      const int got = compare_dates(dates[i], dates[j]);
      CHECK((got > 0) - (got < 0) == (i > j) - (i < j));
    }
  }
}

TEST_CASE("a date that is not stated formats as nothing") {
  CHECK(format_edtf(PartialDate{}).empty());
}

TEST_CASE("random valid dates survive formatting, and random damage never breaks the reader") {
  std::mt19937 random(11);
  const auto dash_two = [](int n) { return std::string(n < 10 ? "-0" : "-").append(std::to_string(n)); };
  const auto pick = [&](int count) { return static_cast<int>(random() % static_cast<unsigned>(count)); };
  const auto date_text = [&](bool in_interval) {
    std::string year = std::to_string(pick(10000));
    year.insert(0, 4 - year.size(), '0');
    if (year != "0000" && pick(5) == 0) year.insert(0, 1, '-');
    std::string text = year;
    switch (pick(in_interval ? 5 : 10)) {
      case 0:
        text += dash_two(1 + pick(12));
        break;
      case 1:
        text += dash_two(1 + pick(12)) + dash_two(1 + pick(28));
        break;
      case 2:
        text += dash_two(21 + pick(4));
        break;
      case 3:
        text = std::string("Y") + (pick(2) == 0 ? "-" : "") + std::to_string(10000 + pick(2000000000));
        break;
      case 5:
        text.back() = 'X';
        break;
      case 6:
        text.replace(text.size() - 2, 2, "XX");
        break;
      case 7:
        text += "-XX";
        break;
      case 8:
        text += pick(2) == 0 ? "-XX-XX" : dash_two(1 + pick(12)) + "-XX";
        break;
      default:
        break;
    }
    const int qualifier = pick(6);
    if (qualifier < 3) text += "?~%"[qualifier];
    return text;
  };
  for (int round = 0; round < 100000; ++round) {
    std::string text = date_text(false);
    if (const int form = pick(4); form == 0) {
      text = date_text(true) + "/" + date_text(true);
      if (!parse_edtf(text).value)
        text = text.substr(text.find('/') + 1) + "/" + text.substr(0, text.find('/'));
    } else if (form == 1) {
      const char* const bounds[] = {"", ".."};
      text = pick(2) == 0 ? date_text(true) + "/" + bounds[pick(2)]
                          : std::string(bounds[pick(2)]).append("/").append(date_text(true));
    }
    const DateParse got = parse_edtf(text);
    REQUIRE_MESSAGE(got.value.has_value(), text, ": ", got.error);
    REQUIRE(got.value->earliest <= got.value->latest);
    REQUIRE(format_edtf(*got.value) == text);

    text[random() % text.size()] = "0129-/.XTYZ?~%+: \xFF"[pick(18)];
    if (const DateParse damaged = parse_edtf(text); damaged.value) {
      REQUIRE(damaged.error.empty());
      REQUIRE(parse_edtf(format_edtf(*damaged.value)).value == damaged.value);
    } else {
      REQUIRE_FALSE(damaged.error.empty());
    }
  }
}

TEST_CASE("days and civil dates agree over many years") {
  CHECK(days_from_civil({1970, 1, 1}) == 0);
  CHECK(days_from_civil({2000, 3, 1}) == 11017);
  CHECK(days_from_civil({1969, 12, 31}) == -1);
  CHECK(days_from_civil({0, 3, 1}) == -719468);
  int64_t days = days_from_civil({-900, 1, 1});
  for (int64_t year = -900; year <= 2500; ++year) {
    for (int month = 1; month <= 12; ++month) {
      for (int day = 1; day <= days_in_month(year, month); ++day) {
        REQUIRE(days_from_civil({year, month, day}) == days);
        const CivilDate back = civil_from_days(days);
        REQUIRE((back.year == year && back.month == month && back.day == day));
        ++days;
      }
    }
  }
  for (const int64_t year : {int64_t{999'999'999'999'999}, int64_t{-999'999'999'999'999}}) {
    const CivilDate back = civil_from_days(days_from_civil({year, 12, 31}));
    CHECK((back.year == year && back.month == 12 && back.day == 31));
  }
}
