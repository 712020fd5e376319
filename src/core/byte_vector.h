// Sixteen bytes at a time: SSE2 natively, SIMD128 as wasm, elsewhere what the compiler makes of it. Knows
// nothing of texts.
#pragma once

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

}  // namespace explorer
