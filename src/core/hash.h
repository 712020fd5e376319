// Hashes for tables in memory: good in their upper 32 bits, never stored or compared across runs.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

#include "core/byte_vector.h"

namespace explorer {

// The multiplier is 2^64 divided by the golden ratio, made odd.
inline uint64_t mix_hash(uint64_t hash, uint64_t block) {
  hash = (hash ^ block) * 0x9E3779B97F4A7C15u;
  return hash ^ (hash >> 29);
}

inline uint64_t hash_words(uint64_t a, uint64_t b) {
  return mix_hash(mix_hash(0x2545F4914F6CDD1Du, a), b) * 0x9E3779B97F4A7C15u;
}

// Eight bytes a step.
inline uint64_t hash_bytes(std::string_view text) {
  uint64_t hash = text.size();
  while (text.size() >= 8) {
    hash = mix_hash(hash, load_word(text.data()));
    text.remove_prefix(8);
  }
  uint64_t rest = 0;
  std::memcpy(&rest, text.data(), text.size());
  return mix_hash(hash, rest) * 0x9E3779B97F4A7C15u;
}

}  // namespace explorer
