// The world as shapes: an area or a dot for each region that is a country, as the build makes them
// (map_tool/) and the page fetches them. Knows no dataset and no screen.
//
// The file, version 1. Numbers are varints: 7 bits a byte, the lowest first, the high bit set in all but the
// last; signed ones zigzag (0, -1, 1, -2, ...). Units: 1/4096 of the earth's radius after equal_earth(), y
// down.
//   "AEM1"
//   extent   left, top, right, bottom (signed): what a map at zoom 1 shows
//   count    of regions, in the order of their codes; each is
//     code     two letters of ISO 3166-1
//     anchor   x, y (signed): where a label or a dot of it belongs
//     count    of polygons, 0 for a region that is a dot; each is
//       count    of rings, the outer one first; each is
//         count    of points, at least 3; each is x, y less those of the point before (signed; the first
//         point
//                  of all: less 0, 0)
//       bridges  for each ring but the first: the node of the polygon so far that a cut leads from, and the
//       node
//                of the ring that it leads to. Nodes are the points, numbered through all rings; each bridge
//                adds two more, a copy of where it leads from and one of where it leads to.
//       ears     the nodes in the order in which cutting off each with its two neighbours fills the polygon,
//       all
//                but the last two: each less the one before (signed; the first: less 0)
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "view/picture.h"
#include "view/scene.h"

namespace explorer {

inline constexpr std::string_view MapMagic = "AEM1";
inline constexpr double MapUnitsPerRadius = 4096;

struct MapRegion {
  std::string code;  // ISO 3166-1 alpha-2
  Point anchor;
  bool has_area = false;  // the part of the mesh with the region's own index; else it is a dot
  Rect bounds;            // of the area
  float area = 0;         // square units
};

struct WorldMap {
  std::shared_ptr<const Mesh> mesh;  // a part for each region, empty for dots
  std::vector<MapRegion> regions;    // by code
  Rect extent;

  // Index of the region, or regions.size().
  size_t find(std::string_view code) const;
};

// Null if the bytes are anything but a whole map of this version.
std::shared_ptr<const WorldMap> read_map(std::string_view bytes);

// Whether the point, in units, lies in the region's area: within an odd number of its rings.
bool area_holds(const WorldMap& map, size_t region, Point point);

}  // namespace explorer
