// Slots are filled up to the rounded running sum, so that rounding never adds up.
#include "generator/weighted_table.h"

#include <cassert>

namespace explorer {

WeightedTable::WeightedTable(std::span<const uint32_t> weights, int slot_bits)
    : shift_(64 - slot_bits), slots_(size_t{1} << slot_bits) {
  assert(slot_bits > 0 && slot_bits <= 16 && weights.size() <= 65536);
  uint64_t total = 0;
  for (const uint32_t weight : weights)
    total += weight;
  assert(total > 0 && total < uint64_t{1} << 48);
  uint64_t sum = 0;
  size_t slot = 0;
  for (size_t choice = 0; choice < weights.size(); ++choice) {
    sum += weights[choice];
    const uint64_t end = ((sum << slot_bits) + total / 2) / total;
    for (; slot < end; ++slot)
      slots_[slot] = static_cast<uint16_t>(choice);
  }
}

std::vector<uint32_t> zipf_weights(size_t count) {
  constexpr uint64_t Unit = uint64_t{1} << 28;
  std::vector<uint32_t> weights(count);
  for (size_t i = 0; i < count; ++i)
    weights[i] = static_cast<uint32_t>(Unit / (i + 3));
  return weights;
}

}  // namespace explorer
