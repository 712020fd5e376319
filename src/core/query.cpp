// The entry to the query engine: match, then sort.
#include "core/query.h"

#include "core/query_match.h"
#include "core/query_sort.h"

namespace explorer {

const ColumnSpec* find_query_column(std::string_view name) {
  for (TableId table : AllTables) {
    if (const std::optional<size_t> column = find_column(table, name)) return &column_specs(table)[*column];
  }
  return nullptr;
}

QueryResult run_query(const Dataset& dataset, const Query& query, TableId table) {
  Matcher matcher(dataset);
  QueryResult result;
  result.rows = matcher.match_terms(query, table).rows();
  result.total = dataset.table(table).row_count;
  sort_rows(dataset, table, query.sort, result.rows);
  return result;
}

}  // namespace explorer
