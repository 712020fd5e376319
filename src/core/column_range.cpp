// From where to where the values of a column go; see facet_counts.h.
#include <algorithm>

#include "core/facet_counts.h"

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

}  // namespace explorer
