// The query engine against its naive twin (query_twin.h): small datasets, each question asked once.
#include "query_twin.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "query_at_once.h"
#include "query_random.h"
#include "state/query_text.h"

namespace explorer::test {

TEST_CASE("the engine gives the rows and the order that a naive twin gives") {
  Random random(20231222);
  size_t rows_seen = 0;
  size_t some_but_not_all = 0;
  for (int round = 0; round < 200; ++round) {
    const std::unique_ptr<Dataset> dataset = random_dataset(random);
    for (int i = 0; i < 20; ++i) {
      const Query query = random_query(random, false);
      for (TableId table : AllTables) {
        const QueryResult result = run_query(*dataset, query, table);
        rows_seen += result.rows.size();
        if (!result.rows.empty() && result.rows.size() < result.total) ++some_but_not_all;
        if (result.rows == run_twin(*dataset, query, table)) continue;
        CAPTURE(round);
        FAIL_CHECK("table " << static_cast<int>(table) << ": " << format_query(query));
      }
    }
  }
  // The cases must be worth something: neither all empty nor all full.
  CHECK(rows_seen > 20'000);
  CHECK(some_but_not_all > 3'000);
}

TEST_CASE("facet counts are what counting row by row gives") {
  Random random(7);
  size_t counted = 0;
  for (int round = 0; round < 60; ++round) {
    const std::unique_ptr<Dataset> dataset = random_dataset(random);
    const Query query = random_query(random, false);
    for (TableId table : AllTables) {
      const auto specs = column_specs(table);
      for (size_t column = 0; column < specs.size(); ++column) {
        Query others = remove_column_terms(query, specs[column].name);
        others.sort.clear();
        const std::vector<RowIndex> rows = run_twin(*dataset, others, table);
        for (const FacetValue& facet : facet_values(*dataset, query, table, column)) {
          CHECK(facet.count == count_twin(*dataset, rows, table, column, facet.value));
          counted += facet.count;
        }
      }
    }
  }
  CHECK(counted > 1'000);
}

}  // namespace explorer::test
