// Where the bars of a column's summary stand in a box, which of them is at a place, and what they look like.
// Plain numbers; no texts.
#pragma once

#include <memory>
#include <optional>

#include "view/column_summary.h"
#include "view/scene.h"

namespace explorer {

// Px from the corner of the box. Texts have no bars: a line whose length stands for all rows.
struct SummaryShape {
  float left = 0, width = 0;                  // of the plot
  float height = 0;                           // of the tallest bar
  float missing_left = 0, missing_width = 0;  // of what stands for rows that state nothing; 0: there are none
  size_t bars = 0;                            // how many are drawn, the first ones
  float pitch = 0;                            // from one bar to the next
  float gap = 0;                              // between two
};

// In a box of `width` x `height`; `at_end`: bars that need less of it stand at its right end.
SummaryShape summary_shape(const ColumnSummary& summary, float width, float height, bool at_end);

struct BarSpan {
  float x = 0, w = 0;
};
BarSpan bar_span(const SummaryShape& shape, size_t bar);

// The bar at `x`, the nearest one beside them; summary.bars.size() where rows without a value are; nothing
// where there is nothing to choose.
std::optional<size_t> bar_at(const SummaryShape& shape, const ColumnSummary& summary, float x);

// First and last bar that a drag from one x to another covers; nothing if it began where no bars are.
struct BarRange {
  size_t first = 0, last = 0;
};
std::optional<BarRange> bars_between(const SummaryShape& shape, float from_x, float to_x);

// Total pale, what other columns' filters leave stronger, what all leave in full colour. `pointed`: a bar
// that is under the pointer; `brushed`: bars that a drag covers.
std::shared_ptr<const Picture> summary_picture(const ColumnSummary& summary, const SummaryShape& shape,
                                               std::optional<size_t> pointed, std::optional<BarRange> brushed,
                                               double now_ms);
// While nothing is counted yet.
std::shared_ptr<const Picture> flat_picture(float width, float height);

}  // namespace explorer
