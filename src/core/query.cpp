// The columns that a query may name.
#include "core/query.h"

namespace explorer {

const ColumnSpec* find_query_column(std::string_view name) {
  for (TableId table : AllTables) {
    if (const std::optional<size_t> column = find_column(table, name)) return &column_specs(table)[*column];
  }
  return nullptr;
}

}  // namespace explorer
