// One table as a grid: a header that sorts, filters, resizes and moves its columns, and the rows in view.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Fills `area` (in `parent`'s coordinates) with the result of `table`; cards on a phone.
void build_table(Builder& b, uint32_t parent, Rect area, TableId table);

// Opens the filter of a column; the same button stands in the table's header and in the phone's strip.
uint32_t add_filter_button(Builder& b, uint32_t header, Rect rect, TableId table, size_t column);
// Fills the roles and states that header cells share in both layouts.
uint32_t add_column_header(Builder& b, uint32_t row, Rect rect, TableId table, size_t column,
                           size_t col_index);
// The first and one past the last row in view, with a margin of `spare` rows.
struct RowWindow {
  size_t first = 0, last = 0;
};
RowWindow rows_in_view(double scroll_y, float height, float row_h, size_t count, size_t spare = 4);
// Calls `add(place)` for the rows to build, in order: those in view and the one that the keyboard is in, so
// that the focus is never lost with a row that scrolls away.
template <typename Add>
void for_rows(const Builder& b, TableId table, RowWindow window, size_t count, Add add) {
  const size_t cursor = b.in.state.tables[static_cast<size_t>(table)].cursor.row;  // the header is 1
  const size_t kept = cursor < 2 || cursor - 2 >= count ? window.first : cursor - 2;
  if (kept < window.first) add(kept);
  for (size_t place = window.first; place < window.last; ++place)
    add(place);
  if (kept >= window.last) add(kept);
}
// Where a row lies in its body: far out of sight no farther than the body reaches.
float row_y(double place_px, double shift, float body_h, float row_h);
// The columns of a table that the reader shows and some row fills, in display order.
std::vector<size_t> filled_columns(const Builder& b, TableId table);
std::vector<size_t> filled_columns(const AppState& state, const Dataset& dataset, TableId table);
// Switches between table and cards, where the view has both and no room for it in the row of tabs: at the
// right end of `area`, beside a strip that is form_switch_w() narrower.
float form_switch_w(const Builder& b);
void add_form_switch(Builder& b, uint32_t parent, Rect rect);

}  // namespace explorer
