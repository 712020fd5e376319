// How marks of the timeline look, as shapes: each as precise as its date. Shared by the drawing and its
// legend.
#pragma once

#include "view/time_lanes.h"

namespace explorer {

// Colours of one mark: where it is not what the reader points at, or left out, it steps back.
struct MarkLook {
  Color color = Color::Accent;
  float strength = 1;
};

// Draws the mark in `box`, whose left and right are those of the mark. `number_w`: of a cluster's number, px.
void draw_time_mark(Picture& picture, const TimeMark& mark, Rect box, MarkLook look, float number_w = 0);
// Of a cluster, the part that holds its number: `number_w` wide with room around, in the middle.
Rect cluster_pill(Rect box, float number_w);
// A line at the foot of a lane, `y` its lower edge.
void draw_backdrop(Picture& picture, const TimeMark& mark, float y, MarkLook look);
// Grid, squeezed stretches and the lines between lanes.
void draw_time_grid(Picture& picture, const TimelineLayout& layout);
// The bars of one lane.
void draw_time_bars(Picture& picture, const TimelineLayout& layout, const TimeLane& lane,
                    const TimeLaneFacts& facts);
// A range of dates: what lies outside steps back; handles at its ends.
void draw_brush(Picture& picture, const TimelineLayout& layout, const BrushSpan& span, bool chosen);

}  // namespace explorer
