// From days to px and back. One part for the whole width, or several where long stretches without a date are
// squeezed, so that the axis opens where things happen. Plain numbers; knows no dataset.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "state/app_state.h"
#include "view/time_facts.h"

namespace explorer {

// Days are since 1970-01-01, whole at midnight; px from the left edge of the plot.
class TimeScale {
 public:
  struct Part {
    double from_day = 0, to_day = 0;
    float x = 0, w = 0;
    bool quiet = false;  // squeezed, since nothing happens in it
    double px_per_day() const { return static_cast<double>(w) / (to_day - from_day); }
  };

  // One part; `to` must be greater than `from`.
  TimeScale(double from_day, double to_day, float width);
  // Parts side by side, without gaps, none of them empty.
  explicit TimeScale(std::vector<Part> parts) : parts_(std::move(parts)) {}

  const std::vector<Part>& parts() const { return parts_; }
  double from_day() const { return parts_.front().from_day; }
  double to_day() const { return parts_.back().to_day; }
  float width() const { return parts_.back().x + parts_.back().w; }
  const Part& part_of(double day) const;
  const Part& part_at(float x) const;
  // Beyond the ends the scale goes on as it ends, for some screens.
  float x_of(double day) const;
  double day_at(float x) const;

 private:
  std::vector<Part> parts_;
};

// All that is there, opened where `occurrences` (ascending) crowd; one part where that gains nothing.
TimeScale opened_scale(std::span<const Occurrence> occurrences, double from_day, double to_day, float width);

// With room at both ends, and never less than a month.
TimeWindow padded(double from_day, double to_day);

// Least and greatest width of a window: 3 days, and what EDTF's years span.
inline constexpr double LeastWindowDays = 3;
// A window that can be drawn: numbers, in order, within reason; `whole` if it is none.
TimeWindow sane_window(TimeWindow window, TimeWindow whole);

// `factor` times nearer, with the day at `x` staying there. Nothing: all there is, which is what zooming out
// ends with.
std::optional<TimeWindow> zoomed_window(const TimeScale& scale, float x, float factor, TimeWindow whole);
// Moved by so many px (positive: what is on the left comes into sight), not farther than half a window
// beyond `whole`.
TimeWindow panned_window(TimeWindow window, float px, float width, TimeWindow whole);

}  // namespace explorer
