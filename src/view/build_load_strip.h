// The strip under the tabs while rows arrive, and after loading ended early: how far, why, and what can be
// done about it. The rows themselves stand below it.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Returns the height used, 0 if there is nothing to say or nothing to show yet. `top` in viewport px.
float build_load_strip(Builder& b, float top);

}  // namespace explorer
