// See map_geometry.h.
#include "view/map_geometry.h"

#include <algorithm>
#include <cmath>

namespace explorer {
namespace {

constexpr size_t MaxRegions = 1000;
constexpr size_t MaxPoints = 65535;  // that indices of 16 bits can name
constexpr uint16_t Gone = 0xFFFF;

class MapReader {
 public:
  explicit MapReader(std::string_view bytes) : rest_(bytes) {}

  std::shared_ptr<const WorldMap> read() {
    if (!rest_.starts_with(MapMagic)) return nullptr;
    rest_.remove_prefix(MapMagic.size());
    const Point corner = point({}), end = point({});
    map_->extent = {corner.x, corner.y, end.x - corner.x, end.y - corner.y};
    const size_t count = number(MaxRegions);
    for (size_t i = 0; i < count && good_; ++i)
      region();
    if (!good_ || !rest_.empty() || map_->extent.w <= 0 || map_->extent.h <= 0) return nullptr;
    map_->mesh = std::move(mesh_);
    return std::move(map_);
  }

 private:
  // 0 after anything that cannot be.
  uint32_t number(size_t most) {
    uint32_t value = 0;
    for (int shift = 0; shift < 28 && !rest_.empty(); shift += 7) {
      const auto byte = static_cast<uint8_t>(rest_.front());
      rest_.remove_prefix(1);
      value |= uint32_t{byte & 0x7Fu} << shift;
      if (byte < 0x80 && value <= most) return value;
      if (byte < 0x80) break;
    }
    good_ = false;
    return 0;
  }

  int difference() {
    const uint32_t value = number(0x0FFFFFFF);
    return static_cast<int>(value >> 1) ^ -static_cast<int>(value & 1);
  }

  Point point(Point before) {
    const auto x = static_cast<float>(difference());
    return {before.x + x, before.y + static_cast<float>(difference())};
  }

  void region() {
    if (rest_.size() < 2) {
      good_ = false;
      return;
    }
    MapRegion& made = map_->regions.emplace_back();
    made.code = rest_.substr(0, 2);
    rest_.remove_prefix(2);
    const auto last = map_->regions.end() - 1;
    good_ = good_ && (last == map_->regions.begin() || (last - 1)->code < made.code);
    made.anchor = point({});
    Mesh::Part part{static_cast<uint32_t>(mesh_->indices.size()), 0,
                    static_cast<uint32_t>(mesh_->rings.size()), 0};
    const size_t polygons = number(MaxPoints);
    for (size_t i = 0; i < polygons && good_; ++i)
      polygon();
    part.index_count = static_cast<uint32_t>(mesh_->indices.size()) - part.first_index;
    part.ring_count = static_cast<uint32_t>(mesh_->rings.size()) - part.first_ring;
    mesh_->parts.push_back(part);
    measure(made, part);
  }

  void polygon() {
    const size_t rings = number(MaxPoints), first = mesh_->points.size();
    good_ = good_ && rings > 0;
    next_.clear();
    for (size_t i = 0; i < rings && good_; ++i)
      ring(first);
    if (!good_) return;
    link_back();
    nodes_.resize(next_.size());
    for (size_t node = 0; node < nodes_.size(); ++node)
      nodes_[node] = static_cast<uint16_t>(first + node);
    const size_t points = next_.size();
    for (size_t i = 1; i < rings && good_; ++i)
      bridge(points);
    if (good_) ears();
  }

  void ring(size_t first_of_polygon) {
    const size_t count = number(MaxPoints), first = mesh_->points.size();
    if (count < 3 || first + count > MaxPoints) good_ = false;
    for (size_t i = 0; i < count && good_; ++i) {
      at_ = point(at_);
      mesh_->points.push_back(at_);
      next_.push_back(static_cast<uint16_t>(first - first_of_polygon + (i + 1 == count ? 0 : i + 1)));
    }
    mesh_->rings.push_back({static_cast<uint32_t>(first), static_cast<uint32_t>(count)});
  }

  void link_back() {
    before_.assign(next_.size(), 0);
    for (size_t node = 0; node < next_.size(); ++node)
      before_[next_[node]] = static_cast<uint16_t>(node);
  }

