// Whether a row is what the reader points at, or belongs with it: rows that a link joins, and chart entries
// of a region with what they are about. No layout.
#pragma once

#include "core/dataset.h"
#include "state/app_state.h"

namespace explorer {

// Looks at the first links of a row only, so that a row with thousands of them costs no more than others.
bool is_relative(const Dataset& dataset, const std::optional<Subject>& pointed, RowRef row);

}  // namespace explorer
