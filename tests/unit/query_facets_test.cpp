// Facet values, column ranges, and the numbers and durations that a query may contain.
#include <doctest/doctest.h>

#include "core/query.h"
#include "dataset_fixture.h"
#include "query_at_once.h"
#include "state/query_text.h"

namespace explorer::test {
namespace {

// "value count/total, ..." for a column under a query.
std::string facets(TableId table, size_t column, std::string_view query_text) {
  const Dataset& dataset = sample_dataset();
  std::string out;
  for (const FacetValue& facet : facet_values(dataset, parse_query(query_text).query, table, column)) {
    if (!out.empty()) out += ", ";
    out.append(dataset.column(table, column).value_text(facet.value)) += ' ';
    out += std::to_string(facet.count) + "/" + std::to_string(facet.total);
  }
  return out;
}

}  // namespace

TEST_CASE("facet values come most frequent first and ignore the terms on their own column") {
  struct Case {
    TableId table;
    size_t column;
    std::string_view query;
    std::string_view expected;
  };
  const Case cases[] = {
      {TableId::Releases, release_column::Kind, "", "single 3/3, album 1/1, docuseries 1/1"},
      {TableId::Releases, release_column::Kind, "kind=album", "single 3/3, album 1/1, docuseries 1/1"},
      {TableId::Releases, release_column::Kind, "artist:jimin", "album 1/1, single 1/3, docuseries 0/1"},
      {TableId::Releases, release_column::Kind, "artist:jimin -kind:single",
       "album 1/1, single 1/3, docuseries 0/1"},
      {TableId::Releases, release_column::Kind, "nothing", "album 0/1, docuseries 0/1, single 0/3"},
      {TableId::Releases, release_column::Artist, "", "Jimin 2/2, Jung Kook 1/1, Latto 1/1"},
      {TableId::ChartEntries, chart_column::Region, "title:seven",
       "BY 1/1, RU 1/1, 150 0/1, KR 0/1, US 0/1, 001 0/1, ZZ 0/1"},
      {TableId::Events, event_column::Place, "", ""},
      {TableId::Videos, video_column::Duration, "", ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.query);
    CHECK(facets(test.table, test.column, test.query) == test.expected);
  }
}

TEST_CASE("the range of a column is what its rows state") {
  const Dataset& dataset = sample_dataset();
  const auto position = column_range(dataset, TableId::ChartEntries, chart_column::Position);
  REQUIRE(position);
  CHECK(position->least == 1);
  CHECK(position->greatest == 10);
  const auto date = column_range(dataset, TableId::Releases, release_column::Date);
  REQUIRE(date);
  CHECK(date->least == days_from_civil({2023, 3, 1}));
  CHECK(date->greatest == days_from_civil({2024, 2, 29}));
  CHECK(!column_range(dataset, TableId::Videos, video_column::Rank));
  CHECK(!column_range(dataset, TableId::Videos, video_column::Title));
}

TEST_CASE("open ends and instants before 1970 do not distort the range of a column") {
  DatasetBuilder builder;
  builder.add_row(TableId::Events, "a", {{"date", "../1969-12-31"}});
  builder.add_row(TableId::Events, "b", {{"date", "1969-12-30/.."}});
  const std::unique_ptr<Dataset> dataset = builder.finish();
  const auto date = column_range(*dataset, TableId::Events, event_column::Date);
  REQUIRE(date);
  CHECK(date->least == -2);
  CHECK(date->greatest == -1);
}

TEST_CASE("counts are read as whole numbers only") {
  struct Case {
    std::string_view text;
    std::optional<int64_t> value;
  };
  const Case cases[] = {
      {"0", 0},    {"12", 12}, {"-3", -3},           {"007", 7},  {"9223372036854775807", INT64_MAX},
      {"", {}},    {"-", {}},  {"1.5", {}},          {"1 ", {}},  {"9223372036854775808", {}},
      {"--1", {}}, {"+1", {}}, {"\xef\xbc\x91", {}}, {"1e3", {}}, {"99999999999999999999999", {}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(parse_count(test.text) == test.value);
  }
}

TEST_CASE("durations are read in every way that readers write them") {
  struct Case {
    std::string_view text;
    std::optional<int64_t> secs;
  };
  using namespace std::string_view_literals;
  const Case cases[] = {
      {"PT30M", 1800},
      {"pt1h2m3s", 3723},
      {"P1DT2H", 93'600},
      {"P2W", 1'209'600},
      {"P1D", 86'400},
      {"PT0S", 0},
      {"30min", 1800},
      {"30MIN", 1800},
      {"90s", 90},
      {"1h30m", 5400},
      {"1h30min5s", 5405},
      {"2h", 7200},
      {"12:30", 750},
      {"1:02:03", 3723},
      {"0:07", 7},
      {"90:00", 5400},
      {"245", 245},
      {"", {}},
      {"P", {}},
      {"PT", {}},
      {"P1DT", {}},
      {"P1M", {}},
      {"P1Y", {}},
      {"PT5", {}},
      {"PT1M1H", {}},
      {"PT1M1M", {}},
      {"PTT1M", {}},
      {"30 min", 1800},
      {"m", {}},
      {"1x", {}},
      {"12:3", {}},
      {"12:60", {}},
      {"1:2:3", {}},
      {":30", {}},
      {"12:", {}},
      {"1:02:03:04", {}},
      {"-5", {}},
      {"PT1.5S", {}},
      {"5t", {}},
      {"PT5M\0"sv, {}},
      {"5m\0"sv, {}},
      {"9223372036854775807h", {}},
      {"9223372036854775807:00", {}},
      {"P9223372036854775807W", {}},
  };
  for (const Case& test : cases) {
    CAPTURE(test.text);
    CHECK(parse_duration(test.text) == test.secs);
  }
}

}  // namespace explorer::test
