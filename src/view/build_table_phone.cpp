// See build_table_phone.h.
#include "view/build_table_phone.h"

#include <algorithm>
#include <utility>

#include "view/build_keys.h"
#include "view/build_reading.h"
#include "view/build_table.h"
#include "view/format.h"
#include "view/grid_walk.h"
#include "view/inferred.h"
#include "view/long_scroll.h"
#include "view/row_marks.h"
#include "view/table_columns.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Card = 64;
constexpr float PillGap = 8;

}  // namespace

float add_column_pill(Builder& b, uint32_t row, TableId table, size_t column, size_t col_index, float x) {
  const SortPlace place = sort_place(b.in.state.query, table, column);
  const std::string_view title = ui::column_heading(table, column);
  const float title_w = text_px(b, title, Font::Small);
  const float mark_w = place.order == 0 ? 0 : 18;
  const bool filters = may(b, EmbedRight::Filter);
  const float name_w = std::max(12 + title_w + mark_w + (filters ? 4.0f : 12.0f), size::Touch);
  const float w = filters ? name_w + size::Touch : name_w;
  const float top = (ColumnStrip - size::Touch) / 2;
  const uint32_t header = add_column_header(b, row, {x, top, w, size::Touch}, table, column, col_index);
  const uint32_t frame = add_fill(b, header, "frame", 0, {0, 4, w, size::Touch - 8}, Color::Panel);
  b.scene.node(frame).borders = edge::All;
  b.scene.node(frame).radius_px = (size::Touch - 8) / 2;
  const uint32_t sort = add_node(b, header, "by", 0, Role::Button, {0, 0, name_w, size::Touch});
  b.scene.node(sort).pad_left = 12;
  b.scene.node(sort).label = ui::sort_by(title);
  b.scene.node(sort).activate = command::CycleSort{std::string(column_specs(table)[column].name), false};
  b.scene.node(sort).underline_on_hover = true;
  set_text(b, sort, title, {Font::Small, place.order > 0 ? Color::Ink : Color::Soft, Align::Start});
  if (place.order > 0) {
    add_icon(b, header, "sort", {12 + title_w + 2, (size::Touch - 16) / 2, 16, 16},
             place.descending ? Icon::SortDescending : Icon::SortAscending, Color::Accent);
  }
  if (!filters) return w;
  // Its ground is no larger than the frame around both.
  const uint32_t ground = add_fill(b, header, "ground", 0, {w - 40, 4, 36, size::Touch - 8}, Color::None);
  const uint32_t filter = add_filter_button(b, header, {name_w, 0, size::Touch, size::Touch}, table, column);
  b.scene.node(ground).fill = std::exchange(b.scene.node(filter).fill, Color::None);
  for (const uint32_t round : {ground, filter})
    b.scene.node(round).radius_px = (size::Touch - 8) / 2;
  return w;
}

namespace {

// Whether the card's first line says already what the column holds.
bool in_title(const Dataset& dataset, TableId table, RowIndex row, size_t column) {
  if (table != TableId::ChartEntries) return column == 0;
  if (!dataset.table(table).columns[chart_column::Position].is_stated(row))
    return column == chart_column::Chart;
  return column == chart_column::Position || column == chart_column::Region ||
         column == chart_column::Regions;
}

bool is_text(ColumnType type) {
  return type != ColumnType::Date && type != ColumnType::Number && type != ColumnType::Duration;
}

// The cells of a card's second line, one after the other until the line is full.
void add_details(Builder& b, uint32_t card, TableId table, RowIndex row, std::span<const size_t> columns,
                 Rect line) {
  const float dot_w = text_px(b, ui::Dot, Font::Small), right = line.x + line.w;
  bool first = true;
  for (size_t i = 0; i < columns.size(); ++i) {
    const size_t column = columns[i];
    if (column == evidence_column(table) || in_title(*b.in.dataset, table, row, column)) continue;
    CellLook look = cell_look(*b.in.dataset, table, row, column);
    if (!look.stated) continue;
    if (column_specs(table)[column].type == ColumnType::Number) {
      look.text = std::string(ui::column_heading(table, column)) + ' ' + look.text;
    }
    const SignedText text = signed_words(look);
    const float lead = first ? 0 : dot_w;
    // A date or a number cut short says something else; a long text may end in an ellipsis.
    const float text_w = text_px(b, text.seen, Font::Small), left = right - line.x - lead;
    const float least = is_text(column_specs(table)[column].type) ? std::min(text_w, 96.0f) : text_w;
    if (!first && left < least) return;
    if (!first) {
      add_text(b, card, "dot", column, {line.x, line.y, dot_w, line.h}, ui::Dot, SoftSmall, Role::Decor);
    }
    line.x += lead;
    const float w = std::min(text_w, right - line.x);
    const uint32_t cell =
        add_text(b, card, "cell", column, {line.x, line.y, w, line.h}, text.seen, SoftSmall, Role::Cell);
    b.scene.node(cell).col_index = static_cast<uint32_t>(i + 1);
    explain_sign(b.scene.node(cell), text);
    set_cell_language(b, cell, table, column);
    line.x += w;
    first = false;
  }
}

void add_card(Builder& b, uint32_t body, TableId table, size_t place, float y,
              std::span<const size_t> columns) {
  const float width = b.scene.node(body).rect.w;
  const RowIndex row = b.in.results.tables[static_cast<size_t>(table)].rows[place];
  const uint32_t card = add_node(b, body, "row", row, Role::Row, {0, y, width, Card});
  const std::string title = row_title(*b.in.dataset, table, row);
  Node& node = b.scene.node(card);
  node.row_index = static_cast<uint32_t>(place + 2);
  node.label = title;
  node.borders = edge::Bottom;
  node.activate = command::SelectRow{{table, row}, false};
  if (show_row_state(b, card, {table, row}, 3)) add_mark_tick(b, card, {2, 12}, 20);
  const float inner = width - 2 * b.margin - 20;
  const SignedText name = signed_title(*b.in.dataset, table, row);
  const uint32_t head =
      add_text(b, card, "head", 0, {b.margin, 12, inner, 20}, name.seen, Strong, Role::RowHeader);
  explain_sign(b.scene.node(head), name);
  set_title_language(b, head, table);
  // It stands for the first of the columns that are in it.
  const auto own = std::ranges::find_if(
      columns, [&](size_t column) { return in_title(*b.in.dataset, table, row, column); });
  b.scene.node(head).col_index = own == columns.end() ? 1 : static_cast<uint32_t>(own - columns.begin()) + 1;
  add_details(b, card, table, row, columns, {b.margin, 34, inner, 18});
  if (may(b, EmbedRight::Details))
    add_icon(b, card, "go", {width - b.margin - 16, (Card - 16) / 2, 16, 16}, Icon::ChevronRight,
             Color::Faint);
}

}  // namespace

