#include "core/quantity.h"

#include <doctest/doctest.h>

#include <limits>

using namespace explorer;

namespace {
constexpr int64_t Lowest = std::numeric_limits<int64_t>::min();
constexpr int64_t Highest = std::numeric_limits<int64_t>::max();
}  // namespace

TEST_CASE("bounds follow the words of the statement") {
  const struct {
    Qualifier qualifier;
    int64_t value, least, greatest;
  } cases[] = {
      {Qualifier::Exact, 90, 90, 90},
      {Qualifier::About, 30, 30, 30},
      {Qualifier::AtLeast, 90, 90, Highest},
      {Qualifier::MoreThan, 90, 91, Highest},
      {Qualifier::AtMost, 90, Lowest, 90},
      {Qualifier::LessThan, 90, Lowest, 89},
      {Qualifier::MoreThan, -1, 0, Highest},
      {Qualifier::MoreThan, Highest, Highest, Highest},
      {Qualifier::LessThan, Lowest, Lowest, Lowest},
      {Qualifier::Exact, Lowest, Lowest, Lowest},
  };
  for (const auto& c : cases) {
    CAPTURE(c.value);
    CAPTURE(static_cast<int>(c.qualifier));
    const QuantityBounds got = bounds({c.value, c.qualifier, true});
    CHECK(got.least == c.least);
    CHECK(got.greatest == c.greatest);
  }
}

TEST_CASE("a quantity that is not stated allows every number") {
  const QuantityBounds got = bounds(Quantity{});
  CHECK(got.least == Lowest);
  CHECK(got.greatest == Highest);
}

TEST_CASE("quantities are equal only if number, qualifier and statedness are") {
  const Quantity exact{90, Qualifier::Exact, true};
  CHECK(exact == Quantity{90, Qualifier::Exact, true});
  CHECK_FALSE(exact == Quantity{91, Qualifier::Exact, true});
  CHECK_FALSE(exact == Quantity{90, Qualifier::MoreThan, true});
  CHECK_FALSE(exact == Quantity{90, Qualifier::Exact, false});
}
