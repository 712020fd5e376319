// What keys do when nothing in the page took them, and no action (app_actions.cpp) has them: Escape closes,
// arrows walk along tabs and rows.
#include <algorithm>
#include <vector>

#include "app/app.h"

namespace explorer {

namespace {

int step_of(AppKey key) {
  const int forward = App::is_right_to_left() ? -1 : 1;  // by the key to the right
  switch (key) {
    case AppKey::Up:
      return -1;
    case AppKey::Down:
      return 1;
    case AppKey::Left:
      return -forward;
    case AppKey::Right:
      return forward;
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
  const ReaderAct act(*this);
  if (action_key(focused, press)) return true;
  const AppKey key = press.key;
  if (key == AppKey::Escape) return close_something(focused);
  const Node* from = node(focused);
  if (from == nullptr) return false;
  if (from->surface.kind != Surface::None) return surface_key(*from, key);
  if (state_.popover.kind == PopoverKind::RowMenu) return menu_key(focused, press);
  if (grid_key(focused, press) || list_key(focused, press)) return true;
  const bool along = key == AppKey::Left || key == AppKey::Right || key == AppKey::Home || key == AppKey::End;
  if (from->role == Role::Radio)
    return key >= AppKey::Up && key <= AppKey::End && move_focus_along(*from, key);
  return from->role == Role::Tab && along && move_focus_along(*from, key);
}

// Escape: takes back what lies on top, one thing at a time.
bool App::close_something(NodeKey focused) {
  if (gesture_) {  // a drag that is not to choose anything after all
    gesture_.reset();
    invalidate();
    return true;
  }
  if (state_.popover.kind != PopoverKind::None) {
    dispatch(command::ClosePopover{});
    return true;
  }
  if (const auto spot = grid_spot(scene_, focused); spot && spot->inside && spot->stop->key == entered_) {
    focus(entered_);
    return true;
  }
  // The keyboard beside the grid is about what stands there.
  const bool beside = state_.selected && !grid_spot(scene_, focused);
  if (state_.marks.any() && !beside) {
    dispatch(command::DropMarks{});
    return true;
  }
  if (state_.selected) {
    dispatch(command::CloseDetail{});
    return true;
  }
  if (state_.reading) {
    dispatch(command::SetReading{});
    return true;
  }
  return restore_panel();
}

// From the panel that has the whole page back to the overview; the focus goes to the button for it, which
// stays.
bool App::restore_panel() {
  if (state_.view != View::Overview || !state_.maximised || is_withheld(command::MaximisePanel{}))
    return false;
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

// Among the tabs, or around a group of radio buttons; the one that is reached is chosen.
bool App::move_focus_along(const Node& tab, AppKey key) {
  std::vector<const Node*> tabs;
  int at = 0;
  for (const Node& candidate : scene_.nodes()) {
    const bool other = candidate.parent != tab.parent || candidate.role != tab.role || candidate.disabled;
    if (other || !candidate.activate) continue;
    if (candidate.key == tab.key) at = static_cast<int>(tabs.size());
    tabs.push_back(&candidate);
  }
  if (tabs.empty()) return false;
  const int last = static_cast<int>(tabs.size()) - 1;
  const int beside = at + step_of(key), around = (beside + last + 1) % (last + 1);
  const int to = key == AppKey::Home       ? 0
                 : key == AppKey::End      ? last
                 : tab.role == Role::Radio ? around
                                           : std::clamp(beside, 0, last);
  if (to == at) return true;
  const NodeKey target = tabs[static_cast<size_t>(to)]->key;
  focus(target);
  activated(target, false);
  return true;
}

// In a list that is walked (view/grid_walk.h): from item to item and, sideways, among what an item holds.
bool App::list_key(NodeKey focused, const KeyPress& press) {
  constexpr int Page = 10;  // lines
  const auto spot = list_spot(scene_, focused);
  if (!spot || press.command || press.shift || press.key < AppKey::Up || press.key > AppKey::PageDown)
    return false;
  const int last = static_cast<int>(spot->items.size()) - 1, at = static_cast<int>(spot->item);
  const int line = static_cast<int>(spot->beside);
  const bool sideways = press.key == AppKey::Left || press.key == AppKey::Right;
  if (sideways && spot->controls.size() > 1) {
    const int most = static_cast<int>(spot->controls.size()) - 1;
    const int to = std::clamp(static_cast<int>(spot->control) + step_of(press.key), 0, most);
    focus(spot->controls[static_cast<size_t>(to)]->key);
    return true;
  }
  int to = at + step_of(press.key) * (sideways ? 1 : line);
  if (press.key == AppKey::PageUp) to = at - Page * line;
  if (press.key == AppKey::PageDown) to = at + Page * line;
  if (press.key == AppKey::Home) to = 0;
  if (press.key == AppKey::End) to = last;
  focus(spot->items[static_cast<size_t>(std::clamp(to, 0, last))]->key);
  return true;
}

}  // namespace explorer
