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
  Quantity claimed;                // the largest claim; not stated if every region is named
  uint32_t named = 0;              // countries named at No. 1, on the chart of the claim if there is one
  std::vector<std::string> codes;  // theirs, the first ones
  uint32_t chart = 0;              // entry of the claim's chart
};

// A row on the list of everything dated.
struct Dated {
  PartialDate date;
  RowRef row;
  size_t count = 1;  // chart entries of the same date stand on one line
};

// How much video there is. Only stated lengths can be added up.
struct VideoTime {
  int64_t secs = 0;
  uint64_t stated = 0;    // videos with a length
  bool about = false;     // one of these lengths is approximate, or an upper bound
  bool at_least = false;  // one of them is a lower bound
  Quantity longest;
  bool longest_inferred = false;
  // For the end of a scale: the longest length, unless it leaves most of the others no room.
  int64_t scale_secs = 0;
};

struct OverviewFacts {
  RegionClaim claim;
  // Distinct values in order of appearance; the charts are those with an entry at position 1. (Copies: while
  // a dataset grows, its texts move.)
  std::vector<std::string> charts_topped, release_kinds;
  std::optional<RowIndex> newest_release;  // by the earliest instant of its date
  VideoTime video_time;
  std::vector<Dated> dated;  // the earliest ones, in order
  std::vector<RowRef>
      latest;  // dated rows of all tables, the newest first; of one date the most precise first
};

VideoTime video_time(const Dataset& dataset, const std::array<QueryResult, TableCount>& results);

OverviewFacts overview_facts(const Dataset& dataset, const std::array<QueryResult, TableCount>& results);

// "> 90", "about 30" as "~ 30": a quantity in as few letters as a headline figure allows.
std::string figure_quantity(const Quantity& quantity);

}  // namespace explorer
