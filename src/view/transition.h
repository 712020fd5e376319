// How a drawn number goes over to another one: fast at first, then slower, and to an end. Plain numbers of a
// clock that the caller has; knows nothing of frames.
#pragma once

#include <algorithm>

namespace explorer {

// Long enough to be seen, short enough not to be waited for.
inline constexpr double TransitionMs = 160;
// A start so long ago that nothing moves any more.
inline constexpr double LongAgo = -1e9;

// How much of the way is done, 0 to 1, `now_ms` after a start.
inline float transition_part(double start_ms, double now_ms) {
  const double rest = 1 - std::clamp((now_ms - start_ms) / TransitionMs, 0.0, 1.0);
  return static_cast<float>(1 - rest * rest * rest);
}

inline bool transition_done(double start_ms, double now_ms) {
  return now_ms - start_ms >= TransitionMs;
}

inline float blend(float from, float to, float part) {
  return part >= 1 ? to : from + (to - from) * part;
}

}  // namespace explorer
