// See map_scale.h.
#include "view/map_scale.h"

#include <algorithm>

#include "view/format.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr uint32_t Steps = 5;
// Charts are read so: the first, the first ten, and what is left of a page, a hundred, more.
constexpr uint32_t PositionEnds[Steps] = {1, 10, 40, 100, UINT32_MAX};

// The least of 1, 2, 3, 5, 10, 20, ... that is not below `value`.
uint32_t round_up(uint32_t value) {
  for (uint64_t power = 1;; power *= 10) {
    for (const uint64_t digit : {1, 2, 3, 5}) {
      if (digit * power >= value) return static_cast<uint32_t>(digit * power);
    }
  }
}

// Ends of bins with about the same number of regions in each.
std::vector<uint32_t> count_ends(const std::vector<uint32_t>& sorted) {
  std::vector<uint32_t> ends;
  const uint32_t most = sorted.back();
  for (uint32_t step = 1; step < Steps; ++step) {
    const uint32_t end = most <= Steps ? step : round_up(sorted[sorted.size() * step / Steps]);
    if (end < most && (ends.empty() || end > ends.back())) ends.push_back(end);
  }
  ends.push_back(most);
  return ends;
}

std::vector<uint32_t> position_ends(const std::vector<uint32_t>& sorted) {
  std::vector<uint32_t> ends;
  for (const uint32_t end : PositionEnds) {
    ends.push_back(end);
    if (end >= sorted.back()) break;
  }
  return ends;
}

}  // namespace

std::optional<uint32_t> measured(const RegionFact& fact, MapMeasure measure) {
  switch (measure) {
    case MapMeasure::BestPosition:
      if (!fact.best.stated) return std::nullopt;
      return static_cast<uint32_t>(fact.best.value);
    case MapMeasure::Entries:
      return fact.entries;
    case MapMeasure::Rows:
      return fact.rows;
  }
  return std::nullopt;
}

std::string value_text(const RegionFact& fact, MapMeasure measure) {
  if (measure == MapMeasure::BestPosition) return format_quantity(fact.best);
  return format_count(*measured(fact, measure));
}

MapScale map_scale(const RegionFacts& facts, MapMeasure measure) {
  MapScale scale;
  scale.measure = measure;
  std::vector<uint32_t> values;
  for (const RegionFact& fact : facts.regions) {
    if (fact.group || fact.name.empty()) continue;  // no place on the map, no part in its colours
    const std::optional<uint32_t> value = measured(fact, measure);
    if (value) values.push_back(*value);
    scale.unplaced = scale.unplaced || !value;
  }
  if (values.empty()) return scale;
  std::ranges::sort(values);
  const bool position = measure == MapMeasure::BestPosition;
  const std::vector<uint32_t> ends = position ? position_ends(values) : count_ends(values);
  uint32_t least = position ? 1 : std::min(values.front(), 1u);
  for (size_t i = 0; i < ends.size(); ++i) {
    // The darkest steps are used, however few.
    const size_t paler = position ? i : ends.size() - 1 - i;
    scale.bins.push_back({least, ends[i], static_cast<Color>(static_cast<size_t>(Color::Scale5) - paler)});
    least = ends[i] + 1;
  }
  return scale;
}

Color scale_color(const MapScale& scale, std::optional<uint32_t> value) {
  for (const MapBin& bin : scale.bins) {
    if (value && *value <= bin.greatest) return bin.color;
  }
  return Color::None;
}

std::string bin_text(const MapScale& scale, size_t index) {
  const MapBin& bin = scale.bins[index];
  if (bin.greatest == UINT32_MAX) return fill(ui::Over, {format_count(bin.least - 1)});
  return ui::measure_span(scale.measure, bin.least, bin.greatest, index == 0);
}

}  // namespace explorer
