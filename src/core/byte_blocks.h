// Eight bytes at a time in a plain integer: which of them are equal to, or less than, a given one.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>

namespace explorer {

static_assert(std::endian::native == std::endian::little);

using ByteBlock = uint64_t;
inline constexpr ByteBlock HighBits = 0x8080808080808080u;

inline constexpr ByteBlock in_each_byte(unsigned char value) {
  return 0x0101010101010101u * value;
}

inline ByteBlock load_block(const char* bytes) {
  ByteBlock block;
  std::memcpy(&block, bytes, sizeof block);
  return block;
}

// The high bit of each byte less than `limit` (at most 0x80), of bytes below 0x80. Bits above the lowest one
// set may be wrong.
inline constexpr ByteBlock bytes_below(ByteBlock block, unsigned char limit) {
  return (block - in_each_byte(limit)) & ~block & HighBits;
}

// The high bit of each byte equal to `value`. Bits above the lowest one set may be wrong.
inline constexpr ByteBlock bytes_equal(ByteBlock block, unsigned char value) {
  return bytes_below(block ^ in_each_byte(value), 1);
}

// How many bytes are equal to `value`.
inline unsigned count_equal(ByteBlock block, unsigned char value) {
  const ByteBlock odd = block ^ in_each_byte(value);
  const ByteBlock others = ((odd & ~HighBits) + ~HighBits) | odd | ~HighBits;
  return static_cast<unsigned>(std::popcount(~others));
}

// The number of the byte whose bit is the lowest set; `bits` must not be 0.
inline unsigned first_byte(ByteBlock bits) {
  return static_cast<unsigned>(std::countr_zero(bits)) / 8;
}

}  // namespace explorer
