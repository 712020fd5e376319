// See map_view.h.
#include "view/map_view.h"

#include <algorithm>
#include <cmath>

namespace explorer {
namespace {

constexpr float SmallArea = 20;     // square px: below, a dot is seen better
constexpr float PlainDotReach = 4;  // px, of dots that say nothing

float fitting_scale(const WorldMap& map, float w, float h) {
  return std::max(std::min(w / map.extent.w, h / map.extent.h), 1e-6f);
}

// The middle of what is in sight: `seen` units of a side that is `size` long from `start` on.
float settle(float centre, float seen, float start, float size) {
  if (seen >= size) return start + size / 2;
  return std::clamp(centre, start + seen / 2, start + size - seen / 2);
}

MapState settled(const WorldMap& map, MapState state, float w, float h) {
  state.zoom = std::clamp(state.zoom, 1.0f, MaxMapZoom);
  const float scale = fitting_scale(map, w, h) * state.zoom;
  if (state.zoom == 1) state.centre_x = state.centre_y = 0;
  const Rect& all = map.extent;
  state.centre_x = settle(state.centre_x, w / scale, all.x, all.w);
  state.centre_y = settle(state.centre_y, h / scale, all.y, all.h);
  return state;
}

std::optional<size_t> nearest_dot(const WorldMap& map, const MapFrame& frame, Point at, float reach,
                                  const std::vector<bool>& marked, bool wanted) {
  std::optional<size_t> nearest;
  for (size_t i = 0; i < map.regions.size(); ++i) {
    const MapRegion& region = map.regions[i];
    if (marked[i] != wanted || !(wanted ? is_dot(region, frame) : !region.has_area)) continue;
    const Point place = frame.place(region.anchor);
    const float distance = std::hypot(place.x - at.x, place.y - at.y);
    if (distance > reach) continue;
    reach = distance;
    nearest = i;
  }
  return nearest;
}

}  // namespace

MapFrame map_frame(const WorldMap& map, const MapState& state, float w, float h) {
  const MapState shown = settled(map, state, w, h);
  const float scale = fitting_scale(map, w, h) * shown.zoom;
  return {scale, {w / 2 - shown.centre_x * scale, h / 2 - shown.centre_y * scale}};
}

MapState zoom_map(const WorldMap& map, const MapState& state, float w, float h, Point at, float factor) {
  MapState next = settled(map, state, w, h);
  const Point held = map_frame(map, state, w, h).units(at);
  next.zoom = std::clamp(next.zoom * factor, 1.0f, MaxMapZoom);
  const float scale = fitting_scale(map, w, h) * next.zoom;
  next.centre_x = held.x + (w / 2 - at.x) / scale;
  next.centre_y = held.y + (h / 2 - at.y) / scale;
  return settled(map, next, w, h);
}

MapState pan_map(const WorldMap& map, const MapState& state, float w, float h, Point by) {
  MapState next = settled(map, state, w, h);
  const float scale = fitting_scale(map, w, h) * next.zoom;
  next.centre_x -= by.x / scale;
  next.centre_y -= by.y / scale;
  return settled(map, next, w, h);
}

bool is_dot(const MapRegion& region, const MapFrame& frame) {
  return !region.has_area || region.area * frame.scale * frame.scale < SmallArea;
}

std::optional<size_t> region_at(const WorldMap& map, const MapFrame& frame, Point at, float reach,
                                const std::vector<bool>& marked) {
  if (const auto dot = nearest_dot(map, frame, at, reach, marked, true)) return dot;
  if (const auto dot = nearest_dot(map, frame, at, PlainDotReach, marked, false)) return dot;
  for (size_t i = 0; i < map.regions.size(); ++i) {
    if (map.regions[i].has_area && area_holds(map, i, frame.units(at))) return i;
  }
  return std::nullopt;
}

std::vector<size_t> regions_in(const WorldMap& map, const MapFrame& frame, Point from, Point to) {
  const Point least = frame.units({std::min(from.x, to.x), std::min(from.y, to.y)});
  const Point most = frame.units({std::max(from.x, to.x), std::max(from.y, to.y)});
  const Point middle{(least.x + most.x) / 2, (least.y + most.y) / 2};
  std::vector<size_t> inside;
  std::optional<size_t> around;
  for (size_t i = 0; i < map.regions.size(); ++i) {
    const Point at = map.regions[i].anchor;
    if (at.x >= least.x && at.x <= most.x && at.y >= least.y && at.y <= most.y) inside.push_back(i);
    if (map.regions[i].has_area && area_holds(map, i, middle)) around = i;
  }
  if (inside.empty() && around) inside.push_back(*around);
  return inside;
}

}  // namespace explorer
