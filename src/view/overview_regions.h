// The list of regions in the panel on where things charted, which says in words what the map shows.
#pragma once

#include "view/map_scale.h"
#include "view/scene_parts.h"

namespace explorer {

struct WherePanel {
  Builder& b;
  const RegionFacts& facts;
  const MapScale scale;
  const float w;     // px within the insets
  const bool fixed;  // in height
};

// Where the list of regions stands: all of it in the maximised panel, which then may scroll.
struct ListPlace {
  bool beside = false;     // to the right of the map
  size_t rows_below = 0;   // or below it
  float out_of_sight = 0;  // px of that which are scrolled to
};

// `top`: where the map begins; `height`: of the panel, if it is fixed.
ListPlace place_list(const WherePanel& panel, float top, float height);

// The regions on the map, the best first, in as many columns as fit; where they are more, the last place
// leads to all of them, which the maximised panel has. Returns the height used.
float add_regions(const WherePanel& panel, uint32_t parent, Rect at, size_t rows);

// What is named but is no place on the map: the world, continents, unknown codes. Returns the height used.
float add_off_map(const WherePanel& panel, uint32_t parent, float top);

}  // namespace explorer
