// Draws from a list with unequal chances in one step: a table of slots in which every choice stands as often
// as its weight demands.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "generator/random_source.h"

namespace explorer {

class WeightedTable {
 public:
  // At most 65,536 weights, of which the sum is below 2^48; 1 to 16 bits, and 2^slot_bits slots are the
  // precision of the chances. A weight below half a slot may never be drawn.
  WeightedTable(std::span<const uint32_t> weights, int slot_bits);

  uint32_t draw(RandomSource& random) const { return slots_[static_cast<uint32_t>(random.next() >> shift_)]; }

 private:
  int shift_;
  std::vector<uint16_t> slots_;
};

// Weights by Zipf's law as Mandelbrot flattened it: 1 / (rank + 2), rank from 1.
std::vector<uint32_t> zipf_weights(size_t count);

}  // namespace explorer
