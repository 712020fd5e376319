// See plan_map.h.
#include "map_tool/plan_map.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "core/regions.h"
#include "map_tool/territories.h"
#include "view/equal_earth.h"
#include "view/map_geometry.h"

namespace explorer::map_tool {
namespace {

// The middle of the map: its edge, half the world away, runs through the Bering Strait and no country.
constexpr double CentralMeridian = 11;
constexpr double Edge = CentralMeridian - 180;
constexpr double DateLine = 180;

using Polygons = std::map<std::string, std::vector<GeoPolygon>, std::less<>>;

MapPoint project(GeoPoint point) {
  double east = point.longitude - CentralMeridian;
  if (east < -180) east += 360;
  const Projected at = equal_earth(east, point.latitude);
  return {static_cast<int>(std::lround(at.x * MapUnitsPerRadius)),
          static_cast<int>(std::lround(-at.y * MapUnitsPerRadius))};
}

bool on_date_line(const GeoPoint& point) {
  return std::abs(point.longitude - DateLine) < 1e-6;
}

// Where a ring runs along the date line: the index of the first of two points; its size if it does not.
size_t date_line_edge(const GeoRing& ring) {
  for (size_t i = 0; i < ring.size(); ++i) {
    if (on_date_line(ring[i]) && on_date_line(ring[(i + 1) % ring.size()])) return i;
  }
  return ring.size();
}

bool near(const GeoPoint& a, const GeoPoint& b) {
  return std::abs(a.latitude - b.latitude) < 0.05 && std::abs(a.longitude - b.longitude) < 1e-6;
}

// Puts two polygons together that were cut apart along the date line. Returns whether they were.
bool join_at_date_line(GeoPolygon& left, const GeoPolygon& right) {
  GeoRing& a = left.front();
  const GeoRing& b = right.front();
  const size_t i = date_line_edge(a), k = date_line_edge(b);
  if (i == a.size() || k == b.size()) return false;
  if (!near(a[i], b[(k + 1) % b.size()]) || !near(a[(i + 1) % a.size()], b[k])) return false;
  GeoRing joined;
  for (size_t n = 0; n < a.size(); ++n)
    joined.push_back(a[(i + 1 + n) % a.size()]);
  for (size_t n = 2; n < b.size(); ++n)  // without the two points that `a` has
    joined.push_back(b[(k + n) % b.size()]);
  a = std::move(joined);
  return true;
}

// What lies beyond the date line goes on from where it was cut.
void mend_date_line(std::vector<GeoPolygon>& polygons) {
  for (GeoPolygon& polygon : polygons) {
    const bool beyond = std::ranges::all_of(
        polygon.front(), [](const GeoPoint& point) { return point.longitude < Edge + 0.5; });
    for (GeoRing& ring : polygon) {
      for (GeoPoint& point : ring)
        if (beyond) point.longitude += 360;
    }
  }
  for (size_t i = 0; i < polygons.size(); ++i) {
    for (size_t k = i + 1; k < polygons.size(); ++k) {
      if (!join_at_date_line(polygons[i], polygons[k])) continue;
      polygons.erase(polygons.begin() + static_cast<std::ptrdiff_t>(k));
      k = i;
    }
  }
}

// Points that rounding has put onto each other are one.
MapRing project_ring(const GeoRing& ring, bool outer) {
  MapRing points;
  for (const GeoPoint& point : ring) {
    const MapPoint at = project(point);
    if (points.empty() || points.back() != at) points.push_back(at);
  }
  while (points.size() > 1 && points.front() == points.back())
    points.pop_back();
  if ((twice_area(points) > 0) != outer) std::ranges::reverse(points);
  return points;
}

MapPolygon project_polygon(const GeoPolygon& polygon) {
  MapPolygon projected;
  for (const GeoRing& ring : polygon) {
    MapRing points = project_ring(ring, projected.empty());
    if (points.size() < 3 || twice_area(points) == 0) {
      if (projected.empty()) return {};
      continue;
    }
    projected.push_back(std::move(points));
  }
  return projected;
}

double distance_to_edge(const MapPolygon& polygon, double x, double y) {
  double least = 1e18;
  bool inside = false;
  for (const MapRing& ring : polygon) {
    for (size_t i = 0; i < ring.size(); ++i) {
      const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
      if ((a.y > y) != (b.y > y) && x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x) inside = !inside;
      const double dx = b.x - a.x, dy = b.y - a.y;
      const double along = std::clamp(((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy), 0.0, 1.0);
      least = std::min(least, std::hypot(a.x + along * dx - x, a.y + along * dy - y));
    }
  }
  return inside ? least : -least;
}

// The point farthest from every edge, about: where a label has most room.
MapPoint middle_of(const MapPolygon& polygon) {
  constexpr int Steps = 40;
  MapPoint low = polygon.front().front(), high = low;
  for (const MapPoint point : polygon.front()) {
    low = {std::min(low.x, point.x), std::min(low.y, point.y)};
    high = {std::max(high.x, point.x), std::max(high.y, point.y)};
  }
  double best = -1e18;
  MapPoint middle = low;
  for (int i = 1; i < Steps; ++i) {
    for (int k = 1; k < Steps; ++k) {
      const double x = low.x + double(high.x - low.x) * i / Steps,
                   y = low.y + double(high.y - low.y) * k / Steps;
      const double distance = distance_to_edge(polygon, x, y);
      if (distance <= best) continue;
      best = distance;
      middle = {static_cast<int>(std::lround(x)), static_cast<int>(std::lround(y))};
    }
  }
  return middle;
}

const MapPolygon& largest_of(const std::vector<MapPolygon>& polygons) {
  return *std::ranges::max_element(polygons, {},
                                   [](const MapPolygon& polygon) { return twice_area(polygon.front()); });
}

Polygons polygons_by_code(const std::vector<Shape>& shapes, std::vector<std::string>& unknown) {
  Polygons by_code;
  for (const Shape& shape : shapes) {
    const std::string_view code = code_of(shape);
    if (code.empty()) unknown.push_back(shape.name);
    for (const GeoPolygon& polygon : shape.polygons) {
      if (!code.empty()) by_code[std::string(code_of_polygon(code, polygon))].push_back(polygon);
    }
  }
  return by_code;
}

std::vector<MapPolygon> project_all(std::vector<GeoPolygon> polygons) {
  mend_date_line(polygons);
  std::vector<MapPolygon> projected;
  for (const GeoPolygon& polygon : polygons) {
    MapPolygon made = project_polygon(polygon);
    if (!made.empty()) projected.push_back(std::move(made));
  }
  return projected;
}

// A region that has no shape: its middle out of finer shapes, or of the table of places.
bool plan_dot(const Polygons& fine, PlannedRegion& region) {
  if (const auto found = fine.find(region.code); found != fine.end()) {
    const std::vector<MapPolygon> polygons = project_all(found->second);
    // The smallest of them are less than a unit wide.
    region.anchor =
        polygons.empty() ? project(found->second.front().front().front()) : middle_of(largest_of(polygons));
    return true;
  }
  const auto place = std::ranges::find(places(), region.code, &Place::code);
  if (place == places().end()) return false;
  region.anchor = project(place->point);
  return true;
}

void widen(MapExtent& extent, MapPoint point) {
  extent.left = std::min(extent.left, point.x);
  extent.right = std::max(extent.right, point.x);
  extent.top = std::min(extent.top, point.y);
  extent.bottom = std::max(extent.bottom, point.y);
}

}  // namespace

MapPlan plan_map(const std::vector<Shape>& coarse, const std::vector<Shape>& fine) {
  MapPlan plan;
  std::vector<std::string> unknown_dots;  // rocks without a code: nothing is lost
  const Polygons areas = polygons_by_code(coarse, plan.unknown), dots = polygons_by_code(fine, unknown_dots);
  for (const Region& country : all_regions()) {
    if (country.kind != RegionKind::Country) continue;
    PlannedRegion region;
    region.code = country.code;
    // The edge of the map would cut through Antarctica, which no map of charts shows: it stays a dot.
    const auto found = areas.find(country.code);
    if (found != areas.end() && region.code != "AQ") region.polygons = project_all(found->second);
    if (!region.polygons.empty()) {
      region.anchor = middle_of(largest_of(region.polygons));
    } else if (!plan_dot(region.code == "AQ" ? Polygons() : dots, region)) {
      plan.missing.push_back(region.code);
      continue;
    }
    if (region.code != "AQ") widen(plan.extent, region.anchor);
    for (const MapPolygon& polygon : region.polygons) {
      for (const MapPoint point : polygon.front())
        widen(plan.extent, point);
    }
    plan.regions.push_back(std::move(region));
  }
  return plan;
}

}  // namespace explorer::map_tool
