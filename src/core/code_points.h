// Sets of code points as ranges in ascending order.
#pragma once

#include <span>

namespace explorer {

struct CodePoints {
  char32_t first, last;
};

constexpr bool in_ranges(std::span<const CodePoints> ranges, char32_t c) {
  for (const CodePoints& range : ranges) {
    if (c < range.first) return false;
    if (c <= range.last) return true;
  }
  return false;
}

}  // namespace explorer
