// What stands between tabs and content when there is something to say: rows that could not be loaded, a
// query that cannot be read, the active filters.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Each returns the height used, 0 if there is nothing to say. `top` in viewport px.
float build_notice(Builder& b, float top);
float build_query_error(Builder& b, float top);
float build_chips(Builder& b, float top);

}  // namespace explorer
