// A state in words that have nothing to do with addresses, for tests that compare the two.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "state/app_state.h"

namespace explorer::test {

using Lines = std::vector<std::pair<std::string, std::string>>;  // what and how

// What a state has that the one a reader starts with has not. `dataset`: of the selected row.
Lines describe(const AppState& state, const Dataset* dataset);
// The columns alone: which are shown where they are not the usual ones, and widths.
void describe_columns(Lines& lines, const AppState& state);
// "broken map, newer"
std::string describe_notes(const AppState& state);

// A line each.
std::string joined(const Lines& lines);

}  // namespace explorer::test
