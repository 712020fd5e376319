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
  if (moved || settled(heights, offset).shift != offset.shift) redraw();
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

// What scrolls around a node; the root if nothing does.
const Node* App::scroller_of(const Node& node) const {
  const Node* at = &node;
  while (at != &scene_.node(0) && !at->scrolls)
    at = &scene_.node(at->parent);
  return at;
}

// By what sticks to its top.
double App::covered_px(const Node& scroller) const {
  for (const Node& each : scene_.nodes()) {
    if (each.sticky && &scene_.node(each.parent) == &scroller) return static_cast<double>(each.rect.h);
  }
  return 0;
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
  return reveal_row(*any_row, static_cast<uint32_t>(found - rows.begin() + 2));
}

// Scrolls the table of `any_row` so far that its row `row_index` is in sight; returns whether that moves
// anything.
bool App::reveal_row(const Node& any_row, uint32_t row_index) {
  const Node* scroller = scroller_of(any_row);
  ScrollOffset& offset = offset_of(scroller->key);
  const double place = place_showing(*scroller, any_row, row_index);
  if (std::abs(place - place_of(offset)) < 1) return false;
  offset = moved_to(heights_of(*scroller), offset, place);
  host_.scroll_to(offset.key, offset.x, offset.y);
  return true;
}

// Where the content of `scroller` has to begin so that the row is in its window, by the least way. All rows
// have the height of `from`.
double App::place_showing(const Node& scroller, const Node& from, uint32_t row_index) const {
  const ScrollHeights heights = heights_of(scroller);
  const double covered = covered_px(scroller);
  double top = 0;
  for (const Node* at = &scene_.node(from.parent); at != &scroller; at = &scene_.node(at->parent))
    top += static_cast<double>(at->rect.y);
  const double row_h = static_cast<double>(from.rect.h);
  top += row_h * ((row_index - 2) / rows_beside(from));
  double place = 0;
  for (const ScrollOffset& known : scrolls_) {
    if (known.key == scroller.key) place = place_of(known);
  }
  const double last = std::max(top - covered, 0.0);
  return std::clamp(place, std::min(top + row_h - heights.window, last), last);
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
  const NodeKey grid = std::exchange(row_move_, std::nullopt)->grid;
  for (const Node& each : scene_.nodes()) {
    const Node* around = each.tab_stop ? grid_of(each) : nullptr;
    if (around != nullptr && around->key == grid) return host_.focus(each.key);
  }
}

}  // namespace explorer
