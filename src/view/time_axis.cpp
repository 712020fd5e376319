// See time_axis.h.
#include "view/time_axis.h"

#include <algorithm>
#include <cmath>

#include "view/format.h"
#include "view/locale.h"

namespace explorer {
namespace {

constexpr float LabelGap = 8;    // least px between two labels
constexpr float LabelInset = 4;  // from the tick
constexpr int64_t SecondsPerDay = 86'400;

struct Step {
  CalendarStep step;
  double days;
};
constexpr Step Steps[] = {
    {{CalendarUnit::Day, 1}, 1},       {{CalendarUnit::Day, 5}, 5},       {{CalendarUnit::Day, 10}, 10},
    {{CalendarUnit::Month, 1}, 30.44}, {{CalendarUnit::Month, 3}, 91.3},  {{CalendarUnit::Year, 1}, 365.2},
    {{CalendarUnit::Year, 2}, 730.5},  {{CalendarUnit::Year, 5}, 1826.2}, {{CalendarUnit::Year, 10}, 3652.4}};

int64_t floor_to(int64_t value, int64_t step) {
  return (value >= 0 ? value / step : -((step - 1 - value) / step)) * step;
}

int64_t month_start(int64_t month) {
  const int64_t year = floor_to(month, 12) / 12;
  return days_from_civil({year, static_cast<int>(month - year * 12) + 1, 1});
}

std::string year_label(int64_t day) {
  return format_date(calendar_span(day, day + 1, DatePrecision::Year));
}

std::string label_of(CalendarStep step, int64_t start) {
  const CivilDate date = civil_from_days(start);
  if (step.unit == CalendarUnit::Day) return std::to_string(date.day);
  if (step.unit == CalendarUnit::Month) return std::string(axis_month_name(date.month));
  return year_label(start);
}

// Room that the widest label of the step takes in this part.
float label_room(const TimeScale::Part& part, CalendarStep step, Font font, TextMeasurer& measurer) {
  if (step.unit == CalendarUnit::Day) return text_width("28", font, measurer);
  if (step.unit == CalendarUnit::Month) {
    float widest = 0;
    for (int month = 1; month <= 12; ++month)
      widest = std::max(widest, text_width(axis_month_name(month), font, measurer));
    return widest;
  }
  return std::max(text_width(year_label(static_cast<int64_t>(part.from_day)), font, measurer),
                  text_width(year_label(static_cast<int64_t>(part.to_day)), font, measurer));
}

// The larger unit that a label leaves out; empty for years.
std::string caption_of(CalendarStep step, int64_t start) {
  if (step.unit == CalendarUnit::Year) return {};
  const bool months = step.unit == CalendarUnit::Month;
  return format_date(calendar_span(start, start + 1, months ? DatePrecision::Year : DatePrecision::Month));
}

CalendarStep larger_of(CalendarStep step) {
  return {step.unit == CalendarUnit::Month ? CalendarUnit::Year : CalendarUnit::Month, 1};
}

struct PartAxis {
  const TimeScale::Part& part;
  CalendarStep step;
  Font font;
  TextMeasurer& measurer;
  TimeAxis& axis;
  std::vector<int64_t> captioned = {};  // larger units whose captions are there

  float right() const { return part.x + part.w; }
  // As if the part had no end.
  float x_of(int64_t day) const {
    const double x =
        static_cast<double>(part.x) + (static_cast<double>(day) - part.from_day) * part.px_per_day();
    return static_cast<float>(std::clamp(x, -1e5, 1e5));
  }

  int64_t end_day() const { return static_cast<int64_t>(std::ceil(part.to_day)); }

  // Over its own stretch of the part, from the left; where the whole of it fits.
  void add_captions() {
    auto day = static_cast<int64_t>(std::floor(part.from_day));
    while (day < end_day() && step.unit != CalendarUnit::Year) {
      const int64_t next = next_start(larger_of(step), step_start(larger_of(step), day));
      const float x = std::max(x_of(day), part.x) + LabelInset;
      const std::string text = caption_of(step, day);
      const float w = text_width(text, font, measurer);
      if (x + w + LabelGap / 2 <= std::min(x_of(next), right())) {
        axis.captions.push_back({x, w, text});
        captioned.push_back(step_start(larger_of(step), day));
      }
      day = next;
    }
  }

  // Where there is no room for the caption that a label needs, its first tick names the larger unit by
  // itself, and the others have no label.
  std::string words_of(int64_t start) const {
    if (step.unit == CalendarUnit::Year) return label_of(step, start);
    const int64_t larger = step_start(larger_of(step), start);
    if (std::ranges::find(captioned, larger) != captioned.end()) return label_of(step, start);
    if (larger != start) return step.unit == CalendarUnit::Month ? label_of(step, start) : std::string();
    return step.unit == CalendarUnit::Month ? year_label(start) : label_of({CalendarUnit::Month, 1}, start);
  }

