// The reading view: tables as plain tables, every text in full, for those whose screen reader reads tables
// better than grids, or who would rather read than look something up. Some rows a page, since nothing here is
// left out while it is out of sight.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

inline constexpr size_t ReadingRows = 50;    // of a page
inline constexpr size_t ReadingSample = 10;  // of each table on the overview

// The page of the view's table that the state asks for; without a table the first rows of all of them. What
// the focus goes to is a heading that keys reach (Node::by_keys): the first when the view is opened, the last
// when a page is turned.
void build_reading(Builder& b, uint32_t parent, Rect area, std::optional<TableId> table);

// Turns the reading view on and off, beside other tools.
uint32_t add_reading_button(Builder& b, uint32_t parent, Rect rect);

}  // namespace explorer
