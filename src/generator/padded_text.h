// A short text in a place of fixed size, and the pen that writes such texts: copying all bytes of a place,
// used or not, is a few machine instructions, where a copy of exact length is a call.
#pragma once

#include <cstdint>
#include <cstring>
#include <string_view>

namespace explorer {

// UTF-8 of at most Capacity bytes, without anything that JSON would escape.
template <size_t Capacity>
class PaddedText {
  static_assert(Capacity < 256);

 public:
  static constexpr size_t Places = Capacity;

  std::string_view view() const { return {bytes_, length_}; }
  const char* places() const { return bytes_; }
  size_t size() const { return length_; }

  // Leaves the text as it is and returns false if there is no room.
  bool append(std::string_view more) {
    if (more.size() > Capacity - length_) return false;
    for (const char byte : more)
      bytes_[length_++] = byte;
    return true;
  }

 private:
  char bytes_[Capacity] = {};
  uint8_t length_ = 0;
};

using Word = PaddedText<31>;
using Name = PaddedText<63>;

// Writes at `at`; whoever makes it sees to room for the text and for the unused places of its last piece.
struct Pen {
  char* at;

  template <size_t Size>
  void literal(const char (&text)[Size]) {
    std::memcpy(at, text, Size - 1);
    at += Size - 1;
  }

  template <size_t Capacity>
  void text(const PaddedText<Capacity>& text) {
    std::memcpy(at, text.places(), Capacity);
    at += text.size();
  }

  void bytes(const char* from, size_t count) {
    std::memcpy(at, from, count);
    at += count;
  }

  void number(uint32_t value) {
    char digits[10];
    size_t first = sizeof digits;
    do {
      digits[--first] = static_cast<char>('0' + value % 10);
      value /= 10;
    } while (value != 0);
    bytes(digits + first, sizeof digits - first);
  }

  // 0 .. 99, always two digits.
  void two_digits(uint32_t value) {
    at[0] = static_cast<char>('0' + value / 10);
    at[1] = static_cast<char>('0' + value % 10);
    at += 2;
  }
};

}  // namespace explorer
