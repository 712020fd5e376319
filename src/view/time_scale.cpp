// See time_scale.h.
#include "view/time_scale.h"

#include <algorithm>
#include <cmath>

namespace explorer {
namespace {

constexpr double FarthestDay = 1e14;  // in seconds still a number of 64 bits
constexpr size_t MostOpened = 4;
constexpr double QuietShare = 0.5;  // of a stretch: a gap from here on is worth squeezing
constexpr size_t Crowd = 3;         // dates together that need room
constexpr double WideShare = 0.6;   // of a stretch: a date as wide happens nowhere in particular

// A stretch in which things happen.
struct Stretch {
  std::vector<Occurrence> dates;  // ascending
  double from = 0, to = 0;
};

// From the first of its dates to the last, without those that are too wide to say where in it things happen.
Stretch stretch_of(std::vector<Occurrence> dates) {
  for (;;) {
    Stretch stretch{dates, dates.front().from, dates.front().to};
    for (const Occurrence& date : dates)
      stretch.to = std::max(stretch.to, date.to);
    const double wide = WideShare * (stretch.to - stretch.from);
    std::erase_if(dates, [wide](const Occurrence& date) { return date.to - date.from > wide; });
    if (dates.size() < Crowd || dates.size() == stretch.dates.size()) return stretch;
  }
}

struct Gap {
  size_t before = 0;  // the date behind it
  double from = 0, to = 0;
};

Gap widest_gap(const Stretch& stretch) {
  Gap widest;
  double reached = stretch.dates.front().to;
  for (size_t i = 1; i < stretch.dates.size(); ++i) {
    const Occurrence& date = stretch.dates[i];
    if (date.from - reached > widest.to - widest.from) widest = {i, reached, date.from};
    reached = std::max(reached, date.to);
  }
  return widest;
}

bool is_worth_squeezing(const Gap& gap, const Stretch& stretch) {
  const bool crowd = gap.before >= Crowd || stretch.dates.size() - gap.before >= Crowd;
  return gap.before > 0 && crowd && gap.to - gap.from > QuietShare * (stretch.to - stretch.from);
}

// Splits at the widest gaps until none is worth it.
std::vector<Stretch> busy_stretches(std::span<const Occurrence> dates) {
  std::vector<Stretch> stretches = {stretch_of({dates.begin(), dates.end()})};
  for (size_t i = 0; i < stretches.size() && stretches.size() < MostOpened;) {
    const Gap gap = widest_gap(stretches[i]);
    if (!is_worth_squeezing(gap, stretches[i])) {
      ++i;
      continue;
    }
    const std::vector<Occurrence> all = std::move(stretches[i].dates);
    const auto cut = all.begin() + static_cast<std::ptrdiff_t>(gap.before);
    stretches[i] = stretch_of({all.begin(), cut});
    stretches.insert(stretches.begin() + static_cast<std::ptrdiff_t>(i) + 1, stretch_of({cut, all.end()}));
  }
  return stretches;
}

double weight_of(const Stretch& stretch) {
  double weight = 1.5;
  for (const Occurrence& date : stretch.dates)
    weight += std::min<double>(date.rows, 2);
  return std::min(weight, 12.0);
}

// Busy stretches with some room around, and the quiet ones between; widths are shared out afterwards.
std::vector<TimeScale::Part> parts_of(std::span<const Stretch> stretches, double from, double to) {
  std::vector<TimeScale::Part> parts;
  double at = from;
  for (size_t i = 0; i < stretches.size(); ++i) {
    const Stretch& each = stretches[i];
    const double room = std::ceil((each.to - each.from) * 0.12);
    const double next = i + 1 < stretches.size() ? stretches[i + 1].from : to;
    const double begin = std::max(at, each.from - room), end = std::min((each.to + next) / 2, each.to + room);
    if (begin > at) parts.push_back({at, begin, 0, 0, true});
    parts.push_back({begin, std::max(end, each.to), 0, 0, false});
    at = parts.back().to_day;
  }
  if (to > at) parts.push_back({at, to, 0, 0, true});
  return parts;
}

void share_width(std::vector<TimeScale::Part>& parts, std::span<const double> weights, double width) {
  const double days = parts.back().to_day - parts.front().from_day;
  double left = width, sum = 0;
  for (const double weight : weights)
    sum += weight;
  for (TimeScale::Part& part : parts) {
    if (!part.quiet) continue;
    const double linear = width * (part.to_day - part.from_day) / days;
    part.w = static_cast<float>(std::min(0.09 * width, std::max(linear, 0.02 * width)));
    left -= static_cast<double>(part.w);
  }
  size_t busy = 0;
  float x = 0;
  for (TimeScale::Part& part : parts) {
    if (!part.quiet) part.w = static_cast<float>(left * weights[busy++] / sum);
    part.x = x;
    x += part.w;
  }
}

}  // namespace

TimeScale::TimeScale(double from_day, double to_day, float width)
    : parts_{{from_day, to_day, 0, std::max(width, 1.0f), false}} {}

const TimeScale::Part& TimeScale::part_of(double day) const {
  for (const Part& part : parts_) {
    if (day < part.to_day) return part;
  }
  return parts_.back();
}

const TimeScale::Part& TimeScale::part_at(float x) const {
  for (const Part& part : parts_) {
    if (x < part.x + part.w) return part;
  }
  return parts_.back();
}

float TimeScale::x_of(double day) const {
  const Part& part = part_of(day);
  const double most = 4096.0 + static_cast<double>(width());
  const double x = static_cast<double>(part.x) + (day - part.from_day) * part.px_per_day();
  return static_cast<float>(std::clamp(x, -most, 2 * most));
}

double TimeScale::day_at(float x) const {
  const Part& part = part_at(x);
  return part.from_day + static_cast<double>(x - part.x) / part.px_per_day();
}

TimeScale opened_scale(std::span<const Occurrence> occurrences, double from, double to, float width) {
  const TimeScale linear(from, to, width);
  if (occurrences.size() < Crowd) return linear;
  const std::vector<Stretch> stretches = busy_stretches(occurrences);
  std::vector<TimeScale::Part> parts = parts_of(stretches, from, to);
  double busy_days = 0;
  for (const TimeScale::Part& part : parts)
    busy_days += part.quiet ? 0 : part.to_day - part.from_day;
  if (busy_days > QuietShare * (to - from)) return linear;
  std::vector<double> weights;
  for (const Stretch& stretch : stretches)
    weights.push_back(weight_of(stretch));
  share_width(parts, weights, static_cast<double>(width));
  return TimeScale(std::move(parts));
}

TimeWindow padded(double from, double to) {
  constexpr double Month = 30;
  const double room = std::max((to - from) * 0.02, (Month - (to - from)) / 2);
  return {std::max(from - room, -FarthestDay), std::min(to + room, FarthestDay)};
}

TimeWindow sane_window(TimeWindow window, TimeWindow whole) {
  if (!(std::abs(window.from_day) <= FarthestDay && std::abs(window.to_day) <= FarthestDay)) return whole;
  if (window.to_day - window.from_day < LeastWindowDays) {
    const double middle = (window.from_day + window.to_day) / 2;
    window = {middle - LeastWindowDays / 2, middle + LeastWindowDays / 2};
  }
  return window;
}

std::optional<TimeWindow> zoomed_window(const TimeScale& scale, float x, float factor, TimeWindow whole) {
  if (!(factor > 0)) return std::nullopt;
  const double day = scale.day_at(x), width = static_cast<double>(scale.width());
  const double days_here = width / scale.part_at(x).px_per_day() / static_cast<double>(factor);
  const double span = whole.to_day - whole.from_day;
  // In a squeezed stretch what is here is more than all there is: it is still seen nearer than before.
  const double days = std::max(std::min(days_here, span / static_cast<double>(factor)), LeastWindowDays);
  if (days >= span) return std::nullopt;
  const double share = static_cast<double>(x) / width;
  return panned_window({day - days * share, day + days * (1 - share)}, 0, scale.width(), whole);
}

TimeWindow panned_window(TimeWindow window, float px, float width, TimeWindow whole) {
  const double days = window.to_day - window.from_day;
  const double least = whole.from_day - days / 2, most = whole.to_day - days / 2;
  const double from = window.from_day - static_cast<double>(px / std::max(width, 1.0f)) * days;
  const double bounded = std::clamp(from, least, std::max(least, most));
  return {bounded, bounded + days};
}

}  // namespace explorer
