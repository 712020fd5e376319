// A small world for tests: rectangles and dots instead of countries.
#pragma once

#include "map_tool/pack_map.h"
#include "view/map_geometry.h"

namespace explorer::test {

map_tool::MapRing rectangle(int left, int top, int right, int bottom);

// 8000 x 4000 units around 0, 0, regions by code:
//   DE  a rectangle, FR one beside it with a hole in the middle, US two of them
//   KR  an area of 4 x 4 units, SG a dot
std::string small_map_bytes();
std::shared_ptr<const WorldMap> small_map();

}  // namespace explorer::test
