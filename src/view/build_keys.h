// Keys as they are shown: as small caps, in tooltips, and to assistive technology.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

inline constexpr float KeyCapHeight = 20;

// The caps of `keys` (as written in view/actions.h) in one line from `at`; returns their width. `role`: Decor
// where they are told otherwise.
float add_key_caps(Builder& b, uint32_t parent, uint64_t index, Point at, std::string_view keys, Role role);
// Their width alone.
float key_caps_px(Builder& b, std::string_view keys);

// Gives a control the keys of an action: as its shortcut, and in its tooltip. Nothing if the action has none,
// or the reader switched them off.
void add_keys(Builder& b, uint32_t node, std::string_view action);

}  // namespace explorer