  void join(uint16_t from, uint16_t to) {
    next_[from] = to;
    before_[to] = from;
  }

  // A cut from `from` to `to` and back along copies of both makes one ring of two.
  void bridge(size_t points) {
    const auto from = static_cast<uint16_t>(number(nodes_.size() - 1)),
               to = static_cast<uint16_t>(number(points - 1));
    if (!good_ || nodes_.size() + 2 >= Gone) {
      good_ = false;
      return;
    }
    const uint16_t after = next_[from], before = before_[to], copy = static_cast<uint16_t>(nodes_.size());
    for (const uint16_t node : {from, to})
      nodes_.push_back(nodes_[node]);
    next_.resize(nodes_.size());
    before_.resize(nodes_.size());
    join(from, to);
    join(copy, after);
    join(static_cast<uint16_t>(copy + 1), copy);
    join(before, static_cast<uint16_t>(copy + 1));
  }

  void ears() {
    int node = 0;
    for (size_t i = 2; i < nodes_.size() && good_; ++i) {
      node += difference();
      good_ = good_ && node >= 0 && static_cast<size_t>(node) < nodes_.size() &&
              next_[static_cast<size_t>(node)] != Gone;
      if (!good_) return;
      const uint16_t ear = static_cast<uint16_t>(node), before = before_[ear], after = next_[ear];
      for (const uint16_t corner : {before, ear, after})
        mesh_->indices.push_back(nodes_[corner]);
      join(before, after);
      next_[ear] = Gone;
    }
  }

  void measure(MapRegion& made, const Mesh::Part& part) {
    made.has_area = part.ring_count > 0;
    if (!made.has_area || !good_) return;
    Point least{1e9f, 1e9f}, most{-1e9f, -1e9f};
    for (uint32_t i = part.first_index; i < part.first_index + part.index_count; i += 3) {
      const Point a = corner(i), b = corner(i + 1), c = corner(i + 2);
      made.area += std::abs((b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)) / 2;
      for (const Point p : {a, b, c}) {
        least = {std::min(least.x, p.x), std::min(least.y, p.y)};
        most = {std::max(most.x, p.x), std::max(most.y, p.y)};
      }
    }
    made.bounds = {least.x, least.y, most.x - least.x, most.y - least.y};
  }

  Point corner(uint32_t index) const { return mesh_->points[mesh_->indices[index]]; }

  std::string_view rest_;
  bool good_ = true;
  Point at_;  // the last point of a ring
  std::shared_ptr<WorldMap> map_ = std::make_shared<WorldMap>();
  std::shared_ptr<Mesh> mesh_ = std::make_shared<Mesh>();
  std::vector<uint16_t> next_, before_, nodes_;  // of the polygon at work; nodes_: points of the mesh
};

}  // namespace

size_t WorldMap::find(std::string_view code) const {
  const auto found = std::ranges::lower_bound(
      regions, code, {}, [](const MapRegion& region) { return std::string_view(region.code); });
  return found != regions.end() && found->code == code ? static_cast<size_t>(found - regions.begin())
                                                       : regions.size();
}

std::shared_ptr<const WorldMap> read_map(std::string_view bytes) {
  return MapReader(bytes).read();
}

bool area_holds(const WorldMap& map, size_t region, Point point) {
  const Rect& box = map.regions[region].bounds;
  if (point.x < box.x || point.y < box.y || point.x > box.x + box.w || point.y > box.y + box.h) return false;
  const Mesh& mesh = *map.mesh;
  const Mesh::Part& part = mesh.parts[region];
  bool inside = false;
  for (uint32_t i = 0; i < part.ring_count; ++i) {
    const Mesh::Ring& ring = mesh.rings[part.first_ring + i];
    Point before = mesh.points[ring.first + ring.count - 1];
    for (uint32_t k = 0; k < ring.count; ++k) {
      const Point now = mesh.points[ring.first + k];
      const bool crosses = (now.y > point.y) != (before.y > point.y);
      if (crosses && point.x < (before.x - now.x) * (point.y - now.y) / (before.y - now.y) + now.x)
        inside = !inside;
      before = now;
    }
  }
  return inside;
}

}  // namespace explorer
