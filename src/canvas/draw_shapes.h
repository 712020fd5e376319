// Boxes, marks and icons as ImGui draw list shapes. All coordinates in device px.
#pragma once

#include <imgui.h>

#include "view/scene.h"

namespace explorer {

// What shapes are drawn with: colours resolved, sizes scaled.
struct Brush {
  ImDrawList& list;
  const Palette& palette;
  float density;

  ImU32 color(Color token) const;
  // The colour with its opacity multiplied by `alpha` (0 .. 1).
  ImU32 color(Color token, float alpha) const;
  // Where the texture is white: of points whose colour is all.
  ImVec2 white() const;
};

// Device px: a rectangle with both corners on whole pixels.
struct PixelRect {
  ImVec2 min, max;
};
PixelRect to_pixels(const Rect& rect, float density);

void draw_box(const Brush& brush, const Node& node, const PixelRect& rect, bool hovered);
void draw_mark(const Brush& brush, const Node& node, const PixelRect& rect);
// An icon in a square of `size` device px around `center`.
void draw_icon(const Brush& brush, Icon icon, ImVec2 center, float size, ImU32 color);

}  // namespace explorer
