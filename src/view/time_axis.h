// The calendar along a timeline: which unit there is room to name, where each begins, and labels that never
// touch. Plain numbers; knows no dataset.
#pragma once

#include <string>
#include <vector>

#include "core/partial_date.h"
#include "view/text_layout.h"
#include "view/time_scale.h"

namespace explorer {

// Steps of so many days (within a month: 1, 6, 11, ...), weeks, months or years.
enum class CalendarUnit : uint8_t { Day, Week, Month, Year };
struct CalendarStep {
  CalendarUnit unit = CalendarUnit::Day;
  int64_t count = 1;
  friend bool operator==(const CalendarStep&, const CalendarStep&) = default;
};

// The first day of the step that `day` lies in, and of the next one. Weeks begin on Mondays.
int64_t step_start(CalendarStep step, int64_t day);
int64_t next_start(CalendarStep step, int64_t start);
// The finest step at least so many days long on average.
CalendarStep step_of_days(double days);

// From the first day to before `end`, as far as `precision` says it: "18–22 Dec 2023", "March 2023".
PartialDate calendar_span(int64_t first, int64_t end, DatePrecision precision);
DatePrecision precision_of(CalendarStep step);

struct TimeTick {
  float x = 0;         // where the unit begins
  bool line = true;    // false: it began out of sight, only its label is here
  bool major = false;  // a larger unit begins, too
  std::string label;   // empty where there is no room
  float label_x = 0, label_w = 0;
};
// What the labels of ticks do not say: the year of months, month and year of days.
struct AxisCaption {
  float x = 0, w = 0;
  std::string text;
};
struct TimeAxis {
  std::vector<TimeTick> ticks;        // ascending
  std::vector<AxisCaption> captions;  // ascending
};
TimeAxis time_axis(const TimeScale& scale, Font font, TextMeasurer& measurer);

// The step of the ticks in a part: what a brush there is as precise as.
CalendarStep axis_step(const TimeScale::Part& part, Font font, TextMeasurer& measurer);

}  // namespace explorer
