// The map of the world as nodes: land, colours, names, what is lit up, and the card of the region pointed at.
#pragma once

#include "view/map_scale.h"
#include "view/map_view.h"
#include "view/scene_parts.h"

namespace explorer {

// By region of the map: whether an entry names it.
std::vector<bool> named_regions(const WorldMap& map, const RegionFacts* facts);

// The regions that what the reader points at belongs to, by code: a region itself, the region of a chart
// entry, or those of the entries that another row is linked to.
std::vector<std::string> lit_regions(const SceneInput& input);

// The map in `rect` of `region`, or what there is to say while it is not there.
void build_map(Builder& b, uint32_t region, Rect rect, const RegionFacts& facts, const MapScale& scale);

}  // namespace explorer
