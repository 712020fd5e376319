// Where a dragged column header would land; see column_slot_at in build_scene.h.
#include "view/build_scene.h"

namespace explorer {

namespace {

float scroll_x(std::span<const ScrollOffset> scrolls, NodeKey key) {
  for (const ScrollOffset& offset : scrolls) {
    if (offset.key == key) return offset.x;
  }
  return 0;
}

float viewport_x(const Scene& scene, const Node& node, std::span<const ScrollOffset> scrolls) {
  float x = node.rect.x;
  for (uint32_t at = node.parent; at != 0; at = scene.node(at).parent) {
    const Node& around = scene.node(at);
    x += around.rect.x + content_x(around, scroll_x(scrolls, around.key));
  }
  return x;
}

size_t slot_of(const TableState& table, size_t column) {
  size_t slot = 0;
  while (slot < table.columns.size() && table.columns[slot].column != column)
    ++slot;
  return slot;
}

}  // namespace

std::optional<size_t> column_slot_at(const Scene& scene, const AppState& state,
                                     std::span<const ScrollOffset> scrolls, float viewport_x_px) {
  std::optional<size_t> slot;
  for (const Node& node : scene.nodes()) {
    if (node.drag.kind != Drag::MoveColumn) continue;
    const TableState& table = state.tables[static_cast<size_t>(node.drag.table)];
    const Node& header = node.role == Role::ColumnHeader ? node : scene.node(node.parent);
    const float middle = viewport_x(scene, header, scrolls) + header.rect.w / 2;
    const bool beyond = header.mirrored ? viewport_x_px < middle : viewport_x_px > middle;
    if (!slot || beyond) slot = slot_of(table, node.drag.column) + (beyond ? 1 : 0);
  }
  return slot;
}

}  // namespace explorer
