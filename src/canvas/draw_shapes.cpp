// See draw_shapes.h.
#include "canvas/draw_shapes.h"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace explorer {

namespace {

ImU32 to_imgui(uint32_t rgba) {
  return IM_COL32(rgba >> 24, (rgba >> 16) & 255, (rgba >> 8) & 255, rgba & 255);
}

// A soft shadow as many ever larger, faint frames that lie on each other.
void draw_shadow(const Brush& brush, const PixelRect& rect, float radius) {
  constexpr int Steps = 24;
  constexpr float Spread = 28, Drop = 6;
  for (int step = 0; step < Steps; ++step) {
    const float part = (static_cast<float>(step) + 0.5f) / Steps, rest = 1 - part * part;
    // Half a biweight kernel, close to a Gaussian: the frames add up to half the colour at the box's edge.
    const float strength = 15.0f / 16 / Steps * rest * rest;
    const float grow = part * Spread * brush.density;
    const ImVec2 min(rect.min.x - grow, rect.min.y - grow + Drop * brush.density);
    const ImVec2 max(rect.max.x + grow, rect.max.y + grow + Drop * brush.density);
    brush.list.AddRectFilled(min, max, brush.color(Color::Shadow, strength), radius + grow);
  }
}

// A ground that tells something and, in forced colours, cannot be told from the page is framed instead.
void draw_ground(const Brush& brush, const PixelRect& rect, Color fill, float radius) {
  brush.list.AddRectFilled(rect.min, rect.max, brush.color(fill), radius);
  const bool tells =
      fill == Color::Hover || fill == Color::AccentSoft || fill == Color::WarnSoft || fill == Color::MarkSoft;
  if (!tells || brush.palette[fill] != brush.palette[Color::Bg]) return;
  const float inset = brush.density / 2;
  brush.list.AddRect(ImVec2(rect.min.x + inset, rect.min.y + inset),
                     ImVec2(rect.max.x - inset, rect.max.y - inset), brush.color(Color::Accent2), radius, 0,
                     brush.density);
}

void draw_edges(const Brush& brush, const Node& node, const PixelRect& rect, bool hovered) {
  const float width = std::max(1.0f, std::round(node.border_px * brush.density));
  const bool lit = hovered && node.hover_border != Color::None;
  const ImU32 color = brush.color(lit ? node.hover_border : node.border_color);
  if (node.borders == edge::All) {
    const ImVec2 inset(width / 2, width / 2);
    brush.list.AddRect(ImVec2(rect.min.x + inset.x, rect.min.y + inset.y),
                       ImVec2(rect.max.x - inset.x, rect.max.y - inset.y), color,
                       node.radius_px * brush.density, 0, width);
    return;
  }
  const auto [min, max] = rect;
  if (node.borders & edge::Top) brush.list.AddRectFilled(min, ImVec2(max.x, min.y + width), color);
  if (node.borders & edge::Bottom) brush.list.AddRectFilled(ImVec2(min.x, max.y - width), max, color);
  if (node.borders & edge::Left) brush.list.AddRectFilled(min, ImVec2(min.x + width, max.y), color);
  if (node.borders & edge::Right) brush.list.AddRectFilled(ImVec2(max.x - width, min.y), max, color);
}

void fade(const Brush& brush, ImVec2 min, ImVec2 max, Color token, float left, float right) {
  const ImU32 from = brush.color(token, left), to = brush.color(token, right);
  brush.list.AddRectFilledMultiColor(min, max, from, to, to, from);
}

// `min` and `max`: of what is named.
void draw_gauge(const Brush& brush, const Node& node, const PixelRect& rect, ImVec2 min, ImVec2 max) {
  const float radius = (rect.max.y - rect.min.y) / 2;
  brush.list.AddRectFilled(rect.min, rect.max, brush.color(Color::Land), radius);
  brush.list.PushClipRect(rect.min, rect.max, true);
  const float height = rect.max.y - rect.min.y, step = 6 * brush.density;
  const float end = node.mirrored ? min.x + height : rect.max.x + height;
  for (float x = node.mirrored ? rect.min.x : max.x; x < end; x += step) {
    brush.list.AddLine(ImVec2(x - height, rect.max.y), ImVec2(x, rect.min.y), brush.color(Color::Faint, 0.7f),
                       brush.density);
  }
  brush.list.PopClipRect();
  if (node.mirrored) {
    min.x = std::min(min.x, max.x - height);
  } else {
    max.x = std::max(max.x, min.x + height);
  }
  brush.list.AddRectFilled(min, max, brush.color(node.color), radius);
}

void draw_bracket(const Brush& brush, const Node& node, ImVec2 min, ImVec2 max) {
  const float width = std::max(1.0f, std::round(2 * brush.density));
  const ImU32 color = brush.color(node.color);
  brush.list.AddRectFilled(ImVec2(min.x, max.y - width), max, color);
  brush.list.AddRectFilled(min, ImVec2(min.x + width, max.y), color);
  brush.list.AddRectFilled(ImVec2(max.x - width, min.y), max, color);
}

}  // namespace

