// What is counted of each region, and the colours that stand for it.
#include "view/region_facts.h"

#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "view/format.h"
#include "view/map_scale.h"

using namespace explorer;
using namespace explorer::test;

namespace {

RowSets all_rows(const Dataset& dataset) {
  RowSets sets;
  for (const TableId table : AllTables) {
    sets[static_cast<size_t>(table)] = RowSet(dataset.table(table).row_count);
    sets[static_cast<size_t>(table)].invert();
  }
  return sets;
}

struct Entry {
  std::string_view region, chart, position;
};

std::unique_ptr<Dataset> entries(const std::vector<Entry>& rows) {
  DatasetBuilder builder;
  for (const Entry& row : rows) {
    builder.add_row(TableId::ChartEntries, "c" + std::to_string(&row - rows.data()),
                    {{"region", row.region}, {"chart", row.chart}, {"position", row.position}});
  }
  return builder.finish();
}

// "KR 1 of 2, FR - of 1": code, best position and number of entries, in the order of the facts.
std::string told(const Dataset& dataset) {
  std::string text;
  for (const RegionFact& fact : region_facts(dataset, all_rows(dataset), false).regions) {
    if (!text.empty()) text += ", ";
    text += fact.code + ' ' + (fact.best.stated ? format_quantity(fact.best) : "-") + " of " +
            std::to_string(fact.entries);
  }
  return text;
}

std::string bins(const std::vector<Entry>& rows, MapMeasure measure) {
  const auto dataset = entries(rows);
  const MapScale scale = map_scale(region_facts(*dataset, all_rows(*dataset), true), measure);
  std::string text;
  for (size_t i = 0; i < scale.bins.size(); ++i)
    text += (i == 0 ? "" : " | ") + bin_text(scale, i);
  return text + (scale.unplaced ? " | ?" : "");
}

}  // namespace

TEST_CASE("regions come by their best position, then by how many entries name them, unstated ones last") {
  const auto dataset = entries({{"KR", "Bugs", "3"},
                                {"KR", "Melon", "1"},
                                {"JP", "iTunes", "1"},
                                {"FR", "iTunes", ""},
                                {"US", "iTunes", "~10"},
                                {"", "iTunes", "1"},
                                {"001", "YouTube", "1"}});
  CHECK(told(*dataset) == "KR 1 of 2, JP 1 of 1, 001 1 of 1, US about 10 of 1, FR - of 1");
}

TEST_CASE(
    "a position of 0 or below is no place in a chart, and a code that does not exist is a region of its "
    "own") {
  const auto dataset = entries({{"KR", "Bugs", "0"}, {"KR", "Melon", "-3"}, {"ZZ", "iTunes", "2"}});
  CHECK(told(*dataset) == "ZZ 2 of 1, KR - of 2");
  const RegionFacts facts = region_facts(*dataset, all_rows(*dataset), false);
  CHECK(region_title(facts.regions[0]) == "ZZ");
  CHECK(facts.regions[0].name.empty());
  CHECK(facts.regions[1].unplaced == 2);
  CHECK(facts.find("KR") == &facts.regions[1]);
  CHECK(facts.find("FR") == nullptr);
}

TEST_CASE("the best entries of a region are of different charts") {
  const auto dataset = entries({{"KR", "Bugs", "3"},
                                {"KR", "Bugs", "2"},
                                {"KR", "Melon", ""},
                                {"KR", "Genie", "9"},
                                {"KR", "Flo", "4"},
                                {"KR", "Melon", "1"},
                                {"KR", "Bugs", "8"}});
  const RegionFacts facts = region_facts(*dataset, all_rows(*dataset), false);
  REQUIRE(facts.regions[0].best_count == 3);
  CHECK(facts.regions[0].best_entries == std::array<RowIndex, 3>{5, 1, 4});
}

TEST_CASE("rows of a region are its entries and, once each, what they are linked to and the query leaves") {
  DatasetBuilder builder;
  const RowRef song = builder.add_row(TableId::Releases, "r", {{"title", "Song"}});
  const RowRef video = builder.add_row(TableId::Videos, "v", {{"title", "Video"}});
  for (const std::string_view region : {"KR", "JP", "KR"}) {
    const RowRef entry = builder.add_row(TableId::ChartEntries, "c", {{"region", region}});
    builder.link(entry, song);
    builder.link(entry, video);
  }
  const auto dataset = builder.finish();
  RowSets rows = all_rows(*dataset);
  RegionFacts facts = region_facts(*dataset, rows, true);
  CHECK(facts.find("KR")->rows == 4);
  CHECK(facts.find("JP")->rows == 3);
  rows[static_cast<size_t>(TableId::Videos)] = RowSet(1);
  facts = region_facts(*dataset, rows, true);
  CHECK(facts.find("KR")->rows == 3);
}

TEST_CASE("the legend has a bin for each step that is needed, the first one in words") {
  const std::vector<Entry> first = {{"KR", "a", "1"}, {"JP", "a", "1"}};
  CHECK(bins(first, MapMeasure::BestPosition) == "No. 1");
  CHECK(bins({{"KR", "a", "1"}, {"JP", "a", "35"}, {"FR", "a", ""}}, MapMeasure::BestPosition) ==
        "No. 1 | 2\xE2\x80\x93"
        "10 | 11\xE2\x80\x93"
        "40 | ?");
  CHECK(bins({{"KR", "a", "250"}}, MapMeasure::BestPosition).ends_with(" | over 100"));
  CHECK(bins(first, MapMeasure::Entries) == "1 entry");
  CHECK(bins({{"KR", "a", ""}, {"KR", "b", ""}, {"JP", "a", ""}}, MapMeasure::Entries) == "1 entry | 2");
  CHECK(bins({{"001", "a", "1"}}, MapMeasure::BestPosition).empty());
}

TEST_CASE("with hundreds of regions the bins of a count ascend without gaps, and every region has a colour") {
  std::vector<Entry> rows;
  const std::span<const Region> regions = all_regions();
  for (size_t i = 0; i < regions.size(); ++i) {
    for (size_t k = 0; k <= i * i / 200; ++k)
      rows.push_back({regions[i].code, "a", "5"});
  }
  const auto dataset = entries(rows);
  const RegionFacts facts = region_facts(*dataset, all_rows(*dataset), true);
  const MapScale scale = map_scale(facts, MapMeasure::Entries);
  REQUIRE(scale.bins.size() == 5);
  CHECK(scale.bins[4].color == Color::Scale5);
  for (size_t i = 1; i < scale.bins.size(); ++i)
    CHECK(scale.bins[i].least == scale.bins[i - 1].greatest + 1);
  for (const RegionFact& fact : facts.regions) {
    if (!fact.group) CHECK(scale_color(scale, measured(fact, MapMeasure::Entries)) != Color::None);
  }
}
