// What a column holds, for its filter: the distinct values with their counts, or the range.
#include <algorithm>

#include "core/column_values.h"
#include "core/query.h"
#include "core/query_match.h"
#include "core/query_sort.h"

namespace explorer {
namespace {

// Counts every distinct value of the column once a row, however often the row's list repeats it.
std::vector<FacetValue> count_values(const Dataset& dataset, const Table& table, const Column& column,
                                     const RowSet& rows) {
  constexpr uint32_t None = UINT32_MAX;
  struct Seen {
    uint32_t facet = None;
    RowIndex last_row = None;
  };
  std::vector<Seen> seen(dataset.strings.size());
  std::vector<FacetValue> facets;
  for (RowIndex row = 0; row < table.row_count; ++row) {
    for (StringId id : strings_of(column, row)) {
      Seen& value = seen[static_cast<uint32_t>(id)];
      if (value.last_row == row) continue;
      value.last_row = row;
      if (value.facet == None) {
        value.facet = static_cast<uint32_t>(facets.size());
        facets.push_back({id, 0, 0});
      }
      ++facets[value.facet].total;
      if (rows.has(row)) ++facets[value.facet].count;
    }
  }
  return facets;
}

struct FacetOrder {
  std::vector<FacetValue> facets;
  std::vector<std::string> keys;
};

bool facet_before(const void* context, uint32_t a, uint32_t b) {
  const auto& order = *static_cast<const FacetOrder*>(context);
  if (order.facets[a].count != order.facets[b].count) return order.facets[a].count > order.facets[b].count;
  return order.keys[a] < order.keys[b];
}

constexpr int64_t SecondsPerDay = 86'400;

int64_t day_of(int64_t instant) {
  return instant / SecondsPerDay - (instant % SecondsPerDay < 0 ? 1 : 0);
}

void widen(std::optional<ColumnRange>& range, int64_t value) {
  if (!range) range = ColumnRange{value, value};
  range->least = std::min(range->least, value);
  range->greatest = std::max(range->greatest, value);
}

}  // namespace

std::vector<FacetValue> facet_values(const Dataset& dataset, const Query& query, TableId id, size_t index) {
  const Table& table = dataset.table(id);
  const Column& column = table.columns[index];
  if (!holds_strings(column.spec.type)) return {};
  FacetOrder order;
  order.facets =
      count_values(dataset, table, column, Matcher(dataset).match_terms(query, id, column.spec.name));
  std::vector<uint32_t> indices;
  for (const FacetValue& facet : order.facets) {
    indices.push_back(static_cast<uint32_t>(indices.size()));
    order.keys.push_back(string_sort_key(dataset, column.spec.type, facet.value));
  }
  sort_indices(indices, facet_before, &order);
  std::vector<FacetValue> result;
  for (uint32_t i : indices)
    result.push_back(order.facets[i]);
  return result;
}

std::optional<ColumnRange> column_range(const Dataset& dataset, TableId id, size_t index) {
  const Table& table = dataset.table(id);
  const Column& column = table.columns[index];
  std::optional<ColumnRange> range;
  if (holds_strings(column.spec.type)) return range;
  for (RowIndex row = 0; row < table.row_count; ++row) {
    if (!is_stated(column, row)) continue;
    if (column.spec.type != ColumnType::Date) {
      widen(range, column.numbers[row].value);
      continue;
    }
    const PartialDate& date = column.dates[row];
    if (date.earliest != EarliestInstant) widen(range, day_of(date.earliest));
    if (date.latest != LatestInstant) widen(range, day_of(date.latest));
  }
  return range;
}

}  // namespace explorer
