// See map_labels.h. Greedy: each label takes the first of its places that is free, near ones first.
#include "view/map_labels.h"

#include <algorithm>
#include <array>

namespace explorer {
namespace {

constexpr float Gap = 3;          // px between two texts
constexpr float MarkRoom = 6;     // px around an anchor
constexpr float LeaderFrom = 14;  // px from which on a line leads to the label
constexpr float Distances[] = {8, 22, 40, 64};
constexpr Point Directions[] = {{1, 0},        {-1, 0},        {0, -1},      {0, 1},
                                {0.8f, -0.7f}, {-0.8f, -0.7f}, {0.8f, 0.7f}, {-0.8f, 0.7f}};

bool overlap(const Rect& a, const Rect& b, float gap) {
  return a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap;
}

bool holds(const Rect& box, Point p, float room) {
  return p.x > box.x - room && p.x < box.x + box.w + room && p.y > box.y - room && p.y < box.y + box.h + room;
}

// Whether the line between two points comes into the box: tried every few px, since lines are short.
bool crosses(const Rect& box, Point from, Point to) {
  constexpr int Steps = 12;
  for (int i = 0; i <= Steps; ++i) {
    const float part = static_cast<float>(i) / Steps;
    if (holds(box, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part}, 1)) return true;
  }
  return false;
}

class LabelPlacer {
 public:
  LabelPlacer(const WorldMap& map, const MapFrame& frame, const std::vector<bool>& marked, float w, float h)
      : map_(map), frame_(frame), marked_(marked), room_{0, 0, w, h} {}

  std::optional<LabelPlace> place(const LabelWish& wish) {
    const Point anchor = frame_.place(map_.regions[wish.region].anchor);
    if (!holds(room_, anchor, 0)) return std::nullopt;
    LabelPlace place;
    place.box = {anchor.x - wish.w / 2, anchor.y - wish.h / 2, wish.w, wish.h};
    place.inside = true;
    if (wish.inside && lies_in(place.box, wish.region) && is_free(place, wish.region)) return keep(place);
    place.inside = false;
    place.to = anchor;
    for (const float distance : Distances) {
      for (const Point direction : Directions) {
        put_beside(place, wish, anchor, direction, distance);
        if (is_free(place, wish.region) && !on_color(place.box)) return keep(place);
      }
    }
    return std::nullopt;
  }

 private:
  static void put_beside(LabelPlace& place, const LabelWish& wish, Point anchor, Point direction,
                         float distance) {
    const Point near{anchor.x + direction.x * distance, anchor.y + direction.y * distance};
    const float left = direction.x > 0 ? 0 : direction.x < 0 ? 1 : 0.5f;
    const float top = direction.x != 0 && direction.y == 0 ? 0.5f : direction.y > 0 ? 0 : 1;
    place.box = {near.x - left * wish.w, near.y - top * wish.h, wish.w, wish.h};
    place.from = {std::clamp(anchor.x, place.box.x, place.box.x + wish.w),
                  std::clamp(anchor.y, place.box.y + 3, place.box.y + wish.h - 3)};
    place.led = distance > LeaderFrom;
  }

  LabelPlace keep(const LabelPlace& place) {
    placed_.push_back(place);
    return place;
  }

  bool is_free(const LabelPlace& place, size_t region) const {
    const Rect& box = place.box;
    if (box.x < 2 || box.y < 2 || box.x + box.w > room_.w - 2 || box.y + box.h > room_.h - 2) return false;
    for (const LabelPlace& other : placed_) {
      if (overlap(box, other.box, Gap) || (other.led && crosses(box, other.from, other.to)) ||
          (place.led && crosses(other.box, place.from, place.to)))
        return false;
    }
    for (size_t i = 0; i < marked_.size(); ++i) {
      if (!marked_[i] || i == region) continue;
      const MapRegion& other = map_.regions[i];
      if (holds(box, frame_.place(other.anchor), is_dot(other, frame_) ? MarkRoom : 1)) return false;
    }
    return true;
  }

  // Looked at where a text has its corners and its middle.
  static std::array<Point, 7> samples(const Rect& box) {
    const float right = box.x + box.w, low = box.y + box.h, x = box.x + box.w / 2, y = box.y + box.h / 2;
    return {{{x, y}, {box.x, box.y}, {right, low}, {right, box.y}, {box.x, low}, {box.x, y}, {right, y}}};
  }

  bool lies_in(const Rect& box, size_t region) const {
    if (!map_.regions[region].has_area) return false;
    return std::ranges::all_of(samples(box),
                               [&](Point p) { return area_holds(map_, region, frame_.units(p)); });
  }

  bool on_color(const Rect& box) const {
    for (size_t i = 0; i < marked_.size(); ++i) {
      const MapRegion& region = map_.regions[i];
      if (!marked_[i] || !region.has_area) continue;
      const Point corner = frame_.place({region.bounds.x, region.bounds.y});
      const Rect bounds{corner.x, corner.y, region.bounds.w * frame_.scale, region.bounds.h * frame_.scale};
      if (!overlap(box, bounds, 0)) continue;
      for (const Point p : samples(box)) {
        if (area_holds(map_, i, frame_.units(p))) return true;
      }
    }
    return false;
  }

  const WorldMap& map_;
  const MapFrame& frame_;
  const std::vector<bool>& marked_;
  Rect room_;
  std::vector<LabelPlace> placed_;
};

}  // namespace

std::vector<std::optional<LabelPlace>> place_labels(const WorldMap& map, const MapFrame& frame,
                                                    const std::vector<bool>& marked,
                                                    std::span<const LabelWish> wishes, float w, float h) {
  LabelPlacer placer(map, frame, marked, w, h);
  std::vector<std::optional<LabelPlace>> places;
  for (const LabelWish& wish : wishes)
    places.push_back(placer.place(wish));
  return places;
}

}  // namespace explorer
