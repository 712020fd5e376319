// The order of rows. Each sort key becomes a rank per row, so that rows compare as whole numbers whatever
// the column's type.
#pragma once

#include <cstdint>
#include <vector>

#include "core/query.h"

namespace explorer {

// Sorts `order` (any numbers) by `before`, a strict weak order that gets `context`. The one sort routine of
// the engine, so that its code exists once.
void sort_indices(std::vector<uint32_t>& order, bool (*before)(const void* context, uint32_t a, uint32_t b),
                  const void* context);

// Puts rows of `table` (given in ascending order) into the order of `keys`, as run_query promises.
void sort_rows(const Dataset& dataset, TableId table, const std::vector<SortKey>& keys,
               std::vector<RowIndex>& rows);

// The collation key of a text of a column: of the name for a region, of the text itself otherwise.
std::string string_sort_key(const Dataset& dataset, ColumnType type, StringId id);

}  // namespace explorer
