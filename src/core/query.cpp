// The pure entry to the query engine: one question, one table, answered at once.
#include "core/query.h"

#include "core/query_engine.h"

namespace explorer {

const ColumnSpec* find_query_column(std::string_view name) {
  for (TableId table : AllTables) {
    if (const std::optional<size_t> column = find_column(table, name)) return &column_specs(table)[*column];
  }
  return nullptr;
}

QueryResult run_query(const Dataset& dataset, const Query& query, TableId table) {
  QueryEngine engine(dataset);
  engine.ask(query, table);
  while (!engine.is_answered(table))
    engine.work({[](void*) { return true; }, nullptr});
  return engine.result(table);
}

}  // namespace explorer
