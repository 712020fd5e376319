// See query_at_once.h.
#include "query_at_once.h"

#include "core/query_engine.h"

namespace explorer::test {
namespace {

// Works as little as it takes: the other tables are not asked.
void answer(QueryEngine& engine, const Query& query, TableId table) {
  engine.ask(query, table);
  while (!engine.is_answered(table))
    engine.work({[](void*) { return true; }, nullptr});
}

}  // namespace

QueryResult run_query(const Dataset& dataset, const Query& query, TableId table) {
  QueryEngine engine(dataset);
  answer(engine, query, table);
  return engine.result(table);
}

std::vector<FacetValue> facet_values(const Dataset& dataset, const Query& query, TableId table,
                                     size_t index) {
  const Column& column = dataset.column(table, index);
  if (!holds_strings(column.spec.type)) return {};
  QueryEngine engine(dataset);
  answer(engine, query, table);
  return order_facets(column, engine.facet_counts(table, index), engine.total_counts(table, index));
}

std::optional<ColumnRange> column_range(const Dataset& dataset, TableId table, size_t column) {
  return explorer::column_range(dataset.column(table, column),
                                QueryEngine(dataset).total_counts(table, column));
}

}  // namespace explorer::test
