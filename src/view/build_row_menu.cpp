// See build_row_menu.h.
#include "view/build_row_menu.h"

#include <algorithm>

#include "state/rights.h"
#include "view/build_popover.h"
#include "view/cell_filter.h"
#include "view/format.h"
#include "view/grid_walk.h"
#include "view/locale.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Narrowest = 200, Widest = 360, Edge = 8, Pad = 6, Inset = 14, Line = 9;

bool is_address(std::string_view text) {
  return text.starts_with("https://") || text.starts_with("http://");
}

// The address in the cell, else the one of the row; empty if there is none.
std::string address_of(const Dataset& dataset, RowRef row, size_t column) {
  const std::string_view own = column_specs(row.table)[column].name;
  const auto found = find_column(row.table, own == "thumbnail" ? own : "url");
  const std::string_view text = found ? dataset.column(row.table, *found).text(row.row) : std::string_view();
  return is_address(text) ? std::string(text) : std::string();
}

void add_filters(std::vector<RowMenuItem>& items, const std::vector<CellFilter>& filters, bool without) {
  for (size_t i = 0; i < filters.size(); ++i) {
    const CellFilter& filter = filters[i];
    const auto& command = without ? filter.without : filter.only;
    if (!command) continue;
    const std::string id = (without ? "without" : "only") + std::to_string(i);
    const std::string label = filter.name.empty()
                                  ? std::string(without ? ui::MenuLeaveOutMissing : ui::MenuFilterMissing)
                                  : fill(without ? ui::MenuLeaveOut : ui::MenuFilter, {filter.name});
    items.push_back({id, label, *command, {}, items.back().id == "open"});
  }
}

void add_copies(std::vector<RowMenuItem>& items, const SceneInput& in, RowRef row, size_t column) {
  const uint32_t marked = in.results.marked;
  const bool several = in.state.marks.has(row) && marked > 1;
  items.push_back(
      {"copy",
       several ? plural(ui::MenuCopyRows, marked, {format_count(marked)}) : std::string(ui::MenuCopyRow),
       command::CopyRows{several ? std::nullopt : std::optional(row)},
       {},
       true});
  const CellLook look = cell_look(*in.dataset, row.table, row.row, column);
  if (look.stated)
    items.push_back({"copy-value", std::string(ui::MenuCopyValue), command::CopyValue{row, column}, {}});
}

void add_marks(std::vector<RowMenuItem>& items, const SceneInput& in, RowRef row) {
  const bool marked = in.state.marks.has(row);
  const RowList one(std::make_shared<const std::vector<RowIndex>>(1, row.row));
  items.push_back({"mark",
                   std::string(marked ? ui::MenuUnmark : ui::MenuMark),
                   command::MarkRows{row.table, one, command::MarkHow::Toggle},
                   {},
                   true});
  const RowList& rows = in.results.tables[static_cast<size_t>(row.table)].rows;
  if (in.results.marked < rows.size()) {
    items.push_back({"mark-all",
                     std::string(ui::MenuMarkAll),
                     command::MarkRows{row.table, rows, command::MarkHow::Only},
                     {}});
  }
}

// The cell that the keyboard is in, or else the middle of the page.
Rect cell_rect(const Builder& b) {
  const auto& nodes = b.scene.nodes();
  for (uint32_t i = 0; i < nodes.size(); ++i) {
    if (nodes[i].tab_stop && grid_spot(b.scene, nodes[i].key)) return viewport_rect(b, i);
  }
  return {b.width / 2, b.height / 2, 0, 0};
}

