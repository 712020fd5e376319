// See triangulate.h. The rule for an ear is that of every such algorithm: a convex corner whose triangle
// holds no other corner. Polygons have some hundred corners, so nothing is done for speed.
#include "map_tool/triangulate.h"

#include <algorithm>

namespace explorer::map_tool {
namespace {

int64_t turn(MapPoint a, MapPoint b, MapPoint c) {
  return int64_t{b.x - a.x} * (c.y - a.y) - int64_t{b.y - a.y} * (c.x - a.x);
}

bool in_triangle(MapPoint a, MapPoint b, MapPoint c, MapPoint p) {
  return turn(a, b, p) >= 0 && turn(b, c, p) >= 0 && turn(c, a, p) >= 0;
}

bool cross(MapPoint a, MapPoint b, MapPoint c, MapPoint d) {
  if (a == c || a == d || b == c || b == d) return false;
  const auto sign = [](int64_t value) { return value > 0 ? 1 : value < 0 ? -1 : 0; };
  return sign(turn(a, b, c)) != sign(turn(a, b, d)) && sign(turn(c, d, a)) != sign(turn(c, d, b));
}

class Chain {
 public:
  explicit Chain(const MapPolygon& polygon) {
    for (const MapRing& ring : polygon) {
      const auto first = static_cast<uint32_t>(points_.size()), count = static_cast<uint32_t>(ring.size());
      first_.push_back(first);
      for (uint32_t i = 0; i < count; ++i) {
        points_.push_back(ring[i]);
        next_.push_back(first + (i + 1) % count);
        before_.push_back(first + (i + count - 1) % count);
      }
    }
    first_.push_back(static_cast<uint32_t>(points_.size()));
  }

  Cuts cut() {
    for (size_t hole = 1; hole + 1 < first_.size(); ++hole)
      bridge(hole);
    const size_t ears = points_.size() - 2;
    uint32_t node = 0;
    while (cuts_.ears.size() < ears) {
      const uint32_t ear = find_ear(node);
      cuts_.ears.push_back(ear);
      next_[before_[ear]] = next_[ear];
      before_[next_[ear]] = before_[ear];
      node = next_[next_[ear]];
    }
    return std::move(cuts_);
  }

 private:
  // The nearest node of what is one ring already that the hole's first node can see.
  void bridge(size_t hole) {
    const uint32_t to = first_[hole];
    std::vector<uint32_t> seen;
    uint32_t at = 0;
    do {
      if (is_seen(at, to)) seen.push_back(at);
      at = next_[at];
    } while (at != 0);
    const auto distance = [&](uint32_t node) {
      const int64_t x = points_[node].x - points_[to].x, y = points_[node].y - points_[to].y;
      return x * x + y * y;
    };
    const uint32_t from = seen.empty() ? 0 : *std::ranges::min_element(seen, {}, distance);
    cuts_.bridges.push_back({from, to});
    const uint32_t after = next_[from], before = before_[to], copy = static_cast<uint32_t>(points_.size());
    for (const uint32_t node : {from, to})
      points_.push_back(points_[node]);
    next_.resize(points_.size());
    before_.resize(points_.size());
    join(from, to);
    join(copy, after);
    join(copy + 1, copy);
    join(before, copy + 1);
  }

  void join(uint32_t from, uint32_t to) {
    next_[from] = to;
    before_[to] = from;
  }

  bool is_seen(uint32_t from, uint32_t to) const {
    const MapPoint a = points_[before_[from]], b = points_[from], c = points_[next_[from]], p = points_[to];
    const bool convex = turn(a, b, c) >= 0;
    const bool inside =
        convex ? turn(b, c, p) > 0 && turn(a, b, p) > 0 : turn(b, c, p) > 0 || turn(a, b, p) > 0;
    for (uint32_t node = 0; inside && node < points_.size(); ++node) {
      if (cross(b, p, points_[node], points_[next_[node]])) return false;
    }
    return inside;
  }

  bool is_ear(uint32_t node) const {
    const MapPoint a = points_[before_[node]], b = points_[node], c = points_[next_[node]];
    if (turn(a, b, c) < 0) return false;
    if (turn(a, b, c) == 0) return true;  // lies on an edge: nothing to fill
    for (uint32_t at = next_[next_[node]]; at != before_[node]; at = next_[at]) {
      const MapPoint p = points_[at];
      const bool corner = p == a || p == b || p == c;
      if (!corner && in_triangle(a, b, c, p) && turn(points_[before_[at]], p, points_[next_[at]]) <= 0)
        return false;
    }
    return true;
  }

  // From `node` on; where rounding has left no ear, the first convex corner.
  uint32_t find_ear(uint32_t node) const {
    uint32_t at = node, convex = node;
    bool found = false;
    do {
      if (is_ear(at)) return at;
      if (!found && turn(points_[before_[at]], points_[at], points_[next_[at]]) > 0) {
        convex = at;
        found = true;
      }
      at = next_[at];
    } while (at != node);
    return convex;
  }

  std::vector<MapPoint> points_;
  std::vector<uint32_t> next_, before_, first_;
  Cuts cuts_;
};

}  // namespace

int64_t twice_area(const MapRing& ring) {
  int64_t sum = 0;
  for (size_t i = 0; i < ring.size(); ++i) {
    const MapPoint a = ring[i], b = ring[(i + 1) % ring.size()];
    sum += int64_t{a.x} * b.y - int64_t{a.y} * b.x;
  }
  return sum;
}

Cuts triangulate(const MapPolygon& polygon) {
  return Chain(polygon).cut();
}

}  // namespace explorer::map_tool
