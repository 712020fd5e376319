// What shows that rows are marked: their looks in every form of a table, and the bar below the rows that says
// how many there are. See AppState::marks.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// How much the text beside a tick gives way, px.
inline constexpr float MarkTick = 20;

// Gives a row the looks of what it is: open in the detail, marked, or neither. Both have a line at the edge
// where rows begin, so that neither is told from what is lit (linked.h) by colour alone. `edge_px`: width of
// that of the open one. Returns whether it is marked.
bool show_row_state(Builder& b, uint32_t row_node, RowRef row, float edge_px);
// The tick of a marked row, in a line of `line_px` from `at`.
void add_mark_tick(Builder& b, uint32_t row_node, Point at, float line_px);

// Height of the bar below the rows of a table; 0 while none of those in sight of the query is marked.
float mark_bar_px(const Builder& b, TableId table);
// The bar, and what is heard of it, which is there in any case; `area` is that of grid and bar.
void add_mark_bar(Builder& b, uint32_t parent, Rect area, TableId table);

}  // namespace explorer
