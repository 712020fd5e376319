// See build_tabs.h.
#include "view/build_tabs.h"

#include <algorithm>

#include "state/rights.h"
#include "view/build_detail.h"
#include "view/build_keys.h"
#include "view/build_reading.h"
#include "view/build_table.h"
#include "view/format.h"
#include "view/table_columns.h"
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

}  // namespace

float status_width(Builder& b, float room) {
  if (!ready(b)) return 0;
  const float full = text_px(b, status_text(b), Font::Small);
  if (!b.in.state.message.empty()) return std::min(full, room);
  return full <= room ? full : text_px(b, ui::result_count_short(b.in.results, b.in.state.view), Font::Small);
}

namespace {

// A button that opens a dialog about the table, which hangs under it.
void add_opener(Builder& b, uint32_t bar, std::string_view name, Rect rect, std::string_view text,
                PopoverKind kind, TableId table) {
  const uint32_t button = add_button(b, bar, name, 0, rect, text, command::OpenPopover{kind, table, 0});
  add_keys(b, button, name);
  const bool open = b.in.state.popover.kind == kind;
  b.scene.node(button).expanded = open ? Toggle::On : Toggle::Off;
  if (open) b.anchor = button;
}

}  // namespace

float add_view_tools(Builder& b, uint32_t bar, float left_end, float top) {
  constexpr float H = 28, Sign = 32, Gap = 8, CountRoom = 120;
  const auto table = ready(b) ? table_of(b.in.state.view) : std::nullopt;
  const bool forms = table == TableId::Videos && !b.in.state.reading && may(b, EmbedRight::Views);
  const bool columns = table && may(b, EmbedRight::Columns);
  // The last one gets its place first.
  const float columns_w = columns ? text_px(b, ui::Columns, Font::Small) + 24 : 0;
  const float download_w = text_px(b, ui::Download, Font::Small) + 24, right = b.width - b.margin;
  // Where there is little room the menu that saves pictures has it alone.
  const float least = left_end + 16 + CountRoom + 2 * (Sign + Gap) + columns_w + Gap + download_w;
  const bool downloads = table && may(b, EmbedRight::Share) && least <= right;
  const float end = right - (downloads ? download_w + Gap : 0);
  const float form_end = end - (columns ? columns_w + Gap : 0),
              reading_end = form_end - (forms ? Sign + Gap : 0);
  float count_end = reading_end - (columns || forms || downloads ? Gap : 0);
  const bool reads =
      ready(b) && reader_may(b.in.state, command::SetReading{0}) && count_end - Sign - Gap >= left_end + 16;
  if (reads) count_end -= Sign + Gap;
  const float status_w = status_width(b, count_end - left_end - 16);
  build_status(b, bar, {count_end - status_w, top + 4, status_w, 20});
  if (reads) add_reading_button(b, bar, {reading_end - Sign, top, Sign, H});
  if (forms) add_form_switch(b, bar, {form_end - Sign, top, Sign, H});
  if (columns)
    add_opener(b, bar, "columns", {end - columns_w, top, columns_w, H}, ui::Columns,
               PopoverKind::ColumnChooser, *table);
  if (downloads)
    add_opener(b, bar, "download", {right - download_w, top, download_w, H}, ui::Download,
               PopoverKind::Download, *table);
  return b.width - count_end + status_w + 16;
}

void build_status(Builder& b, uint32_t parent, Rect rect) {
  const uint32_t id = add_node(b, parent, "status", 0, Role::Status, rect);
  b.scene.node(id).quiet = true;  // the live region says it, once the reader has paused
  if (!ready(b)) return;
  const std::string full = status_text(b);
  const bool fits = text_px(b, full, Font::Small) <= rect.w;
  if (!fits) b.scene.node(id).label = full;
  const bool said = !b.in.state.message.empty();
  const std::string text = fits || said ? full : ui::result_count_short(b.in.results, b.in.state.view);
  // A number cut short would be another one.
  if (!said && text_px(b, text, Font::Small) > rect.w) return;
  set_text(b, id, text, {Font::Small, Color::Soft, Align::End});
}

void add_live_region(Builder& b, uint32_t parent, std::string_view name, std::string text) {
  Node& node = b.scene.node(add_node(b, parent, name, 0, Role::Status, {0, 0, 1, 1}));
  node.clip = true;
  node.unseen = true;
  node.heard = std::move(text);
}

// What stands beside the table now. A dialog has the focus when it opens and is named by that.
std::string details_heard(const Builder& b) {
  if (!b.wide || !detail_open(b)) return {};
  const RowRef row = *b.in.state.selected;
  return fill(ui::DetailsOpened, {display_text(row_title(*b.in.dataset, row.table, row.row), MaxMessage)});
}

// Regions of their own, so that none is said once more when another one goes.
void build_announcements(Builder& b) {
  // Rows that come are announced by the strip above them; here it is what they came to.
  const bool counted = ready(b) && b.in.load.phase != LoadPhase::Loading;
  add_live_region(b, 0, "heard-count",
                  counted ? ui::result_count(b.in.results, b.in.state.view) : std::string());
  std::string message = display_text(b.in.state.message, MaxMessage);
  // The same message again is news again.
  if (!message.empty() && b.in.state.messages % 2 == 0) message += "\xC2\xA0";
  add_live_region(b, 0, "heard-message", std::move(message));
  // There before it says something, as it has to be: it waits for the pause.
  if (std::string opened = details_heard(b); !opened.empty())
    add_live_region(b, 0, "heard-details", std::move(opened));
}

// Who may not go to another view is told which one this is.
static float build_view_name(Builder& b, float top) {
  const uint32_t bar = add_node(b, 0, "tabs", 0, Role::Region, {0, top, b.width, size::Tabs});
  b.scene.node(bar).borders = edge::Bottom;
  b.scene.node(bar).fill = Color::Bg;
  const std::string_view name = ui::view_name(b.in.state.view);
  b.scene.node(bar).label = name;
  const float name_w = std::min(text_px(b, name, Font::BodyStrong), b.width - 2 * b.margin);
  add_heading(b, bar, "name", {b.margin, 12, name_w, 20}, name, Font::BodyStrong, 2);
  if (!b.phone) add_view_tools(b, bar, b.margin + name_w, 8);
  return size::Tabs;
}

float build_tabs(Builder& b, float top) {
  if (!readers_change_view(b.in.state)) return build_view_name(b, top);
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
  const float tools = b.phone ? 0 : add_view_tools(b, bar, x - TabGap, 8);
  b.scene.node(list).rect.w = std::max(b.width - tools, 0.0f);
  make_scroll(b, list, x - TabGap + b.margin, size::Tabs);
  return size::Tabs;
}

}  // namespace explorer
