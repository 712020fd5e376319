// What there is to choose in the dialog that embeds (build_embed.h).
#pragma once

#include <string_view>

#include "view/scene_parts.h"

namespace explorer::view::embed_dialog {

// Where parts are added to: at `y`, which they move down.
struct Column {
  Builder& b;
  uint32_t node;
  float x, w, y;
};

inline constexpr float CaptionHeight = 24;

void add_caption(Column& column, std::string_view name, std::string_view text);
void add_choices(Column& column);

}  // namespace explorer::view::embed_dialog
