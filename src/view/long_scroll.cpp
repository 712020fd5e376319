// See long_scroll.h.
#include "view/long_scroll.h"

#include <algorithm>
#include <cmath>

namespace explorer {
namespace {

// Near the ends offset and content differ by a constant, so that nothing is ever moved there under a finger.
constexpr double EndPx = 50'000;
// How far the scroll bar may be off while nobody scrolls: less than a px of its track.
constexpr double DriftPx = 4'000;

// By how much the content is higher than its scroll area.
double excess(double content_px) {
  return std::ceil(std::max(content_px - MaxContentPx, 0.0));
}

double last_place(const ScrollHeights& heights) {
  return std::max(heights.content - heights.window, 0.0);
}

// The shift at `at`, either an offset or a place of which `last` is the last one: 0 near the start, the
// excess near the end, in between proportional to the way.
double shift_along(double excess_px, double at, double last) {
  if (excess_px <= 0) return 0;
  const double way = (at - EndPx) / (last - 2 * EndPx);
  return std::round(excess_px * std::clamp(way, 0.0, 1.0));
}

// A longer step than wheel, finger or key make in a frame. Half a px of the scroll bar, whose track is not
// longer than the window, moves further.
double jump_px(const ScrollHeights& heights) {
  return std::min(std::max(heights.window, MaxContentPx / (2 * std::max(heights.window, 1.0))), EndPx / 2);
}

}  // namespace

ScrollHeights heights_of(const Node& scroller) {
  return {std::max(scroller.whole_h, static_cast<double>(scroller.content_h)),
          static_cast<double>(scroller.rect.h)};
}

double shown_height(double content_px) {
  return content_px - excess(content_px);
}

double place_of(const ScrollOffset& offset) {
  return static_cast<double>(offset.y) + offset.shift;
}

ScrollOffset scrolled(const ScrollHeights& heights, const ScrollOffset& offset, float x, float y) {
  ScrollOffset now = offset;
  now.x = x;
  now.y = y;
  const double over = excess(heights.content), at = static_cast<double>(y);
  if (over > 0 && std::abs(at - static_cast<double>(offset.y)) > jump_px(heights)) {
    now.shift = shift_along(over, at, last_place(heights) - over);
  }
  return now;
}

ScrollOffset moved_to(const ScrollHeights& heights, const ScrollOffset& offset, double place_px) {
  ScrollOffset now = offset;
  const double place = std::round(std::clamp(place_px, 0.0, last_place(heights)));
  if (std::abs(place - place_of(offset)) > jump_px(heights)) {
    now.shift = shift_along(excess(heights.content), place, last_place(heights));
  }
  now.y = static_cast<float>(place - now.shift);
  return settled(heights, now);
}

ScrollOffset settled(const ScrollHeights& heights, const ScrollOffset& offset) {
  ScrollOffset now = offset;
  const double over = excess(heights.content), last = last_place(heights), y = static_cast<double>(offset.y);
  const double place = std::clamp(place_of(offset), 0.0, last);
  const double shift = shift_along(over, place, last);
  const bool at_end = over == 0 || place < EndPx || place > last - EndPx;
  const bool out_of_track = y < EndPx / 2 || y > last - over - EndPx / 2;
  const bool adrift = offset.resting && std::abs(shift - offset.shift) > DriftPx;
  if (shift == offset.shift || !(at_end || out_of_track || adrift)) {
    now.y = static_cast<float>(std::clamp(y, 0.0, last - over));
    return now;
  }
  now.shift = shift;
  now.y = static_cast<float>(std::round(place) - shift);
  return now;
}

}  // namespace explorer
