// See time_lanes.h.
#include "view/time_lanes.h"

#include <algorithm>
#include <cmath>

#include "state/query_text.h"
#include "view/place_marks.h"

namespace explorer {
namespace {

constexpr float RowHeight = 22, TightRow = 17, LeastRow = 14, MostRow = 28;
constexpr float RowWithInside = 22;
constexpr uint32_t MostRows = 4;  // of a lane, where the content chooses
constexpr uint32_t HistogramRows = 2;
constexpr size_t FewRows = 512;  // of a lane: all of them are looked at in every frame
constexpr float MarkRoom = 36;   // px a mark: with less, bars say more
constexpr double LeastBinPx = 5;

size_t window_rows(const TimeLaneFacts& lane, const TimeScale& scale) {
  return day_from(lane, scale.to_day()).count - day_from(lane, std::floor(scale.from_day())).count;
}

// The rows whose dates are in sight; of very many only those that begin there.
std::vector<RowIndex> rows_in_sight(const Column& dates, const TimeLaneFacts& lane, const TimeScale& scale) {
  std::vector<RowIndex> rows;
  if (lane.rows.size() > FewRows) {
    const uint32_t first = day_from(lane, std::floor(scale.from_day())).count;
    const uint32_t last = day_from(lane, scale.to_day()).count;
    rows.assign(lane.rows.begin() + first, lane.rows.begin() + last);
    return rows;
  }
  for (const RowIndex row : lane.rows) {
    const PartialDate& date = dates.date(row);
    const DaySpan span = *day_span(date);
    const bool starts = static_cast<double>(span.first) < scale.to_day() || date.earliest == EarliestInstant;
    const bool ends = static_cast<double>(span.end) > scale.from_day() || date.latest == LatestInstant;
    if (starts && ends) rows.push_back(row);
  }
  return rows;
}

struct LanePlan {
  std::vector<RowIndex> rows;  // as marks
  uint32_t wanted = 1;         // rows of the lane
  uint32_t needed = 1;         // with fewer, dates become one mark
  // What can be taken away first, and after that at all.
  uint32_t spare() const { return wanted > needed ? 100 + wanted - needed : wanted - 1; }
};

void set_rows(TimelineLayout& layout, std::vector<LanePlan>& plans, float height) {
  const auto lanes = static_cast<float>(layout.lanes.size());
  const float besides = layout.rows_top + LanePad;
  layout.row_h = RowHeight;
  if (height > 0) {
    const float room = std::max(height - TimeAxisHeight - lanes * besides, 1.0f);
    const auto fitting = static_cast<uint32_t>(room / TightRow);
    uint32_t sum = 0;
    for (const LanePlan& plan : plans)
      sum += plan.wanted;
    while (sum > std::max(fitting, static_cast<uint32_t>(plans.size()))) {
      --std::ranges::max_element(plans, {}, &LanePlan::spare)->wanted;
      --sum;
    }
    // What is left over goes to the bars, or makes all rows a little higher.
    const auto easy = static_cast<uint32_t>(room / RowHeight);
    for (size_t i = 0; sum < easy && i < plans.size() * 8; ++i) {
      if (!layout.lanes[i % plans.size()].histogram) continue;
      ++plans[i % plans.size()].wanted;
      ++sum;
    }
    layout.row_h = std::clamp(std::floor(room / static_cast<float>(std::max(sum, 1u))), LeastRow, MostRow);
  }
  float y = 0;
  for (size_t i = 0; i < plans.size(); ++i) {
    TimeLane& lane = layout.lanes[i];
    lane.y = y;
    lane.rows = plans[i].wanted;
    lane.h = layout.row_h * static_cast<float>(lane.rows) + besides;
    y += lane.h;
  }
  layout.lanes_h = y;
}

void add_bins(const TimeFacts& facts, TimelineLayout& layout) {
  const TimeScale& scale = layout.scale;
  const CalendarStep step = step_of_days(LeastBinPx / scale.parts().front().px_per_day());
  const auto end = static_cast<int64_t>(std::ceil(scale.to_day()));
  for (int64_t day = step_start(step, static_cast<int64_t>(std::floor(scale.from_day()))); day < end;) {
    const int64_t next = next_start(step, day);
    const float x = std::max(scale.x_of(static_cast<double>(day)), 0.0f);
    layout.bins.push_back({x, std::min(scale.x_of(static_cast<double>(next)), scale.width()) - x, day, next});
    day = next;
  }
  for (TimeLane& lane : layout.lanes) {
    for (const TimeBin& bin : layout.bins) {
      const BinCounts counts = bin_counts(facts.lanes[lane.facts], bin);
      // In bars finer than a month, dates known only to a month all begin with it: they do not set the scale.
      constexpr int64_t LeastMonth = 28;
      const bool fine = bin.to_day - bin.from_day < LeastMonth;
      lane.tallest = std::max({lane.tallest, counts.total - (fine ? counts.total_vague : 0), 1U});
    }
  }
}

TimeScale scale_of(const SceneInput& in, const TimeFacts& facts, float width) {
  if (in.state.time_window) {
    const TimeWindow window = sane_window(*in.state.time_window, facts.whole);
    return {window.from_day, window.to_day, width};
  }
  return opened_scale(facts.occurrences, facts.whole.from_day, facts.whole.to_day, std::max(width, 1.0f));
}

}  // namespace

TimelineLayout lay_out_timeline(const SceneInput& in, const TimeFacts& facts, PlotSize size) {
  TimelineLayout layout;
  layout.scale = scale_of(in, facts, size.width);
  layout.rows_top = LanePad + (size.captions ? LaneCaption : 0.0f);
  layout.opened = layout.scale.parts().size() > 1;
  layout.axis = time_axis(layout.scale, TimeFont, in.measurer);
  const MarkPlacer placer{*in.dataset, layout.scale, in.measurer, true};
  std::vector<LanePlan> plans;
  bool bars = false;
  for (size_t i = 0; i < facts.lanes.size(); ++i) {
    const TimeLaneFacts& lane = facts.lanes[i];
    const Column& dates = in.dataset->column(lane.table, time_column(lane.table));
    layout.before += day_from(lane, std::floor(layout.scale.from_day())).count;
    layout.after += lane.dated() - day_from(lane, layout.scale.to_day()).count;
    TimeLane& out = layout.lanes.emplace_back();
    out.facts = i;
    LanePlan& plan = plans.emplace_back();
    const auto most = static_cast<size_t>(static_cast<float>(MostRows) * size.width / MarkRoom);
    out.histogram = window_rows(lane, layout.scale) > most;
    if (!out.histogram) plan.rows = rows_in_sight(dates, lane, layout.scale);
    out.histogram = out.histogram || plan.rows.size() > most;
    plan.wanted = out.histogram ? HistogramRows : placer.rows_wanted(lane.table, plan.rows, MostRows);
    if (size.height > 0)
      plan.needed = out.histogram ? 1 : placer.rows_needed(lane.table, plan.rows, plan.wanted);
    bars = bars || out.histogram;
  }
  set_rows(layout, plans, size.height);
  layout.labels_inside = layout.row_h >= RowWithInside;
  const MarkPlacer final_placer{*in.dataset, layout.scale, in.measurer, layout.labels_inside};
  for (size_t i = 0; i < plans.size(); ++i) {
    TimeLane& lane = layout.lanes[i];
    const TimeLaneFacts& lane_facts = facts.lanes[i];
    if (!lane.histogram) lane.marks = final_placer.place(lane_facts.table, plans[i].rows, lane.rows);
    for (TimeMark& mark : lane.marks) {
      mark.left_out = lane_facts.kept && std::ranges::none_of(mark.rows, [&](RowIndex row) {
                        return lane_facts.kept->has(row);
                      });
    }
  }
  if (bars) add_bins(facts, layout);
  return layout;
}

BinCounts bin_counts(const TimeLaneFacts& lane, const TimeBin& bin) {
  const TimeDay& from = day_from(lane, static_cast<double>(bin.from_day));
  const TimeDay& to = day_from(lane, static_cast<double>(bin.to_day));
  return {to.count - from.count, to.kept - from.kept, to.vague - from.vague, to.total - from.total,
          to.total_vague - from.total_vague};
}

Rect mark_box(const TimelineLayout& layout, const TimeLane& lane, const TimeMark& mark) {
  float left = mark.x0, right = mark.x1, h = layout.row_h;
  float top = lane.y + layout.rows_top + layout.row_h * static_cast<float>(mark.row);
  const bool labelled = !mark.label.empty();
  if (labelled && mark.backdrop) {
    left = mark.label_x;
    right = mark.label_x + mark.label_w;
  } else if (labelled) {
    left = std::min(left, mark.label_x);
    right = std::max(right, mark.label_x + mark.label_w);
  } else if (mark.backdrop) {
    h = 8;
    top = lane.y + lane.h - h;
  }
  return {left, top, right - left, h};
}

std::optional<TimeHit> hit_timeline(const TimelineLayout& layout, Point at) {
  constexpr float Reach = 8;
  for (size_t i = 0; i < layout.lanes.size(); ++i) {
    const TimeLane& lane = layout.lanes[i];
    if (at.y < lane.y || at.y >= lane.y + lane.h) continue;
    TimeHit hit{i, {}, {}};
    if (lane.histogram) {
      for (size_t bin = 0; bin < layout.bins.size(); ++bin) {
        if (at.x >= layout.bins[bin].x && at.x < layout.bins[bin].x + layout.bins[bin].w) hit.bin = bin;
      }
      return hit.bin ? std::optional(hit) : std::nullopt;
    }
    float nearest = Reach;
    for (size_t k = 0; k < lane.marks.size(); ++k) {
      const TimeMark& mark = lane.marks[k];
      const Rect box = mark_box(layout, lane, mark);
      const float dx = std::max({box.x - at.x, at.x - box.x - box.w, 0.0f});
      const float dy = std::max({box.y - at.y, at.y - box.y - box.h, 0.0f});
      if (dx + dy > nearest || (dx + dy == nearest && hit.mark)) continue;
      nearest = dx + dy;
      hit.mark = k;
    }
    return hit.mark ? std::optional(hit) : std::nullopt;
  }
  return std::nullopt;
}

DateRange brushed_range(const TimeScale& scale, float from_x, float to_x, TextMeasurer& measurer) {
  const float least = std::max(std::min(from_x, to_x), 0.0f);
  const float most = std::min(std::max(from_x, to_x), scale.width() - 0.5f);
  const auto end_at = [&](float x) {
    CalendarStep step = axis_step(scale.part_at(x), TimeFont, measurer);
    const DatePrecision precision = precision_of(step);
    step.count = 1;  // as precise as the unit, not as the numbers that there was room for
    const int64_t start = step_start(step, static_cast<int64_t>(std::floor(scale.day_at(x))));
    return calendar_span(start, next_start(step, start), precision);
  };
  return {end_at(least), end_at(most)};
}

std::optional<BrushSpan> chosen_span(const Query& query, const TimeScale& scale) {
  const std::vector<std::string> ends = range_text(query, "date");
  const auto from = parse_edtf(ends[0]).value, to = parse_edtf(ends[1]).value;
  const auto first = from ? day_span(*from) : std::nullopt, last = to ? day_span(*to) : std::nullopt;
  if (!first && !last) return std::nullopt;
  BrushSpan span{0, scale.width(), !first, !last};
  if (first) span.x0 = scale.x_of(static_cast<double>(first->first));
  if (last) span.x1 = scale.x_of(static_cast<double>(last->end));
  // An end that is out of sight has no handle.
  span.open_left = span.open_left || span.x0 < 0 || span.x0 > scale.width();
  span.open_right = span.open_right || span.x1 < 0 || span.x1 > scale.width();
  span.x0 = std::clamp(span.x0, 0.0f, scale.width());
  span.x1 = std::clamp(span.x1, span.x0, scale.width());
  return span;
}

std::shared_ptr<const TimeFacts> time_facts_of(const SceneInput& in) {
  if (in.results.time) return in.results.time;
  return std::make_shared<const TimeFacts>(time_facts(*in.dataset, in.results.tables));
}

}  // namespace explorer
