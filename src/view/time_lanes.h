// Where everything on the timeline lies: lanes of marks with labels beside them that never touch, clusters
// where many fall together, bars where there are more than marks can show. Plain numbers from state, facts
// and the size of the plot, so that builder and pointer see the same.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "view/build_scene.h"
#include "view/time_axis.h"

namespace explorer {

// Tick: an exact day. Span: a month or longer. Bracket: between two dates, or a date of which only that is
// known. Fade: "about". Cluster: several dates, with their number.
enum class TimeShape : uint8_t { Tick, Span, Bracket, Fade, Cluster };

struct TimeMark {
  TimeShape shape = TimeShape::Tick;
  float x0 = 0, x1 = 0;                        // px in the plot, within it
  uint32_t row = 0;                            // of the lane
  bool open_left = false, open_right = false;  // goes on beyond the edge, or has no such end
  bool uncertain = false;                      // "perhaps"
  bool inferred = false;
  bool left_out = false;  // by a term on dates
  // So wide that it is a line at the foot of its lane, which takes no row from others: the `row` is its
  // label's, and `line` counts such lines from below.
  bool backdrop = false;
  uint32_t line = 0;
  std::vector<RowIndex> rows;
  DaySpan days;  // of all its rows
  bool one_date = true;
  std::string label;  // as it fits; empty where there is no room
  float label_x = 0, label_w = 0;
};

struct TimeBin {
  float x = 0, w = 0;
  int64_t from_day = 0, to_day = 0;
};

struct TimeLane {
  size_t facts = 0;    // index into TimeFacts::lanes
  float y = 0, h = 0;  // px in the plot
  uint32_t rows = 1;
  bool histogram = false;
  uint32_t tallest = 0;  // histogram: the greatest total of a bin
  std::vector<TimeMark> marks;
};

struct TimelineLayout {
  TimeScale scale{0, 1, 1};
  TimeAxis axis;
  float row_h = 0;
  float lanes_h = 0;          // the axis lies below
  bool labels_inside = true;  // rows are high enough for labels in marks
  float rows_top = 0;         // of each lane, from its y
  bool opened = false;
  std::vector<TimeLane> lanes;
  std::vector<TimeBin> bins;       // of the histograms; empty if there is none
  uint64_t before = 0, after = 0;  // rows that lie before and after what is in sight
};

inline constexpr Font TimeFont = Font::Small;
inline constexpr float TimeAxisHeight = 36;
inline constexpr float LanePad = 2;       // above and below the rows of a lane
inline constexpr float LaneCaption = 18;  // above them, where lanes are named there

// `height` of plot and axis in px; 0: as the content asks. `captions`: lanes are named above their rows.
struct PlotSize {
  float width = 0, height = 0;
  bool captions = false;
};
TimelineLayout lay_out_timeline(const SceneInput& in, const TimeFacts& facts, PlotSize size);

// Rows of a lane in a bin.
struct BinCounts {
  uint32_t count = 0, kept = 0, vague = 0, total = 0, total_vague = 0;
};
BinCounts bin_counts(const TimeLaneFacts& lane, const TimeBin& bin);

// What a mark and its label take of the plot; of a backdrop, its label.
Rect mark_box(const TimelineLayout& layout, const TimeLane& lane, const TimeMark& mark);

// What is at a place: a mark of a lane, or a bin.
struct TimeHit {
  size_t lane = 0;
  std::optional<size_t> mark, bin;
};
std::optional<TimeHit> hit_timeline(const TimelineLayout& layout, Point at);

// The dates chosen by dragging from one place to another, as precisely as the axis is there; {from, to}.
struct DateRange {
  PartialDate from, to;
};
DateRange brushed_range(const TimeScale& scale, float from_x, float to_x, TextMeasurer& measurer);

// The range of dates that the query has, in px; nothing if there is none, or none that can be read.
struct BrushSpan {
  float x0 = 0, x1 = 0;
  bool open_left = false, open_right = false;
};
std::optional<BrushSpan> chosen_span(const Query& query, const TimeScale& scale);

// The facts that the input has, or else computed now.
std::shared_ptr<const TimeFacts> time_facts_of(const SceneInput& in);

}  // namespace explorer
