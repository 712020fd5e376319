// See build_table.h.
#include "view/build_table.h"

#include <algorithm>
#include <cmath>

#include "view/build_summary.h"
#include "view/build_table_phone.h"
#include "view/build_video_cards.h"
#include "view/format.h"
#include "view/grid_walk.h"
#include "view/inferred.h"
#include "view/long_scroll.h"
#include "view/row_marks.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float SortMark = 16;
constexpr float Handle = 8;
constexpr float HeaderHeight = size::TableHeader + size::Summary;
constexpr float BelowSummary = 4;

const QueryResult& result_of(const Builder& b, TableId table) {
  return b.in.results.tables[static_cast<size_t>(table)];
}

// The arrow, with its place among several sort keys beside it.
void add_sort_mark(Builder& b, uint32_t header, float x, SortPlace place) {
  const float y = (size::TableHeader - SortMark) / 2;
  add_icon(b, header, "sort", {x, y, SortMark, SortMark},
           place.descending ? Icon::SortDescending : Icon::SortAscending, Color::Accent);
  if (!place.several) return;
  const uint32_t order =
      add_text(b, header, "order", 0, {x + SortMark - 2, y, 12, SortMark}, format_count(place.order),
               {Font::Caption, Color::Accent, Align::Start}, Role::Decor);
  b.scene.node(order).label.clear();
}

void add_sort_button(Builder& b, uint32_t header, Rect rect, float title_x, float title_w, TableId table,
                     const ShownColumn& column, SortPlace place) {
  const std::string_view title = ui::column_heading(table, column.column);
  const uint32_t id = add_node(b, header, "by", 0, Role::Button, rect);
  Node& node = b.scene.node(id);
  node.label = ui::sort_by(title);
  node.description = ui::sort_with_shift(node.label);
  node.activate = command::CycleSort{std::string(column_specs(table)[column.column].name), false};
  node.drag = {Drag::MoveColumn, table, column.column, 0};
  node.underline_on_hover = true;
  node.pad_left = title_x;
  node.pad_right = std::max(rect.w - title_x - title_w, 0.0f);
  set_text(b, id, title,
           {Font::SmallStrong, place.order > 0 ? Color::Ink : Color::Soft,
            column.numeric ? Align::End : Align::Start});
}

// The edge by which a column is made wider.
void add_handle(Builder& b, uint32_t header, TableId table, const ShownColumn& column) {
  const uint32_t handle = add_node(b, header, "resize", 0, Role::Separator,
                                   {column.w - Handle, 8, Handle, size::TableHeader - 16});
  Node& node = b.scene.node(handle);
  node.label = ui::resize(ui::column_heading(table, column.column));
  node.drag = {Drag::ResizeColumn, table, column.column, column.w};
  node.hover_fill = Color::Hair;
  const uint32_t tick =
      add_fill(b, handle, "tick", 0, {Handle - 1, 6, 1, size::TableHeader - 28}, Color::Strong);
  b.scene.node(tick).reveal = true;
}

// Title, mark and filter from the side to which the column is aligned.
void add_header_cell(Builder& b, uint32_t row, TableId table, const ShownColumn& column, size_t col_index) {
  const Rect cell{column.x, 0, column.w, HeaderHeight};
  const uint32_t header = add_column_header(b, row, cell, table, column.column, col_index);
  const SortPlace place = sort_place(b.in.state.query, table, column.column);
  const float mark_w = place.order == 0 ? 0 : SortMark + (place.several ? 8.0f : 0.0f);
  const float left = CellInset, right = column.w - column.inset_right;
  // The filter button may reach into the inset at the far side of the title.
  const float most = column.numeric ? right : column.w - left;
  const float filter = may(b, EmbedRight::Filter) ? filter_px(b) : 0;
  const float room = std::max(most - mark_w - filter - 4, 0.0f);
  const float title_w =
      std::min(text_px(b, ui::column_heading(table, column.column), Font::SmallStrong), room);
  const float title_x = column.numeric ? right - title_w : left;
  const float mark_x = column.numeric ? title_x - mark_w - 2 : title_x + title_w + 2;
  const float filter_x = column.numeric ? mark_x - filter : mark_x + mark_w;
  // All of it around the name sorts; what else is there lies on top.
  add_sort_button(b, header, {0, 0, column.w, size::TableHeader}, title_x, title_w, table, column, place);
  if (place.order > 0) add_sort_mark(b, header, mark_x, place);
  if (filter > 0 && filter_x >= 0 && filter_x + filter <= column.w) {
    add_filter_button(b, header, {filter_x, (size::TableHeader - filter) / 2, filter, filter}, table,
                      column.column);
  }
  add_summary(b, header, {left, size::TableHeader, right - left, size::Summary - BelowSummary}, table,
              column.column);
  if (may(b, EmbedRight::Columns)) add_handle(b, header, table, column);
}