ImU32 Brush::color(Color token) const {
  return to_imgui(palette[token]);
}

ImU32 Brush::color(Color token, float alpha) const {
  const ImU32 full = color(token);
  const auto opacity = static_cast<ImU32>(static_cast<float>(full >> IM_COL32_A_SHIFT) * alpha + 0.5f);
  return (full & ~IM_COL32_A_MASK) | (opacity << IM_COL32_A_SHIFT);
}

ImVec2 Brush::white() const {
  return list._Data->TexUvWhitePixel;
}

PixelRect to_pixels(const Rect& rect, float density) {
  return {ImVec2(std::round(rect.x * density), std::round(rect.y * density)),
          ImVec2(std::round((rect.x + rect.w) * density), std::round((rect.y + rect.h) * density))};
}

void draw_box(const Brush& brush, const Node& node, const PixelRect& rect, bool hovered) {
  const float radius = node.radius_px * brush.density;
  if (node.shadow) draw_shadow(brush, rect, radius);
  if (node.fill != Color::None) draw_ground(brush, rect, node.fill, radius);
  if (hovered && node.hover_fill != Color::None) draw_ground(brush, rect, node.hover_fill, radius);
  if (node.borders != edge::None) draw_edges(brush, node, rect, hovered);
}

void draw_mark(const Brush& brush, const Node& node, const PixelRect& rect) {
  const float width = rect.max.x - rect.min.x;
  const float radius = (rect.max.y - rect.min.y) / 2;
  const ImVec2 min(rect.min.x + width * node.mark_from, rect.min.y);
  const ImVec2 max(rect.min.x + width * node.mark_to, rect.max.y);
  const ImU32 color = brush.color(node.color);
  switch (node.mark) {
    case Mark::None:
      return;
    case Mark::Bar:
    case Mark::DateSpan:
      brush.list.AddRectFilled(min, max, color, node.mark == Mark::Bar ? radius : 0);
      return;
    case Mark::BarFading: {
      constexpr float Full = 0.7f;
      if (node.mirrored) {
        const float middle = max.x - (max.x - min.x) * Full;
        brush.list.AddRectFilled(ImVec2(middle, min.y), max, color, radius, ImDrawFlags_RoundCornersRight);
        fade(brush, min, ImVec2(middle, max.y), node.color, 0.1f, 1);
        return;
      }
      const float middle = min.x + (max.x - min.x) * Full;
      brush.list.AddRectFilled(min, ImVec2(middle, max.y), color, radius, ImDrawFlags_RoundCornersLeft);
      fade(brush, ImVec2(middle, min.y), max, node.color, 1, 0.1f);
      return;
    }
    case Mark::Gauge:
      draw_gauge(brush, node, rect, min, max);
      return;
    case Mark::DateExact:
      brush.list.AddRectFilled(min, ImVec2(std::max(max.x, min.x + 3 * brush.density), max.y), color);
      return;
    case Mark::DateInterval:
      draw_bracket(brush, node, min, max);
      return;
    case Mark::DateFading: {
      const float middle = (min.x + max.x) / 2;
      fade(brush, min, ImVec2(middle, max.y), node.color, 0.1f, 1);
      fade(brush, ImVec2(middle, min.y), max, node.color, 1, 0.1f);
      return;
    }
  }
}

}  // namespace explorer
