// What keys do when nothing in the page took them: Escape closes, "/" searches, arrows walk along tabs and
// rows.
#include <vector>

#include "app/app.h"

namespace explorer {

namespace {

constexpr int PageOfRows = 10;

int step_of(AppKey key) {
  switch (key) {
    case AppKey::Up:
    case AppKey::Left:
      return -1;
    case AppKey::Down:
    case AppKey::Right:
      return 1;
    case AppKey::PageUp:
      return -PageOfRows;
    case AppKey::PageDown:
      return PageOfRows;
    default:
      return 0;
  }
}

}  // namespace

const Node* App::grid_of(const Node& row) const {
  const Node* at = &row;
  while (at != &scene_.node(0) && at->role != Role::Grid)
    at = &scene_.node(at->parent);
  return at->role == Role::Grid ? at : nullptr;
}

bool App::key_pressed(NodeKey focused, const KeyPress& press) {
  const AppKey key = press.key;
  if (key == AppKey::Escape) {
    if (gesture_) {  // a drag that is not to choose anything after all
      gesture_.reset();
      invalidate();
      return true;
    }
    if (state_.popover.kind != PopoverKind::None) {
      dispatch(command::ClosePopover{});
      return true;
    }
    if (state_.selected) {
      dispatch(command::CloseDetail{});
      return true;
    }
    return restore_panel();
  }
  if (key == AppKey::FocusSearch) {
    for (const Node& candidate : scene_.nodes()) {
      if (candidate.role != Role::SearchBox || candidate.input.field != InputField::Query) continue;
      focus(candidate.key);
      return true;
    }
    return false;
  }
  const Node* from = node(focused);
  if (from == nullptr) return false;
  if (from->surface.kind != Surface::None) return surface_key(*from, key);
  if (key >= AppKey::ZoomIn) return false;
  if (from->role == Role::Tab && key != AppKey::Up && key != AppKey::Down)
    return move_focus_along(*from, key);
  if (from->role == Role::Row || from->role == Role::ListItem) return move_focus_along(*from, key);
  return false;
}

// From the panel that has the whole page back to the overview; the focus goes to the button for it, which
// stays.
bool App::restore_panel() {
  if (state_.view != View::Overview || !state_.maximised) return false;
  for (const Node& candidate : scene_.nodes()) {
    const auto* change =
        candidate.activate ? std::get_if<command::MaximisePanel>(&*candidate.activate) : nullptr;
    if (change != nullptr && !change->panel) host_.focus(candidate.key);
  }
  dispatch(command::MaximisePanel{});
  return true;
}

// The keys stand for what a pointer does in the middle of it.
bool App::surface_key(const Node& surface, AppKey key) {
  constexpr float Step = 48, Nearer = 1.5f, Whole = 1e-6f;  // px, and factors
  const SurfaceActions& actions = *surface_actions(surface.surface.kind);
  const Point middle{surface.rect.w / 2, surface.rect.h / 2};
  std::optional<Command> command;
  if (key >= AppKey::ZoomIn && key <= AppKey::ZoomReset) {
    const float factor = key == AppKey::ZoomIn ? Nearer : key == AppKey::ZoomOut ? 1 / Nearer : Whole;
    command = actions.zoom(scene_input(), surface, middle, factor);
  } else if (key >= AppKey::Up && key <= AppKey::Right) {
    const bool level = key == AppKey::Left || key == AppKey::Right;
    const float by = key == AppKey::Left || key == AppKey::Up ? Step : -Step;
    const Gesture gesture{
        surface.key, middle, {middle.x + (level ? by : 0), middle.y + (level ? 0 : by)}, true, true};
    command = actions.drag(scene_input(), surface, gesture);
  }
  if (command) dispatch(*command);
  return command.has_value();
}

// Moves among the siblings of the same role that can be acted on. Tabs are chosen as they are reached. Keys
// that come faster than frames go on from where the last one leads.
bool App::move_focus_along(const Node& from, AppKey key) {
  const bool sideways = key == AppKey::Left || key == AppKey::Right;
  const uint32_t beside = rows_beside(from);
  if (from.role != Role::Tab && sideways && beside < 2) return false;
  if (const Node* grid = from.role == Role::Row && from.activate ? grid_of(from) : nullptr) {
    const int64_t at =
        row_move_ && row_move_->rows == scene_.node(from.parent).key ? row_move_->row_index : from.row_index;
    const int64_t step = int64_t{step_of(key)} * (sideways ? 1 : beside);
    const int64_t to = key == AppKey::Home ? 0 : key == AppKey::End ? grid->row_count : at + step;
    return move_focus_to_row(from, *grid, to);
  }
  std::vector<const Node*> siblings;
  int at = 0;
  for (const Node& candidate : scene_.nodes()) {
    if (candidate.parent != from.parent || candidate.role != from.role || !candidate.activate) continue;
    if (candidate.key == from.key) at = static_cast<int>(siblings.size());
    siblings.push_back(&candidate);
  }
  if (siblings.empty()) return false;
  const int last = static_cast<int>(siblings.size()) - 1;
  int to = at + step_of(key);
  if (key == AppKey::Home) to = 0;
  if (key == AppKey::End) to = last;
  to = to < 0 ? 0 : to > last ? last : to;
  if (to == at) return true;
  const Node& target = *siblings[static_cast<size_t>(to)];
  focus(target.key);
  if (target.role == Role::Tab) activated(target.key, false);
  return true;
}

}  // namespace explorer