// All of it on screen: beside the pointer to whichever side there is room, else below or above the cell.
Rect place_menu(const Builder& b, float w, float h) {
  if (b.phone) return {0, std::max(b.height - h, 0.0f), b.width, std::min(h, b.height)};
  w = std::min(w, b.width - 2 * Edge);
  h = std::min(h, b.height - 2 * Edge);
  const auto& at = b.in.state.popover.at;
  Rect anchor = at ? Rect{at->first, at->second, 0, 0} : cell_rect(b);
  // The finished scene is turned about where the page is.
  if (at && reader_locale().right_to_left()) anchor.x = b.width - anchor.x;
  float x = anchor.x, y = anchor.y + anchor.h + (at ? 0.0f : 2.0f);
  if (x + w + Edge > b.width) x = at ? x - w : anchor.x + anchor.w - w;
  if (y + h + Edge > b.height) y = anchor.y - h - (at ? 0.0f : 2.0f);
  return {std::clamp(x, Edge, b.width - w - Edge), std::clamp(y, Edge, b.height - h - Edge), w, h};
}

void add_item(Builder& b, uint32_t menu, const RowMenuItem& item, Rect rect, bool first) {
  const uint32_t id = add_node(b, menu, item.id, 0, Role::MenuItem, rect);
  Node& node = b.scene.node(id);
  node.activate = item.command;
  node.href = item.href;
  node.hover_fill = Color::Hover;
  node.pad_left = node.pad_right = b.phone ? b.margin : Inset;
  node.by_keys = true;
  node.tab_stop = first;
  set_text(b, id, item.label, {});
}

}  // namespace

std::vector<RowMenuItem> row_menu_items(const SceneInput& in) {
  const RowRef row = *in.state.popover.row;
  const size_t column = in.state.popover.column;
  std::vector<RowMenuItem> items;
  items.push_back({"open", std::string(ui::MenuOpen), command::SelectRow{row, false}, {}});
  const std::vector<CellFilter> filters = cell_filters(in.state, *in.dataset, row, column);
  add_filters(items, filters, false);
  add_filters(items, filters, true);
  add_copies(items, in, row, column);
  add_marks(items, in, row);
  const std::string address = address_of(*in.dataset, row, column);
  if (!address.empty())
    items.push_back({"link", std::string(ui::MenuOpenLink), command::ClosePopover{}, address, true});
  std::erase_if(items, [&](const RowMenuItem& item) { return !reader_may(in.state, item.command); });
  items.front().begins = false;  // what copies is always there
  return items;
}

void build_row_menu(Builder& b) {
  const auto& row = b.in.state.popover.row;
  if (!b.in.dataset || !row || row->row >= b.in.dataset->table(row->table).row_count) return;
  const std::vector<RowMenuItem> items = row_menu_items(b.in);
  const std::string title = row_title(*b.in.dataset, row->table, row->row);
  const float item_h = target_px(b, 32), title_h = b.phone ? 44 : 0;
  float w = Narrowest, h = Pad + title_h;
  for (const RowMenuItem& item : items) {
    w = std::max(w, text_px(b, item.label, Font::Body) + 2 * Inset);
    h += item_h + (item.begins ? Line : 0);
  }
  const Rect place = place_menu(b, std::min(w, Widest), h + Pad);
  const uint32_t menu = add_dialog(b, place, fill(ui::RowMenuName, {title}), Role::Menu);
  w = b.scene.node(menu).rect.w;
  if (b.phone) {
    add_text(b, menu, "title", 0, {b.margin, 0, w - 2 * b.margin, title_h}, title, Strong, Role::Decor);
    b.scene.node(static_cast<uint32_t>(b.scene.nodes().size() - 1)).label.clear();
  }
  float y = Pad + title_h;
  for (const RowMenuItem& item : items) {
    if (item.begins) add_fill(b, menu, "rule-" + item.id, 0, {0, y + Line / 2, w, 1}, Color::Hair);
    y += item.begins ? Line : 0;
    add_item(b, menu, item, {0, y, w, item_h}, &item == items.data());
    y += item_h;
  }
  if (y + Pad > b.scene.node(menu).rect.h) make_scroll(b, menu, w, y + Pad);
}

}  // namespace explorer
