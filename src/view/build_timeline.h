// The timeline as nodes: the plot that takes the pointer, lanes with their names, labels of marks, and the
// list that stands for it. See overview_when.cpp for the panel around it.
#pragma once

#include <span>

#include "view/hover_card.h"
#include "view/surface.h"
#include "view/time_lanes.h"

namespace explorer {

// What one mark, or one bar of all lanes, is called and does.
struct TimeEntry {
  std::string title, date;
  std::vector<CardLine> lines;
  Command command;
  std::optional<Subject> subject;
};
TimeEntry entry_of(const SceneInput& in, TableId table, const TimeMark& mark);
TimeEntry entry_of(const SceneInput& in, const TimeFacts& facts, const TimeBin& bin);

// The plot at `rect` of the region with everything in it; `listed`: marks are list items by themselves.
// Returns the node.
uint32_t build_timeline(Builder& b, uint32_t region, Rect rect, const TimeFacts& facts,
                        const TimelineLayout& layout, bool listed);

// The list of rows, or of bars where there are too many rows, from `y` on; returns the y below. `bottom`: it
// ends there; 0: as long as it likes.
float add_date_list(Builder& b, uint32_t region, float y, float bottom, const TimeFacts& facts,
                    const TimelineLayout& layout);

// The parts of a plot that the pointer asks for: the same layout that was drawn on this node.
TimelineLayout layout_on(const SceneInput& in, const TimeFacts& facts, const Node& surface);

// The next window when the reader goes nearer (factor above 1) or farther by a button.
command::SetTimeWindow zoom_by_button(const TimeFacts& facts, const TimelineLayout& layout, float factor);

// The ends that a drag chooses, as in a query. One that begins on a handle of the chosen range moves that end
// and leaves the other as it is.
struct DraggedRange {
  std::string from, to;
};
DraggedRange dragged_range(const SceneInput& in, const TimeScale& scale, const Gesture& gesture);

// All rows of the lane whose dates count in the bin, which must have one.
Subject subject_of(const TimeLaneFacts& lane, const TimeBin& bin);

// Chooses exactly these dates, or takes them back if they are chosen.
Command toggle_range(const Query& query, const PartialDate& from, const PartialDate& to);

}  // namespace explorer
