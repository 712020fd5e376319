// See build_palette.h. Only the actions in sight are in the scene, and the chosen one, so that the page can
// bring it into sight.
#include "view/build_palette.h"

#include <algorithm>

#include "view/actions.h"
#include "view/build_keys.h"
#include "view/build_popover.h"
#include "view/build_table.h"
#include "view/build_tabs.h"
#include "view/format.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float Widest = 560, Edge = 8, Top = 72;
constexpr float Field = 48, Inset = 16, Line = 36;
constexpr size_t MostLines = 10;

// Of an action, as far as the reader has not switched them off.
std::string_view keys_that_work(const Builder& b, const Action& action) {
  const bool off = is_single_key(action.keys) && !b.in.state.single_keys;
  return off ? std::string_view() : action.keys;
}

// What stands at the right end: the keys, and before them what stands now or else what the action is about.
// Returns where it begins.
float add_right_end(Builder& b, uint32_t option, const Action& action, float right) {
  const float h = b.scene.node(option).rect.h;
  if (const std::string_view keys = keys_that_work(b, action); !keys.empty()) {
    right -= key_caps_px(b, keys);
    add_key_caps(b, option, 0, {right, (h - KeyCapHeight) / 2}, keys, Role::Decor);
    right -= 12;
  }
  const std::string_view text = action.state.empty() ? action.about : std::string_view(action.state);
  const float w = text_px(b, text, Font::Small);
  // A long name needs the room more.
  const float name_w = text_px(b, action.name, Font::Body);
  if (action.state.empty() && Inset + name_w + 16 + w > right) return right;
  add_text(b, option, "about", 0, {right - w, 0, w, h}, text, SoftSmall, Role::Decor);
  return right - w - 12;
}

uint32_t add_option(Builder& b, uint32_t list, const Action& action, Rect rect, bool chosen) {
  const uint32_t id = add_node(b, list, action.id, 0, Role::Option, rect);
  Node& node = b.scene.node(id);
  node.label = action.name;
  if (!action.state.empty()) node.label = fill(ui::SwitchState, {action.name, action.state});
  node.shortcut = aria_keys(keys_that_work(b, action), b.in.environment.apple_keys);
  node.marked = chosen;
  node.fill = chosen ? Color::Hover : Color::None;
  node.hover_fill = Color::Hover;
  node.activate = command::RunChoice{action.id};
  if (chosen) add_fill(b, id, "chosen", 0, {0, 0, 3, rect.h}, Color::Accent);
  const float right = add_right_end(b, id, action, rect.w - Inset);
  add_text(b, id, "name", 0, {Inset, 0, std::max(right - Inset, 0.0f), rect.h}, action.name);
  return id;
}

// Returns the key of the chosen one.
NodeKey add_options(Builder& b, uint32_t list, const std::vector<Action>& options, float line_h) {
  const Rect rect = b.scene.node(list).rect;
  const size_t chosen = std::min(b.in.state.popover.chosen, options.size() - 1);
  make_scroll(b, list, rect.w, static_cast<float>(options.size()) * line_h);
  const RowWindow window = rows_in_view(scroll_of(b, list).y, rect.h, line_h, options.size());
  NodeKey active = 0;
  for (size_t i = 0; i < options.size(); ++i) {
    if (i != chosen && (i < window.first || i >= window.last)) continue;
    const uint32_t id =
        add_option(b, list, options[i], {0, static_cast<float>(i) * line_h, rect.w, line_h}, i == chosen);
    Node& option = b.scene.node(id);
    option.row_index = static_cast<uint32_t>(i + 1);
    option.row_count = static_cast<uint32_t>(options.size());
    if (i == chosen) active = option.key;
  }
  return active;
}

uint32_t add_search_field(Builder& b, uint32_t dialog, float w) {
  const float close = target_px(b, 32), at = (Field - close) / 2;
  const uint32_t field =
      add_field(b, dialog, "find", {0, 0, w - close - 2 * at, Field}, Role::ComboBox, ui::Commands,
                {InputField::Palette, {}}, b.in.state.popover.typed, ui::FindCommand);
  Node& node = b.scene.node(field);
  node.borders = edge::None;
  node.fill = Color::None;
  node.pad_left = 44;
  node.expanded = Toggle::On;
  add_icon(b, dialog, "glass", {Inset, (Field - 20) / 2, 20, 20}, Icon::Search, Color::Faint);
  add_icon_button(b, dialog, "close", 0, {w - close - at, at, close, close}, Icon::Close, ui::Close,
                  command::ClosePopover{});
  add_fill(b, dialog, "rule", 0, {0, Field - 1, w, 1}, Color::Hair);
  return field;
}

}  // namespace

void build_palette(Builder& b) {
  const std::vector<Action> options = palette_options(b.in);
  const bool none = options.size() == 1 && options[0].id == SearchForTyped;
  const float line_h = target_px(b, Line), none_h = none ? line_h : 0;
  const float w = b.phone ? b.width : std::min(Widest, b.width - 2 * Edge);
  const float y = b.phone ? 0 : std::min(Top, std::max(b.height / 8, Edge));
  const float room = std::max(b.height - y - Field - none_h - (b.phone ? 2 : 3) * Edge, line_h);
  const float list_h = std::min(static_cast<float>(std::min(options.size(), MostLines)) * line_h, room);
  const float h = Field + Edge + none_h + list_h + Edge;
  const uint32_t dialog = add_dialog(b, {(b.width - w) / 2, y, w, h}, std::string(ui::Commands));
  if (b.phone) b.scene.node(dialog).borders = edge::Bottom;
  const uint32_t field = add_search_field(b, dialog, w);
  if (none) {
    add_text(b, dialog, "none", 0, {Inset, Field + Edge, w - 2 * Inset, line_h}, ui::NoCommand,
             {Font::Body, Color::Soft, Align::Start});
  }
  const uint32_t list =
      add_node(b, dialog, "options", 0, Role::ListBox, {0, Field + Edge + none_h, w, list_h});
  b.scene.node(list).label = ui::Commands;
  const NodeKey active = add_options(b, list, options, line_h);
  b.scene.node(field).active_option = active;
  b.scene.node(field).controls = b.scene.node(list).key;
  const size_t found = options.size() - (options.back().id == SearchForTyped ? 1 : 0);
  add_live_region(
      b, dialog, "heard",
      none ? std::string(ui::NoCommand) : plural(ui::CountCommands, found, {format_count(found)}));
}

}  // namespace explorer