  void add_ticks() {
    int64_t start = step_start(step, static_cast<int64_t>(std::floor(part.from_day)));
    // A label stands at least LabelGap from the one before, whichever part that is in.
    float free = part.x;
    for (const TimeTick& tick : axis.ticks) {
      if (!tick.label.empty()) free = std::max(free, tick.label_x + tick.label_w + LabelGap);
    }
    for (; start < end_day(); start = next_start(step, start)) {
      const float x = x_of(start), next_x = x_of(next_start(step, start));
      const bool begins = static_cast<double>(start) >= part.from_day;
      const bool major = step.unit != CalendarUnit::Year && step_start(larger_of(step), start) == start;
      TimeTick tick{x, begins, major, {}, 0, 0};
      const std::string label = words_of(start);
      const float w = text_width(label, font, measurer);
      const bool centred = step.count == 1 && next_x - x >= w + 4;
      const float at = centred ? x + (next_x - x - w) / 2 : x + LabelInset;
      if (!label.empty() && at >= free && at + w <= right() && (begins || centred)) {
        tick.label = label;
        tick.label_x = at;
        tick.label_w = w;
        free = at + w + LabelGap / 2;
      }
      if (begins || !tick.label.empty()) axis.ticks.push_back(std::move(tick));
    }
  }
};

}  // namespace

int64_t step_start(CalendarStep step, int64_t day) {
  if (step.unit == CalendarUnit::Week) return floor_to(day + 3, 7) - 3;
  const CivilDate date = civil_from_days(day);
  if (step.unit == CalendarUnit::Month)
    return month_start(floor_to(date.year * 12 + date.month - 1, step.count));
  if (step.unit == CalendarUnit::Year) return days_from_civil({floor_to(date.year, step.count), 1, 1});
  // The last step of a month takes the days that are left over.
  int64_t of_month = (date.day - 1) / step.count * step.count;
  if (step.count > 1 && of_month + step.count > 30) of_month = 30 / step.count * step.count - step.count;
  return day - (date.day - 1) + of_month;
}

int64_t next_start(CalendarStep step, int64_t start) {
  if (step.unit == CalendarUnit::Week) return start + 7;
  const CivilDate date = civil_from_days(start);
  if (step.unit == CalendarUnit::Year) return days_from_civil({date.year + step.count, 1, 1});
  const int64_t month = date.year * 12 + date.month - 1;
  if (step.unit == CalendarUnit::Month) return month_start(month + step.count);
  const int64_t next = start + step.count;
  if (step.count == 1) return next;
  return date.day + step.count > 30 / step.count * step.count ? month_start(month + 1) : next;
}

CalendarStep step_of_days(double days) {
  constexpr Step Bins[] = {{{CalendarUnit::Day, 1}, 1},
                           {{CalendarUnit::Week, 1}, 7},
                           {{CalendarUnit::Month, 1}, 30.43},
                           {{CalendarUnit::Month, 3}, 91.3},
                           {{CalendarUnit::Year, 1}, 365.2}};
  for (const Step& bin : Bins) {
    if (bin.days >= days) return bin.step;
  }
  int64_t years = 10;
  while (static_cast<double>(years) * 365.2 < days && years < 100'000'000'000)
    years *= 10;
  return {CalendarUnit::Year, years};
}

PartialDate calendar_span(int64_t first, int64_t end, DatePrecision precision) {
  constexpr int64_t Farthest = 100'000'000'000'000;
  PartialDate date;
  date.earliest = std::clamp(first, -Farthest, Farthest) * SecondsPerDay;
  date.latest = std::clamp(end, -Farthest, Farthest) * SecondsPerDay - 1;
  date.precision = date.end_precision = precision;
  const CalendarStep one{precision == DatePrecision::Year    ? CalendarUnit::Year
                         : precision == DatePrecision::Month ? CalendarUnit::Month
                                                             : CalendarUnit::Day,
                         1};
  date.form = next_start(one, step_start(one, first)) >= end ? DateForm::Single : DateForm::Interval;
  return date;
}

DatePrecision precision_of(CalendarStep step) {
  if (step.unit == CalendarUnit::Year) return DatePrecision::Year;
  return step.unit == CalendarUnit::Month ? DatePrecision::Month : DatePrecision::Day;
}

CalendarStep axis_step(const TimeScale::Part& part, Font font, TextMeasurer& measurer) {
  const double px = part.px_per_day();
  const auto fits = [&](CalendarStep step, double days) {
    return days * px >= static_cast<double>(label_room(part, step, font, measurer) + LabelGap);
  };
  for (const Step& each : Steps) {
    if (fits(each.step, each.days)) return each.step;
  }
  for (int64_t power = 10;; power *= 10) {
    for (const int64_t factor : {2, 5, 10}) {
      const CalendarStep step{CalendarUnit::Year, power * factor};
      if (power >= 100'000'000'000 || fits(step, static_cast<double>(step.count) * 365.2425)) return step;
    }
  }
}

TimeAxis time_axis(const TimeScale& scale, Font font, TextMeasurer& measurer) {
  TimeAxis axis;
  for (const TimeScale::Part& part : scale.parts()) {
    PartAxis of_part{part, axis_step(part, font, measurer), font, measurer, axis};
    of_part.add_captions();
    of_part.add_ticks();
  }
  return axis;
}

}  // namespace explorer
