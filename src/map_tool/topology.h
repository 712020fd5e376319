// Shapes of countries out of a TopoJSON file (https://github.com/topojson/topojson-specification), as the npm
// package world-atlas has them. Knows nothing of projections and regions.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace explorer::map_tool {

struct GeoPoint {
  double longitude = 0, latitude = 0;  // degrees
  friend bool operator==(const GeoPoint&, const GeoPoint&) = default;
};
using GeoRing = std::vector<GeoPoint>;    // closed; the first point is not repeated
using GeoPolygon = std::vector<GeoRing>;  // the outer ring first

struct Shape {
  std::string id;    // ISO 3166-1 numeric, or empty
  std::string name;  // as Natural Earth has it
  std::vector<GeoPolygon> polygons;
};

// The object "countries" of the file; nothing if it cannot be read.
std::optional<std::vector<Shape>> read_countries(std::string_view topojson);

}  // namespace explorer::map_tool
