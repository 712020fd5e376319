// Orders of rows against a plain stable sort.
#include "core/row_order.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "query_random.h"

namespace explorer::test {
namespace {

// What a cell is worth in ascending order, or nothing.
using Worth = std::optional<int64_t>;

struct KeyColumn {
  explicit KeyColumn(ColumnType type) : column({"key", type, true}) {}
  Column column;
  ValueRanks ranks;
  std::vector<Worth> worth;  // by row
  bool descending = false;
};

std::string padded(int64_t number) {
  const std::string digits = std::to_string(number);
  return "v" + std::string(8 - digits.size(), 'a') + digits;
}

// Numbers, texts or lists of texts of about `distinct` values; some rows state nothing.
std::unique_ptr<KeyColumn> random_key(Random& random, uint32_t rows, uint32_t distinct) {
  constexpr ColumnType Types[] = {ColumnType::Number, ColumnType::Text, ColumnType::CategoryList};
  auto key = std::make_unique<KeyColumn>(Types[random.below(3)]);
  key->descending = random.one_in(2);
  const uint32_t gaps = 1 + random.below(10);
  for (uint32_t row = 0; row < rows; ++row) {
    const int64_t number = 1'000'000 + random.below(distinct);
    const bool stated = gaps > 8 || !random.one_in(gaps);
    key->worth.push_back(stated ? Worth(number) : Worth());
    const std::string text = padded(number);
    if (key->column.spec.type == ColumnType::Number) {
      key->column.append_number({number, Qualifier::Exact, stated});
    } else if (!key->column.is_list()) {
      key->column.append_text(stated ? std::string_view(text) : std::string_view());
    } else {
      std::vector<std::string_view> list;
      if (stated) list = {text, "another"};
      key->column.append_list(list);
    }
  }
  RankRun run(key->column);
  while (run.step()) {
  }
  key->ranks = run.take();
  return key;
}

bool comes_before(const std::vector<std::unique_ptr<KeyColumn>>& keys, RowIndex a, RowIndex b) {
  for (const auto& key : keys) {
    const Worth left = key->worth[a], right = key->worth[b];
    if (left == right) continue;
    if (!left || !right) return left.has_value();
    return key->descending ? *left > *right : *left < *right;
  }
  return false;
}

}  // namespace

TEST_CASE("rows are put in the order in which a stable sort puts them") {
  Random random(13);
  constexpr uint32_t RowCounts[] = {0, 1, 2, 7, 300, 5000};
  for (int round = 0; round < 120; ++round) {
    const uint32_t rows = round < 2 ? 300'000 : RowCounts[random.below(6)];
    std::vector<std::unique_ptr<KeyColumn>> columns;
    std::vector<RankedKey> keys;
    for (uint32_t left = random.below(4); left > 0; --left) {
      columns.push_back(random_key(random, rows, 1 + random.below(random.one_in(2) ? 3 : 6000)));
      keys.push_back({&columns.back()->column, &columns.back()->ranks, columns.back()->descending});
    }
    std::vector<RowIndex> expected(rows);
    std::iota(expected.begin(), expected.end(), 0U);
    std::stable_sort(expected.begin(), expected.end(),
                     [&](RowIndex a, RowIndex b) { return comes_before(columns, a, b); });
    OrderRun run(rows, keys);
    while (run.step()) {
    }
    CAPTURE(round);
    CHECK(run.take() == expected);

    std::vector<RowIndex> some, some_expected;
    for (RowIndex row = 0; row < rows; ++row) {
      if (random.one_in(3)) some.push_back(row);
    }
    std::ranges::copy_if(expected, std::back_inserter(some_expected),
                         [&](RowIndex row) { return std::ranges::binary_search(some, row); });
    sort_rows(keys, some);
    CHECK(some == some_expected);
  }
}

}  // namespace explorer::test
