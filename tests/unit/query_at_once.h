// One question of one table, answered without steps by an engine of its own.
#pragma once

#include <optional>
#include <vector>

#include "core/facet_counts.h"
#include "core/query.h"

namespace explorer::test {

QueryResult run_query(const Dataset& dataset, const Query& query, TableId table);

// All values that any row states; empty for a column of numbers or dates.
std::vector<FacetValue> facet_values(const Dataset& dataset, const Query& query, TableId table,
                                     size_t column);

std::optional<ColumnRange> column_range(const Dataset& dataset, TableId table, size_t column);

}  // namespace explorer::test
