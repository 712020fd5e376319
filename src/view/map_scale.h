// What the colours of the map stand for: bins of a measure in five steps of one hue, the more telling the
// darker (on dark ground: the brighter).
#pragma once

#include <optional>
#include <vector>

#include "state/app_state.h"
#include "view/region_facts.h"
#include "view/theme.h"

namespace explorer {

struct MapBin {
  uint32_t least = 0, greatest = 0;
  Color color = Color::None;
};

struct MapScale {
  MapMeasure measure = MapMeasure::BestPosition;
  std::vector<MapBin> bins;  // ascending, at most 5, none empty at the end; groups of regions do not count
  bool unplaced = false;     // a region is named without the measure: its position is not stated
};

// What the measure says of a region; nothing if no entry states a position.
std::optional<uint32_t> measured(const RegionFact& fact, MapMeasure measure);

// The same in words as short as can be: "1", "about 10", "1,234", or a dash.
std::string value_text(const RegionFact& fact, MapMeasure measure);

MapScale map_scale(const RegionFacts& facts, MapMeasure measure);

// Of the bin that holds the value; None if there is none.
Color scale_color(const MapScale& scale, std::optional<uint32_t> value);

// The bin in the legend: "No. 1", "2-10", "3-5 entries" for the first one.
std::string bin_text(const MapScale& scale, size_t bin);

}  // namespace explorer
