// The five views as tabs with the number of rows under the query, and the size of the result.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Returns the height used. `top` in viewport px.
float build_tabs(Builder& b, float top);

// The count of rows and the buttons for the view's table up to the right end of a bar, beside what ends at
// `left_end`; returns the room that they take. `top`: of buttons 28 px high.
float add_view_tools(Builder& b, uint32_t bar, float left_end, float top);

// Width of the count: all of its words if they fit into `room`, else the numbers alone.
float status_width(Builder& b, float room);

// What was just done, else "3 of 14 chart entries", shortened to "3 of 14" where there is no room for more.
// Seen only: what is heard are the live regions.
void build_status(Builder& b, uint32_t parent, Rect rect);

// A live region that nobody sees: what it says is heard once nothing has changed for a moment.
void add_live_region(Builder& b, uint32_t parent, std::string_view name, std::string text);
// Those of the page: the count, and what was just done.
void build_announcements(Builder& b);

}  // namespace explorer
