// Blocks: growing arrays that lie in blocks of 65,536 values.
#include "core/blocks.h"

#include <doctest/doctest.h>

#include <numeric>

#include "query_random.h"

namespace explorer::test {
namespace {

constexpr uint32_t BlockSize = Blocks<uint32_t>::BlockSize;

bool equal(const Blocks<uint32_t>& blocks, const std::vector<uint32_t>& expected) {
  if (blocks.size() != expected.size() || blocks.empty() != expected.empty()) return false;
  for (uint32_t i = 0; i < blocks.size(); ++i) {
    if (blocks[i] != expected[i]) return false;
  }
  return expected.empty() || blocks.back() == expected.back();
}

// Joined runs from `from` to `to`.
std::vector<uint32_t> by_runs(const Blocks<uint32_t>& blocks, uint32_t from, uint32_t to) {
  std::vector<uint32_t> all;
  while (from < to) {
    const auto run = blocks.run(from, to);
    REQUIRE(!run.empty());
    all.insert(all.end(), run.begin(), run.end());
    from += static_cast<uint32_t>(run.size());
  }
  return all;
}

}  // namespace

TEST_CASE("blocks grow and shrink like a vector, over the borders of several blocks") {
  Random random(1);
  for (int round = 0; round < 8; ++round) {
    Blocks<uint32_t> blocks;
    std::vector<uint32_t> twin;
    for (int step = 0; step < 24; ++step) {
      std::vector<uint32_t> more(random.one_in(3) ? BlockSize - random.below(3) : random.below(50'000));
      std::iota(more.begin(), more.end(), random.below(1000));
      const auto size =
          static_cast<uint32_t>(random.one_in(3) ? random.below(4) * BlockSize : random.below(4 * BlockSize));
      switch (random.below(3)) {
        case 0:
          blocks.append(std::span<const uint32_t>(more));
          twin.insert(twin.end(), more.begin(), more.end());
          break;
        case 1:
          blocks.resize(size, 7);
          twin.resize(size, 7);
          break;
        default:
          for (uint32_t i = 0; i < 5; ++i) {
            blocks.push_back(i);
            twin.push_back(i);
          }
      }
      REQUIRE(equal(blocks, twin));
      CHECK(blocks.byte_size() >= twin.size() * sizeof(uint32_t));
    }
  }
}

TEST_CASE("runs of blocks end at the border of a block or where they were asked to") {
  Blocks<uint32_t> blocks;
  std::vector<uint32_t> numbers(2 * BlockSize + 100);
  std::iota(numbers.begin(), numbers.end(), 0U);
  blocks.append(std::span<const uint32_t>(numbers));
  struct Case {
    uint32_t from, to, size;
  };
  const Case cases[] = {
      {0, 0, 0},
      {5, 5, 0},
      {0, BlockSize, BlockSize},
      {0, BlockSize + 1, BlockSize},
      {BlockSize - 1, BlockSize + 1, 1},
      {BlockSize, BlockSize + 1, 1},
      {BlockSize + 1, 2 * BlockSize + 100, BlockSize - 1},
      {2 * BlockSize, 2 * BlockSize + 100, 100},
  };
  for (const Case& test : cases) {
    CAPTURE(test.from);
    CAPTURE(test.to);
    const auto run = blocks.run(test.from, test.to);
    CHECK(run.size() == test.size);
    if (!run.empty()) CHECK(run.front() == test.from);
    const std::vector<uint32_t> part(numbers.begin() + test.from, numbers.begin() + test.to);
    CHECK(by_runs(blocks, test.from, test.to) == part);
  }
}

TEST_CASE("what blocks hold does not move when they grow") {
  Blocks<uint32_t> blocks;
  blocks.resize(BlockSize);
  blocks.push_back(42);
  const uint32_t* const place = &blocks[BlockSize];
  for (uint32_t i = 0; i < BlockSize; ++i)
    blocks.push_back(i);
  CHECK(&blocks[BlockSize] == place);
  CHECK(*place == 42);
}

}  // namespace explorer::test
