// Seeded random queries and datasets for property tests. The same seed gives the same values on every
// machine.
#pragma once

#include <cstdint>
#include <memory>
#include <string>

#include "core/query.h"

namespace explorer::test {

// A linear congruential generator (multiplier and increment by Knuth, MMIX).
class Random {
 public:
  explicit Random(uint64_t seed) : state_(seed) {}

  // 0 .. limit - 1.
  uint32_t below(uint32_t limit) {
    state_ = state_ * 6364136223846793005u + 1442695040888963407u;
    return static_cast<uint32_t>((state_ >> 33) % limit);
  }
  bool one_in(uint32_t n) { return below(n) == 0; }

 private:
  uint64_t state_;
};

// A text of what makes reading hard: quotation marks, signs, spaces, emoji, words like `none` and `sort:`.
// Never empty.
std::string random_text(Random& random);

// A query that parse_query can give. With `wild` its texts are random_text; without they are short words
// that random_dataset uses too.
Query random_query(Random& random, bool wild);

// A cell (dataset_fixture.h) of few distinct values; empty for one in three.
std::string random_cell(Random& random, ColumnType type);

// A dataset with up to 12 rows a table, few distinct values and many links.
std::unique_ptr<Dataset> random_dataset(Random& random);

}  // namespace explorer::test
