// Walking by keys through what is one stop of the Tab key: the cells of a grid, the items of a list
// (WAI-ARIA: roving tabindex). Builders say what there is; which of it Tab reaches, and what lies around what
// has the focus, is found here. Knows no dataset.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "view/scene.h"

namespace explorer {

// Leaves of all that can have the focus in `grid`, the last node of the scene but for its contents, one tab
// stop: the cell at the table's cursor and, where the reader is in it, what it holds. `by_rows`: rows that
// can be opened have the focus as a whole, not their cells.
void set_grid_stop(Scene& scene, uint32_t grid, const TableState& table, bool by_rows);

// The same with every list that is walked: the item that was in `visited`, else the first.
void set_list_stops(Scene& scene, std::span<const NodeKey> visited);

// Where something is in a grid.
struct GridSpot {
  const Node* grid = nullptr;
  const Node* row = nullptr;
  const Node* stop = nullptr;  // what of the row has the focus: a cell, or the row itself
  bool inside = false;         // it is something that the stop holds
};
std::optional<GridSpot> grid_spot(const Scene& scene, NodeKey key);

// The row of a grid with this index (the header has 1); null if it is not in the scene.
const Node* row_of_grid(const Scene& scene, const Node& grid, uint32_t row_index);
// What has the focus in a row at column `col`: the last cell that does not come after it, else the first one.
// Null if there is none.
const Node* stop_in_row(const Scene& scene, const Node& row, uint32_t col);
// The cells of a row that can have the focus, in order; the row alone where that has it as a whole.
std::vector<const Node*> stops_in_row(const Scene& scene, const Node& row);
// What in a cell or item can be acted on, in order.
std::vector<const Node*> controls_in(const Scene& scene, const Node& stop);

// Where something is in a list that is walked: the items by what they begin with, and what the own item
// holds.
struct ListSpot {
  const Node* list = nullptr;
  std::vector<const Node*> items, controls;
  size_t item = 0, control = 0;
  size_t beside = 1;  // items that stand beside each other
};
std::optional<ListSpot> list_spot(const Scene& scene, NodeKey key);

}  // namespace explorer
