// The keyboard in a grid (WAI-ARIA: grid pattern): keys walk from cell to cell, over all rows of the answer,
// built or not; on a header they sort, filter and arrange its column; on a row they open and mark it. Where
// the keyboard is, the cursor of the table, is part of the state; the focus follows with the next frame.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/app.h"
#include "view/build_table.h"
#include "view/long_scroll.h"

namespace explorer {
namespace {

constexpr uint32_t Header = 1;  // index of its row
constexpr float WiderPx = 16;   // of a column, a press
constexpr uint32_t FirstRow = 2;

bool walks(AppKey key) {
  return key >= AppKey::Up && key <= AppKey::PageDown;
}

// 1 for the key that leads on in reading order, -1 for the one that leads back; 0 for others.
int sideways(AppKey key) {
  const int right = App::is_right_to_left() ? -1 : 1;
  return key == AppKey::Right ? right : key == AppKey::Left ? -right : 0;
}

bool is_vertical(const KeyPress& press) {
  const bool ends = press.key == AppKey::Home || press.key == AppKey::End;
  return sideways(press.key) == 0 && (!ends || press.command);
}

GridPlace place_of(const GridSpot& spot, GridPlace cursor) {
  return {spot.row->row_index, spot.stop == spot.row ? cursor.col : spot.stop->col_index};
}

}  // namespace

// The row at a place of the table as it is answered; nothing for the header.
std::optional<RowRef> App::row_at(TableId table, GridPlace place) const {
  const RowList& rows = results_.tables[static_cast<size_t>(table)].rows;
  if (place.row <= Header || place.row - FirstRow >= rows.size()) return std::nullopt;
  return RowRef{table, rows[place.row - FirstRow]};
}

// Whether the focus is on its way to another place of the grid, the cursor.
bool App::is_ahead(const Node& grid) const {
  return row_move_ && row_move_->grid == grid.key;
}

// Keys that come faster than frames are meant for where the last one leads; `spot` is where the focus still
// is. Nothing if that is not built yet.
std::optional<GridSpot> App::spot_ahead(const GridSpot& spot) const {
  if (!is_ahead(*spot.grid)) return spot;
  const GridPlace cursor = state_.tables[static_cast<size_t>(spot.grid->table)].cursor;
  const Node* row = row_of_grid(scene_, *spot.grid, cursor.row);
  const Node* stop = row == nullptr ? nullptr : stop_in_row(scene_, *row, cursor.col);
  if (stop == nullptr) return std::nullopt;
  return GridSpot{spot.grid, row, stop, false};
}

bool App::grid_key(NodeKey focused, const KeyPress& press) {
  const auto spot = grid_spot(scene_, focused);
  if (!spot || !dataset_) return false;
  if (spot->inside && inner_key(*spot, focused, press)) return true;
  const bool all =
      press.key == AppKey::Character && press.command && (press.text == "a" || press.text == "A");
  if (all) {
    const TableId table = spot->grid->table;
    mark_base_.reset();
    dispatch(
        command::MarkRows{table, results_.tables[static_cast<size_t>(table)].rows, command::MarkHow::Only});
    return true;
  }
  const auto ahead = spot_ahead(*spot);
  const bool header = ahead && ahead->row->row_index == Header;
  const bool taken = header ? header_key(*ahead, press) : row_key(spot->grid->table, ahead, press);
  return taken || (walks(press.key) && walk(*spot, press));
}

// Among what a cell holds, and back to the cell.
bool App::inner_key(const GridSpot& spot, NodeKey focused, const KeyPress& press) {
  if (press.key == AppKey::EnterCell) {
    focus(spot.stop->key);
    return true;
  }
  const int step = sideways(press.key);
  if (step == 0 || press.shift || press.command) return false;
  const std::vector<const Node*> controls = controls_in(scene_, *spot.stop);
  const auto own = std::ranges::find(controls, focused, [](const Node* control) { return control->key; });
  const auto last = static_cast<std::ptrdiff_t>(controls.size()) - 1;
  const auto to = std::clamp<std::ptrdiff_t>(own - controls.begin() + step, 0, last);
  focus(controls[static_cast<size_t>(to)]->key);
  return true;
}

// To the first thing that the cell holds.
bool App::enter(const GridSpot& spot) {
  const std::vector<const Node*> controls = controls_in(scene_, *spot.stop);
  if (controls.empty()) return false;
  entered_ = spot.stop->key;
  focus(controls[0]->key);
  return true;
}

bool App::header_key(const GridSpot& spot, const KeyPress& press) {
  const TableId table = spot.grid->table;
  const std::vector<size_t> columns = filled_columns(state_, *dataset_, table);
  const size_t at = spot.stop->col_index - 1;
  if (at < columns.size()) return column_key(*spot.stop, table, columns[at], press);
  // The last cell of a strip holds tools.
  const std::vector<const Node*> tools = controls_in(scene_, *spot.stop);
  if (tools.empty()) return false;
  if (press.key == AppKey::EnterCell) return enter(spot);
  if (press.key != AppKey::Enter && press.key != AppKey::Space) return false;
  activated(tools[0]->key, press.shift);
  return true;
}

bool App::column_key(const Node& header, TableId table, size_t column, const KeyPress& press) {
  const int step = sideways(press.key);
  if (press.key == AppKey::Enter || press.key == AppKey::Space) {
    dispatch(command::CycleSort{std::string(column_specs(table)[column].name), press.shift});
    return true;
  }
  if (press.key == AppKey::EnterCell) {
    dispatch(command::OpenPopover{PopoverKind::ColumnFilter, table, column});
    return true;
  }
  if (step != 0 && press.shift)
    return resize_column(header, table, column, static_cast<float>(step) * WiderPx);
  if (step == 0 || !press.command) return false;
  const std::vector<size_t> columns = filled_columns(state_, *dataset_, table);
  const auto at = std::ranges::find(columns, column) - columns.begin(), to = at + step;
  if (to < 0 || to >= static_cast<std::ptrdiff_t>(columns.size())) return true;
  const auto& layouts = state_.tables[static_cast<size_t>(table)].columns;
  const auto beside = std::ranges::find(layouts, columns[static_cast<size_t>(to)], &ColumnLayout::column);
  const auto before = static_cast<size_t>(beside - layouts.begin()) + (step > 0 ? 1 : 0);
  dispatch(command::MoveColumn{table, column, before});
  go_to(*grid_of(header), {Header, static_cast<uint32_t>(to) + 1});
  return true;
}

// Presses that come faster than frames go on from the width that the last one asked for.
bool App::resize_column(const Node& header, TableId table, size_t column, float wider_px) {
  const auto& nodes = scene_.nodes();
  const auto handle = std::ranges::find_if(nodes, [&](const Node& node) {
    return node.drag.kind == Drag::ResizeColumn && &scene_.node(node.parent) == &header;
  });
  if (handle == nodes.end()) return false;
  const auto& layouts = state_.tables[static_cast<size_t>(table)].columns;
  const auto layout = std::ranges::find(layouts, column, &ColumnLayout::column);
  const bool chosen = layout != layouts.end() && layout->width_px > 0;
  const float width = chosen ? layout->width_px : handle->drag.width_px;
  dispatch(command::ResizeColumn{table, column, width + wider_px});
  return true;
}

// `spot`: where the row is; nothing if it is not built yet and known by the cursor alone.
bool App::row_key(TableId table, const std::optional<GridSpot>& spot, const KeyPress& press) {
  std::optional<RowRef> row;
  if (!spot) {
    row = row_at(table, state_.tables[static_cast<size_t>(table)].cursor);
  } else if (const auto* open = selects(*spot->row)) {
    row = open->row;
  }
  if (!row) return false;
  switch (press.key) {
    case AppKey::Space:
      if (press.shift) {
        toggle_mark(*row);
        return true;
      }
      [[fallthrough]];
    case AppKey::Enter:
      dispatch(command::SelectRow{*row, false});
      return true;
    case AppKey::EnterCell:
      return spot && enter(*spot);
    case AppKey::OpenMenu:
      return spot && open_row_menu(*spot, spot->stop == spot->row ? 0 : spot->stop->col_index, std::nullopt);
    default:
      return false;
  }
}

// Keys that come faster than frames go on from where the last one leads.
bool App::walk(const GridSpot& spot, const KeyPress& press) {
  const TableId table = spot.grid->table;
  const GridPlace cursor = state_.tables[static_cast<size_t>(table)].cursor;
  const bool ahead = is_ahead(*spot.grid);
  const GridPlace at = ahead ? cursor : place_of(spot, cursor), to = walked(spot, at, press);
  const auto from = row_at(table, at), onto = row_at(table, to);
  if (!press.shift || !is_vertical(press)) {
    mark_base_.reset();
  } else if (from && onto) {
    extend_marks(table, from->row, onto->row);
  }
  if (to == at && !ahead && !spot.inside) return true;
  go_to(*spot.grid, to);
  return true;
}

GridPlace App::walked(const GridSpot& spot, GridPlace at, const KeyPress& press) const {
  const Node* row = data_row(*spot.grid);
  const bool data = at.row > Header, whole = row != nullptr && row->by_keys && data;
  const int64_t last = spot.grid->row_count, from = at.row;
  const int64_t beside = row == nullptr ? 1 : rows_beside(*row),
                page = row == nullptr ? 1 : rows_of_page(*row);
  const auto to_row = [&](int64_t to, int64_t least) {
    return GridPlace{static_cast<uint32_t>(std::clamp(to, least, std::max(last, least))), at.col};
  };
  switch (press.key) {
    case AppKey::Left:
    case AppKey::Right:
      if (!whole) return {at.row, walked_column(spot, at, sideways(press.key))};
      return to_row(beside > 1 ? from + sideways(press.key) : from, FirstRow);
    case AppKey::Up:
      return to_row(from - (data ? beside : 0), Header);
    case AppKey::Down:
      return to_row(data ? from + beside : FirstRow, Header);
    case AppKey::PageUp:
      return data ? to_row(from - page, FirstRow) : at;
    case AppKey::PageDown:
      return to_row(from + page, Header);
    case AppKey::Home:
      return press.command ? GridPlace{Header, 1} : whole ? to_row(0, FirstRow) : GridPlace{at.row, 1};
    case AppKey::End:
      return whole           ? to_row(last, FirstRow)
             : press.command ? GridPlace{static_cast<uint32_t>(last), spot.grid->col_count}
                             : GridPlace{at.row, spot.grid->col_count};
    default:
      return at;
  }
}

// A row may lack cells; of one that is not built every cell is taken to be there.
uint32_t App::walked_column(const GridSpot& spot, GridPlace at, int step) const {
  const Node* row = row_of_grid(scene_, *spot.grid, at.row);
  const Node* stop = row == nullptr ? nullptr : stop_in_row(scene_, *row, at.col);
  if (stop == nullptr) {
    const int64_t to = int64_t{at.col} + step;
    return static_cast<uint32_t>(std::clamp<int64_t>(to, 1, std::max(spot.grid->col_count, 1U)));
  }
  const std::vector<const Node*> stops = stops_in_row(scene_, *row);
  const auto own = std::ranges::find(stops, stop) - stops.begin();
  const auto to = std::clamp<std::ptrdiff_t>(own + step, 0, static_cast<std::ptrdiff_t>(stops.size()) - 1);
  return stops[static_cast<size_t>(to)]->col_index;
}

const Node* App::data_row(const Node& grid) const {
  for (const Node& row : scene_.nodes()) {
    if (row.role == Role::Row && row.row_index > Header && grid_of(row) == &grid) return &row;
  }
  return nullptr;
}

// As many as are wholly in sight, but for one that stays.
uint32_t App::rows_of_page(const Node& row) const {
  const Node* scroller = scroller_of(row);
  const double room = heights_of(*scroller).window - covered_px(*scroller);
  const double lines = std::floor(room / std::max(static_cast<double>(row.rect.h), 1.0)) - 1;
  return static_cast<uint32_t>(std::max(lines, 1.0)) * rows_beside(row);
}

void App::go_to(const Node& grid, GridPlace to) {
  RowMove move{grid.key};
  if (const Node* row = to.row > Header ? data_row(grid) : nullptr) {
    const Node* scroller = scroller_of(*row);
    move.scroller = scroller->key;
    move.place_px = to.row == FirstRow         ? 0
                    : to.row == grid.row_count ? heights_of(*scroller).content
                                               : place_showing(*scroller, *row, to.row);
  }
  dispatch(command::MoveCursor{grid.table, to, false});
  row_move_ = move;
}

void App::toggle_mark(RowRef row) {
  mark_base_.reset();
  const RowList one(std::make_shared<const std::vector<RowIndex>>(1, row.row));
  dispatch(command::MarkRows{row.table, one, command::MarkHow::Toggle});
}

// To what was marked before, the rows from where Shift was first used, or else `from`, to `to`.
void App::extend_marks(TableId table, RowIndex from, RowIndex to) {
  if (!mark_base_) {
    const bool same = state_.marks.table == table;
    mark_base_ = MarkBase{from, same ? state_.marks.rows.rows() : std::vector<RowIndex>()};
  }
  const RowList& rows = results_.tables[static_cast<size_t>(table)].rows;
  auto first = std::ranges::find(rows, mark_base_->anchor), last = std::ranges::find(rows, to);
  if (last == rows.end()) return;
  if (first == rows.end()) first = last;
  if (last < first) std::swap(first, last);
  std::vector<RowIndex> marked = mark_base_->rows;
  marked.insert(marked.end(), first, last + 1);
  dispatch(command::MarkRows{table, RowList(std::make_shared<const std::vector<RowIndex>>(std::move(marked))),
                             command::MarkHow::Only});
}

// With Shift or Ctrl; as with keys, the row is where the keyboard is then.
void App::mark_clicked(const Node& row, bool shift) {
  const RowRef ref = selects(row)->row;
  const GridPlace cursor = state_.tables[static_cast<size_t>(ref.table)].cursor;
  if (shift) {
    extend_marks(ref.table, row_at(ref.table, cursor).value_or(ref).row, ref.row);
  } else {
    toggle_mark(ref);
  }
  const Node* grid = grid_of(row);
  if (grid == nullptr) return;
  dispatch(command::MoveCursor{ref.table, {row.row_index, cursor.col}, false});
  row_move_ = RowMove{grid->key};
}

}  // namespace explorer
