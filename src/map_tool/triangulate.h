// Fills a polygon with triangles by cutting off ears, and says how so that a reader can do the same without
// any geometry: see the file's format in view/map_geometry.h.
#pragma once

#include <cstdint>
#include <vector>

namespace explorer::map_tool {

struct MapPoint {
  int x = 0, y = 0;
  friend bool operator==(const MapPoint&, const MapPoint&) = default;
};
using MapRing = std::vector<MapPoint>;
using MapPolygon = std::vector<MapRing>;  // the outer ring first

// Twice the area, positive where a ring goes around from x to y.
int64_t twice_area(const MapRing& ring);

struct Cuts {
  struct Bridge {
    uint32_t from = 0, to = 0;  // nodes
  };
  std::vector<Bridge> bridges;
  std::vector<uint32_t> ears;
};

// The outer ring has a positive area, the others a negative one, and none touches itself.
Cuts triangulate(const MapPolygon& polygon);

}  // namespace explorer::map_tool
