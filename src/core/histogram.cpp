// The bars of a column of numbers or dates; see facet_counts.h.
#include <algorithm>
#include <optional>

#include "core/facet_counts.h"

namespace explorer {
namespace {

constexpr int64_t SecondsPerDay = 86'400;

// These two hold for all numbers, so that nothing in a dataset can make them overflow.
int64_t floor_divide(int64_t value, uint64_t by) {
  const auto bits = static_cast<uint64_t>(value);
  return value >= 0 ? static_cast<int64_t>(bits / by) : -static_cast<int64_t>(~bits / by) - 1;
}

// Where the numbers end if the product lies beyond them.
int64_t bounded_product(int64_t value, uint64_t by) {
  const uint64_t size = value < 0 ? 0 - static_cast<uint64_t>(value) : static_cast<uint64_t>(value);
  if (size > INT64_MAX / by) return value < 0 ? INT64_MIN : INT64_MAX;
  return value * static_cast<int64_t>(by);
}

// Bars of equal kind: steps of `size` numbers, or of `size` days, or of `size` months.
struct Scale {
  bool months = false;
  uint64_t size = 1;

  int64_t bar_of(int64_t place) const {
    if (!months) return floor_divide(place, size);
    const CivilDate date = civil_from_days(place);
    return floor_divide(date.year * 12 + date.month - 1, size);
  }
  int64_t first_of(int64_t bar) const {
    if (!months) return bounded_product(bar, size);
    const int64_t month = bar * static_cast<int64_t>(size);
    const int64_t year = floor_divide(month, 12);
    return days_from_civil({year, static_cast<int>(month - year * 12) + 1, 1});
  }
  // The bar that ends at -1 - n mirrors the one that begins at n.
  int64_t last_of(int64_t bar) const { return months ? first_of(bar + 1) - 1 : ~first_of(~bar); }
  // Number of bars less one.
  uint64_t steps(int64_t least, int64_t greatest) const {
    return static_cast<uint64_t>(bar_of(greatest)) - static_cast<uint64_t>(bar_of(least));
  }
  bool fits(int64_t least, int64_t greatest, size_t max_bars) const {
    return steps(least, greatest) < max_bars;
  }
};

// Ends at steps of 10^19 at the latest: there are but two of them.
Scale number_scale(int64_t least, int64_t greatest, size_t max_bars) {
  for (uint64_t power = 1;; power *= 10) {
    for (const uint64_t factor : {1, 2, 5}) {
      const Scale scale{false, power * factor};
      if (scale.fits(least, greatest, max_bars)) return scale;
    }
  }
}

// As clocks divide time; days from there on. Ends before the steps do not fit 64 bits.
Scale duration_scale(int64_t least, int64_t greatest, size_t max_bars) {
  constexpr uint64_t Secs[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21'600, 43'200};
  for (const uint64_t secs : Secs) {
    const Scale scale{false, secs};
    if (scale.fits(least, greatest, max_bars)) return scale;
  }
  for (uint64_t power = 86'400;; power *= 10) {
    for (const uint64_t factor : {1, 2, 5}) {
      const Scale scale{false, power * factor};
      if (scale.fits(least, greatest, max_bars)) return scale;
    }
  }
}

Scale date_scale(int64_t least, int64_t greatest, size_t max_bars) {
  constexpr uint64_t Months[] = {1, 3, 12, 60, 120, 1200};
  const Scale days{false, 1};
  if (days.fits(least, greatest, max_bars)) return days;
  for (const uint64_t months : Months) {
    const Scale scale{true, months};
    if (scale.fits(least, greatest, max_bars)) return scale;
  }
  for (uint64_t months = 12'000;; months *= 10) {
    const Scale scale{true, months};
    if (scale.fits(least, greatest, max_bars)) return scale;
  }
}

}  // namespace

std::optional<int64_t> histogram_place(const Column& column, ValueCode code) {
  if (column.spec.type != ColumnType::Date) return column.value_number(code).value;
  const PartialDate& date = column.value_date(code);
  const int64_t instant = date.earliest != EarliestInstant ? date.earliest : date.latest;
  if (instant == LatestInstant) return std::nullopt;
  return floor_divide(instant, SecondsPerDay);
}

std::vector<HistogramBar> histogram(const Column& column, const FacetCounts& counts,
                                    const FacetCounts& totals, size_t max_bars) {
  std::vector<HistogramBar> bars;
  if (holds_strings(column.spec.type) || max_bars == 0) return bars;
  std::optional<int64_t> least, greatest;
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    const auto place = totals.by_value[code] > 0 ? histogram_place(column, code) : std::nullopt;
    if (!place) continue;
    least = std::min(least.value_or(*place), *place);
    greatest = std::max(greatest.value_or(*place), *place);
  }
  if (!least) return bars;
  max_bars = std::max<size_t>(max_bars, 2);  // a scale may have its border between the two
  const auto scale_of = column.spec.type == ColumnType::Date       ? date_scale
                        : column.spec.type == ColumnType::Duration ? duration_scale
                                                                   : number_scale;
  const Scale scale = scale_of(*least, *greatest, max_bars);
  const int64_t first = scale.bar_of(*least);
  for (uint64_t step = 0; step <= scale.steps(*least, *greatest); ++step) {
    const int64_t bar = first + static_cast<int64_t>(step);
    bars.push_back({scale.first_of(bar), scale.last_of(bar), 0, 0});
  }
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    const auto place = totals.by_value[code] > 0 ? histogram_place(column, code) : std::nullopt;
    if (!place) continue;
    HistogramBar& bar = bars[static_cast<size_t>(scale.bar_of(*place) - first)];
    bar.count += counts.by_value[code];
    bar.total += totals.by_value[code];
  }
  return bars;
}

}  // namespace explorer
