// Where the keyboard is, as rows and focus come and go: the cursor of a table goes along with the focus, with
// its row when a new answer has that elsewhere, and gets the focus back from a menu. The menu of a row is
// here, too.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/app.h"
#include "core/text_fold.h"
#include "view/build_table.h"
#include "view/long_scroll.h"

namespace explorer {
namespace {

constexpr size_t MostVisited = 32;  // lists

}  // namespace

void App::follow_focus(NodeKey key, bool returned) {
  focus_ = key;
  if (const auto list = list_spot(scene_, key)) {
    std::erase_if(visited_, [&](NodeKey before) {
      const auto other = list_spot(scene_, before);
      return other && other->list == list->list;
    });
    visited_.push_back(key);
    if (visited_.size() > MostVisited) visited_.erase(visited_.begin());
    invalidate();
    return;
  }
  const auto spot = grid_spot(scene_, key);
  if (!spot || !spot->inside) entered_ = 0;
  if (!spot) return;
  const TableState& table = state_.tables[static_cast<size_t>(spot->grid->table)];
  const GridPlace at{spot->row->row_index,
                     spot->stop == spot->row ? table.cursor.col : spot->stop->col_index};
  if (at != table.cursor || spot->inside != table.in_cell) {
    if (at.row != table.cursor.row) mark_base_.reset();
    dispatch(command::MoveCursor{spot->grid->table, at, spot->inside});
  }
  // Tab leads to the cursor's row wherever that is; where a part of it is in sight, the browser does the
  // rest.
  if (at.row < 2 || row_move_ || returned) return;
  const Node& scroller = *scroller_of(*spot->row);
  const ScrollHeights heights = heights_of(scroller);
  const double place = place_of(offset_of(scroller.key)),
               wanted = place_showing(scroller, *spot->row, at.row);
  const double row_h = static_cast<double>(spot->row->rect.h);
  if (std::abs(wanted - place) < std::min(row_h, heights.window)) return;
  row_move_ = RowMove{spot->grid->key, scroller.key, wanted};
  invalidate();
}

// Before another answer takes the place of the one on screen.
void App::follow_cursor(TableId id, const RowList& next) {
  const TableState& table = state_.tables[static_cast<size_t>(id)];
  const RowList& rows = results_.tables[static_cast<size_t>(id)].rows;
  if (table.cursor.row < 2) return;
  const size_t place = table.cursor.row - 2;
  size_t to = std::min<size_t>(place, next.empty() ? 0 : next.size() - 1);
  if (place < rows.size() && !(to == place && next.size() > place && next[place] == rows[place])) {
    const auto found = std::ranges::find(next, rows[place]);
    if (found != next.end()) to = static_cast<size_t>(found - next.begin());
  }
  const auto row = static_cast<uint32_t>(next.empty() ? 1 : to + 2);
  if (row == table.cursor.row) return;
  const command::MoveCursor move{id, {row, table.cursor.col}, table.in_cell};
  state_ = apply(std::move(state_), move, dataset_.get());
  cursor_due_ = cursor_due_ || grid_in_use() == id;
}

void App::count_marks() {
  results_.marked = count_marked(state_.marks, results_.tables[static_cast<size_t>(state_.marks.table)].rows);
}

// The table of the grid that the focus is in, or comes back to.
std::optional<TableId> App::grid_in_use() const {
  const auto spot = grid_spot(scene_, focus_);
  if (spot) return spot->grid->table;
  return menu_left_ ? table_of(state_.view) : std::nullopt;
}

// After a new scene: what had the focus in the grid may be gone, or another row's.
void App::hold_focus(std::optional<TableId> table) {
  menu_left_ = false;
  const bool restored = std::exchange(focus_restored_, false);
  const auto spot = grid_spot(scene_, focus_);
  if (!table || row_move_ || restored) return;
  const GridPlace cursor = state_.tables[static_cast<size_t>(*table)].cursor;
  if (spot && spot->grid->table == *table && spot->row->row_index == cursor.row) return;
  for (const Node& each : scene_.nodes()) {
    const Node* grid = each.tab_stop ? grid_of(each) : nullptr;
    if (grid != nullptr && grid->table == *table) return host_.focus(each.key);
  }
}

// The row that the focus is in stays in sight when an answer has it elsewhere; returns whether that moves
// anything.
bool App::reveal_cursor() {
  const auto table = grid_in_use();
  if (!std::exchange(cursor_due_, false) || !table) return false;
  for (const Node& grid : scene_.nodes()) {
    if (grid.role != Role::Grid || grid.table != *table) continue;
    const uint32_t row_index = state_.tables[static_cast<size_t>(*table)].cursor.row;
    const Node* row = row_index < 2 ? nullptr : row_of_grid(scene_, grid, row_index);
    return row != nullptr && reveal_row(*row, row_index);
  }
  return false;
}

bool App::menu_requested(NodeKey key, std::optional<Point> at) {
  const ReaderAct act(*this);
  const bool free = state_.popover.kind == PopoverKind::None || state_.popover.kind == PopoverKind::RowMenu;
  const auto spot = grid_spot(scene_, key);
  if (!free || !spot) return false;
  // Cells tell their column also where the row as a whole has the focus.
  const Node* cell = node(key);
  while (cell != spot->row && cell->col_index == 0)
    cell = &scene_.node(cell->parent);
  return open_row_menu(*spot, cell->col_index, at);
}

// `col`: 0 if it is about the row as a whole.
bool App::open_row_menu(const GridSpot& spot, uint32_t col, std::optional<Point> at) {
  const auto* open = selects(*spot.row);
  if (open == nullptr || !dataset_) return false;
  const std::vector<size_t> columns = filled_columns(state_, *dataset_, open->row.table);
  const size_t column = col > 0 && col <= columns.size() ? columns[col - 1] : 0;
  command::OpenRowMenu menu{open->row, column, {}};
  if (at) menu.at = std::pair(at->x, at->y);
  dispatch(menu);
  return true;
}

// Up and Down go around; a letter leads to the next item that begins with it.
bool App::menu_key(NodeKey focused, const KeyPress& press) {
  std::vector<const Node*> items;
  size_t at = 0;
  for (const Node& each : scene_.nodes()) {
    if (each.role != Role::MenuItem) continue;
    if (each.key == focused) at = items.size();
    items.push_back(&each);
  }
  if (items.empty() || press.command) return false;
  const size_t count = items.size();
  size_t to = at;
  switch (press.key) {
    case AppKey::Up:
      to = (at + count - 1) % count;
      break;
    case AppKey::Down:
      to = (at + 1) % count;
      break;
    case AppKey::Home:
    case AppKey::PageUp:
      to = 0;
      break;
    case AppKey::End:
    case AppKey::PageDown:
      to = count - 1;
      break;
    case AppKey::OpenMenu:
      return true;
    default: {
      const std::string letter = fold_text(press.text);
      if (letter.empty()) return false;
      for (size_t step = 1; step <= count && to == at; ++step) {
        const Node& item = *items[(at + step) % count];
        const std::string name = fold_text(item.label.empty() ? item.text : item.label);
        if (name.starts_with(letter)) to = (at + step) % count;
      }
    }
  }
  focus(items[to]->key);
  return true;
}

}  // namespace explorer
