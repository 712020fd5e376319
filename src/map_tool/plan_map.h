// From Natural Earth's shapes to the regions of a map: which polygon belongs to which region, where they lie
// on the projected earth, and where their labels and dots go.
#pragma once

#include "map_tool/pack_map.h"
#include "map_tool/topology.h"

namespace explorer::map_tool {

struct MapPlan {
  std::vector<PlannedRegion> regions;  // by code
  MapExtent extent;                    // of all but Antarctica
  std::vector<std::string> unknown;    // names of shapes that belong to no region
  std::vector<std::string> missing;    // codes of countries of core/regions that have no place
};

// Areas out of `coarse`; dots for regions that only `fine` or the table of places has.
MapPlan plan_map(const std::vector<Shape>& coarse, const std::vector<Shape>& fine);

}  // namespace explorer::map_tool
