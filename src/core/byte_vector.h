// Sixteen bytes at a time: SSE2 natively, SIMD128 as wasm, elsewhere what the compiler makes of it; or eight
// in a plain integer. Knows nothing of texts.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace explorer {

using ByteVector = uint8_t __attribute__((vector_size(16)));

inline ByteVector load_vector(const char* at) {
  ByteVector bytes;
  std::memcpy(&bytes, at, sizeof bytes);
  return bytes;
}

inline ByteVector vector_of(uint8_t value) {
  return ByteVector{} + value;
}

// All bits of each byte that is equal to `value`, or less.
inline ByteVector equal_to(ByteVector bytes, char value) {
  return (ByteVector)(bytes == vector_of(static_cast<uint8_t>(value)));
}
inline ByteVector less_than(ByteVector bytes, char value) {
  return (ByteVector)(bytes < vector_of(static_cast<uint8_t>(value)));
}

// Bit i: the highest bit of byte i.
inline uint64_t high_bits(ByteVector bytes) {
#if defined(__wasm_simd128__)
  return static_cast<uint16_t>(__builtin_wasm_bitmask_i8x16(bytes));
#elif defined(__SSE2__)
  return static_cast<uint16_t>(__builtin_ia32_pmovmskb128((char __attribute__((vector_size(16))))bytes));
#else
  uint64_t bits = 0;
  for (unsigned i = 0; i < sizeof bytes; ++i)
    bits |= uint64_t{bytes[i]} >> 7 << i;
  return bits;
#endif
}

// Eight bytes as an integer, the first one lowest.
inline uint64_t load_word(const char* at) {
  static_assert(std::endian::native == std::endian::little);
  uint64_t word = 0;
  std::memcpy(&word, at, sizeof word);
  return word;
}

}  // namespace explorer
