// How one value of a column is read whatever the column's type: shared by matching, sorting and facets.
#pragma once

#include "core/dataset.h"

namespace explorer {

// Whether the values of such a column are texts of the string pool.
inline bool holds_strings(ColumnType type) {
  return type == ColumnType::Text || type == ColumnType::Category || type == ColumnType::CategoryList ||
         type == ColumnType::Region;
}

// The texts of a row of a column that holds_strings: none, one, or for a list any number.
inline std::span<const StringId> strings_of(const Column& column, RowIndex row) {
  if (column.spec.type == ColumnType::CategoryList) return column.list(row);
  const StringId* value = &column.strings[row];
  return {value, *value == StringId::None ? size_t{0} : size_t{1}};
}

inline bool is_stated(const Column& column, RowIndex row) {
  if (column.spec.type == ColumnType::Date) return column.dates[row].stated();
  if (holds_strings(column.spec.type)) return !strings_of(column, row).empty();
  return column.numbers[row].stated;
}

}  // namespace explorer
