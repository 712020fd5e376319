// A whole number as an article states it: exact, "about 30", "more than 90", or not stated at all.
#pragma once

#include <cstdint>

namespace explorer {

enum class Qualifier : uint8_t { Exact, About, AtLeast, MoreThan, AtMost, LessThan };

struct Quantity {
  int64_t value = 0;
  Qualifier qualifier = Qualifier::Exact;
  bool stated = false;

  friend bool operator==(const Quantity&, const Quantity&) = default;
};

// Smallest and largest whole number that the statement allows ("more than 90" is 91 to INT64_MAX;
// "about" counts as the number itself; a quantity that is not stated allows every number).
struct QuantityBounds {
  int64_t least;
  int64_t greatest;
};
QuantityBounds bounds(const Quantity& quantity);

}  // namespace explorer
