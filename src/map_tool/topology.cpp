// See topology.h.
#include "map_tool/topology.h"

#include <nlohmann/json.hpp>

namespace explorer::map_tool {
namespace {

using Json = nlohmann::json;

// Arcs are whole numbers, each less the one before, to be scaled and moved.
std::vector<GeoRing> read_arcs(const Json& topology) {
  const Json& scale = topology["transform"]["scale"];
  const Json& move = topology["transform"]["translate"];
  std::vector<GeoRing> arcs;
  for (const Json& arc : topology["arcs"]) {
    GeoRing& points = arcs.emplace_back();
    double x = 0, y = 0;
    for (const Json& step : arc) {
      x += step[0].get<double>();
      y += step[1].get<double>();
      points.push_back({x * scale[0].get<double>() + move[0].get<double>(),
                        y * scale[1].get<double>() + move[1].get<double>()});
    }
  }
  return arcs;
}

// A ring is arcs one behind the other, ~index being one walked backwards; each begins where the last one
// ended.
GeoRing read_ring(const Json& indices, const std::vector<GeoRing>& arcs) {
  GeoRing ring;
  for (const Json& entry : indices) {
    const int index = entry.get<int>();
    GeoRing arc = arcs[static_cast<size_t>(index < 0 ? ~index : index)];
    if (index < 0) arc = {arc.rbegin(), arc.rend()};
    ring.insert(ring.end(), arc.begin(), arc.end() - 1);
  }
  return ring;
}

GeoPolygon read_polygon(const Json& rings, const std::vector<GeoRing>& arcs) {
  GeoPolygon polygon;
  for (const Json& ring : rings)
    polygon.push_back(read_ring(ring, arcs));
  return polygon;
}

Shape read_shape(const Json& geometry, const std::vector<GeoRing>& arcs) {
  Shape shape;
  if (geometry.contains("id")) shape.id = geometry["id"].get<std::string>();
  shape.name = geometry["properties"]["name"].get<std::string>();
  if (geometry["type"] == "Polygon") shape.polygons.push_back(read_polygon(geometry["arcs"], arcs));
  if (geometry["type"] == "MultiPolygon") {
    for (const Json& polygon : geometry["arcs"])
      shape.polygons.push_back(read_polygon(polygon, arcs));
  }
  return shape;
}

}  // namespace

std::optional<std::vector<Shape>> read_countries(std::string_view topojson) {
  const Json topology = Json::parse(topojson, nullptr, false);
  if (!topology.is_object() || !topology.contains("transform") || !topology.contains("arcs") ||
      !topology.contains("objects") || !topology["objects"].contains("countries"))
    return std::nullopt;
  const std::vector<GeoRing> arcs = read_arcs(topology);
  std::vector<Shape> shapes;
  for (const Json& geometry : topology["objects"]["countries"]["geometries"])
    shapes.push_back(read_shape(geometry, arcs));
  return shapes;
}

}  // namespace explorer::map_tool
