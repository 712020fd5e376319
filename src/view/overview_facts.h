// The numbers behind the overview's key figures, from the rows that the query leaves. No layout.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/build_scene.h"

namespace explorer {

// How many regions a first place is claimed in, and how many of them are named.
struct RegionClaim {
  Quantity claimed;    // the largest claim; not stated if every region is named
  uint32_t named = 0;  // countries named at No. 1, on the chart of the claim if there is one
  uint32_t chart = 0;  // entry of the claim's chart
};
RegionClaim region_claim(const Dataset& dataset, const Results& results);

// Distinct values of a category among the result rows, in order of appearance; `first_only` counts only
// rows at position 1 (chart entries).
std::vector<std::string_view> distinct_values(const Dataset& dataset, const Results& results, TableId table,
                                              size_t column, bool first_only);

// The result row with the latest date (by its earliest instant), or with the greatest number.
std::optional<RowIndex> newest_row(const Dataset& dataset, const Results& results, TableId table,
                                   size_t column);
std::optional<RowIndex> greatest_row(const Dataset& dataset, const Results& results, TableId table,
                                     size_t column);

// "> 90", "about 30" as "~ 30": a quantity in as few letters as a headline figure allows.
std::string figure_quantity(const Quantity& quantity);

}  // namespace explorer
