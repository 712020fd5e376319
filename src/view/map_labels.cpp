// See map_labels.h. Greedy: each label takes the first of its places that is free, near ones first.
#include "view/map_labels.h"

#include <algorithm>
#include <cmath>

namespace explorer {
namespace {

constexpr float Gap = 3;          // px between two texts
constexpr float MarkRoom = 6;     // px around an anchor
constexpr float LeaderFrom = 10;  // px of a line, below which none is needed
constexpr float ColorGap = 3;     // px between a text and a coloured area
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
    const Point away = away_from_others(anchor, wish.region);
    for (const float distance : Distances) {
      for (const bool towards_others : {false, true}) {
        for (const Point direction : Directions) {
          if ((direction.x * away.x + direction.y * away.y < 0) != towards_others) continue;
          put_beside(place, wish, anchor, direction, distance);
          if (is_free(place, wish.region) && !on_color(place.box)) return keep(place);
        }
      }
    }
    return std::nullopt;
  }

 private:
  void put_beside(LabelPlace& place, const LabelWish& wish, Point anchor, Point direction,
                  float distance) const {
    const Point near{anchor.x + direction.x * distance, anchor.y + direction.y * distance};
    const float left = direction.x > 0 ? 0 : direction.x < 0 ? 1 : 0.5f;
    const float top = direction.x != 0 && direction.y == 0 ? 0.5f : direction.y > 0 ? 0 : 1;
    place.box = {near.x - left * wish.w, near.y - top * wish.h, wish.w, wish.h};
    place.from = {std::clamp(anchor.x, place.box.x, place.box.x + wish.w),
                  std::clamp(anchor.y, place.box.y + 3, place.box.y + wish.h - 3)};
    place.to = edge_towards(place.from, anchor, wish.region);
    place.led = std::hypot(place.to.x - place.from.x, place.to.y - place.from.y) > LeaderFrom;
  }

  // To where marked neighbours are not, so that of two beside each other each has its own side.
  Point away_from_others(Point anchor, size_t region) const {
    Point away;
    for (size_t i = 0; i < marked_.size(); ++i) {
      if (!marked_[i] || i == region) continue;
      const Point other = frame_.place(map_.regions[i].anchor);
      const float x = anchor.x - other.x, y = anchor.y - other.y, square = std::max(x * x + y * y, 1.0f);
      away.x += x / square;
      away.y += y / square;
    }
    return away;
  }

  // Where a line to the anchor comes to the area; the anchor itself for a dot.
  Point edge_towards(Point from, Point anchor, size_t region) const {
    constexpr int Steps = 24;
    for (int i = 0; i < Steps && map_.regions[region].has_area; ++i) {
      const float part = static_cast<float>(i) / Steps;
      const Point at{from.x + (anchor.x - from.x) * part, from.y + (anchor.y - from.y) * part};
      if (area_holds(map_, region, frame_.units(at))) return at;
    }
    return anchor;
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

  // Looked at where a text is, in so many places that no area of some px gets lost between them.
  template <typename Holds>
  static bool any_sample(const Rect& box, bool wanted, Holds holds_point) {
    constexpr int Columns = 16, Rows = 3;
    for (int i = 0; i < Columns * Rows; ++i) {
      const float x = static_cast<float>(i % Columns) / (Columns - 1),
                  y = static_cast<float>(i / Columns) / (Rows - 1);
      if (holds_point(Point{box.x + x * box.w, box.y + y * box.h}) == wanted) return true;
    }
    return false;
  }

  bool lies_in(const Rect& box, size_t region) const {
    if (!map_.regions[region].has_area) return false;
    return !any_sample(box, false, [&](Point p) { return area_holds(map_, region, frame_.units(p)); });
  }

  bool on_color(const Rect& text) const {
    const Rect box{text.x - ColorGap, text.y, text.w + 2 * ColorGap, text.h};
    for (size_t i = 0; i < marked_.size(); ++i) {
      const MapRegion& region = map_.regions[i];
      if (!marked_[i] || !region.has_area) continue;
      const Point corner = frame_.place({region.bounds.x, region.bounds.y});
      const Rect bounds{corner.x, corner.y, region.bounds.w * frame_.scale, region.bounds.h * frame_.scale};
      if (!overlap(box, bounds, 0)) continue;
      if (any_sample(box, true, [&](Point p) { return area_holds(map_, i, frame_.units(p)); })) return true;
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
