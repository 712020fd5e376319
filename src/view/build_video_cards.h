// Videos as cards: everything that is stated of each at a glance, several beside each other where there is
// room. A grid like the table, with the same strip to sort and filter as on a phone.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Fills `area` (in `parent`'s coordinates); the cards keep `margin` px from its left and right. Only the
// cards in sight become nodes.
void build_video_cards(Builder& b, uint32_t parent, Rect area, float margin);

}  // namespace explorer