void add_header(Builder& b, uint32_t grid, TableId table, std::span<const ShownColumn> columns, float width) {
  const uint32_t group = add_node(b, grid, "head", 0, Role::RowGroup, {0, 0, width, HeaderHeight});
  b.scene.node(group).sticky = true;
  b.scene.node(group).fill = Color::Bg;
  const uint32_t row = add_node(b, group, "row", 0, Role::Row, {0, 0, width, HeaderHeight});
  Node& node = b.scene.node(row);
  node.row_index = 1;
  node.hover_fill = Color::Bg;
  for (size_t i = 0; i < columns.size(); ++i)
    add_header_cell(b, row, table, columns[i], i + 1);
  add_fill(b, row, "rule", 0, {CellInset, HeaderHeight - 1, width - 2 * CellInset, 1}, Color::Strong);
}

// `give_way`: px that the first cell of a row leaves at its start.
void add_cell(Builder& b, uint32_t row_node, TableId table, RowIndex row, const ShownColumn& column,
              size_t col_index, float give_way) {
  const float h = b.scene.node(row_node).rect.h;
  const bool title = column.column == 0;
  const uint32_t id = add_node(b, row_node, "cell", column.column, title ? Role::RowHeader : Role::Cell,
                               {column.x, 0, column.w, h});
  b.scene.node(id).col_index = static_cast<uint32_t>(col_index);
  if (column.column == evidence_column(table)) {
    add_evidence_marks(b, id, {CellInset + give_way, 0, column.w - 2 * CellInset - give_way, h}, table, row);
    return;
  }
  const CellLook look = cell_look(*b.in.dataset, table, row, column.column);
  Node& node = b.scene.node(id);
  node.pad_left = CellInset + give_way;
  node.pad_right = column.inset_right;
  node.description = look.description;
  if (is_inferred(look)) node.label = signed_words(look).heard;
  // The sign hangs out, so that figures stay below each other.
  if (is_inferred(look) && column.numeric)
    node.pad_right = std::max(node.pad_right - text_px(b, ui::InferredSign, look.style.font), 0.0f);
  set_text(b, id, signed_text(look), look.style);
  if (look.stated) set_cell_language(b, id, table, column.column);
}

void add_row(Builder& b, uint32_t body, TableId table, size_t place, Rect rect,
             std::span<const ShownColumn> columns) {
  const RowIndex row = result_of(b, table).rows[place];
  const uint32_t id = add_node(b, body, "row", row, Role::Row, rect);
  Node& node = b.scene.node(id);
  node.row_index = static_cast<uint32_t>(place + 2);
  node.label = row_title(*b.in.dataset, table, row);
  node.activate = command::SelectRow{{table, row}, false};
  const bool marked = show_row_state(b, id, {table, row}, 2);
  for (size_t i = 0; i < columns.size(); ++i)
    add_cell(b, id, table, row, columns[i], i + 1, marked && i == 0 ? MarkTick : 0);
  if (marked) add_mark_tick(b, id, {CellInset, 0}, rect.h);
  add_fill(b, id, "rule", 0, {CellInset, rect.h - 1, rect.w - 2 * CellInset, 1}, Color::Hair);
}

}  // namespace

uint32_t add_filter_button(Builder& b, uint32_t header, Rect rect, TableId table, size_t column) {
  const Popover& popover = b.in.state.popover;
  const bool open =
      popover.kind == PopoverKind::ColumnFilter && popover.table == table && popover.column == column;
  const bool active = column_filtered(b.in.state.query, table, column);
  std::string label = ui::filter_by(ui::column_heading(table, column));
  if (active) label = ui::filter_active(label);
  const uint32_t id = add_icon_button(b, header, "filter", column, rect, Icon::Filter, label,
                                      command::OpenPopover{PopoverKind::ColumnFilter, table, column});
  Node& node = b.scene.node(id);
  node.color = active || open ? Color::Accent : Color::Faint;
  if (active) node.fill = Color::AccentSoft;
  node.expanded = open ? Toggle::On : Toggle::Off;
  if (open) b.anchor = id;
  return id;
}

uint32_t add_column_header(Builder& b, uint32_t row, Rect rect, TableId table, size_t column,
                           size_t col_index) {
  const uint32_t id = add_node(b, row, "column", column, Role::ColumnHeader, rect);
  const SortPlace place = sort_place(b.in.state.query, table, column);
  Node& node = b.scene.node(id);
  node.label = ui::column_heading(table, column);
  node.col_index = static_cast<uint32_t>(col_index);
  node.sort = place.order == 0   ? SortState::None
              : place.descending ? SortState::Descending
                                 : SortState::Ascending;
  return id;
}

