// Keys that stand for actions (view/actions.h), the keys of the open palette, and the commands about actions
// that need more than the state.
#include <algorithm>

#include "app/app.h"
#include "view/actions.h"

namespace explorer {
namespace {

// As actions write their keys. Only a letter that Shift made large is another one.
std::string written(const KeyPress& press) {
  std::string key(press.key == AppKey::FocusSearch ? "/" : press.text);
  if (key.size() == 1 && !press.shift && key[0] >= 'A' && key[0] <= 'Z') key[0] += 'a' - 'A';
  return (press.command ? "Mod+" : "") + key;
}

}  // namespace

// Comes first: what it does not take may be somebody else's.
bool App::action_key(NodeKey focused, const KeyPress& press) {
  const PopoverKind open = state_.popover.kind;
  const std::string keys = written(press);
  if (open == PopoverKind::Palette && (palette_key(press) || keys == keys_of("palette"))) {
    if (keys == keys_of("palette")) dispatch(command::ClosePopover{});
    return true;
  }
  if (is_single_key(keys)) {
    const Node* from = node(focused);
    const bool in_field = from != nullptr && from->input.field != InputField::None;
    if (in_field || !state_.single_keys) return false;
    // In a dialog only what opened it closes it.
    if (open == PopoverKind::Shortcuts && keys == keys_of("shortcuts")) {
      dispatch(command::ClosePopover{});
      return true;
    }
    if (open != PopoverKind::None) return false;
  }
  for (const Action& action : keys.empty() ? std::vector<Action>() : actions_now(scene_input())) {
    if (action.keys != keys) continue;
    dispatch(action.command);
    return true;
  }
  return false;
}

bool App::palette_key(const KeyPress& press) {
  if (press.command) return false;
  if (press.key == AppKey::Enter) {
    dispatch(command::RunChoice{});
    return true;
  }
  int step = 0;
  bool around = false;
  switch (press.key) {
    case AppKey::Up:
    case AppKey::Down:
      step = press.key == AppKey::Up ? -1 : 1;
      around = true;
      break;
    case AppKey::PageUp:
    case AppKey::PageDown:
      step = press.key == AppKey::PageUp ? -lines_of_palette() : lines_of_palette();
      break;
    default:
      return false;
  }
  const int count = static_cast<int>(palette_options(scene_input()).size());
  if (count == 0) return true;
  const int from = std::min(static_cast<int>(state_.popover.chosen), count - 1), to = from + step;
  const int place = around ? (to + count) % count : std::clamp(to, 0, count - 1);
  dispatch(command::MoveChoice{static_cast<size_t>(place)});
  return true;
}

// In sight.
int App::lines_of_palette() const {
  const Node* list = nullptr;
  for (const Node& each : scene_.nodes()) {
    if (each.role == Role::ListBox) list = &each;
    const bool option = list != nullptr && each.role == Role::Option && each.rect.h > 0;
    if (option) return std::max(static_cast<int>(list->rect.h / each.rect.h), 1);
  }
  return 1;
}

// Handles the commands about actions; false for all others.
bool App::action_command(const Command& command) {
  if (const auto* run = std::get_if<command::RunChoice>(&command)) {
    run_choice(run->action);
    return true;
  }
  if (const auto* column = std::get_if<command::FocusColumn>(&command)) {
    focus_column(column->column);
    return true;
  }
  if (!std::holds_alternative<command::FocusSearch>(command)) return false;
  for (const Node& each : scene_.nodes()) {
    if (each.role == Role::SearchBox && each.input.field == InputField::Query) focus(each.key);
  }
  return true;
}

// The palette closes first, which gives the focus back to where it was; what the action does about the focus
// comes after that.
void App::run_choice(std::string_view id) {
  if (state_.popover.kind != PopoverKind::Palette) return;
  const std::vector<Action> options = palette_options(scene_input());
  if (options.empty()) return;
  const auto found =
      id.empty()
          ? options.begin() + static_cast<std::ptrdiff_t>(std::min(state_.popover.chosen, options.size() - 1))
          : std::ranges::find(options, id, &Action::id);
  if (found == options.end()) return;
  dispatch(command::ClosePopover{});
  dispatch(found->command);
}

// The header of a column of the table that is shown: itself if it has the focus of the grid, else its button.
void App::focus_column(size_t column) {
  const Node* header = nullptr;
  for (const Node& each : scene_.nodes()) {
    const NodeKey row = scene_.node(each.parent).key;
    if (each.role == Role::ColumnHeader && each.key == Scene::child_key(row, "column", column)) {
      header = &each;
      if (each.by_keys || each.tab_stop) return focus(each.key);
    }
    if (header != nullptr && &scene_.node(each.parent) == header && each.role == Role::Button)
      return focus(each.key);
  }
}

}  // namespace explorer
