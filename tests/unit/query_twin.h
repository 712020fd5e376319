// The naive twin of the query engine: one row and one value at a time, no sets, no ranks, no steps. What it
// gives is right by being obvious; it is never fast.
#pragma once

#include <vector>

#include "core/query.h"

namespace explorer::test {

// What QueryResult::rows must hold.
std::vector<RowIndex> run_twin(const Dataset& dataset, const Query& query, TableId table);

// How many of `rows` state `value` in `column`.
uint32_t count_twin(const Dataset& dataset, const std::vector<RowIndex>& rows, TableId table, size_t column,
                    ValueCode value);

}  // namespace explorer::test
