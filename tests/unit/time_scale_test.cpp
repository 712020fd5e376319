// Days to px and back, the scale that opens where things happen, and what zooming and moving do to it.
#include <doctest/doctest.h>

#include <cmath>

#include "view/time_scale.h"

using namespace explorer;

namespace {

double day(int64_t year, int month = 1, int of_month = 1) {
  return static_cast<double>(days_from_civil({year, month, of_month}));
}

// The two articles' dates: a month in spring, nearly all else in one week of December.
std::vector<Occurrence> december() {
  return {{day(2023), day(2024), 3},
          {day(2023, 3), day(2023, 4), 1},
          {day(2023, 12, 14), day(2023, 12, 15), 1},
          {day(2023, 12, 18), day(2023, 12, 23), 3},
          {day(2023, 12, 22), day(2023, 12, 23), 8},
          {day(2023, 12, 23), day(2023, 12, 24), 1}};
}

void check_round_trip(const TimeScale& scale) {
  float x = scale.parts().front().x;
  for (const TimeScale::Part& part : scale.parts()) {
    CHECK(part.x == doctest::Approx(x));
    CHECK(part.w > 0);
    CHECK(part.to_day > part.from_day);
    x = part.x + part.w;
  }
  float last = -1;
  for (int i = 0; i <= 200; ++i) {
    const double at = scale.from_day() + (scale.to_day() - scale.from_day()) * i / 200;
    const float place = scale.x_of(at);
    CHECK(place > last);
    last = place;
    CHECK(std::abs(scale.day_at(place) - at) < 1e-3 * (scale.to_day() - scale.from_day()));
  }
}

}  // namespace

TEST_CASE("days and px convert both ways, also beyond the ends") {
  const TimeScale scale(100, 200, 1000);
  CHECK(scale.x_of(100) == 0);
  CHECK(scale.x_of(150) == doctest::Approx(500));
  CHECK(scale.day_at(1000) == doctest::Approx(200));
  CHECK(scale.x_of(90) == doctest::Approx(-100));
  CHECK(std::isfinite(scale.x_of(1e15)));
  check_round_trip(scale);
}

TEST_CASE("the scale opens where things happen, and squeezes what is empty") {
  const TimeScale scale = opened_scale(december(), day(2023), day(2024), 1250);
  REQUIRE(scale.parts().size() == 5);
  CHECK(scale.width() == doctest::Approx(1250));
  check_round_trip(scale);
  // A week of December has more room than all other months together.
  CHECK(scale.x_of(day(2023, 12, 24)) - scale.x_of(day(2023, 12, 14)) > 500);
  CHECK(scale.x_of(day(2023, 12)) - scale.x_of(day(2023, 5)) < 110);
  CHECK(scale.part_of(day(2023, 3, 15)).quiet == false);
  CHECK(scale.part_of(day(2023, 7)).quiet);
}

TEST_CASE("a scale stays plain where opening it gains nothing") {
  const std::vector<Occurrence> two = {{0, 1, 1}, {5000, 5001, 1}};
  CHECK(opened_scale(two, -10, 5010, 800).parts().size() == 1);
  std::vector<Occurrence> even;
  for (int i = 0; i < 40; ++i)
    even.push_back({i * 100.0, i * 100.0 + 1, 1});
  CHECK(opened_scale(even, 0, 4000, 800).parts().size() == 1);
  CHECK(opened_scale({}, 0, 10, 800).parts().size() == 1);
}

TEST_CASE("a stray date millions of years off does not take the room of all others") {
  std::vector<Occurrence> dates = december();
  const double far = day(9'999'999);
  dates.push_back({far, far + 1, 1});
  const TimeScale scale = opened_scale(dates, day(2023), far + 1, 1250);
  check_round_trip(scale);
  CHECK(scale.x_of(day(2023, 12, 24)) - scale.x_of(day(2023, 12, 14)) > 300);
  CHECK(scale.x_of(far) > 1000);
}

TEST_CASE("zooming keeps the day under the pointer, and ends with all there is") {
  const TimeWindow whole = padded(day(2020), day(2024));
  const TimeScale scale(whole.from_day, whole.to_day, 1000);
  const auto nearer = zoomed_window(scale, 700, 4, whole);
  REQUIRE(nearer);
  CHECK((nearer->to_day - nearer->from_day) * 4 == doctest::Approx(whole.to_day - whole.from_day));
  const TimeScale after(nearer->from_day, nearer->to_day, 1000);
  CHECK(after.day_at(700) == doctest::Approx(scale.day_at(700)));
  CHECK(!zoomed_window(after, 700, 0.1f, whole));
  CHECK(!zoomed_window(after, 700, 1e-6f, whole));
  const auto nearest = zoomed_window(after, 700, 1e9f, whole);
  REQUIRE(nearest);
  CHECK(nearest->to_day - nearest->from_day == doctest::Approx(LeastWindowDays));
  CHECK(!zoomed_window(scale, 700, std::nanf(""), whole));
}

TEST_CASE("moving stops half a window beyond what is there") {
  const TimeWindow whole{0, 1000};
  CHECK(panned_window({100, 200}, 50, 100, whole) == TimeWindow{50, 150});
  CHECK(panned_window({100, 200}, 1e6f, 100, whole) == TimeWindow{-50, 50});
  CHECK(panned_window({100, 200}, -1e6f, 100, whole) == TimeWindow{950, 1050});
  CHECK(panned_window({100, 200}, 1, 0, whole).to_day - 100 < 1000);
}

TEST_CASE("a window that cannot be drawn is none") {
  const TimeWindow whole{0, 1000};
  CHECK(sane_window({std::nan(""), 5}, whole) == whole);
  CHECK(sane_window({-1e300, 5}, whole) == whole);
  const TimeWindow least = sane_window({10, 10.5}, whole);
  CHECK(least.to_day - least.from_day == doctest::Approx(LeastWindowDays));
  const TimeWindow month = padded(5, 6);
  CHECK(month.to_day - month.from_day >= 30);
}
