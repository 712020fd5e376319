// Ranks per column and the comparison of rows by them.
#include "core/query_sort.h"

#include <algorithm>

#include "core/column_values.h"
#include "core/regions.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr uint32_t NotStated = UINT32_MAX;

// Gives each of `order`, sorted here, the number of distinct smaller ones; all other indices below `size`
// get NotStated.
std::vector<uint32_t> rank(std::vector<uint32_t>& order, size_t size,
                           bool (*before)(const void*, uint32_t, uint32_t), const void* context) {
  std::vector<uint32_t> ranks(size, NotStated);
  sort_indices(order, before, context);
  uint32_t next = 0;
  for (size_t i = 0; i < order.size(); ++i) {
    if (i > 0 && before(context, order[i - 1], order[i])) ++next;
    ranks[order[i]] = next;
  }
  return ranks;
}

bool key_before(const void* keys, uint32_t a, uint32_t b) {
  const auto& texts = *static_cast<const std::vector<std::string>*>(keys);
  return texts[a] < texts[b];
}

bool date_before(const void* column, uint32_t a, uint32_t b) {
  const auto& dates = static_cast<const Column*>(column)->dates;
  return compare_dates(dates[a], dates[b]) < 0;
}

// "less than 90" comes before 90, "more than 90" after it.
int qualifier_rank(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::LessThan:
      return 0;
    case Qualifier::AtMost:
      return 1;
    case Qualifier::Exact:
      return 2;
    case Qualifier::About:
      return 3;
    case Qualifier::AtLeast:
      return 4;
    case Qualifier::MoreThan:
      return 5;
  }
  return 2;
}

bool number_before(const void* column, uint32_t a, uint32_t b) {
  const auto& numbers = static_cast<const Column*>(column)->numbers;
  if (numbers[a].value != numbers[b].value) return numbers[a].value < numbers[b].value;
  return qualifier_rank(numbers[a].qualifier) < qualifier_rank(numbers[b].qualifier);
}

// Each distinct text gets its collation key once; rows then take the rank of their (first) text.
std::vector<uint32_t> rank_strings(const Dataset& dataset, const Column& column,
                                   const std::vector<RowIndex>& stated, uint32_t row_count) {
  std::vector<uint32_t> distinct_of(dataset.strings.size(), NotStated);
  std::vector<std::string> keys;
  std::vector<uint32_t> order;
  for (RowIndex row : stated) {
    const StringId id = strings_of(column, row).front();
    uint32_t& distinct = distinct_of[static_cast<uint32_t>(id)];
    if (distinct != NotStated) continue;
    distinct = static_cast<uint32_t>(keys.size());
    order.push_back(distinct);
    keys.push_back(string_sort_key(dataset, column.spec.type, id));
  }
  const std::vector<uint32_t> ranks = rank(order, keys.size(), key_before, &keys);
  std::vector<uint32_t> result(row_count, NotStated);
  for (RowIndex row : stated) {
    result[row] = ranks[distinct_of[static_cast<uint32_t>(strings_of(column, row).front())]];
  }
  return result;
}

std::vector<uint32_t> rank_rows(const Dataset& dataset, const Table& table, const Column& column,
                                const std::vector<RowIndex>& rows) {
  std::vector<RowIndex> stated;
  for (RowIndex row : rows) {
    if (is_stated(column, row)) stated.push_back(row);
  }
  if (holds_strings(column.spec.type)) return rank_strings(dataset, column, stated, table.row_count);
  const bool dates = column.spec.type == ColumnType::Date;
  return rank(stated, table.row_count, dates ? date_before : number_before, &column);
}

struct RankedKey {
  std::vector<uint32_t> ranks;  // by row
  bool descending;
};

// Rows that all keys find equal keep their order, which makes the sort stable.
bool row_before(const void* context, uint32_t a, uint32_t b) {
  for (const RankedKey& key : *static_cast<const std::vector<RankedKey>*>(context)) {
    const uint32_t rank_a = key.ranks[a];
    const uint32_t rank_b = key.ranks[b];
    if (rank_a == rank_b) continue;
    if (rank_a == NotStated || rank_b == NotStated) return rank_b == NotStated;
    return (rank_a < rank_b) != key.descending;
  }
  return a < b;
}

}  // namespace

void sort_indices(std::vector<uint32_t>& order, bool (*before)(const void*, uint32_t, uint32_t),
                  const void* context) {
  std::sort(order.begin(), order.end(), [=](uint32_t a, uint32_t b) { return before(context, a, b); });
}

std::string string_sort_key(const Dataset& dataset, ColumnType type, StringId id) {
  const std::string_view text = dataset.text(id);
  return collation_key(type == ColumnType::Region ? region_name(text) : text);
}

void sort_rows(const Dataset& dataset, TableId id, const std::vector<SortKey>& keys,
               std::vector<RowIndex>& rows) {
  const Table& table = dataset.table(id);
  std::vector<RankedKey> ranked;
  for (const SortKey& key : keys) {
    const std::optional<size_t> index = find_column(id, key.column);
    if (!index) continue;
    ranked.push_back({rank_rows(dataset, table, table.columns[*index], rows), key.descending});
  }
  if (!ranked.empty()) sort_indices(rows, row_before, &ranked);
}

}  // namespace explorer
