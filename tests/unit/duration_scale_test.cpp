// Scales for durations: round ends, few ticks, any length.
#include "view/duration_scale.h"

#include <doctest/doctest.h>

#include <limits>

using namespace explorer;

namespace {

std::string ticks(int64_t longest) {
  const DurationScale scale = duration_scale(longest);
  std::string text;
  for (int64_t at = 0; scale.step_secs > 0 && at <= scale.full_secs; at += scale.step_secs)
    text += (at == 0 ? "" : " ") + tick_text(scale, at);
  return text;
}

}  // namespace

TEST_CASE("a scale ends at the next round length and has two or three steps") {
  CHECK(ticks(1800) == "0 10 20 30 min");
  CHECK(ticks(252) == "0 2 4 6 min");
  CHECK(ticks(240) == "0 2 4 min");
  CHECK(ticks(3600) == "0 30 60 min");
  CHECK(ticks(5000) == "0 30 60 90 min");
  CHECK(ticks(7200) == "0 1 2 h");
  CHECK(ticks(45) == "0 15 30 45 s");
  CHECK(ticks(3) == "0 1 2 3 s");
  CHECK(ticks(1) == "0 1 s");
  CHECK(ticks(300 * 3600) == "0 100 200 300 h");
  CHECK(ticks(3000 * 3600) == "0 1,100 2,200 3,300 h");
}

TEST_CASE("no length, no scale") {
  CHECK(ticks(0).empty());
  CHECK(ticks(-5).empty());
  CHECK(duration_scale(0).fraction(10) == 0);
}

TEST_CASE("lengths stand on the scale where they are, longer ones at its end") {
  const DurationScale scale = duration_scale(1800);
  CHECK(scale.fraction(900) == doctest::Approx(0.5));
  CHECK(scale.fraction(-1) == 0);
  CHECK(scale.fraction(1800) == 1);
  CHECK(scale.fraction(99999) == 1);
  CHECK(!scale.exceeds(1800));
  CHECK(scale.exceeds(1801));
  const DurationScale endless = duration_scale(std::numeric_limits<int64_t>::max());
  CHECK(endless.full_secs > 0);
  CHECK(endless.step_secs > 0);
}
