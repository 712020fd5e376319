// The same grid on a narrow screen: a strip of columns to sort and filter by, and a two-line card a row.
#pragma once

#include <span>

#include "view/scene_parts.h"

namespace explorer {

// The strip over cards: a scrolling row of columns, each to sort and filter by, at the top of `grid`.
inline constexpr float ColumnStrip = 52;
void add_column_strip(Builder& b, uint32_t grid, TableId table, std::span<const size_t> columns, float width,
                      float margin);

// One column of such a strip, in a header cell that is added next: its name sorts, the funnel filters.
// Returns the width; `x`: where it begins.
float add_column_pill(Builder& b, uint32_t row, TableId table, size_t column, size_t col_index, float x);

void build_table_phone(Builder& b, uint32_t parent, Rect area, TableId table);

}  // namespace explorer
