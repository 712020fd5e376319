// The parts that the panels of the overview share. See build_overview.h.
#include <algorithm>
#include <cmath>

#include "state/rights.h"
#include "view/build_overview.h"
#include "view/table_columns.h"
#include "view/ui_text_reading.h"

namespace explorer {
namespace {

constexpr float HeadTop = 4, HeadLine = 20;  // of the headline, in the middle of the button beside it
constexpr float LineTop = HeadTop + HeadLine + 2;
constexpr float Tool = 28;

bool is_large(const Builder& b) {
  return b.panel && b.in.state.maximised == b.panel;
}

// Of the button at the end of the headline; 0 where there is none.
float tool_w(Builder& b) {
  if (!b.panel || !reader_may(b.in.state, command::MaximisePanel{b.panel})) return 0;
  if (is_large(b) && !b.phone) return text_px(b, ui::BackToOverview, Font::Small) + 24 + 20;
  return target_px(b, Tool);
}

// Gives the panel the whole page, or takes it back: one button in both cases, so that the focus stays on it.
void add_size_button(Builder& b, uint32_t region, std::string_view title) {
  const bool large = is_large(b), worded = large && !b.phone;
  const float w = tool_w(b);
  if (w <= 0) return;
  const float h = target_px(b, Tool), right = b.scene.node(region).rect.w;
  // The sign, not the target around it, ends with the text below.
  const float x = worded ? right - PanelInset - w : std::min(right - PanelInset - 8 - w / 2, right - w);
  const std::string label = large ? std::string(ui::BackToOverview) : ui::maximise(title);
  const uint32_t id = add_icon_button(b, region, "size", 0, {x, 0, w, h}, large ? Icon::Shrink : Icon::Expand,
                                      label, command::MaximisePanel{large ? std::nullopt : b.panel});
  if (!worded) return;
  Node& node = b.scene.node(id);
  node.borders = edge::All;
  node.fill = Color::Panel;
  node.hover_border = Color::Strong;
  node.pad_left = node.pad_right = 10;
  node.font = Font::Small;
  node.color = Color::Ink;
  node.text = ui::BackToOverview;
}

void add_all_link(Builder& b, uint32_t region, Rect rect, Font font, uint64_t total, View view) {
  const uint32_t id = add_link(b, region, "all", 0, rect, ui::show_all(total), font, command::SetView{view});
  if (const auto table = table_of(view)) b.scene.node(id).label = ui::show_all_rows(total, *table);
}

// Of the line that explains the panel.
float line_w(Builder& b, uint32_t region) {
  const float room = b.scene.node(region).rect.w - 2 * PanelInset - (b.phone ? tool_w(b) : 0);
  return std::clamp(room, 1.0f, 720.0f);
}

size_t most_lines(const Builder& b, uint32_t region) {
  return is_fixed(b, region) ? 1 : 3;
}

}  // namespace

bool is_fixed(const Builder& b, uint32_t region) {
  return b.scene.node(region).rect.h > 0;
}

float panel_head_end(Builder& b, uint32_t region) {
  const float tool = tool_w(b);
  return b.scene.node(region).rect.w - PanelInset - tool - (tool > 0 ? 8.0f : 0.0f);
}

float begin_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line) {
  const float room = panel_head_end(b, region) - PanelInset;
  const float title_w = std::min(text_px(b, title, Font::BodyStrong), room);
  add_heading(b, region, "title", {PanelInset, HeadTop, title_w, HeadLine}, title, Font::BodyStrong, 2);
  if (line.empty()) return HeadTop + HeadLine + 4;
  const auto lines = wrap_text(line, SoftSmall.font, line_w(b, region), most_lines(b, region), b.in.measurer);
  return LineTop + line_px(SoftSmall.font) * static_cast<float>(lines.size()) + 6;
}

void end_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line) {
  if (b.panel) add_size_button(b, region, title);
  if (line.empty()) return;
  add_wrapped(b, region, "line", 0, {PanelInset, LineTop, line_w(b, region), 0}, line, SoftSmall,
              most_lines(b, region));
}

float add_panel_head(Builder& b, uint32_t region, std::string_view title, std::string_view line) {
  const float below = begin_panel_head(b, region, title, line);
  end_panel_head(b, region, title, line);
  return below;
}

size_t rows_that_fit(const Builder& b, uint32_t region, float top, float row_h, size_t count, size_t most,
                     float below) {
  const float room = b.scene.node(region).rect.h - top - below;
  if (is_fixed(b, region)) most = static_cast<size_t>(std::max(std::floor((room + 0.5f) / row_h), 0.0f));
  return std::min(count, most);
}

uint32_t add_panel_list(Builder& b, uint32_t region, float top, float height, std::string_view label) {
  const uint32_t list =
      add_node(b, region, "list", 0, Role::List, {0, top, b.scene.node(region).rect.w, height});
  b.scene.node(list).label = label;
  return list;
}

void add_item_rule(Builder& b, uint32_t button) {
  const Rect& rect = b.scene.node(button).rect;
  add_fill(b, button, "rule", 0, {PanelInset, rect.h - 1, rect.w - 2 * PanelInset, 1}, Color::Hair);
}

uint32_t add_panel_item(Builder& b, uint32_t list, size_t index, Rect rect, std::string label,
                        Command command) {
  const uint32_t item = add_node(b, list, "item", index, Role::ListItem, rect);
  const uint32_t button = add_node(b, item, "open", 0, Role::Button, {0, 0, rect.w, rect.h});
  Node& node = b.scene.node(button);
  node.label = std::move(label);
  node.hover_fill = Color::Hover;
  if (const auto* select = std::get_if<command::SelectRow>(&command)) {
    node.selected = b.in.state.selected == select->row;
    if (node.selected) node.fill = Color::Hover;
    set_title_language(b, button, select->row.table);
  }
  node.activate = std::move(command);
  if (rect.h > 0) add_item_rule(b, button);
  return button;
}

void add_show_all_beside(Builder& b, uint32_t region, uint64_t shown, uint64_t total, View view) {
  if (shown >= total || !is_fixed(b, region) || !readers_change_view(b.in.state)) return;
  const float w = text_px(b, ui::show_all(total), Font::Small), x = panel_head_end(b, region) - w;
  // A headline that needs the room has it.
  if (x < PanelInset + text_px(b, b.scene.node(region).label, Font::BodyStrong) + 12) return;
  add_all_link(b, region, {x, HeadTop, w, HeadLine}, Font::Small, total, view);
}

float add_show_all_below(Builder& b, uint32_t region, float top, uint64_t shown, uint64_t total, View view) {
  if (shown >= total || is_fixed(b, region) || !readers_change_view(b.in.state)) return 0;
  const float h = target_px(b, 36);
  add_all_link(b, region, {PanelInset, top, 0, h}, Font::Body, total, view);
  return h;
}

float add_panel_none(Builder& b, uint32_t region, float top, std::string_view text) {
  const float w = b.scene.node(region).rect.w - 2 * PanelInset;
  add_text(b, region, "none", 0, {PanelInset, top, w, 20}, text, SoftSmall);
  return top + 20;
}

}  // namespace explorer
