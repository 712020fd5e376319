// See scene_parts.h.
#include "view/scene_parts.h"

#include <algorithm>
#include <cmath>

#include "view/long_scroll.h"

namespace explorer {

float text_px(Builder& b, std::string_view text, Font font) {
  return std::ceil(text_width(text, font, b.in.measurer));
}

float line_px(Font font) {
  return font_spec(font).line_px;
}

uint32_t add_node(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Role role, Rect rect) {
  const uint32_t id = b.scene.add(parent, name, index);
  Node& node = b.scene.node(id);
  node.role = role;
  node.rect = {rect.x, rect.y, std::max(rect.w, 0.0f), std::max(rect.h, 0.0f)};
  return id;
}

void set_text(Builder& b, uint32_t id, std::string_view text, TextStyle style) {
  Node& node = b.scene.node(id);
  node.font = style.font;
  node.color = style.color;
  node.align = style.align;
  const float room = std::max(node.rect.w - node.pad_left - node.pad_right, 0.0f);
  node.text = ellipsize(text, style.font, room, b.in.measurer);
  if (node.text != text && node.label.empty()) node.label = text;
}

uint32_t add_text(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                  std::string_view text, TextStyle style, Role role) {
  const uint32_t id = add_node(b, parent, name, index, role, rect);
  set_text(b, id, text, style);
  return id;
}

uint32_t add_wrapped(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect at,
                     std::string_view text, TextStyle style, size_t max_lines, Role role) {
  const auto lines = wrap_text(text, style.font, std::max(at.w, 1.0f), max_lines, b.in.measurer);
  at.h = line_px(style.font) * static_cast<float>(lines.size());
  const uint32_t id = add_node(b, parent, name, index, role, at);
  Node& node = b.scene.node(id);
  node.font = style.font;
  node.color = style.color;
  node.align = style.align;
  for (const std::string& line : lines) {
    if (&line != lines.data()) node.text += '\n';
    node.text += line;
  }
  if (lines.back().ends_with("\xE2\x80\xA6") && !text.ends_with("\xE2\x80\xA6")) node.label = text;
  const bool named = role == Role::Link || role == Role::Button || role == Role::Heading ||
                     role == Role::TableCell || role == Role::RowHeader || role == Role::Cell;
  if (named) name_in_full(node, text);
  return id;
}

void name_in_full(Node& node, std::string_view text) {
  if (!node.label.empty() || node.text.find('\n') == node.text.npos) return;
  std::string read = node.text;
  std::ranges::replace(read, '\n', ' ');
  if (read != text) node.label = text;
}

uint32_t add_heading(Builder& b, uint32_t parent, std::string_view name, Rect rect, std::string_view text,
                     Font font, uint8_t level) {
  const uint32_t id =
      add_text(b, parent, name, 0, rect, text, {font, Color::Ink, Align::Start}, Role::Heading);
  b.scene.node(id).level = level;
  return id;
}

uint32_t add_button(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                    std::string_view text, Command command) {
  constexpr float Inset = 12;
  if (rect.w <= 0) rect.w = text_px(b, text, Font::Small) + 2 * Inset;
  const uint32_t id = add_node(b, parent, name, index, Role::Button, rect);
  Node& node = b.scene.node(id);
  node.pad_left = node.pad_right = std::min(Inset, rect.w / 4);
  node.fill = Color::Panel;
  node.hover_fill = Color::Hover;
  node.borders = edge::All;
  node.hover_border = Color::Strong;
  node.radius_px = 6;
  node.activate = std::move(command);
  set_text(b, id, text, {Font::Small, Color::Ink, Align::Center});
  return id;
}

uint32_t add_link(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                  std::string_view text, Font font, Command command, Role role) {
  if (rect.w <= 0) rect.w = text_px(b, text, font);
  const uint32_t id = add_text(b, parent, name, index, rect, text, {font, Color::Accent, Align::Start}, role);
  Node& node = b.scene.node(id);
  node.underline_on_hover = true;
  node.activate = std::move(command);
  return id;
}

uint32_t add_icon_button(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect,
                         Icon icon, std::string_view label, Command command) {
  const uint32_t id = add_node(b, parent, name, index, Role::Button, rect);
  Node& node = b.scene.node(id);
  node.icon = icon;
  node.color = Color::Soft;
  node.label = label;
  node.description = label;
  node.hover_fill = Color::Hover;
  node.radius_px = 6;
  node.activate = std::move(command);
  return id;
}

uint32_t add_close_button(Builder& b, uint32_t parent, Rect rect, std::string_view label, Command command) {
  const uint32_t id = add_icon_button(b, parent, "close", 0, rect, Icon::Close, label, std::move(command));
  b.scene.node(id).shortcut = "Escape";
  return id;
}

uint32_t add_icon(Builder& b, uint32_t parent, std::string_view name, Rect rect, Icon icon, Color color) {
  const uint32_t id = add_node(b, parent, name, 0, Role::Decor, rect);
  b.scene.node(id).icon = icon;
  b.scene.node(id).color = color;
  return id;
}

uint32_t add_fill(Builder& b, uint32_t parent, std::string_view name, uint64_t index, Rect rect, Color fill) {
  const uint32_t id = add_node(b, parent, name, index, Role::Decor, rect);
  b.scene.node(id).fill = fill;
  return id;
}

uint32_t add_field(Builder& b, uint32_t parent, std::string_view name, Rect rect, Role role,
                   std::string_view label, InputBinding binding, std::string_view value,
                   std::string_view placeholder) {
  const uint32_t id = add_node(b, parent, name, 0, role, rect);
  Node& node = b.scene.node(id);
  node.label = label;
  node.input = std::move(binding);
  node.value = value;
  node.placeholder = placeholder;
  node.fill = Color::Panel;
  node.borders = edge::All;
  node.hover_border = Color::Strong;
  node.radius_px = 6;
  node.pad_left = node.pad_right = 12;
  return id;
}

void make_scroll(Builder& b, uint32_t id, float content_w, float content_h) {
  Node& node = b.scene.node(id);
  node.scrolls = true;
  node.content_w = std::max(content_w, node.rect.w);
  node.content_h = std::max(content_h, node.rect.h);
}

void make_long_scroll(Builder& b, uint32_t id, float content_w, double content_h) {
  make_scroll(b, id, content_w, static_cast<float>(shown_height(content_h)));
  b.scene.node(id).whole_h = content_h;
}

ScrollOffset scroll_of(const Builder& b, uint32_t id) {
  const Node& node = b.scene.node(id);
  ScrollOffset offset{node.key, 0, 0};
  for (const ScrollOffset& known : b.in.scrolls) {
    if (known.key == node.key) offset = known;
  }
  offset.x = std::clamp(offset.x, 0.0f, std::max(node.content_w - node.rect.w, 0.0f));
  return settled(heights_of(node), offset);
}

Rect viewport_rect(const Builder& b, uint32_t id) {
  Rect rect = b.scene.node(id).rect;
  bool stuck = b.scene.node(id).sticky;
  while (id != 0) {
    id = b.scene.node(id).parent;
    const Node& parent = b.scene.node(id);
    rect.x += parent.rect.x;
    rect.y += parent.rect.y;
    if (parent.scrolls) {
      const ScrollOffset offset = scroll_of(b, id);
      rect.x -= offset.x;
      if (!stuck) rect.y -= offset.y;
    }
    stuck = parent.sticky;
  }
  return rect;
}

void tell_content(Builder& b, uint32_t scroller, double content_px) {
  b.beyond = static_cast<float>(content_px) - b.scene.node(scroller).rect.h;
}

double seen_at_once(double around, size_t rows, float row_h, size_t most) {
  const double height = static_cast<double>(row_h);
  return around + (rows <= most ? static_cast<double>(rows) : static_cast<double>(most) + 0.5) * height;
}

bool may(const Builder& b, EmbedRight right) {
  return b.in.state.embedding.may(right);
}

float row_px(const Builder& b) {
  return target_px(b, b.in.state.density == Density::Compact ? size::CompactRow : size::TableRow);
}

float target_px(const Builder& b, float fine_px) {
  return b.phone || b.in.environment.coarse_pointer ? std::max(fine_px, size::Touch) : fine_px;
}

}  // namespace explorer
