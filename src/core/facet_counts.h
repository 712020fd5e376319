// What a column holds under a filter, counted: once per distinct value, and from that the lists and
// histograms that are shown. Knows no queries.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset.h"
#include "core/query.h"
#include "core/row_set.h"

namespace explorer {

// Number of rows of `rows` that state each value, and that state none. A row with a list counts for each of
// its values.
struct FacetCounts {
  std::vector<uint32_t> by_value;  // by code
  uint32_t not_stated = 0;
};
FacetCounts count_values(const Column& column, const RowSet& rows);

// Which values to list: those that hold `text` (as a Contains term does; empty: all), at most `limit` of
// them.
struct FacetChoice {
  std::string text;
  size_t limit = SIZE_MAX;
};

// The values most frequent first; those of which `totals` has none are left out. Ties come by collation;
// where a limit cuts through more than 4,096 of them, those with the lowest codes take part.
std::vector<FacetValue> order_facets(const Column& column, const FacetCounts& counts,
                                     const FacetCounts& totals, const FacetChoice& choice = {});

// The range of the values of which `totals` has any; nothing if there are none, or for a column of texts.
std::optional<ColumnRange> column_range(const Column& column, const FacetCounts& totals);

// The number, duration or day by which a value of a column stands in its histogram; nothing for a date that
// is open on both sides.
std::optional<int64_t> histogram_place(const Column& column, ValueCode code);

// At most `max_bars` bars (of 1, two where a border lies between the values) in ascending order without gaps:
// of a Number column in steps of 1, 2 or 5 times a power of ten, of a Duration column in such steps of a
// second, a minute, an hour or a day as clocks have, of a Date column (days since 1970) in days, months,
// quarters, 1, 5, 10 or 100 years, and tens of the last. Empty if no row states a value.
std::vector<HistogramBar> histogram(const Column& column, const FacetCounts& counts,
                                    const FacetCounts& totals, size_t max_bars);

}  // namespace explorer
