// The scale that durations are drawn on: from 0 to a round end, with a few round ticks. Numbers only.
#pragma once

#include <cstdint>
#include <string>

namespace explorer {

struct DurationScale {
  int64_t full_secs = 0;  // what a full bar stands for; 0: there is no scale
  int64_t step_secs = 0;  // between ticks

  // 0 to 1; longer ones are 1.
  float fraction(int64_t secs) const;
  bool exceeds(int64_t secs) const { return secs > full_secs; }
};

// A scale of two or three steps that `longest_secs` fits on; none for 0 and below.
DurationScale duration_scale(int64_t longest_secs);

// "0", "10", "20", "30 min": a number of the unit that the steps are whole numbers of, which stands at the
// last tick.
std::string tick_text(const DurationScale& scale, int64_t secs);

}  // namespace explorer
