// See row_order.h. Least significant key first: each pass is stable, so that what earlier passes did stands
// where later ones find rows equal.
#include "core/row_order.h"

#include <algorithm>
#include <array>
#include <bit>
#include <numeric>

#include "core/sort_indices.h"

namespace explorer {
namespace {

constexpr uint32_t RowsPerStep = 262'144;

}  // namespace

OrderRun::OrderRun(uint32_t row_count, std::vector<RankedKey> keys)
    : keys_(std::move(keys)), rows_(row_count) {
  std::iota(rows_.begin(), rows_.end(), 0U);
}

bool OrderRun::step() {
  if (keys_.empty()) return false;
  if (gathered_ < rows_.size()) {
    gather();
    return true;
  }
  const uint32_t greatest = keys_.back().ranks->distinct;
  if (shift_ < static_cast<uint32_t>(std::bit_width(greatest))) {
    pass();
    return true;
  }
  keys_.pop_back();
  gathered_ = 0;
  shift_ = 0;
  return !keys_.empty();
}

void OrderRun::gather() {
  ranks_.resize(rows_.size());
  const RankedKey& key = keys_.back();
  const auto end = std::min(static_cast<uint32_t>(rows_.size()), gathered_ + RowsPerStep);
  for (; gathered_ < end; ++gathered_)
    ranks_[gathered_] = key.rank_of(gathered_);
}

void OrderRun::pass() {
  constexpr uint32_t Mask = (1U << BitsPerPass) - 1;
  scratch_.resize(rows_.size());
  std::array<uint32_t, (1U << BitsPerPass) + 1> starts{};
  for (const uint32_t rank : ranks_)
    ++starts[(rank >> shift_ & Mask) + 1];
  for (size_t i = 1; i < starts.size(); ++i)
    starts[i] += starts[i - 1];
  for (const RowIndex row : rows_)
    scratch_[starts[ranks_[row] >> shift_ & Mask]++] = row;
  rows_.swap(scratch_);
  shift_ += BitsPerPass;
}

void sort_rows(const std::vector<RankedKey>& keys, std::vector<RowIndex>& rows) {
  sort_indices(rows, [&](RowIndex a, RowIndex b) {
    for (const RankedKey& key : keys) {
      const uint32_t rank_a = key.rank_of(a);
      const uint32_t rank_b = key.rank_of(b);
      if (rank_a != rank_b) return rank_a < rank_b;
    }
    return a < b;
  });
}

}  // namespace explorer
