// The calendar along the timeline: units from centuries to days, labels that never touch.
#include <doctest/doctest.h>

#include "fixed_measurer.h"
#include "view/format.h"
#include "view/time_axis.h"

using namespace explorer;

namespace {

int64_t day(int64_t year, int month = 1, int of_month = 1) {
  return days_from_civil({year, month, of_month});
}

TimeScale scale_of(int64_t from, int64_t to, float width) {
  return {static_cast<double>(from), static_cast<double>(to), width};
}

std::vector<std::string> labels(const TimeScale& scale) {
  FixedMeasurer measurer;
  std::vector<std::string> found;
  for (const TimeTick& tick : time_axis(scale, Font::Small, measurer).ticks) {
    if (!tick.label.empty()) found.push_back(tick.label);
  }
  return found;
}

std::vector<std::string> captions(const TimeScale& scale) {
  FixedMeasurer measurer;
  std::vector<std::string> found;
  for (const AxisCaption& caption : time_axis(scale, Font::Small, measurer).captions)
    found.push_back(caption.text);
  return found;
}

void check_apart(const TimeScale& scale) {
  FixedMeasurer measurer;
  const TimeAxis axis = time_axis(scale, Font::Small, measurer);
  float free = 0;
  for (const TimeTick& tick : axis.ticks) {
    if (tick.label.empty()) continue;
    CHECK(tick.label_x >= free);
    CHECK(tick.label_w == doctest::Approx(text_width(tick.label, Font::Small, measurer)));
    free = tick.label_x + tick.label_w;
  }
  CHECK(free <= scale.width() + 0.01f);
  free = 0;
  for (const AxisCaption& caption : axis.captions) {
    CHECK(caption.x >= free);
    free = caption.x + caption.w;
  }
  CHECK(free <= scale.width() + 0.01f);
}

using Labels = std::vector<std::string>;

}  // namespace

TEST_CASE("the axis names days where there is room, and else months, quarters or years") {
  const TimeScale week = scale_of(day(2023, 12, 18), day(2023, 12, 23), 500);
  CHECK(labels(week) == Labels{"18", "19", "20", "21", "22"});
  CHECK(captions(week) == Labels{"December 2023"});
  const TimeScale year = scale_of(day(2023), day(2024), 900);
  CHECK(labels(year).front() == "Jan");
  CHECK(labels(year).size() == 12);
  CHECK(captions(year) == Labels{"2023"});
  CHECK(labels(scale_of(day(2023), day(2024), 300)) == Labels{"Jan", "Apr", "Jul", "Oct"});
  CHECK(labels(scale_of(day(2020), day(2024), 400)) == Labels{"2020", "2021", "2022", "2023"});
  CHECK(labels(scale_of(day(1900), day(2000), 600)) ==
        Labels{"1900", "1910", "1920", "1930", "1940", "1950", "1960", "1970", "1980", "1990"});
  CHECK(captions(scale_of(day(1900), day(2000), 600)).empty());
}

TEST_CASE("days in steps begin anew with each month") {
  const TimeScale scale = scale_of(day(2024, 1, 1), day(2024, 3, 1), 500);
  CHECK(labels(scale) == Labels{"1", "6", "11", "16", "21", "26", "1", "6", "11", "16", "21", "26"});
  CHECK(captions(scale) == Labels{"January 2024", "February 2024"});
  const CalendarStep tens{CalendarUnit::Day, 10};
  CHECK(step_start(tens, day(2024, 1, 31)) == day(2024, 1, 21));
  CHECK(next_start(tens, day(2024, 1, 21)) == day(2024, 2, 1));
  CHECK(step_start({CalendarUnit::Day, 5}, day(2024, 1, 31)) == day(2024, 1, 26));
}

TEST_CASE("steps are those of the calendar, before Christ too") {
  CHECK(step_start({CalendarUnit::Week, 1}, day(2023, 12, 24)) == day(2023, 12, 18));
  CHECK(step_start({CalendarUnit::Week, 1}, day(1969, 12, 28)) == day(1969, 12, 22));
  CHECK(step_start({CalendarUnit::Month, 3}, day(2023, 12, 24)) == day(2023, 10, 1));
  CHECK(next_start({CalendarUnit::Month, 1}, day(2024, 2, 1)) == day(2024, 3, 1));
  CHECK(step_start({CalendarUnit::Year, 10}, day(-3)) == day(-10));
  CHECK(next_start({CalendarUnit::Year, 10}, day(-10)) == day(0));
  CHECK(step_of_days(0.5) == CalendarStep{CalendarUnit::Day, 1});
  CHECK(step_of_days(3) == CalendarStep{CalendarUnit::Week, 1});
  CHECK(step_of_days(8) == CalendarStep{CalendarUnit::Month, 1});
  CHECK(step_of_days(50) == CalendarStep{CalendarUnit::Month, 3});
  CHECK(step_of_days(1000) == CalendarStep{CalendarUnit::Year, 10});
}

TEST_CASE("no labels touch, whatever is in sight") {
  const std::pair<int64_t, int64_t> spans[] = {{day(2023, 12, 20), day(2023, 12, 23)},
                                               {day(2023), day(2024)},
                                               {day(1999, 11, 3), day(2031, 2, 9)},
                                               {day(-44, 3, 1), day(476)},
                                               {day(2023), day(9'999'999)},
                                               {day(-99'999), day(99'999)}};
  for (const auto& [from, to] : spans) {
    for (float width = 1; width < 3000; width = width * 1.3f + 7)
      check_apart(scale_of(from, to, width));
  }
  check_apart(TimeScale({{0, 365, 0, 100, true}, {365, 380, 100, 500, false}, {380, 4000, 600, 90, true}}));
}

TEST_CASE("spans of the calendar are as precise as they are said to be") {
  const auto words = [](int64_t from, int64_t end, DatePrecision precision) {
    return format_date(calendar_span(from, end, precision));
  };
  CHECK(words(day(2023, 12, 22), day(2023, 12, 23), DatePrecision::Day) == "22 Dec 2023");
  CHECK(words(day(2023, 12, 18), day(2023, 12, 23), DatePrecision::Day) == "18\u201322 Dec 2023");
  CHECK(words(day(2023, 12), day(2024), DatePrecision::Month) == "December 2023");
  CHECK(words(day(2023), day(2024), DatePrecision::Year) == "2023");
  CHECK(words(day(2020), day(2030), DatePrecision::Year) == "2020\u20132029");
  CHECK(format_edtf(calendar_span(day(2023, 12), day(2024), DatePrecision::Month)) == "2023-12");
}
