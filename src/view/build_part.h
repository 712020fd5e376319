// A part of the explorer that stands alone in somebody's page (state/embedding.h): the one line above it, in
// place of header and tabs, and the line below it that says where it is from.
#pragma once

#include "view/scene_parts.h"

namespace explorer::view::part {

// Search box, count and the buttons of a table, as far as readers may use them. Returns the height used, from
// the top of the viewport; 0 where there is nothing to show.
float build_bar(Builder& b);

// What the page is called, for those who do not see it: the page around shows a title of its own.
void add_title(Builder& b, uint32_t main);

// A link to the same state in the explorer by itself, in a window of its own: the line at the foot,
// Builder::foot high.
void build_attribution(Builder& b);

}  // namespace explorer::view::part
