// Which columns of a table are on screen, how wide, and how a cell reads. Shared by the wide table, the
// phone's cards and the popovers.
#pragma once

#include <vector>

#include "view/scene_parts.h"

namespace explorer {

struct ShownColumn {
  size_t column = 0;   // index into column_specs
  float x = 0, w = 0;  // px in the row, cell insets included
  bool numeric = false;
  float inset_right = 8;  // CellInset, more between right-aligned figures and a text beside them
};

inline constexpr float CellInset = 8;

// The column that holds evidence marks instead of text; column_specs().size() if the table has none.
size_t evidence_column(TableId table);

// Whether a column can be on screen: nothing is shown for a column that no row fills.
bool column_filled(const Dataset& dataset, TableId table, size_t column);

// The columns to show, from left to right, so that they fill `room` px; wider than `room` only if they
// cannot be made narrower. Widths that the reader chose are kept.
std::vector<ShownColumn> shown_columns(Builder& b, TableId table, float room);

// The text of a cell and how it is drawn: a dash is faint, an inferred value soft with a description.
struct CellLook {
  std::string text;
  TextStyle style;
  std::string description;
  bool stated = true;
};
CellLook cell_look(const Dataset& dataset, TableId table, RowIndex row, size_t column);

// Tells a node the dataset's language, if its text is the dataset's own: a cell of that column, or what
// row_title() gives. Dates and numbers, names of regions and places in charts are the interface's words.
void set_cell_language(Builder& b, uint32_t node, TableId table, size_t column);
void set_title_language(Builder& b, uint32_t node, TableId table);

// What a row is called where it stands alone: its title; a chart entry by its place, "No. 1 in Japan".
std::string row_title(const Dataset& dataset, TableId table, RowIndex row);

// The articles that state a row, each once as a link, from the right end of `rect`: marks for where there is
// little room. "+3" for those that do not fit.
void add_article_marks(Builder& b, uint32_t parent, Rect rect, TableId table, RowIndex row);
// The evidence marks of a row as links, in `rect`, "+3" for those that do not fit.
void add_evidence_marks(Builder& b, uint32_t cell, Rect rect, TableId table, RowIndex row);

// Position (from 1) of a column among the sort keys, 0 if it is not one; and its direction.
struct SortPlace {
  size_t order = 0;
  bool descending = false;
  bool several = false;
};
SortPlace sort_place(const Query& query, TableId table, size_t column);

// Size of the button in a header that opens the filter.
float filter_px(const Builder& b);
// Room for add_article_marks() at the end of a line: for one, and how many more there are.
float marks_px(const Builder& b);

// Whether a filter on this column is active.
bool column_filtered(const Query& query, TableId table, size_t column);

}  // namespace explorer
