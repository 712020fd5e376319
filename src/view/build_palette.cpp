// See build_palette.h. Only the actions in sight are in the scene, and the chosen one, so that the page can
// bring it into sight.
#include "view/build_palette.h"

#include <algorithm>
#include <cmath>

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
constexpr float Field = 48, Inset = 16, Line = 36, Gap = 12;
constexpr size_t MostLines = 10;

// What the lines of the list have in common, px.
struct Lines {
  float h = 0;
  float keys_w = 0;  // of the column of keys; 0: none are shown
};

// Of an action, as far as the reader has not switched them off.
std::string_view keys_that_work(const Builder& b, const Action& action) {
  const bool off = is_single_key(action.keys) && !b.in.state.single_keys;
  return off ? std::string_view() : action.keys;
}

// The keys, and before them what the action is about; returns where that begins. A long name needs the room
// more: `taken` px from the start are.
float add_right_end(Builder& b, uint32_t option, const Action& action, const Lines& lines, float taken) {
  const Rect rect = b.scene.node(option).rect;
  float right = rect.w - Inset;
  if (lines.keys_w > 0) {
    const std::string_view keys = keys_that_work(b, action);
    add_key_caps(b, option, 0, {right - key_caps_px(b, keys), (rect.h - KeyCapHeight) / 2}, keys,
                 Role::Decor);
    right -= lines.keys_w + Gap;
  }
  const float w = text_px(b, action.about, Font::Small);
  if (taken + 16 + w > right) return right;
  add_text(b, option, "about", 0, {right - w, 0, w, rect.h}, action.about, SoftSmall, Role::Decor);
  return right - w - Gap;
}

// The name, behind it what stands now.
void add_words(Builder& b, uint32_t option, const Action& action, const Lines& lines) {
  const float name_w = text_px(b, action.name, Font::Body), h = lines.h;
  const float state_w = action.state.empty() ? 0 : Gap + text_px(b, action.state, Font::Small);
  const float end = add_right_end(b, option, action, lines, Inset + name_w + state_w);
  const float w = std::clamp(end - Inset - state_w, 0.0f, name_w);
  add_text(b, option, "name", 0, {Inset, 0, w, h}, action.name);
  if (state_w > 0)
    add_text(b, option, "state", 0, {Inset + w + Gap, 0, state_w - Gap, h}, action.state, SoftSmall,
             Role::Decor);
}

uint32_t add_option(Builder& b, uint32_t list, const Action& action, Rect rect, const Lines& lines,
                    bool chosen) {
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
  add_words(b, id, action, lines);
  return id;
}

// Returns the key of the chosen one.
NodeKey add_options(Builder& b, uint32_t list, const std::vector<Action>& options, float line_h) {
  const Rect rect = b.scene.node(list).rect;
  const size_t chosen = std::min(b.in.state.popover.chosen, std::max<size_t>(options.size(), 1) - 1);
  make_scroll(b, list, rect.w, static_cast<float>(options.size()) * line_h);
  Lines lines{line_h};
  // Where there is no keyboard they would only take room.
  for (const Action& option : options) {
    if (b.in.environment.coarse_pointer) break;
    lines.keys_w = std::max(lines.keys_w, key_caps_px(b, keys_that_work(b, option)));
  }
  const RowWindow window = rows_in_view(scroll_of(b, list).y, rect.h, line_h, options.size());
  NodeKey active = 0;
  for (size_t i = 0; i < options.size(); ++i) {
    if (i != chosen && (i < window.first || i >= window.last)) continue;
    const Rect line{0, static_cast<float>(i) * line_h, rect.w, line_h};
    const uint32_t id = add_option(b, list, options[i], line, lines, i == chosen);
    Node& option = b.scene.node(id);
    option.row_index = static_cast<uint32_t>(i + 1);
    option.row_count = static_cast<uint32_t>(options.size());
    if (i == chosen) active = option.key;
  }
  return active;
}

// Where there are more lines than fit, the last one in sight is cut in the middle, so that it can be seen.
float list_px(size_t count, float line_h, float room) {
  const float whole = static_cast<float>(count) * line_h;
  if (count <= MostLines && whole <= room) return whole;
  const float most = std::min(room, (static_cast<float>(MostLines) + 0.5f) * line_h);
  const float lines = std::floor(most / line_h - 0.5f);
  return lines < 1 ? most : (lines + 0.5f) * line_h;
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
  add_close_button(b, dialog, {w - close - at, at, close, close}, ui::Close, command::ClosePopover{});
  add_fill(b, dialog, "rule", 0, {0, Field - 1, w, 1}, Color::Hair);
  return field;
}

}  // namespace

void build_palette(Builder& b) {
  const std::vector<Action> options = palette_options(b.in);
  const bool searches = !options.empty() && options.back().id == SearchForTyped;
  const size_t found = options.size() - (searches ? 1 : 0);
  const bool none = found == 0;
  const float line_h = target_px(b, Line), none_h = none ? line_h : 0;
  const float w = b.phone ? b.width : std::min(Widest, b.width - 2 * Edge);
  const float y = b.phone ? 0 : std::min(Top, std::max(b.height / 8, Edge));
  const float room = std::max(b.height - y - Field - none_h - (b.phone ? 2 : 3) * Edge, line_h);
  const float list_h = list_px(options.size(), line_h, room);
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
  add_live_region(
      b, dialog, "heard",
      none ? std::string(ui::NoCommand) : plural(ui::CountCommands, found, {format_count(found)}));
}

}  // namespace explorer
