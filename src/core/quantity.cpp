// The numbers that a stated quantity allows. Bounds stop at the ends of int64_t instead of wrapping round.
#include "core/quantity.h"

#include <limits>

namespace explorer {

QuantityBounds bounds(const Quantity& quantity) {
  constexpr int64_t Lowest = std::numeric_limits<int64_t>::min();
  constexpr int64_t Highest = std::numeric_limits<int64_t>::max();
  const int64_t value = quantity.value;
  if (!quantity.stated) return {Lowest, Highest};
  switch (quantity.qualifier) {
    case Qualifier::AtLeast:
      return {value, Highest};
    case Qualifier::MoreThan:
      return {value == Highest ? Highest : value + 1, Highest};
    case Qualifier::AtMost:
      return {Lowest, value};
    case Qualifier::LessThan:
      return {Lowest, value == Lowest ? Lowest : value - 1};
    case Qualifier::Exact:
    case Qualifier::About:
      break;
  }
  return {value, value};
}

}  // namespace explorer
