// The summary of a column: bars that show how its values are distributed and filter it, under its header and,
// larger, in its filter.
#pragma once

#include "view/scene_parts.h"
#include "view/summary_shape.h"

namespace explorer {

// Fills `rect` of `parent`: the bars, and a line of text below them.
void add_summary(Builder& b, uint32_t parent, Rect rect, TableId table, size_t column);

// The bars of the summary that `node` shows.
SummaryShape shape_in(const ColumnSummary& summary, const Node& node);

// Asks for the rows that state nothing in the column, in place of all other terms on it; or no longer.
Command toggle_missing(const Query& query, std::string_view column);

// Height of the line of text.
inline constexpr float SummaryCaption = 18;

}  // namespace explorer
