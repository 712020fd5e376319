// Where the map lies in its box on screen: zoom and pan within bounds, and what is under a point. Plain
// numbers.
#pragma once

#include <optional>
#include <vector>

#include "view/map_geometry.h"

namespace explorer {

// A point p of the map lies at p * scale + origin, px from the corner of its box.
struct MapFrame {
  float scale = 1;
  Point origin;
  Point place(Point p) const { return {p.x * scale + origin.x, p.y * scale + origin.y}; }
  Point units(Point px) const { return {(px.x - origin.x) / scale, (px.y - origin.y) / scale}; }
};

// Of a box of `w` x `h` px. At zoom 1 all of the map's extent is in sight, in the middle; nearer, what is in
// sight stays within it.
MapFrame map_frame(const WorldMap& map, const MapState& state, float w, float h);

// `factor` times nearer, with what is at `at` staying there. No farther than the whole map.
MapState zoom_map(const WorldMap& map, const MapState& state, float w, float h, Point at, float factor);
// Moved by so many px.
MapState pan_map(const WorldMap& map, const MapState& state, float w, float h, Point by);

// Whether a region is so small here that it is drawn as a dot: it has no area, or one of a few px.
bool is_dot(const MapRegion& region, const MapFrame& frame);

// The region at a point of the box: the nearest dot of `marked` ones within `reach` px, else another region
// without an area close by, else the area.
std::optional<size_t> region_at(const WorldMap& map, const MapFrame& frame, Point at, float reach,
                                const std::vector<bool>& marked);

// The regions whose anchor is between two corners of a box in px; if none is, the one that holds its middle.
std::vector<size_t> regions_in(const WorldMap& map, const MapFrame& frame, Point from, Point to);

}  // namespace explorer