// Opens the list of columns and, where there is no header that does, turns the grid into tables to be read. A
// header cell of its own: a grid may hold nothing but cells. Returns the width.
static float add_column_button(Builder& b, uint32_t row, TableId table, size_t col_index, float x) {
  const bool columns = may(b, EmbedRight::Columns);
  if (!columns && !b.in.state.embedding.alone()) return 0;
  const float w = columns ? text_px(b, ui::Columns, Font::Small) + 24 : 0, reading_x = columns ? w + 4 : 0;
  const uint32_t cell = add_node(b, row, "tools", 0, Role::ColumnHeader, {x, 0, w, ColumnStrip});
  b.scene.node(cell).col_index = static_cast<uint32_t>(col_index);
  b.scene.node(cell).label = ui::Columns;
  if (columns) {
    const uint32_t button = add_button(b, cell, "columns", 0, {0, 8, w, 36}, ui::Columns,
                                       command::OpenPopover{PopoverKind::ColumnChooser, table, 0});
    b.scene.node(button).radius_px = 18;
    add_keys(b, button, "columns");
  }
  if (!b.in.state.embedding.alone()) return w;
  add_reading_button(b, cell, {reading_x, 4, size::Touch, size::Touch});
  b.scene.node(cell).rect.w = reading_x + size::Touch;
  return reading_x + size::Touch;
}

void add_column_strip(Builder& b, uint32_t grid, TableId table, std::span<const size_t> columns, float width,
                      float margin) {
  const uint32_t group = add_node(b, grid, "strip", 0, Role::RowGroup, {0, 0, width, ColumnStrip});
  b.scene.node(group).label = ui::SortRow;
  const uint32_t row = add_node(b, group, "row", 0, Role::Row, {0, 0, width, ColumnStrip});
  b.scene.node(row).row_index = 1;
  float x = margin;
  for (size_t i = 0; i < columns.size(); ++i) {
    x += add_column_pill(b, row, table, columns[i], i + 1, x) + PillGap;
  }
  if (b.phone) x += add_column_button(b, row, table, columns.size() + 1, x) + margin;
  b.scene.node(row).rect.w = std::max(x, width);
  b.scene.node(group).borders = edge::Bottom;
  make_scroll(b, group, x, ColumnStrip);
}

void build_table_phone(Builder& b, uint32_t parent, Rect whole, TableId table) {
  const Rect area{whole.x, whole.y, whole.w, std::max(whole.h - mark_bar_px(b, table), 0.0f)};
  const std::vector<size_t> columns = filled_columns(b, table);
  const size_t count = b.in.results.tables[static_cast<size_t>(table)].rows.size();
  const uint32_t grid = add_node(b, parent, "grid", static_cast<uint64_t>(table), Role::Grid, area);
  Node& node = b.scene.node(grid);
  node.label = ui::view_name(view_of(table));
  node.table = table;
  node.row_count = static_cast<uint32_t>(count + 1);
  node.col_count = static_cast<uint32_t>(columns.size() + 1);
  const float strip_h = std::min(ColumnStrip, area.h);
  add_column_strip(b, grid, table, columns, area.w - form_switch_w(b), b.margin);
  b.scene.node(grid).clip = true;
  const uint32_t body =
      add_node(b, grid, "body", 0, Role::RowGroup, {0, strip_h, area.w, std::max(area.h - strip_h, 0.0f)});
  constexpr double CardPx = Card, Below = 24;
  make_long_scroll(b, body, area.w, static_cast<double>(count) * CardPx + Below);
  constexpr size_t MostSeen = 12;
  tell_content(b, body, seen_at_once(Below, count, Card, MostSeen));
  const ScrollOffset at = scroll_of(b, body);
  const RowWindow window = rows_in_view(place_of(at), b.scene.node(body).rect.h, Card, count);
  const float body_h = b.scene.node(body).content_h;
  for_rows(b, table, window, count, [&](size_t place) {
    const float y = row_y(static_cast<double>(place) * CardPx, at.shift, body_h, Card);
    add_card(b, body, table, place, y, columns);
  });
  set_grid_stop(b.scene, grid, b.in.state.tables[static_cast<size_t>(table)], true);
  add_mark_bar(b, parent, whole, table);
}

}  // namespace explorer
