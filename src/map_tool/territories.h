// Which of Natural Earth's shapes is which region of core/regions, and where the territories are that it has
// no shape of. A region is what ISO 3166-1 lists. Where a shape follows who holds a place instead, its
// polygons go to the region that the standard has the place in: no reader is told more about borders than
// that.
#pragma once

#include <span>
#include <string_view>

#include "map_tool/topology.h"

namespace explorer::map_tool {

// The alpha-2 code of a shape, by its number or, without one, its name; empty if it belongs to no region.
std::string_view code_of(const Shape& shape);

// The code of one polygon of a shape with `code`.
std::string_view code_of_polygon(std::string_view code, const GeoPolygon& polygon);

// Territories without a shape of their own.
struct Place {
  std::string_view code;
  GeoPoint point;  // about the middle, or the place where most people live
};
std::span<const Place> places();

}  // namespace explorer::map_tool
