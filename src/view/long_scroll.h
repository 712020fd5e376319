// Scrolling over more than a browser lets an element hold. Content above MaxContentPx keeps a scroll area of
// that height, and a shift says how much further down the content stands than the offset does. The shift
// stays while somebody scrolls, so that a step is a step; it follows the scroll bar where that jumps; and
// near both ends it is what makes the last row the last one. Plain numbers; knows no rows.
#pragma once

#include "view/scene.h"

namespace explorer {

// At eight device px to a CSS px (500 % zoom on a fine screen) still within the 2^25 px that Chromium and
// WebKit lay out; a float holds every quarter of a px of it.
inline constexpr double MaxContentPx = 4'000'000;

// Heights in px: of the content as it would be, and of the window that shows a part of it.
struct ScrollHeights {
  double content = 0, window = 0;
};
ScrollHeights heights_of(const Node& scroller);

// The height that the scroll area gets.
double shown_height(double content_px);
// The first px of the content in the window.
double place_of(const ScrollOffset& offset);

// After the page reported that the window stands at x, y.
ScrollOffset scrolled(const ScrollHeights& heights, const ScrollOffset& offset, float x, float y);
// To show the content from `place_px` on; no further than to the last px.
ScrollOffset moved_to(const ScrollHeights& heights, const ScrollOffset& offset, double place_px);
// Within the bounds of the content. Another shift than before means that the page has to be moved to `y`: at
// the ends, and wherever the scroll bar is off while nobody scrolls. The content shown is the same.
ScrollOffset settled(const ScrollHeights& heights, const ScrollOffset& offset);

}  // namespace explorer
