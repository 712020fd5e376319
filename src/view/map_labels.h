// Where the names on the map go: into their area, beside it, or farther off with a line that leads there, so
// that none covers another one, a mark or a coloured area. Plain numbers.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "view/map_view.h"

namespace explorer {

struct LabelWish {
  size_t region = 0;    // of the map
  float w = 0, h = 0;   // px of the text
  bool inside = false;  // whether it may stand on its area
};

struct LabelPlace {
  Rect box;  // px from the corner of the map's box
  bool inside = false;
  bool led = false;  // a line goes from `from` to `to`
  Point from, to;
};

// The wishes in the order of their weight; nothing for those that find no room in the `w` x `h` px box.
std::vector<std::optional<LabelPlace>> place_labels(const WorldMap& map, const MapFrame& frame,
                                                    const std::vector<bool>& marked,
                                                    std::span<const LabelWish> wishes, float w, float h);

}  // namespace explorer
