// Counts of values against counting row by row, and the order of facets.
#include "core/facet_counts.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/text_fold.h"
#include "query_random.h"

namespace explorer::test {
namespace {

RowSet random_rows(Random& random, uint32_t rows, uint32_t one_in) {
  RowSet set(rows);
  for (RowIndex row = 0; row < rows; ++row) {
    if (random.one_in(one_in)) set.add(row);
  }
  return set;
}

Column random_list_column(Random& random, uint32_t rows) {
  Column column({"list", ColumnType::CategoryList, true});
  for (uint32_t row = 0; row < rows; ++row) {
    std::vector<std::string> words;
    for (uint32_t left = random.below(4); left > 0; --left)
      words.push_back("w" + std::to_string(random.below(40)));
    column.append_list(std::vector<std::string_view>(words.begin(), words.end()));
  }
  return column;
}

}  // namespace

TEST_CASE("each value counts in the rows that state it, lists in each of theirs") {
  Random random(15);
  for (int round = 0; round < 40; ++round) {
    const uint32_t rows = random.below(400);
    const Column column = random_list_column(random, rows);
    const RowSet set = random_rows(random, rows, 1 + random.below(4));
    const FacetCounts counts = count_values(column, set);
    REQUIRE(counts.by_value.size() == column.value_count());
    std::vector<uint32_t> expected(column.value_count());
    uint32_t not_stated = 0;
    for (RowIndex row = 0; row < rows; ++row) {
      if (!set.has(row)) continue;
      if (!column.is_stated(row)) ++not_stated;
      for (ValueCode code = 0; code < column.value_count(); ++code) {
        if (std::ranges::find(column.list(row), code) != column.list(row).end()) ++expected[code];
      }
    }
    CHECK(counts.by_value == expected);
    CHECK(counts.not_stated == not_stated);
  }
}

TEST_CASE("rows beyond the last one that states a value state none") {
  Column column({"category", ColumnType::Category, true});
  column.append_text("a");
  RowSet rows(130);
  rows.invert();
  const FacetCounts counts = count_values(column, rows);
  CHECK(counts.by_value == std::vector<uint32_t>{1});
  CHECK(counts.not_stated == 129);
}

TEST_CASE("facets come most frequent first, then by collation, as many as are wanted") {
  Random random(16);
  for (int round = 0; round < 200; ++round) {
    Column column({"category", ColumnType::Category, true});
    const uint32_t count = 1 + random.below(40);
    FacetCounts counts, totals;
    for (ValueCode code = 0; code < count; ++code) {
      column.add_value("\u00c4b" + std::to_string(code * 7 % 41));
      totals.by_value.push_back(random.below(4));
      counts.by_value.push_back(std::min(random.below(4), totals.by_value.back()));
    }
    std::vector<ValueCode> expected;
    for (ValueCode code = 0; code < count; ++code) {
      if (totals.by_value[code] > 0) expected.push_back(code);
    }
    std::ranges::sort(expected, [&](ValueCode a, ValueCode b) {
      if (counts.by_value[a] != counts.by_value[b]) return counts.by_value[a] > counts.by_value[b];
      return collation_key(column.value_text(a)) < collation_key(column.value_text(b));
    });
    for (const size_t limit : {size_t{0}, size_t{1}, size_t{5}, size_t{39}, size_t{40}, SIZE_MAX}) {
      const std::vector<FacetValue> facets = order_facets(column, counts, totals, {{}, limit});
      REQUIRE(facets.size() == std::min(limit, expected.size()));
      for (size_t i = 0; i < facets.size(); ++i) {
        CHECK(facets[i].value == expected[i]);
        CHECK(facets[i].count == counts.by_value[expected[i]]);
        CHECK(facets[i].total == totals.by_value[expected[i]]);
      }
    }
  }
}

}  // namespace explorer::test
