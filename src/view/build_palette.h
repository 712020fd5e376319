// The palette: every action of view/actions.h, found by its name. The text field keeps the focus; which of
// the actions Enter would run is said by the field (WAI-ARIA: combobox with a list).
#pragma once

#include "view/scene_parts.h"

namespace explorer {

void build_palette(Builder& b);

}  // namespace explorer
