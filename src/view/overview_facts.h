// The numbers and rows behind the overview, from what the query leaves: computed once an answer, because at a
// million rows looking at each of them takes longer than drawing. No layout.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset.h"
#include "core/query.h"

namespace explorer {

// How many regions a first place is claimed in, and how many of them are named.
struct RegionClaim {
  Quantity claimed;    // the largest claim; not stated if every region is named
  uint32_t named = 0;  // countries named at No. 1, on the chart of the claim if there is one
  uint32_t chart = 0;  // entry of the claim's chart
};

// A row on the list of everything dated.
struct Dated {
  PartialDate date;
  RowRef row;
  size_t count = 1;  // chart entries of the same date stand on one line
};

struct OverviewFacts {
  RegionClaim claim;
  // Distinct values in order of appearance; the charts are those with an entry at position 1. (Copies: while
  // a dataset grows, its texts move.)
  std::vector<std::string> charts_topped, release_kinds;
  std::optional<RowIndex> newest_release;  // by the earliest instant of its date
  std::optional<RowIndex> longest_video;
  std::vector<Dated> dated;  // the earliest ones, in order
};

OverviewFacts overview_facts(const Dataset& dataset, const std::array<QueryResult, TableCount>& results);

// "> 90", "about 30" as "~ 30": a quantity in as few letters as a headline figure allows.
std::string figure_quantity(const Quantity& quantity);

}  // namespace explorer
