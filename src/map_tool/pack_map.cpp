// See pack_map.h.
#include "map_tool/pack_map.h"

#include "view/map_geometry.h"

namespace explorer::map_tool {
namespace {

class MapWriter {
 public:
  std::string write(const std::vector<PlannedRegion>& regions, const MapExtent& extent) {
    out_ = MapMagic;
    for (const int side : {extent.left, extent.top, extent.right, extent.bottom})
      difference(side);
    number(regions.size());
    for (const PlannedRegion& region : regions) {
      out_ += region.code;
      difference(region.anchor.x);
      difference(region.anchor.y);
      number(region.polygons.size());
      for (const MapPolygon& polygon : region.polygons)
        write(polygon);
    }
    return std::move(out_);
  }

 private:
  void number(uint64_t value) {
    for (; value >= 0x80; value >>= 7)
      out_ += static_cast<char>(value | 0x80);
    out_ += static_cast<char>(value);
  }

  void difference(int64_t value) { number(static_cast<uint64_t>(value < 0 ? -2 * value - 1 : 2 * value)); }

  void write(const MapPolygon& polygon) {
    number(polygon.size());
    for (const MapRing& ring : polygon) {
      number(ring.size());
      for (const MapPoint point : ring) {
        difference(point.x - at_.x);
        difference(point.y - at_.y);
        at_ = point;
      }
    }
    const Cuts cuts = triangulate(polygon);
    for (const Cuts::Bridge& bridge : cuts.bridges) {
      number(bridge.from);
      number(bridge.to);
    }
    int64_t before = 0;
    for (const uint32_t ear : cuts.ears) {
      difference(int64_t{ear} - before);
      before = ear;
    }
  }

  std::string out_;
  MapPoint at_;
};

}  // namespace

std::string pack_map(const std::vector<PlannedRegion>& regions, const MapExtent& extent) {
  return MapWriter().write(regions, extent);
}

}  // namespace explorer::map_tool
