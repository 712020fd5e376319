// Which columns the reading view has, how wide, and what their cells say: everything is measured here once.
#pragma once

#include "view/inferred.h"
#include "view/reading_table.h"
#include "view/table_columns.h"

namespace explorer {

// Articles that are named as the source of one row; of others their number.
inline constexpr size_t ReadingSources = 50;
// Of the sign before the title of an article.
inline constexpr float ReadingSign = 24;

struct ReadingColumn {
  size_t column = 0;       // index into column_specs
  float x = 0, w = 0;      // px in the row, insets included
  float inset_right = 20;  // between this column and the next
  bool numeric = false;
  float least = 0, wanted = 0;  // px: for its longest word, and for every cell in one line
};

struct ReadingPlan {
  TableId table;
  std::vector<ReadingColumn> columns;  // as the reader arranged them
  size_t naming = 0;                   // place of the column that names the row; columns.size(): none does
  bool stacked = false;                // they do not fit beside each other
  float width = 0;                     // of all, px
  std::vector<CellLook> looks;         // row by row, in the order of `columns`
  bool any_inferred = false;
};

ReadingPlan plan_reading(Builder& b, TableId table, ReadingRange range, float room);

// Whether a column holds addresses of the web.
bool is_address(TableId table, size_t column);
// One past the last place that the article of evidence[first] states; evidence comes article by article.
size_t end_of_article(std::span<const Evidence> evidence, size_t first);

}  // namespace explorer
