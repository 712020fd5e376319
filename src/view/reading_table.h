// One table as plain rows and cells, each as high as its text needs, for the reading view. Where the columns
// do not fit beside each other, the cells of a row stand below each other, with their headings beside them.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Rows of a table's result by their places in it.
struct ReadingRange {
  size_t first = 0, end = 0;
};

// Adds those rows at `at` of `parent`, at.w wide including CellInset on both sides; returns the height used.
// `label`: the table's name.
float add_reading_table(Builder& b, uint32_t parent, Rect at, TableId table, ReadingRange range,
                        std::string label);

}  // namespace explorer
