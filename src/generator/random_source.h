// The generator's pseudo-random numbers. Whole numbers only, so that native and wasm programs draw the same;
// the distributions of <random> differ from library to library.
#pragma once

#include <cstdint>

namespace explorer {

// SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number generators", 2014.
class RandomSource {
 public:
  explicit RandomSource(uint64_t seed) : state_(seed) {}

  // The numbered stream of a seed: each article has its own, whatever was drawn before it.
  RandomSource(uint64_t seed, uint64_t stream) : state_(mixed(seed + Step) ^ mixed(stream * Step)) {}

  uint64_t next() {
    state_ += Step;
    return mixed(state_);
  }

  // 0 .. limit - 1; limit must not be 0.
  uint32_t below(uint32_t limit) { return static_cast<uint32_t>(((next() >> 32) * limit) >> 32); }

  // True in `per_mille` of a thousand draws.
  bool happens(uint32_t per_mille) { return below(1000) < per_mille; }

 private:
  static constexpr uint64_t Step = 0x9E3779B97F4A7C15u;

  static uint64_t mixed(uint64_t value) {
    value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
    value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
    return value ^ (value >> 31);
  }

  uint64_t state_;
};

}  // namespace explorer
