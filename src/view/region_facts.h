// What the chart entries say of each region, counted once an answer: the map and the list beside it show
// this. Regions are counted under every term of the query but those on the region itself, so that what a
// reader has chosen stands among what could be chosen. No layout.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset.h"
#include "core/regions.h"
#include "core/row_set.h"

namespace explorer {

struct RegionFact {
  static constexpr size_t MaxBest = 3;
  std::string code;       // as the dataset has it; find_region() may not know it
  std::string_view name;  // of all_regions(); empty for a code that is not there
  bool group = false;     // the world, a continent: no country is meant by it
  Quantity best;          // best position; not stated if no entry states one that can be a place
  uint32_t entries = 0;   // that name the region
  uint32_t unplaced = 0;  // of them, those without such a position
  uint32_t rows = 0;      // of any kind: the entries, and what is linked to them
  std::array<RowIndex, MaxBest> best_entries{};  // of different charts, the best first
  uint32_t best_count = 0;
};

struct RegionFacts {
  // The best position first, regions without one last; of equal ones that with more entries.
  std::vector<RegionFact> regions;
  bool rows_counted = false;

  // Null if no entry names it.
  const RegionFact* find(std::string_view code) const;
};

// By table: the rows that the query leaves without its terms on the region. Without `count_rows`, which takes
// longest, `rows` stays 0.
using RowSets = std::array<RowSet, TableCount>;
RegionFacts region_facts(const Dataset& dataset, const RowSets& rows, bool count_rows);

// How a reader knows it: its name, or the code as the dataset has it.
std::string region_title(const RegionFact& fact);

}  // namespace explorer
