// See grid_walk.h.
#include "view/grid_walk.h"

#include <algorithm>

namespace explorer {
namespace {

bool is_cell(Role role) {
  return role == Role::Cell || role == Role::RowHeader || role == Role::ColumnHeader;
}

bool acts(const Node& node) {
  return node.role != Role::Decor && (node.activate || !node.href.empty());
}

const Node* parent_of(const Scene& scene, const Node& node) {
  const Node* parent = &scene.node(node.parent);
  return parent == &node ? nullptr : parent;
}

// The node itself or the innermost one around it that has `role`; null if none has.
const Node* around(const Scene& scene, const Node* node, Role role) {
  while (node != nullptr && node->role != role)
    node = parent_of(scene, *node);
  return node;
}

bool is_within(const Scene& scene, const Node& node, const Node& outer) {
  for (const Node* at = parent_of(scene, node); at != nullptr; at = parent_of(scene, *at)) {
    if (at == &outer) return true;
  }
  return false;
}

// In lines that begin below each other; 1 where items are placed otherwise.
size_t items_beside(const Scene& scene, const std::vector<const Node*>& items) {
  size_t count = 0;
  const auto box = [&](size_t item) { return around(scene, items[item], Role::ListItem)->rect; };
  while (count < items.size() && box(count).y == box(0).y)
    ++count;
  return count < items.size() && box(count).x == box(0).x ? count : 1;
}

}  // namespace

std::vector<const Node*> controls_in(const Scene& scene, const Node& stop) {
  std::vector<const Node*> controls;
  for (const Node& node : scene.nodes()) {
    if (acts(node) && !is_cell(node.role) && is_within(scene, node, stop)) controls.push_back(&node);
  }
  return controls;
}

std::vector<const Node*> stops_in_row(const Scene& scene, const Node& row) {
  if (row.by_keys) return {&row};
  std::vector<const Node*> cells;
  for (const Node& node : scene.nodes()) {
    if (node.by_keys && is_cell(node.role) && parent_of(scene, node) == &row) cells.push_back(&node);
  }
  return cells;
}

const Node* stop_in_row(const Scene& scene, const Node& row, uint32_t col) {
  const Node* best = nullptr;
  for (const Node* stop : stops_in_row(scene, row)) {
    if (best == nullptr || stop->col_index <= col) best = stop;
  }
  return best;
}

const Node* row_of_grid(const Scene& scene, const Node& grid, uint32_t row_index) {
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Row && node.row_index == row_index && is_within(scene, node, grid)) return &node;
  }
  return nullptr;
}

std::optional<GridSpot> grid_spot(const Scene& scene, NodeKey key) {
  const Node* node = scene.find(key);
  const Node* row = around(scene, node, Role::Row);
  const Node* grid = around(scene, row, Role::Grid);
  if (grid == nullptr) return std::nullopt;
  if (row->by_keys) return GridSpot{grid, row, row, node != row};
  const Node* cell = node;
  while (cell != row && !(cell->by_keys && is_cell(cell->role)))
    cell = parent_of(scene, *cell);
  if (cell != row) return GridSpot{grid, row, cell, node != cell};
  const Node* first = stop_in_row(scene, *row, 1);
  if (first == nullptr) return std::nullopt;
  return GridSpot{grid, row, first, false};
}

void set_grid_stop(Scene& scene, uint32_t grid, const TableState& table, bool by_rows) {
  const auto count = static_cast<uint32_t>(scene.nodes().size());
  for (uint32_t i = grid + 1; i < count; ++i) {
    Node& node = scene.node(i);
    const bool whole = node.role == Role::Row;
    const Node& row = whole ? node : scene.node(node.parent);
    const bool row_has_it = by_rows && row.role == Role::Row && row.activate;
    node.by_keys = whole ? row_has_it : is_cell(node.role) ? !row_has_it : acts(node);
  }
  const Node* row = row_of_grid(scene, scene.node(grid), table.cursor.row);
  if (row == nullptr) row = row_of_grid(scene, scene.node(grid), 1);
  const Node* stop = row == nullptr ? nullptr : stop_in_row(scene, *row, table.cursor.col);
  if (stop == nullptr) return;
  std::vector<const Node*> stops{stop};
  if (table.in_cell) std::ranges::copy(controls_in(scene, *stop), std::back_inserter(stops));
  for (const Node* each : stops)
    scene.node(static_cast<uint32_t>(each - scene.nodes().data())).tab_stop = true;
}

void set_list_stops(Scene& scene, std::span<const NodeKey> visited) {
  for (uint32_t list = 0; list < scene.nodes().size(); ++list) {
    if (!scene.node(list).walked) continue;
    const std::vector<const Node*> controls = controls_in(scene, scene.node(list));
    if (controls.empty()) continue;
    const auto known = std::ranges::find_if(controls, [&](const Node* control) {
      return std::ranges::find(visited, control->key) != visited.end();
    });
    const Node* stop = known == controls.end() ? controls[0] : *known;
    for (const Node* control : controls) {
      Node& node = scene.node(static_cast<uint32_t>(control - scene.nodes().data()));
      node.by_keys = true;
      node.tab_stop = control == stop;
    }
  }
}

std::optional<ListSpot> list_spot(const Scene& scene, NodeKey key) {
  const Node* node = scene.find(key);
  const Node* item = around(scene, node, Role::ListItem);
  const Node* list = around(scene, item, Role::List);
  if (list == nullptr || !list->walked) return std::nullopt;
  ListSpot spot{list, {}, controls_in(scene, *item), 0, 0, 1};
  for (const Node& each : scene.nodes()) {
    if (each.role != Role::ListItem || parent_of(scene, each) != list) continue;
    const std::vector<const Node*> controls = controls_in(scene, each);
    if (controls.empty()) continue;
    if (&each == item) spot.item = spot.items.size();
    spot.items.push_back(controls[0]);
  }
  const auto own = std::ranges::find(spot.controls, node);
  if (own == spot.controls.end()) return std::nullopt;
  spot.control = static_cast<size_t>(own - spot.controls.begin());
  spot.beside = items_beside(scene, spot.items);
  return spot;
}

}  // namespace explorer
