// See canvas_renderer.h. Three passes: place every node, name the texts so that new ones are drawn by the
// browser in one go, then paint parents before children.
#include "canvas/canvas_renderer.h"

#include <algorithm>
#include <cmath>

#include "canvas/draw_picture.h"
#include "canvas/draw_shapes.h"
#include "platform/platform.h"

namespace explorer {

namespace {

constexpr float IconSize = 16;
constexpr float IconGap = 8;

Rect intersect(const Rect& a, const Rect& b) {
  const float x = std::max(a.x, b.x), y = std::max(a.y, b.y);
  const float right = std::min(a.x + a.w, b.x + b.w), bottom = std::min(a.y + a.h, b.y + b.h);
  return {x, y, std::max(0.0f, right - x), std::max(0.0f, bottom - y)};
}

const ScrollOffset* find_scroll(std::span<const ScrollOffset> scrolls, NodeKey key) {
  for (const ScrollOffset& scroll : scrolls) {
    if (scroll.key == key) return &scroll;
  }
  return nullptr;
}

bool is_input(const Node& node) {
  return node.role == Role::SearchBox || node.role == Role::TextBox || node.role == Role::ComboBox;
}

// What is painted of a node. The input with the focus shows its own text, caret and selection included: the
// browser edits it. The others are painted, so that what lies over them covers them.
std::string painted_text(const Node& node, bool focused, TextMeasurer& measurer) {
  if (!is_input(node)) return node.text;
  if (focused || node.input.field == InputField::EmbedCode) return {};
  const std::string& text = node.value.empty() ? node.placeholder : node.value;
  return ellipsize(display_text(text), node.font, node.rect.w - node.pad_left - node.pad_right, measurer);
}

// Left edge of a line inside the box, CSS px.
float line_start(const Node& node, const Rect& box, float line_width) {
  const float icon = node.icon == Icon::None ? 0 : IconSize + IconGap;
  const float left = box.x + node.pad_left + (node.mirrored ? 0 : icon),
              right = box.x + box.w - node.pad_right - (node.mirrored ? icon : 0);
  if (node.align == Align::End) return right - line_width;
  if (node.align == Align::Center) return left + (right - left - line_width) / 2;
  return left;
}

// Left edge of the icon: before the line, or in the middle of the box.
float icon_start(const Node& node, const Rect& box, std::span<const TextLine> lines) {
  if (lines.empty()) return box.x + (box.w - IconSize) / 2;
  const float start = line_start(node, box, lines[0].width);
  return node.mirrored ? start + lines[0].width + IconGap : start - IconSize - IconGap;
}

}  // namespace

bool CanvasRenderer::start() {
  for (const FontSpec& font : font_specs()) {
    baselines_.push_back(platform::baseline(static_cast<int>(baselines_.size()), font.line_px));
  }
  return painter_.start();
}

// Depth first, parents before children, in order of adding; what sticks to the top of a scrolling node is
// painted over its siblings.
void CanvasRenderer::order(const Scene& scene) {
  const std::vector<Node>& nodes = scene.nodes();
  constexpr uint32_t End = 0xFFFFFFFF;
  std::vector<uint32_t> first(nodes.size(), End), next(nodes.size(), End);
  for (const bool sticky : {true, false}) {
    for (size_t i = nodes.size() - 1; i > 0; --i) {
      if (nodes[i].sticky != sticky) continue;
      next[i] = first[nodes[i].parent];
      first[nodes[i].parent] = static_cast<uint32_t>(i);
    }
  }
  order_.clear();
  for (uint32_t at = 0; at != End;) {
    order_.push_back(at);
    uint32_t step = first[at];
    while (step == End && at != 0) {
      step = next[at];
      if (step == End) at = nodes[at].parent;
    }
    at = step;
  }
}

void CanvasRenderer::place(const Frame& frame) {
  const std::vector<Node>& nodes = frame.scene.nodes();
  placed_.resize(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Node& node = nodes[i];
    const bool root = i == 0;
    const Placed& parent = placed_[node.parent];
    const Rect start{0, 0, node.rect.w, node.rect.h};
    Rect box = root ? start : Rect{parent.x + node.rect.x, parent.y + node.rect.y, node.rect.w, node.rect.h};
    if (node.sticky && !root) box.y = parent.box.y + node.rect.y;
    Placed placed{box.x, box.y, root ? box : parent.clip, box, true, false};
    if (node.scrolls) {
      const ScrollOffset* scroll = find_scroll(frame.scrolls, node.key);
      placed.x += content_x(node, scroll == nullptr ? 0 : scroll->x);
      placed.y -= scroll == nullptr ? 0 : scroll->y;
    }
    if (node.scrolls || node.clip) placed.clip = intersect(placed.clip, box);
    const Rect seen = intersect(root ? box : parent.clip, box);
    placed.visible = seen.w > 0 && seen.h > 0;
    placed_[i] = placed;
  }
  for (size_t i = 0; i < nodes.size() && frame.hovered != 0; ++i) {
    if (nodes[i].key != frame.hovered) continue;
    for (uint32_t at = static_cast<uint32_t>(i); at != 0; at = nodes[at].parent)
      placed_[at].hovered = true;
  }
}

// Whether the pointer is over the row that the node is in.
bool CanvasRenderer::row_hovered(const std::vector<Node>& nodes, uint32_t at) const {
  while (at != 0 && nodes[at].role != Role::Row)
    at = nodes[at].parent;
  return placed_[at].hovered;
}

void CanvasRenderer::want_texts(const Frame& frame, TextMeasurer& measurer) {
  const std::vector<Node>& nodes = frame.scene.nodes();
  lines_.resize(nodes.size());
  texts_.resize(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    lines_[i].clear();
    if (!placed_[i].visible || (nodes[i].text.empty() && !is_input(nodes[i]))) continue;
    texts_[i] = painted_text(nodes[i], nodes[i].key == frame.focused, measurer);
    std::string_view rest = texts_[i];
    while (!rest.empty()) {
      const size_t end = rest.find('\n');
      const bool right_to_left = nodes[i].right_to_left;
      lines_[i].push_back(layout_line(rest.substr(0, end), nodes[i].font, measurer, right_to_left));
      for (const TextUnit& unit : lines_[i].back().units)
        atlas_.want({unit.text, nodes[i].font, right_to_left});
      if (end == std::string_view::npos) break;
      rest.remove_prefix(end + 1);
    }
  }
  if (atlas_.make_ready()) painter_.adopt(atlas_.texture());
}

void CanvasRenderer::draw_node(ImDrawList& list, const Frame& frame, const Node& node, const Placed& placed) {
  const Brush brush{list, frame.palette, frame.density};
  const PixelRect rect = to_pixels(placed.box, frame.density);
  draw_box(brush, node, rect, placed.hovered);
  draw_mark(brush, node, rect);
  if (node.picture) {
    list.PushClipRect(rect.min, rect.max, true);
    draw_picture(brush, *node.picture, rect.min);
    list.PopClipRect();
  }
  const std::vector<TextLine>& lines = lines_[static_cast<size_t>(&node - frame.scene.nodes().data())];
  const bool hint = is_input(node) && node.value.empty();
  const ImU32 color = brush.color(hint ? Color::Faint : node.color, node.disabled ? 0.5f : 1.0f);
  const float line_px = font_spec(node.font).line_px;
  const float block = line_px * static_cast<float>(std::max<size_t>(1, lines.size()));
  float top = placed.box.y + (placed.box.h - block) / 2;
  if (lines.size() > 1) top = placed.box.y;
  if (node.icon != Icon::None) {
    const float start = icon_start(node, placed.box, lines);
    const ImVec2 center(std::round((start + IconSize / 2) * frame.density),
                        std::round((top + line_px / 2) * frame.density));
    draw_icon(brush, node.icon, center, IconSize * frame.density, color);
  }
  for (const TextLine& line : lines) {
    const float x = line_start(node, placed.box, line.width);
    const float base = std::round((top + baselines_[static_cast<size_t>(node.font)]) * frame.density);
    for (const TextUnit& unit : line.units) {
      atlas_.draw(list, {unit.text, node.font, node.right_to_left},
                  ImVec2(std::round((x + unit.x) * frame.density), base), color);
    }
    if (node.underline_on_hover && placed.hovered) {
      const ImVec2 from(std::round(x * frame.density), base + std::round(2 * frame.density));
      list.AddRectFilled(
          from, ImVec2(from.x + line.width * frame.density, from.y + std::max(1.0f, frame.density)), color);
    }
    top += line_px;
  }
}

void CanvasRenderer::draw(const Frame& frame, TextMeasurer& measurer) {
  const Node& root = frame.scene.node(0);
  atlas_.begin_frame(frame.density, frame.scheme == Scheme::Light);
  order(frame.scene);
  place(frame);
  want_texts(frame, measurer);
  ImDrawList& list = painter_.begin(to_pixels(root.rect, frame.density).max);
  const std::vector<Node>& nodes = frame.scene.nodes();
  for (const uint32_t i : order_) {
    const Placed& placed = placed_[i];
    if (i == 0 || !placed.visible || (nodes[i].reveal && !row_hovered(nodes, i))) continue;
    const PixelRect clip = to_pixels(placed_[nodes[i].parent].clip, frame.density);
    list.PushClipRect(clip.min, clip.max);
    draw_node(list, frame, nodes[i], placed);
    list.PopClipRect();
  }
  painter_.paint(atlas_.texture(), Brush{list, frame.palette, frame.density}.color(root.fill));
  platform::present_window();
}

}  // namespace explorer
