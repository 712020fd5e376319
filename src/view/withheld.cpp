// See withheld.h. Builders leave out what would be a hole here: buttons that are a sign alone, and fields.
#include "view/withheld.h"

#include "state/rights.h"

namespace explorer::view::withheld {
namespace {

bool is_row_or_cell(Role role) {
  return role == Role::Row || role == Role::RowHeader || role == Role::Cell || role == Role::ColumnHeader;
}

void make_inert(Node& node, bool has_parts) {
  node.activate.reset();
  node.hover_border = Color::None;
  node.underline_on_hover = false;
  node.checked = node.expanded = Toggle::NotApplicable;
  node.shortcut.clear();
  node.tab_stop = node.by_keys = false;
  if (is_row_or_cell(node.role)) return;
  node.hover_fill = Color::None;
  node.description.clear();
  node.selected = false;
  if (has_parts) {
    node.role = Role::Group;
    return;
  }
  node.role = node.text.empty() ? Role::Decor : Role::Text;
  node.fill = Color::None;
  node.borders = edge::None;
  node.icon = Icon::None;
  node.label.clear();
  if (node.color == Color::Accent) node.color = Color::Ink;
}

}  // namespace

void leave_out(Scene& scene, const AppState& state) {
  const Embedding& embedding = state.embedding;
  const auto count = static_cast<uint32_t>(scene.nodes().size());
  std::vector<bool> has_parts(count);
  for (uint32_t id = 1; id < count; ++id)
    has_parts[scene.node(id).parent] = true;
  for (uint32_t id = 0; id < count; ++id) {
    Node& node = scene.node(id);
    if (!embedding.may(EmbedRight::Columns)) node.drag = {};
    if (node.surface.kind == Surface::Histogram) node.withheld = !embedding.may(EmbedRight::Filter);
    if (!node.activate || reader_may(state, *node.activate)) continue;
    // A row stays what is walked through, marked and copied.
    if (node.role == Role::Row) {
      node.withheld = true;
    } else {
      make_inert(node, has_parts[id]);
    }
  }
}

}  // namespace explorer::view::withheld
