// What a column holds, asked once: see query.h. Whoever asks often keeps a QueryEngine.
#include <algorithm>

#include "core/query.h"
#include "core/query_engine.h"

namespace explorer {
namespace {

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

std::vector<FacetValue> facet_values(const Dataset& dataset, const Query& query, TableId table,
                                     size_t index) {
  const Column& column = dataset.column(table, index);
  const bool counted = holds_strings(column.spec.type);
  if (!counted) return {};
  QueryEngine engine(dataset);
  engine.ask(query, table);
  while (!engine.is_answered(table))
    engine.work({[](void*) { return true; }, nullptr});
  return order_facets(column, engine.facet_counts(table, index), engine.total_counts(table, index));
}

// Distinct values that no row states (any more) would widen the range.
std::optional<ColumnRange> column_range(const Column& column, const FacetCounts& totals) {
  std::optional<ColumnRange> range;
  if (holds_strings(column.spec.type)) return range;
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    if (totals.by_value[code] == 0) continue;
    if (column.spec.type != ColumnType::Date) {
      widen(range, column.value_number(code).value);
      continue;
    }
    const PartialDate& date = column.value_date(code);
    if (date.earliest != EarliestInstant) widen(range, day_of(date.earliest));
    if (date.latest != LatestInstant) widen(range, day_of(date.latest));
  }
  return range;
}

std::optional<ColumnRange> column_range(const Dataset& dataset, TableId table, size_t column) {
  return column_range(dataset.column(table, column), QueryEngine(dataset).total_counts(table, column));
}

}  // namespace explorer
