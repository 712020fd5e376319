// What the pointer means on the timeline: dragging chooses dates, Shift or two fingers move what is in sight.
#include <cmath>

#include "view/build_overview.h"
#include "view/build_timeline.h"
#include "view/surface.h"

namespace explorer {
namespace {

// What is under the pointer, with the layout that says so.
struct Place {
  std::shared_ptr<const TimeFacts> facts;
  TimelineLayout layout;
  std::optional<TimeHit> hit;
};

Place place_at(const SceneInput& in, const Node& node, Point at) {
  Place place{time_facts_of(in), {}, {}};
  place.layout = layout_on(in, *place.facts, node);
  place.hit = hit_timeline(place.layout, at);
  return place;
}

std::optional<TimeEntry> entry_at(const SceneInput& in, const Place& place) {
  if (!place.hit) return std::nullopt;
  const TimeLane& lane = place.layout.lanes[place.hit->lane];
  const TimeLaneFacts& facts = place.facts->lanes[lane.facts];
  if (place.hit->mark) return entry_of(in, facts.table, lane.marks[*place.hit->mark]);
  const TimeBin& bin = place.layout.bins[*place.hit->bin];
  if (bin_counts(facts, bin).count == 0) return std::nullopt;
  TimeEntry entry = entry_of(in, *place.facts, bin);
  entry.subject = subject_of(facts, bin);
  return entry;
}

std::optional<Subject> subject_at(const SceneInput& in, const Node& node, Point at) {
  if (!in.dataset) return std::nullopt;
  const auto entry = entry_at(in, place_at(in, node, at));
  return entry ? entry->subject : std::nullopt;
}

std::optional<Command> click(const SceneInput& in, const Node& node, Point at) {
  if (!in.dataset) return std::nullopt;
  auto entry = entry_at(in, place_at(in, node, at));
  if (!entry) return std::nullopt;
  return std::move(entry->command);
}

std::optional<Command> drag(const SceneInput& in, const Node& node, const Gesture& gesture) {
  if (!in.dataset) return std::nullopt;
  const auto facts = time_facts_of(in);
  const TimelineLayout layout = layout_on(in, *facts, node);
  if (gesture.pan) {
    if (!in.state.time_window) return std::nullopt;  // all is in sight
    const TimeWindow window = sane_window(*in.state.time_window, facts->whole);
    return command::SetTimeWindow{
        panned_window(window, gesture.to.x - gesture.from.x, node.rect.w, facts->whole)};
  }
  const DraggedRange range = dragged_range(in, layout.scale, gesture);
  return command::SetRange{"date", range.from, range.to};
}

std::optional<Command> zoom(const SceneInput& in, const Node& node, Point at, float factor) {
  if (!in.dataset) return std::nullopt;
  const auto facts = time_facts_of(in);
  const TimeScale scale = layout_on(in, *facts, node).scale;
  if (factor <= 1 && !in.state.time_window) return std::nullopt;
  return command::SetTimeWindow{zoomed_window(scale, at.x, factor, facts->whole)};
}

}  // namespace

DraggedRange dragged_range(const SceneInput& in, const TimeScale& scale, const Gesture& gesture) {
  constexpr float Reach = 6;
  const auto chosen = chosen_span(in.state.query, scale);
  const bool left = chosen && !chosen->open_left && std::abs(gesture.from.x - chosen->x0) <= Reach;
  const bool right = chosen && !left && !chosen->open_right && std::abs(gesture.from.x - chosen->x1) <= Reach;
  const std::vector<std::string> stays = range_text(in.state.query, "date");
  // Past the other end, the two change places.
  if (left && gesture.to.x < chosen->x1) {
    const DateRange moved = brushed_range(scale, gesture.to.x, gesture.to.x, in.measurer);
    return {format_edtf(moved.from), stays[1]};
  }
  if (right && gesture.to.x > chosen->x0) {
    const DateRange moved = brushed_range(scale, gesture.to.x, gesture.to.x, in.measurer);
    return {stays[0], format_edtf(moved.to)};
  }
  const float from = left ? chosen->x1 - 1 : right ? chosen->x0 : gesture.from.x;
  const DateRange range = brushed_range(scale, from, gesture.to.x, in.measurer);
  return {format_edtf(range.from), format_edtf(range.to)};
}

TimelineLayout layout_on(const SceneInput& in, const TimeFacts& facts, const Node& surface) {
  return lay_out_timeline(in, facts, {surface.rect.w, surface.rect.h, surface.surface.captions});
}

const SurfaceActions TimelineActions = {subject_at, click, drag, zoom};

}  // namespace explorer
