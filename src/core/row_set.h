// A set of rows of one table, a bit a row: what one term of a query holds for. Sets are combined word by
// word, so that a query of any length copies no rows. Knows nothing of tables or queries.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <vector>

namespace explorer {

class RowSet {
 public:
  // The empty set of a table with `row_count` rows.
  explicit RowSet(uint32_t row_count) : row_count_(row_count), words_((row_count + 63ull) / 64) {}

  bool has(uint32_t row) const { return (words_[row / 64] >> (row % 64) & 1) != 0; }
  void add(uint32_t row) { words_[row / 64] |= uint64_t{1} << (row % 64); }

  // Turns the set into its complement.
  void invert() {
    for (uint64_t& word : words_)
      word = ~word;
    if (row_count_ % 64 != 0) words_.back() &= (uint64_t{1} << (row_count_ % 64)) - 1;
  }

  // Keeps the rows that `other`, a set of the same table, has too.
  void intersect(const RowSet& other) {
    assert(row_count_ == other.row_count_);
    for (size_t i = 0; i < words_.size(); ++i)
      words_[i] &= other.words_[i];
  }

  bool empty() const {
    for (uint64_t word : words_) {
      if (word != 0) return false;
    }
    return true;
  }

  uint32_t count() const {
    int total = 0;
    for (uint64_t word : words_)
      total += std::popcount(word);
    return static_cast<uint32_t>(total);
  }

  // The rows in ascending order.
  std::vector<uint32_t> rows() const {
    std::vector<uint32_t> result;
    result.reserve(count());
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        result.push_back(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(std::countr_zero(rest)));
      }
    }
    return result;
  }

 private:
  uint32_t row_count_;
  std::vector<uint64_t> words_;  // bits beyond row_count_ stay 0
};

}  // namespace explorer
