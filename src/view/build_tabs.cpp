// See build_tabs.h.
#include "view/build_tabs.h"

#include <algorithm>

#include "view/build_keys.h"
#include "view/build_reading.h"
#include "view/build_table.h"
#include "view/format.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

constexpr float TabGap = 24;
constexpr float CountGap = 6;
constexpr size_t MaxMessage = 400;  // letters

bool ready(const Builder& b) {
  return b.in.dataset != nullptr;
}

// Adds one tab at `x` and returns its width.
float add_tab(Builder& b, uint32_t list, View view, float x) {
  const bool current = b.in.state.view == view;
  const std::string_view name = ui::view_name(view);
  std::string count;
  if (const auto table = table_of(view); table && ready(b)) {
    count = format_count(b.in.results.tables[static_cast<size_t>(*table)].rows.size());
  }
  // Both faces are measured, so that choosing a tab does not move its neighbours.
  const float name_w = std::max(text_px(b, name, Font::Body), text_px(b, name, Font::BodyStrong));
  const float count_w = count.empty() ? 0 : CountGap + text_px(b, count, Font::Small);
  const uint32_t tab =
      add_node(b, list, "tab", static_cast<uint64_t>(view), Role::Tab, {x, 0, name_w + count_w, size::Tabs});
  Node& node = b.scene.node(tab);
  node.label = name;
  if (!count.empty()) node.label = ui::listed(node.label, count);
  node.selected = current;
  node.activate = command::SetView{view};
  add_keys(b, tab, "view" + std::to_string(static_cast<int>(view)));
  node.hover_fill = Color::Bg;
  node.borders = edge::Bottom;
  node.border_color = current ? Color::Accent : Color::None;
  node.hover_border = current ? Color::Accent : Color::Strong;
  node.border_px = 2;
  add_text(b, tab, "name", 0, {0, 12, name_w, 20}, name,
           {current ? Font::BodyStrong : Font::Body, current ? Color::Ink : Color::Soft, Align::Start});
  if (!count.empty()) {
    add_text(b, tab, "count", 0, {name_w + CountGap, 12, count_w - CountGap, 20}, count, SoftSmall);
  }
  return name_w + count_w;
}

// What was just done, else how many rows there are.
std::string status_text(const Builder& b) {
  const std::string& message = b.in.state.message;
  return message.empty() ? ui::result_count(b.in.results, b.in.state.view)
                         : display_text(message, MaxMessage);
}

// Room for the count: all of its words if they fit into `room`, else the numbers alone.
float status_width(Builder& b, float room) {
  if (!ready(b)) return 0;
  const float full = text_px(b, status_text(b), Font::Small);
  if (!b.in.state.message.empty()) return std::min(full, room);
  return full <= room ? full : text_px(b, ui::result_count_short(b.in.results, b.in.state.view), Font::Small);
}

// The count and the column button at the right end, beside tabs that end at `tabs_end`; returns the room
// that they take.
float add_tools(Builder& b, uint32_t bar, float tabs_end) {
  const auto table = table_of(b.in.state.view);
  float right = b.width - b.margin;
  if (ready(b) && table) {
    const float button_w = text_px(b, ui::Columns, Font::Small) + 24;
    right -= button_w;
    const uint32_t button = add_button(b, bar, "columns", 0, {right, 8, button_w, 28}, ui::Columns,
                                       command::OpenPopover{PopoverKind::ColumnChooser, *table, 0});
    add_keys(b, button, "columns");
    const bool open = b.in.state.popover.kind == PopoverKind::ColumnChooser;
    b.scene.node(button).expanded = open ? Toggle::On : Toggle::Off;
    if (open) b.anchor = button;
    right -= 16;
    if (*table == TableId::Videos && !b.in.state.reading) {
      add_form_switch(b, bar, {right - 24, 8, 32, 28});
      right -= 36;
    }
  }
  constexpr float ReadingRoom = 40;
  if (ready(b) && right - ReadingRoom >= tabs_end + 16) {
    add_reading_button(b, bar, {right - (table ? 24.0f : 32.0f), 8, 32, 28});
    right -= ReadingRoom;
  }
  const float status_w = status_width(b, right - tabs_end - 16);
  build_status(b, bar, {right - status_w, 12, status_w, 20});
  return b.width - right + status_w + 16;
}

}  // namespace

void build_status(Builder& b, uint32_t parent, Rect rect) {
  const uint32_t id = add_node(b, parent, "status", 0, Role::Status, rect);
  b.scene.node(id).quiet = true;  // the live region says it, once the reader has paused
  if (!ready(b)) return;
  const std::string full = status_text(b);
  const bool fits = text_px(b, full, Font::Small) <= rect.w;
  if (!fits) b.scene.node(id).label = full;
  const bool said = !b.in.state.message.empty();
  set_text(b, id, fits || said ? full : ui::result_count_short(b.in.results, b.in.state.view),
           {Font::Small, Color::Soft, Align::End});
}

void add_live_region(Builder& b, uint32_t parent, std::string_view name, std::string text) {
  Node& node = b.scene.node(add_node(b, parent, name, 0, Role::Status, {0, 0, 1, 1}));
  node.clip = true;
  node.unseen = true;
  node.heard = std::move(text);
}

// Two regions, so that the count is not said once more when the message goes.
void build_announcements(Builder& b) {
  // Rows that come are announced by the strip above them; here it is what they came to.
  const bool counted = ready(b) && b.in.load.phase != LoadPhase::Loading;
  add_live_region(b, 0, "heard-count",
                  counted ? ui::result_count(b.in.results, b.in.state.view) : std::string());
  std::string message = display_text(b.in.state.message, MaxMessage);
  // The same message again is news again.
  if (!message.empty() && b.in.state.messages % 2 == 0) message += "\xC2\xA0";
  add_live_region(b, 0, "heard-message", std::move(message));
}

float build_tabs(Builder& b, float top) {
  const uint32_t bar = add_node(b, 0, "tabs", 0, Role::Navigation, {0, top, b.width, size::Tabs});
  b.scene.node(bar).borders = edge::Bottom;
  b.scene.node(bar).fill = Color::Bg;
  b.scene.node(bar).label = ui::Views;
  const uint32_t list = add_node(b, bar, "list", 0, Role::TabList, {0, 0, b.width, size::Tabs});
  b.scene.node(list).label = ui::Views;
  float x = b.margin;
  for (size_t view = 0; view < ViewCount; ++view) {
    x += add_tab(b, list, static_cast<View>(view), x) + TabGap;
  }
  const float tools = b.phone ? 0 : add_tools(b, bar, x - TabGap);
  b.scene.node(list).rect.w = std::max(b.width - tools, 0.0f);
  make_scroll(b, list, x - TabGap + b.margin, size::Tabs);
  return size::Tabs;
}

}  // namespace explorer
