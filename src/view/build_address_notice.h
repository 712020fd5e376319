// The strip that says what of the page's address could not be taken over, until the reader dismisses it.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Returns the height used, 0 if there is nothing to say. `top` in viewport px.
float build_address_notice(Builder& b, float top);

}  // namespace explorer