RowWindow rows_in_view(double scroll_y, float height, float row_h, size_t count, size_t spare) {
  const auto from = static_cast<size_t>(std::max(scroll_y, 0.0) / static_cast<double>(row_h));
  const auto rows = static_cast<size_t>(std::ceil(std::max(height, 0.0f) / row_h)) + 1;
  const size_t first = std::min(from > spare ? from - spare : 0, count);
  return {first, std::min(from + rows + spare, count)};
}

float row_y(double place_px, double shift, float body_h, float row_h) {
  return static_cast<float>(
      std::clamp(place_px - shift, 0.0, static_cast<double>(std::max(body_h - row_h, 0.0f))));
}

std::vector<size_t> filled_columns(const Builder& b, TableId table) {
  return filled_columns(b.in.state, *b.in.dataset, table);
}

std::vector<size_t> filled_columns(const AppState& state, const Dataset& dataset, TableId table) {
  std::vector<size_t> columns;
  for (const ColumnLayout& layout : state.tables[static_cast<size_t>(table)].columns) {
    if (!layout.hidden && column_filled(dataset, table, layout.column)) columns.push_back(layout.column);
  }
  return columns;
}

float form_switch_w(const Builder& b) {
  const bool switches = b.phone && b.in.state.view == View::Videos && may(b, EmbedRight::Views);
  return switches ? size::Touch + 4 : 0;
}

void add_form_switch(Builder& b, uint32_t parent, Rect rect) {
  const bool cards = b.in.state.video_form == VideoForm::Cards;
  const uint32_t id = add_icon_button(b, parent, "form", 0, rect, cards ? Icon::Table : Icon::Cards,
                                      cards ? ui::ShowTable : ui::ShowCards,
                                      command::SetVideoForm{cards ? VideoForm::Table : VideoForm::Cards});
  if (b.phone) return;
  Node& node = b.scene.node(id);
  node.borders = edge::All;
  node.hover_border = Color::Strong;
  node.fill = Color::Panel;
}

// The grid with all columns beside each other.
static void build_wide_table(Builder& b, uint32_t parent, Rect area, TableId table) {
  const size_t count = result_of(b, table).rows.size();
  const float bleed = CellInset, row_h = row_px(b);
  const Rect rect{b.margin - bleed, area.y, std::max(area.w - 2 * (b.margin - bleed), 0.0f),
                  std::max(area.h - mark_bar_px(b, table), 0.0f)};
  const auto columns = shown_columns(b, table, rect.w);
  const float columns_w = columns.empty() ? 0 : columns.back().x + columns.back().w;
  const uint32_t grid = add_node(b, parent, "grid", static_cast<uint64_t>(table), Role::Grid, rect);
  Node& node = b.scene.node(grid);
  node.label = ui::view_name(view_of(table));
  node.table = table;
  node.row_count = static_cast<uint32_t>(count + 1);
  node.col_count = static_cast<uint32_t>(columns.size());
  const float content_w = std::max(columns_w, rect.w);
  const double row_px = static_cast<double>(row_h);
  const float around = HeaderHeight + b.margin;
  const double whole_h = static_cast<double>(count) * row_px + static_cast<double>(around);
  make_long_scroll(b, grid, content_w, whole_h);
  constexpr size_t MostSeen = 15;
  constexpr float ScrollBar = 12;  // below columns that need more room than there is
  tell_content(b, grid,
               seen_at_once(static_cast<double>(around + (columns_w > rect.w ? ScrollBar : 0)), count, row_h,
                            MostSeen));
  add_header(b, grid, table, columns, content_w);
  const uint32_t body =
      add_node(b, grid, "body", 0, Role::RowGroup,
               {0, HeaderHeight, content_w, static_cast<float>(shown_height(whole_h)) - around});
  const ScrollOffset at = scroll_of(b, grid);
  const RowWindow window = rows_in_view(place_of(at), rect.h - HeaderHeight, row_h, count);
  const float body_h = b.scene.node(body).rect.h;
  for_rows(b, table, window, count, [&](size_t place) {
    const float y = row_y(static_cast<double>(place) * row_px, at.shift, body_h, row_h);
    add_row(b, body, table, place, {0, y, content_w, row_h}, columns);
  });
  set_grid_stop(b.scene, grid, b.in.state.tables[static_cast<size_t>(table)], false);
  add_mark_bar(b, parent, area, table);
}

[[gnu::noinline]] void build_table(Builder& b, uint32_t parent, Rect area, TableId table) {
  if (table == TableId::Videos && b.in.state.video_form == VideoForm::Cards) {
    build_video_cards(b, parent, area, b.margin);
  } else if (b.phone) {
    build_table_phone(b, parent, area, table);
  } else {
    build_wide_table(b, parent, area, table);
  }
  const float switch_w = form_switch_w(b);
  if (switch_w > 0)  // on the grid, beside its strip
    add_form_switch(b, parent, {area.x + area.w - switch_w, area.y + 4, size::Touch, size::Touch});
}

}  // namespace explorer
