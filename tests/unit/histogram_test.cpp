// Histograms: bars with round borders, against counting row by row.
#include <doctest/doctest.h>

#include <algorithm>
#include <optional>

#include "core/facet_counts.h"
#include "query_random.h"

namespace explorer::test {
namespace {

constexpr int64_t SecondsPerDay = 86'400;

Column number_column(const std::vector<int64_t>& numbers) {
  Column column({"number", ColumnType::Number, true});
  for (const int64_t number : numbers)
    column.append_number({number, Qualifier::Exact, true});
  return column;
}

Column date_column(const std::vector<std::string>& dates) {
  Column column({"date", ColumnType::Date, true});
  for (const std::string& text : dates) {
    const DateParse date = parse_edtf(text);
    REQUIRE(date.value);
    column.append_date(*date.value);
  }
  return column;
}

RowSet all_rows(const Column& column) {
  RowSet rows(column.entries().size());
  rows.invert();
  return rows;
}

std::vector<HistogramBar> bars_of(const Column& column, size_t max_bars) {
  const FacetCounts counts = count_values(column, all_rows(column));
  return histogram(column, counts, counts, max_bars);
}

// "[least greatest] ..." of the bars.
std::string borders(const std::vector<HistogramBar>& bars) {
  std::string out;
  for (const HistogramBar& bar : bars)
    out += "[" + std::to_string(bar.least) + " " + std::to_string(bar.greatest) + "]";
  return out;
}

std::string civil(int64_t day) {
  const CivilDate date = civil_from_days(day);
  return std::to_string(date.year) + "-" + std::to_string(date.month) + "-" + std::to_string(date.day);
}

// Where a row counts, by the words of the header.
std::optional<int64_t> place_of_row(const Column& column, RowIndex row) {
  if (!column.is_stated(row)) return std::nullopt;
  if (column.spec.type != ColumnType::Date) return column.number(row).value;
  const PartialDate& date = column.date(row);
  const int64_t instant = date.earliest == EarliestInstant ? date.latest : date.earliest;
  if (instant == LatestInstant) return std::nullopt;
  const int64_t day = instant / SecondsPerDay;
  return day * SecondsPerDay > instant ? day - 1 : day;
}

void check_bars(const Column& column, const RowSet& rows, size_t max_bars) {
  const RowSet all = all_rows(column);
  const std::vector<HistogramBar> bars =
      histogram(column, count_values(column, rows), count_values(column, all), max_bars);
  CHECK(bars.size() <= std::max<size_t>(max_bars, 2));
  std::vector<HistogramBar> expected = bars;
  for (HistogramBar& bar : expected)
    bar.count = bar.total = 0;
  uint32_t placed = 0;
  for (RowIndex row = 0; row < all.row_count(); ++row) {
    const std::optional<int64_t> place = place_of_row(column, row);
    if (!place) continue;
    ++placed;
    for (HistogramBar& bar : expected) {
      if (*place < bar.least || *place > bar.greatest) continue;
      bar.count += rows.has(row);
      ++bar.total;
      --placed;
    }
  }
  CHECK(placed == 0);  // each is in one bar
  CHECK(bars.empty() ==
        (count_values(column, all).not_stated == all.row_count() ||
         std::ranges::all_of(expected, [](const HistogramBar& bar) { return bar.total == 0; })));
  for (size_t i = 0; i < bars.size(); ++i) {
    CHECK(bars[i].least <= bars[i].greatest);
    if (i > 0) CHECK(bars[i - 1].greatest + 1 == bars[i].least);
    CHECK(bars[i].count == expected[i].count);
    CHECK(bars[i].total == expected[i].total);
  }
  if (bars.empty()) return;
  CHECK(bars.front().total > 0);
  CHECK(bars.back().total > 0);
}

}  // namespace

TEST_CASE("bars of numbers are steps of 1, 2 or 5 times a power of ten") {
  struct Case {
    std::vector<int64_t> numbers;
    size_t max_bars;
    std::string_view borders;
  };
  const Case cases[] = {
      {{7}, 10, "[7 7]"},
      {{1, 4}, 10, "[1 1][2 2][3 3][4 4]"},
      {{1, 4}, 3, "[0 1][2 3][4 5]"},
      {{0, 9}, 5, "[0 1][2 3][4 5][6 7][8 9]"},
      {{0, 10}, 5, "[0 4][5 9][10 14]"},
      {{3, 21}, 4, "[0 9][10 19][20 29]"},
      {{-3, 3}, 4, "[-4 -3][-2 -1][0 1][2 3]"},
      {{-1, 0}, 1, "[-1 -1][0 0]"},
      {{-1'000'000, 999'999}, 2, "[-1000000 -1][0 999999]"},
      {{10, 1990},
       10,
       "[0 199][200 399][400 599][600 799][800 999][1000 1199][1200 1399][1400 1599]"
       "[1600 1799][1800 1999]"},
      {{INT64_MAX}, 5, "[9223372036854775807 9223372036854775807]"},
      {{INT64_MIN}, 5, "[-9223372036854775808 -9223372036854775808]"},
      {{INT64_MIN, INT64_MAX}, 2, "[-9223372036854775808 -1][0 9223372036854775807]"},
      {{INT64_MIN, INT64_MAX},
       4,
       "[-9223372036854775808 -5000000000000000001][-5000000000000000000 -1][0 4999999999999999999]"
       "[5000000000000000000 9223372036854775807]"},
      {{INT64_MAX - 1, INT64_MAX},
       1,
       "[9223372036854775806 9223372036854775806][9223372036854775807 9223372036854775807]"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.max_bars);
    const Column column = number_column(test.numbers);
    CHECK(borders(bars_of(column, test.max_bars)) == test.borders);
    check_bars(column, all_rows(column), test.max_bars);
  }
}

TEST_CASE("bars of dates are days, months, quarters, years, decades, centuries") {
  struct Case {
    std::vector<std::string> dates;
    size_t max_bars;
    size_t bars;
    std::string_view first, second;  // their first days
  };
  const Case cases[] = {
      {{"2023-12-22"}, 10, 1, "2023-12-22", ""},
      {{"2023-12-22", "2023-12-31"}, 10, 10, "2023-12-22", "2023-12-23"},
      {{"2023-12-22", "2024-01-01"}, 10, 2, "2023-12-1", "2024-1-1"},
      {{"2023-12", "2024-09"}, 10, 10, "2023-12-1", "2024-1-1"},
      {{"2023-12", "2024-10"}, 10, 5, "2023-10-1", "2024-1-1"},
      {{"2020", "2029"}, 10, 10, "2020-1-1", "2021-1-1"},
      {{"2019", "2029"}, 10, 3, "2015-1-1", "2020-1-1"},
      {{"1950", "2029"}, 10, 8, "1950-1-1", "1960-1-1"},
      {{"1850", "2029"}, 10, 3, "1800-1-1", "1900-1-1"},
      {{"-0001", "0001"}, 10, 9, "-1-1-1", "-1-4-1"},
      {{"-0150", "2000"}, 5, 4, "-1000-1-1", "0-1-1"},
      {{"../1969-12-31", "1970-01-01/.."}, 10, 2, "1969-12-31", "1970-1-1"},
      {{"/2023-12-22", "2023-12-22/"}, 10, 1, "2023-12-22", ""},
      {{"Y-99999999999", "Y99999999999"}, 2, 2, "-100000000000-1-1", "0-1-1"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.dates.front());
    const Column column = date_column(test.dates);
    const std::vector<HistogramBar> bars = bars_of(column, test.max_bars);
    REQUIRE(bars.size() == test.bars);
    CHECK(civil(bars[0].least) == test.first);
    if (bars.size() > 1) CHECK(civil(bars[1].least) == test.second);
    check_bars(column, all_rows(column), test.max_bars);
  }
}

TEST_CASE("a column without a value, of texts, or without room for bars has none") {
  CHECK(bars_of(number_column({}), 10).empty());
  CHECK(bars_of(date_column({}), 10).empty());
  CHECK(bars_of(number_column({1}), 0).empty());
  Column texts({"text", ColumnType::Text, true});
  texts.append_text("a");
  CHECK(bars_of(texts, 10).empty());
  Column gone({"number", ColumnType::Number, true});
  gone.append_number({7, Qualifier::Exact, true});
  gone.set_number(0, {});
  CHECK(bars_of(gone, 10).empty());
}

TEST_CASE("bars of random numbers and dates hold what counting row by row gives") {
  Random random(14);
  for (int round = 0; round < 1500; ++round) {
    const uint32_t rows = 1 + random.below(40);
    Column numbers({"number", random.one_in(2) ? ColumnType::Number : ColumnType::Duration, true});
    Column dates({"date", ColumnType::Date, true});
    const uint32_t shift = random.below(33), years = 1 + random.below(random.one_in(3) ? 9000 : 30);
    for (uint32_t row = 0; row < rows; ++row) {
      const int64_t wide = static_cast<int64_t>(uint64_t{random.below(1U << 31)} << shift);
      const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, INT64_MAX - 1, INT64_MAX};
      const int64_t number = random.one_in(30) ? ends[random.below(4)] : random.one_in(2) ? wide : -wide;
      numbers.append_number({number, static_cast<Qualifier>(random.below(6)), !random.one_in(5)});
      const std::string year = std::to_string(10'000 + random.below(years)).substr(1);
      const std::string_view form[] = {"", "-03", "-11-30", "-02-01T23:59:59Z", "/.."};
      const std::string text = random.one_in(8)   ? "../" + year
                               : random.one_in(8) ? "/" + year
                               : random.one_in(8) && year != "0000"
                                   ? "-" + year
                                   : year + std::string(form[random.below(5)]);
      const DateParse date = parse_edtf(text);
      REQUIRE(date.value);
      dates.append_date(random.one_in(5) ? PartialDate() : *date.value);
    }
    for (const Column* column : {&numbers, &dates}) {
      RowSet some(column->entries().size());
      for (RowIndex row = 0; row < some.row_count(); ++row) {
        if (random.one_in(2)) some.add(row);
      }
      check_bars(*column, some, 1 + random.below(random.one_in(2) ? 6 : 60));
    }
  }
}

}  // namespace explorer::test
