// The sheet of keys: those of the table of actions, then those that tables, pictures and lists have for
// themselves. See build_popover.h.
#include <algorithm>

#include "view/actions.h"
#include "view/build_keys.h"
#include "view/build_popover.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr float KeysWidth = 152, Line = 28, HeadLine = 20, GroupGap = 20, ColumnGap = 32;
constexpr float TwoColumnsFrom = 560;

struct KeyGroup {
  ui::Text title;
  std::vector<ActionKeys> lines;
};

ActionKeys line(std::string_view keys, ui::Text name) {
  return {keys, std::string(name)};
}

std::vector<KeyGroup> key_groups(const AppState& state) {
  std::vector<KeyGroup> groups;
  groups.push_back({ui::KeysEverywhere, action_keys(state)});
  if (!state.single_keys)
    std::erase_if(groups[0].lines, [](const ActionKeys& each) { return is_single_key(each.keys); });
  groups[0].lines.push_back(line("Escape", ui::KeyCloseOpen));
  groups.push_back({ui::KeysLists,
                    {line("Up Down", ui::KeyMoveByItem), line("Home End", ui::KeyEndsOfList),
                     line("Enter", ui::KeyOpenItem)}});
  groups.push_back({ui::KeysTable,
                    {line("Up Down", ui::KeyMoveByRow), line("Left Right", ui::KeyMoveByCell),
                     line("PageUp PageDown", ui::KeyMoveByPage), line("Home End", ui::KeyEndsOfRow),
                     line("Mod+Home End", ui::KeyEndsOfTable), line("Enter", ui::KeyOpenOrSort),
                     line("F2", ui::KeyIntoCell), line("Shift+Left Right", ui::KeyResizeColumn),
                     line("Mod+Left Right", ui::KeyMoveColumn), line("Shift+Space", ui::KeyMarkRow),
                     line("Shift+Up Down", ui::KeyMarkMore), line("Mod+a", ui::MenuMarkAll),
                     line("Mod+c", ui::CopyMarksWords), line("Shift+F10 Menu", ui::KeyMenuOfRow)}});
  groups.push_back({ui::KeysPictures,
                    {line("Up Down Left Right", ui::KeyMovePicture), line("Plus Minus", ui::KeyZoomPicture),
                     line("0", ui::KeyWholePicture)}});
  return groups;
}

// Returns the height.
float add_line(Builder& b, uint32_t terms, size_t index, Rect at, const ActionKeys& each) {
  // Keys that need more room than others have stand above their words.
  const float caps_w = key_caps_px(b, each.keys);
  const bool above = caps_w > KeysWidth - 12;
  const uint32_t term =
      add_node(b, terms, "keys", index, Role::Term, {at.x, at.y, above ? at.w : KeysWidth, Line});
  add_key_caps(b, term, index, {0, (Line - KeyCapHeight) / 2}, each.keys, Role::Text);
  const float x = above ? 0 : KeysWidth, y = above ? Line : 4;
  const uint32_t words = add_wrapped(b, terms, "words", index, {at.x + x, at.y + y, at.w - x, 0}, each.name,
                                     {}, 2, Role::Definition);
  return std::max(Line, y + b.scene.node(words).rect.h + 4);
}

// Returns the height.
float add_group(Builder& b, uint32_t parent, size_t index, Rect at, const KeyGroup& group) {
  const uint32_t section = add_node(b, parent, "group", index, Role::Group, at);
  b.scene.node(section).label = group.title;
  add_heading(b, section, "title", {0, 0, at.w, HeadLine}, group.title, Font::SmallStrong, 3);
  const uint32_t terms = add_node(b, section, "keys", 0, Role::Terms, {0, HeadLine + 4, at.w, 0});
  float y = 0;
  for (size_t i = 0; i < group.lines.size(); ++i)
    y += add_line(b, terms, i, {0, y, at.w, 0}, group.lines[i]);
  b.scene.node(terms).rect.h = y;
  b.scene.node(section).rect.h = HeadLine + 4 + y;
  return HeadLine + 4 + y;
}

}  // namespace

void build_shortcuts(DialogParts& dialog) {
  Builder& b = dialog.b;
  const float tick_h = target_px(b, 32), footer = tick_h + 16;
  const uint32_t scroll = add_node(b, dialog.node, "keys", 0, Role::Group,
                                   {0, dialog.y, dialog.w + 2 * dialog.x, dialog.bottom - footer - dialog.y});
  const std::vector<KeyGroup> groups = key_groups(b.in.state);
  const bool two = dialog.w >= TwoColumnsFrom;
  constexpr size_t InFirst = 2;  // groups: about as many lines as the others have
  const float w = two ? (dialog.w - ColumnGap) / 2 : dialog.w;
  float x = dialog.x, y = 4, most = 0;
  for (size_t i = 0; i < groups.size(); ++i) {
    y += add_group(b, scroll, i, {x, y, w, 0}, groups[i]) + GroupGap;
    most = std::max(most, y - GroupGap);
    if (two && i + 1 == InFirst) {
      x += w + ColumnGap;
      y = 4;
    }
  }
  const float room = b.scene.node(scroll).rect.h;
  b.scene.node(scroll).rect.h = std::min(room, most + 8);
  make_scroll(b, scroll, 0, most + 8);
  if (most + 8 > room) {  // reached by Tab, so that it can be scrolled by keys
    b.scene.node(scroll).label = ui::Shortcuts;
    b.scene.node(scroll).tab_stop = true;
  }
  dialog.y += b.scene.node(scroll).rect.h;
  add_fill(b, dialog.node, "rule", 0, {dialog.x, dialog.y, dialog.w, 1}, Color::Hair);
  const bool on = b.in.state.single_keys;
  add_tick(b, dialog.node, 0, {dialog.x, dialog.y + 8, dialog.w, tick_h}, ui::SingleKeys, on,
           command::SetSingleKeys{!on});
  dialog.bottom = std::min(dialog.bottom, dialog.y + footer);
}

}  // namespace explorer
