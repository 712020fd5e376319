// A map as the bytes that view/map_geometry.h describes and reads.
#pragma once

#include <string>
#include <vector>

#include "map_tool/triangulate.h"

namespace explorer::map_tool {

struct PlannedRegion {
  std::string code;
  MapPoint anchor;
  std::vector<MapPolygon> polygons;  // as triangulate() wants them; none: a dot
};

struct MapExtent {
  int left = 0, top = 0, right = 0, bottom = 0;
};

// `regions` in the order of their codes.
std::string pack_map(const std::vector<PlannedRegion>& regions, const MapExtent& extent);

}  // namespace explorer::map_tool
