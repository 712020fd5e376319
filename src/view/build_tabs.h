// The five views as tabs with the number of rows under the query, and the size of the result.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Returns the height used. `top` in viewport px.
float build_tabs(Builder& b, float top);

// The live region "3 of 14 chart entries", shortened to "3 of 14" where there is no room for more.
void build_status(Builder& b, uint32_t parent, Rect rect);

}  // namespace explorer
