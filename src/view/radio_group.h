// Radio buttons: one stop of the Tab key, walked and chosen by arrows (App::move_focus_along). Knows no
// dialog.
#pragma once

#include "view/scene_parts.h"

namespace explorer::view::radio_group {

// Where the text of a radio button begins.
inline constexpr float TextX = 28;

uint32_t add_group(Builder& b, uint32_t parent, std::string_view name, Rect rect, std::string_view label);

// `index` tells the buttons of a group apart. One without a command cannot be chosen. Returns the node.
uint32_t add_radio(Builder& b, uint32_t group, uint64_t index, Rect rect, std::string_view text, bool on,
                   std::optional<Command> command);

// Width that the button needs for `text`.
float radio_px(Builder& b, std::string_view text);

}  // namespace explorer::view::radio_group
