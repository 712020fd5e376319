// See row_marks.h.
#include "view/row_marks.h"

#include <algorithm>

#include "view/build_tabs.h"
#include "view/format.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float BarHeight = 40, Gap = 8;

uint32_t marked_rows(const Builder& b, TableId table) {
  return b.in.state.marks.table == table ? b.in.results.marked : 0;
}

std::string marks_text(uint32_t marked) {
  return plural(ui::RowsMarked, marked, {format_count(marked)});
}

}  // namespace

bool show_row_state(Builder& b, uint32_t row_node, RowRef row, float edge_px) {
  const bool marked = b.in.state.marks.has(row), selected = b.in.state.selected == row;
  Node& node = b.scene.node(row_node);
  node.hover_fill = Color::Hover;
  node.selected = selected;
  node.marked = marked;
  if (marked || selected) node.fill = marked ? Color::MarkSoft : Color::Hover;
  const float h = node.rect.h;
  if (selected) add_fill(b, row_node, "selected", 0, {0, 0, edge_px, h}, Color::Accent);
  if (marked) add_fill(b, row_node, "mark", 0, {selected ? edge_px : 0, 0, edge_px + 2, h}, Color::Accent2);
  return marked;
}

void add_mark_tick(Builder& b, uint32_t row_node, Point at, float line_px) {
  add_icon(b, row_node, "marked", {at.x, at.y + (line_px - 16) / 2, 16, 16}, Icon::Check, Color::Accent2);
}

float mark_bar_px(const Builder& b, TableId table) {
  return marked_rows(b, table) > 0 ? target_px(b, BarHeight) : 0;
}

void add_mark_bar(Builder& b, uint32_t parent, Rect area, TableId table) {
  const uint32_t marked = marked_rows(b, table);
  add_live_region(b, parent, "heard-marks", marked > 0 ? marks_text(marked) : std::string());
  if (marked == 0) return;
  const float h = std::min(mark_bar_px(b, table), area.h);
  const uint32_t bar = add_node(b, parent, "marks", 0, Role::Group, {area.x, area.y + area.h - h, area.w, h});
  b.scene.node(bar).label = marks_text(marked);
  b.scene.node(bar).fill = Color::Bg;
  b.scene.node(bar).borders = edge::Top;
  const float button_h = target_px(b, 28), y = (h - button_h) / 2;
  const auto button_w = [&](std::string_view text) {
    return std::max(text_px(b, text, Font::Small) + 24, button_h);
  };
  const float buttons_w = button_w(ui::CopyMarks) + Gap + button_w(ui::ClearMarks);
  float x = b.margin;
  // Where there is no room for it, how many they are is heard alone.
  const float text_w = text_px(b, marks_text(marked), Font::Small);
  if (x + text_w + 2 * Gap + buttons_w <= area.w) {
    add_text(b, bar, "count", 0, {x, 0, text_w, h}, marks_text(marked),
             {Font::Small, Color::Ink, Align::Start});
    x += text_w + 2 * Gap;
  }
  const auto add = [&](std::string_view name, std::string_view text, Command command) {
    const float w = button_w(text);
    const uint32_t id = add_button(b, bar, name, 0, {x, y, w, button_h}, text, std::move(command));
    x += w + Gap;
    return id;
  };
  b.scene.node(add("copy", ui::CopyMarks, command::CopyRows{})).label = ui::CopyMarksWords;
  add("clear", ui::ClearMarks, command::DropMarks{});
}

}  // namespace explorer
