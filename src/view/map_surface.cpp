// What the pointer means on the map: a region under it, several in a dragged box, and what is in sight.
#include "view/build_map.h"
#include "view/map_view.h"
#include "view/surface.h"

namespace explorer {
namespace {

constexpr std::string_view Column = "region";

const RegionFact* fact_of(const SceneInput& input, size_t region) {
  return input.results.regions ? input.results.regions->find(input.map.map->regions[region].code) : nullptr;
}

std::optional<size_t> pointed_region(const SceneInput& input, const Node& node, Point at) {
  if (!input.map.map) return std::nullopt;
  const WorldMap& map = *input.map.map;
  const MapFrame frame = map_frame(map, input.state.map, node.rect.w, node.rect.h);
  const float reach = input.environment.coarse_pointer ? 16 : 8;
  return region_at(map, frame, at, reach, named_regions(map, input.results.regions.get()));
}

std::optional<Subject> subject_at(const SceneInput& input, const Node& node, Point at) {
  const auto region = pointed_region(input, node, at);
  if (!region) return std::nullopt;
  return Subject{std::nullopt, input.map.map->regions[*region].code, {}};
}

// A region that no article names would leave nothing.
std::optional<Command> click(const SceneInput& input, const Node& node, Point at) {
  const auto region = pointed_region(input, node, at);
  if (!region) return std::nullopt;
  const std::string& code = input.map.map->regions[*region].code;
  if (fact_of(input, *region) == nullptr && !has_value(input.state.query, Column, code)) return std::nullopt;
  return command::ToggleValue{std::string(Column), code};
}

Command show(const MapState& state) {
  return command::SetMap{state.zoom, state.centre_x, state.centre_y};
}

std::optional<Command> drag(const SceneInput& input, const Node& node, const Gesture& gesture) {
  if (!input.map.map) return std::nullopt;
  const WorldMap& map = *input.map.map;
  const auto [x, y, w, h] = node.rect;
  if (gesture.pan) {
    if (input.state.map.zoom <= 1) return std::nullopt;  // all of it is in sight
    const Point by{gesture.to.x - gesture.from.x, gesture.to.y - gesture.from.y};
    return show(pan_map(map, input.state.map, w, h, by));
  }
  std::vector<std::string> codes;
  for (const size_t region :
       regions_in(map, map_frame(map, input.state.map, w, h), gesture.from, gesture.to)) {
    if (fact_of(input, region) != nullptr) codes.push_back(map.regions[region].code);
  }
  if (codes.empty()) return std::nullopt;
  return command::SetValues{std::string(Column), std::move(codes)};
}

std::optional<Command> zoom(const SceneInput& input, const Node& node, Point at, float factor) {
  if (!input.map.map) return std::nullopt;
  return show(zoom_map(*input.map.map, input.state.map, node.rect.w, node.rect.h, at, factor));
}

}  // namespace

const SurfaceActions MapActions = {subject_at, click, drag, zoom};

}  // namespace explorer
