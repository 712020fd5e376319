// The top of the page: name, what the data is about, the one search box, pictures to save, light or dark.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Returns the height used, from the top of the viewport.
float build_header(Builder& b);

void add_search_box(Builder& b, uint32_t parent, Rect rect);

}  // namespace explorer
