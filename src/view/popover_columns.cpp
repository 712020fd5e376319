// Which columns a table shows, and in which order. See build_popover.h.
#include <algorithm>

#include "view/build_popover.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

// Room for the button at the lower end.
float footer_px(const Builder& b) {
  return target_px(b, 32) + 24;
}

void add_column_row(Builder& b, uint32_t list, TableId table, size_t place, Rect rect) {
  const auto& columns = b.in.state.tables[static_cast<size_t>(table)].columns;
  const ColumnLayout& layout = columns[place];
  const bool filled = column_filled(*b.in.dataset, table, layout.column);
  const std::string title(ui::column_heading(table, layout.column));
  const uint32_t item = add_node(b, list, "column", layout.column, Role::ListItem, rect);
  const float arrow = rect.h, tick_w = std::max(rect.w - 2 * arrow - 8, 0.0f);
  std::optional<Command> toggle;
  if (filled) toggle = command::ShowColumn{table, layout.column, layout.hidden};
  std::string text = title;
  if (!filled) text += std::string(ui::Dot) + std::string(ui::NothingStated);
  add_tick(b, item, 0, {0, 0, tick_w, rect.h}, text, filled && !layout.hidden, std::move(toggle));
  if (place > 0) {
    add_icon_button(b, item, "up", 0, {rect.w - 2 * arrow, 0, arrow, arrow}, Icon::SortAscending,
                    ui::move_up(title), command::MoveColumn{table, layout.column, place - 1});
  }
  if (place + 1 < columns.size()) {
    add_icon_button(b, item, "down", 0, {rect.w - arrow, 0, arrow, arrow}, Icon::SortDescending,
                    ui::move_down(title), command::MoveColumn{table, layout.column, place + 2});
  }
}

}  // namespace

void build_column_chooser(DialogParts& dialog, TableId table) {
  Builder& b = dialog.b;
  const size_t count = b.in.state.tables[static_cast<size_t>(table)].columns.size();
  const float row_h = target_px(b, 32), needed = static_cast<float>(count) * row_h;
  // Where fingers press, rows stay as high as a finger needs.
  const bool dense = target_px(b, size::CompactRow) < size::TableRow;
  const float below = footer_px(b) + (dense ? row_h + 8 : 0);
  dialog.bottom = std::min(dialog.bottom, dialog.y + needed + below);
  const uint32_t list = add_node(b, dialog.node, "columns", 0, Role::List,
                                 {dialog.x, dialog.y, dialog.w, dialog.bottom - below - dialog.y});
  b.scene.node(list).label = ui::Columns;
  make_scroll(b, list, 0, needed);
  for (size_t place = 0; place < count; ++place) {
    add_column_row(b, list, table, place, {0, static_cast<float>(place) * row_h, dialog.w, row_h});
  }
  if (dense) {
    const Rect rect{dialog.x, dialog.bottom - below + 8, dialog.w, row_h};
    const bool compact = b.in.state.density == Density::Compact;
    add_fill(b, dialog.node, "rule", 0, {rect.x, rect.y - 4, rect.w, 1}, Color::Hair);
    add_tick(b, dialog.node, 0, rect, ui::CompactRows, compact,
             command::SetDensity{compact ? Density::Comfortable : Density::Compact});
  }
  const float h = target_px(b, 32);
  const uint32_t reset = add_button(b, dialog.node, "reset", 0, {dialog.x, dialog.bottom - h - 12, 0, h},
                                    ui::ResetColumns, command::ResetColumns{table});
  if (!b.in.environment.remembered) return;
  const Rect beside = b.scene.node(reset).rect;
  const float x = beside.x + beside.w + 8;
  const float most = dialog.x + dialog.w - x, wanted = text_px(b, ui::ForgetAll, Font::Small) + 24;
  const uint32_t forget = add_button(b, dialog.node, "forget", 0, {x, beside.y, std::min(wanted, most), h},
                                     ui::ForgetAll, command::Forget{});
  b.scene.node(forget).description = ui::ForgetMemory;
}

}  // namespace explorer
