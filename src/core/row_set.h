// A set of rows of one table (or of distinct values of a column), a bit each: what one term of a query holds
// for. Sets are combined word by word, so that a query of any length copies no rows. Knows nothing of tables
// or queries.
#pragma once

#include <bit>
#include <cassert>
#include <cstdint>
#include <span>
#include <vector>

namespace explorer {

class RowSet {
 public:
  // The empty set of a table with `row_count` rows.
  explicit RowSet(uint32_t row_count = 0) : row_count_(row_count), words_((row_count + 63ull) / 64) {}

  uint32_t row_count() const { return row_count_; }
  bool has(uint32_t row) const { return (words_[row / 64] >> (row % 64) & 1) != 0; }
  void add(uint32_t row) { words_[row / 64] |= uint64_t{1} << (row % 64); }

  // Bits of 64 rows each; those beyond row_count() must stay 0.
  std::span<const uint64_t> words() const { return words_; }
  std::span<uint64_t> words() { return words_; }

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

  // Takes out the rows that `other`, a set of the same table, has.
  void subtract(const RowSet& other) {
    assert(row_count_ == other.row_count_);
    for (size_t i = 0; i < words_.size(); ++i)
      words_[i] &= ~other.words_[i];
  }

  uint32_t count() const {
    int total = 0;
    for (uint64_t word : words_)
      total += std::popcount(word);
    return static_cast<uint32_t>(total);
  }

  // Calls `use(row)` for each row in ascending order.
  template <typename Use>
  void for_each(Use use) const {
    for (size_t i = 0; i < words_.size(); ++i) {
      for (uint64_t rest = words_[i]; rest != 0; rest &= rest - 1)
        use(static_cast<uint32_t>(i * 64) + static_cast<uint32_t>(std::countr_zero(rest)));
    }
  }

  // The rows in ascending order.
  std::vector<uint32_t> rows() const {
    std::vector<uint32_t> result;
    result.reserve(count());
    for_each([&](uint32_t row) { result.push_back(row); });
    return result;
  }

 private:
  uint32_t row_count_;
  std::vector<uint64_t> words_;
};

}  // namespace explorer
