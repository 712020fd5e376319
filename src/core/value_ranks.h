// The order of a column's distinct values as ranks, so that rows of any type compare as whole numbers.
// Computed once a column, in steps; a rank never depends on a query.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/column.h"

namespace explorer {

// Ranks by entry (code + 1): 0 .. distinct - 1, equal for values that are equal in order. by_entry[0] is
// NotStated.
struct ValueRanks {
  static constexpr uint32_t NotStated = UINT32_MAX;
  std::vector<uint32_t> by_entry;
  uint32_t distinct = 0;
};

// The collation key of a value of a column of texts: of the name for a region, of the text itself otherwise.
std::string value_sort_key(const Column& column, ValueCode code);

class RankRun {
 public:
  // `column` must outlive it and not change.
  explicit RankRun(const Column& column);

  // Does one step of at most some milliseconds; returns true while there is more to do.
  bool step();
  ValueRanks take() { return std::move(ranks_); }

 private:
  struct Entry {
    uint64_t key;  // the values' order as far as 64 bits tell it
    ValueCode code;
  };
  // Entries [begin, end) are equal in all bytes of their sort keys before `depth`.
  struct Range {
    uint32_t begin;
    uint32_t end;
    uint32_t depth;
  };
  enum class Phase : uint8_t { Heads, Keys, Passes, Split, Done };

  uint64_t key_of(ValueCode code, uint32_t depth) const;
  int compare(ValueCode a, ValueCode b) const;
  bool is_longer(const Entry& entry) const;
  void start_range();
  void heads_step();
  void keys_step();
  void pass_step();
  void split();
  void sort_range(uint32_t begin, uint32_t end);
  void settle_tie(uint32_t begin, uint32_t end, uint32_t depth);
  void number_ranks();

  const Column& column_;
  bool texts_;
  TextPool heads_;  // of the texts' collation keys
  std::vector<Entry> entries_;
  std::vector<Entry> scratch_;
  std::vector<bool> first_of_rank_;  // by place in entries_
  std::vector<Range> open_;
  Range range_{};
  Phase phase_ = Phase::Done;
  uint32_t at_ = 0;
  uint64_t varying_ = 0;  // bits in which the keys of the range differ
  ValueRanks ranks_;
};

}  // namespace explorer
