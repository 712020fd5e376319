// What a cell holds, as conditions of the query: rows that are like it, or all but those.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "state/command.h"

namespace explorer {

struct CellFilter {
  std::string name;                      // of the value, as on screen; empty: nothing is stated
  std::optional<Command> only, without;  // nothing where the query says so already
};

// Of a list one for each of its first values. None of a text that is too long to ask for.
std::vector<CellFilter> cell_filters(const AppState& state, const Dataset& dataset, RowRef row,
                                     size_t column);

}  // namespace explorer
