// What opens above the page: the filter of one column, the choice of columns, the load warnings,
// the pictures that can be saved.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

void build_popover(Builder& b);

// A dialog under construction: parts are added at `y` and move it down.
struct DialogParts {
  Builder& b;
  uint32_t node;
  float x, w, y;
  float bottom;  // lowest y that may be used
};
void build_column_filter(DialogParts& dialog, TableId table, size_t column);
void build_column_chooser(DialogParts& dialog, TableId table);
void build_pictures(DialogParts& dialog);
void build_share(DialogParts& dialog);
void build_shortcuts(DialogParts& dialog);

// The box of a dialog, or of a menu, called `title`, with the curtain behind it that closes it; returns the
// box. A dialog holds the focus.
uint32_t add_dialog(Builder& b, Rect rect, const std::string& title, Role role = Role::Dialog);

// A tick box with its text; returns the node.
uint32_t add_tick(Builder& b, uint32_t parent, uint64_t index, Rect rect, std::string_view text, bool on,
                  std::optional<Command> command);

}  // namespace explorer
