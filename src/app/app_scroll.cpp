// Where things are scrolled to: by the page, which reports it, or by the app, which moves the page, when a
// long table needs another offset for the same rows and when the focus goes to a row out of sight.
#include <algorithm>
#include <cmath>
#include <utility>

#include "app/app.h"
#include "view/long_scroll.h"

namespace explorer {

ScrollOffset& App::offset_of(NodeKey key) {
  const auto found = std::find_if(scrolls_.begin(), scrolls_.end(),
                                  [key](const ScrollOffset& offset) { return offset.key == key; });
  return found == scrolls_.end() ? scrolls_.emplace_back(ScrollOffset{key}) : *found;
}

void App::scrolled(NodeKey key, float x, float y, bool resting) {
  const Node* scroller = node(key);
  if (scroller == nullptr) return;
  ScrollOffset& offset = offset_of(key);
  const bool moved = offset.x != x || offset.y != y;
  const ScrollHeights heights = heights_of(*scroller);
  offset = explorer::scrolled(heights, offset, x, y);
  offset.resting = resting;
  if (moved || settled(heights, offset).shift != offset.shift) invalidate();
}

bool App::is_in_view(const Node& scroller) const {
  const Node* at = &scroller;
  while (at != &scene_.node(0) && at->role != Role::TabPanel)
    at = &scene_.node(at->parent);
  return at->role == Role::TabPanel;
}

// After a new scene: forgets what is gone, but for what belongs to another view, and moves the page where the
// content stands at another offset now, or is back with its view.
void App::settle_scrolls() {
  std::erase_if(scrolls_, [this](const ScrollOffset& offset) {
    return !offset.of_view && node(offset.key) == nullptr;
  });
  for (ScrollOffset& offset : scrolls_) {
    const Node* scroller = node(offset.key);
    const bool back = scroller != nullptr && offset.of_view && !offset.shown;
    offset.shown = scroller != nullptr;
    if (scroller == nullptr) continue;
    offset.of_view = is_in_view(*scroller);
    const ScrollOffset now = settled(heights_of(*scroller), offset);
    if (now.shift == offset.shift && !back) continue;
    offset = now;
    host_.scroll_to(now.key, now.x, now.y);
  }
}

// How many rows of a grid stand beside each other: one in a table, several where they are cards. The last
// line may have fewer, so all that are in sight are counted.
uint32_t App::rows_beside(const Node& row) const {
  if (row.role != Role::Row) return 1;
  uint32_t most = 1, count = 0;
  float y = -1;
  for (const Node& each : scene_.nodes()) {
    if (each.parent != row.parent || each.role != Role::Row) continue;
    count = each.rect.y == y ? count + 1 : 1;
    y = each.rect.y;
    most = std::max(most, count);
  }
  return most;
}

// Of rows that are gone.
void App::forget_scrolls() {
  for (ScrollOffset& offset : scrolls_)
    offset.of_view = false;
}

// Brings the selected row into sight if its table has just been shown, or it has just been selected; returns
// whether that moves anything.
bool App::reveal_selected() {
  const bool due = std::exchange(reveal_due_, false);
  const auto table = table_of(state_.view);
  if (!due || !table || !state_.selected || state_.selected->table != *table) return false;
  const RowList& rows = results_.tables[static_cast<size_t>(*table)].rows;
  const auto found = std::ranges::find(rows.vector(), state_.selected->row);
  const auto& nodes = scene_.nodes();
  const auto any_row = std::ranges::find_if(
      nodes, [](const Node& each) { return each.role == Role::Row && each.row_index > 1; });
  if (found == rows.end() || any_row == nodes.end()) return false;
  const Node* scroller = &*any_row;
  while (scroller != &scene_.node(0) && !scroller->scrolls)
    scroller = &scene_.node(scroller->parent);
  const auto row_index = static_cast<uint32_t>(found - rows.begin() + 2);
  ScrollOffset& offset = offset_of(scroller->key);
  const double place = place_showing(*scroller, *any_row, row_index);
  if (std::abs(place - place_of(offset)) < 1) return false;
  offset = moved_to(heights_of(*scroller), offset, place);
  host_.scroll_to(offset.key, offset.x, offset.y);
  return true;
}

// Where the content of `scroller` has to begin so that the row is in its window, by the least way. All rows
// have the height of `from`.
double App::place_showing(const Node& scroller, const Node& from, uint32_t row_index) const {
  const ScrollHeights heights = heights_of(scroller);
  double top = 0, covered = 0;
  for (const Node* at = &scene_.node(from.parent); at != &scroller; at = &scene_.node(at->parent))
    top += static_cast<double>(at->rect.y);
  for (const Node& each : scene_.nodes()) {
    if (each.sticky && &scene_.node(each.parent) == &scroller) covered = static_cast<double>(each.rect.h);
  }
  const double row_h = static_cast<double>(from.rect.h);
  top += row_h * ((row_index - 2) / rows_beside(from));
  double place = 0;
  for (const ScrollOffset& known : scrolls_) {
    if (known.key == scroller.key) place = place_of(known);
  }
  return std::clamp(place, top + row_h - heights.window, std::max(top - covered, 0.0));
}

// Among all rows of a grid, in sight or not.
bool App::move_focus_to_row(const Node& from, const Node& grid, int64_t row_index) {
  const int64_t last = grid.row_count, to = std::clamp<int64_t>(row_index, 2, std::max<int64_t>(last, 2));
  if (to == from.row_index && !row_move_) return true;
  const Node* scroller = &from;
  while (scroller != &scene_.node(0) && !scroller->scrolls)
    scroller = &scene_.node(scroller->parent);
  RowMove move{scroller->key, scene_.node(from.parent).key, static_cast<uint32_t>(to), 0};
  move.place_px = to == 2      ? 0
                  : to == last ? heights_of(*scroller).content
                               : place_showing(*scroller, from, move.row_index);
  row_move_ = move;
  for (const Node& row : scene_.nodes()) {
    if (row.parent == from.parent && row.row_index == move.row_index) host_.focus(row.key);
  }
  invalidate();
  return true;
}

void App::begin_row_move() {
  const Node* scroller = row_move_ ? node(row_move_->scroller) : nullptr;
  if (scroller == nullptr || !scroller->scrolls) return;
  ScrollOffset& offset = offset_of(scroller->key);
  const ScrollOffset now = moved_to(heights_of(*scroller), offset, row_move_->place_px);
  if (now.y == offset.y && now.shift == offset.shift) return;
  offset = now;
  host_.scroll_to(now.key, now.x, now.y);
}

void App::end_row_move() {
  if (!row_move_) return;
  for (const Node& row : scene_.nodes()) {
    const bool wanted = row.role == Role::Row && row.row_index == row_move_->row_index;
    if (wanted && scene_.node(row.parent).key == row_move_->rows) host_.focus(row.key);
  }
  row_move_.reset();
}

}  // namespace explorer
