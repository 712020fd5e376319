// The rows of a whole table in the order of sort keys, by radix passes over ranks. Knows no filters.
#pragma once

#include <cstdint>
#include <vector>

#include "core/dataset.h"
#include "core/value_ranks.h"

namespace explorer {

struct RankedKey {
  const Column* column;
  const ValueRanks* ranks;
  bool descending;

  // A number that puts rows into this key's order; those that state nothing come last in either direction.
  uint32_t rank_of(RowIndex row) const {
    const uint32_t entry = column->entry(row);
    if (entry == 0) return ranks->distinct;
    const uint32_t rank = ranks->by_entry[column->is_list() ? column->list(row).front() + 1 : entry];
    return descending ? ranks->distinct - 1 - rank : rank;
  }
};

class OrderRun {
 public:
  // `keys` from the most to the least significant; what they point to must outlive the run.
  OrderRun(uint32_t row_count, std::vector<RankedKey> keys);

  // Does one step of some milliseconds at a million rows; returns true while there is more to do.
  bool step();
  // All rows; equal ones in ascending order.
  std::vector<RowIndex> take() { return std::move(rows_); }

 private:
  static constexpr uint32_t BitsPerPass = 11;

  void gather();
  void pass();

  std::vector<RankedKey> keys_;
  std::vector<RowIndex> rows_;
  std::vector<RowIndex> scratch_;
  std::vector<uint32_t> ranks_;  // by row, of the last one of keys_
  uint32_t gathered_ = 0;
  uint32_t shift_ = 0;
};

// Sorts some rows (ascending as given) without regard to the others.
void sort_rows(const std::vector<RankedKey>& keys, std::vector<RowIndex>& rows);

}  // namespace explorer
