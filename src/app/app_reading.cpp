// The focus goes along with the reading view: to its headline when it opens and when a page is turned, so
// that reading begins there; to the rows again when it closes.
#include <algorithm>
#include <utility>

#include "app/app.h"
#include "view/long_scroll.h"

namespace explorer {

// Where the keyboard is at work with the rows: where Tab would enter the grid, or else the selected row or
// the first one; the chosen tab where there is no grid.
const Node* App::place_among_rows() const {
  const Node *row = nullptr, *tab = nullptr;
  for (const Node& each : scene_.nodes()) {
    if (each.tab_stop && grid_of(each) != nullptr) return &each;
    if (each.role == Role::Tab && each.selected) tab = &each;
    if (each.role == Role::Row && each.activate && (row == nullptr || each.selected)) row = &each;
  }
  return row != nullptr ? row : tab;
}

// After a new scene. What was scrolled is moved here and not by the browser alone, so that the frame that
// shows the new page shows it from its beginning.
void App::follow_reading() {
  constexpr double Above = 20;  // px of the page over its headline
  const ReadingMove move = std::exchange(reading_move_, ReadingMove::None);
  if (move == ReadingMove::None) return;
  const Node* target = move == ReadingMove::Closed ? place_among_rows() : nullptr;
  for (const Node& each : scene_.nodes()) {
    if (move == ReadingMove::Closed || each.role != Role::Heading || !each.by_keys) continue;
    if (is_in_details(each)) continue;
    if (target == nullptr || move == ReadingMove::Turned) target = &each;
  }
  if (target == nullptr) return;
  host_.focus(target->key);
  if (move == ReadingMove::Closed) return;
  double y = 0;
  const Node* at = target;
  for (; at != &scene_.node(0) && !at->scrolls; at = &scene_.node(at->parent))
    y += static_cast<double>(at->rect.y);
  if (!at->scrolls) return;
  ScrollOffset& offset = offset_of(at->key);
  offset = moved_to(heights_of(*at), offset, std::max(y - Above, 0.0));
  host_.scroll_to(offset.key, offset.x, offset.y);
}

}  // namespace explorer
