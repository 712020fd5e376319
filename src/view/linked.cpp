// See linked.h.
#include "view/linked.h"

#include <algorithm>

#include "core/facet_counts.h"

namespace explorer {
namespace {

// The code of the region that a chart entry names; empty for any other row.
std::string_view region_of(const Dataset& dataset, RowRef row) {
  if (row.table != TableId::ChartEntries) return {};
  return dataset.column(row.table, chart_column::Region).text(row.row);
}

bool are_linked(const Dataset& dataset, RowRef a, RowRef b) {
  const auto of_a = dataset.table(a.table).links_of(a.row), of_b = dataset.table(b.table).links_of(b.row);
  return of_a.size() < of_b.size() ? std::ranges::find(of_a, PackedRow(b)) != of_a.end()
                                   : std::ranges::find(of_b, PackedRow(a)) != of_b.end();
}

bool rows_related(const Dataset& dataset, RowRef a, RowRef b) {
  if (a == b || are_linked(dataset, a, b)) return true;
  const std::string_view region = region_of(dataset, a);
  return !region.empty() && region == region_of(dataset, b);
}

// A row is about a region if it names it, or is linked to a chart entry that does.
bool is_about(const Dataset& dataset, RowRef row, std::string_view region) {
  if (region_of(dataset, row) == region) return true;
  const auto links = dataset.table(row.table).links_of(row.row);
  return std::ranges::any_of(links,
                             [&](const PackedRow& link) { return region_of(dataset, link) == region; });
}

// Rows of the part and, where it stands for rows rather than for a value, what is linked to them.
bool is_of_part(const Dataset& dataset, const Subject& subject, const Subject& whole) {
  if (subject.part) return false;
  if (!subject.row)
    return whole.row && !subject.region.empty() && is_about(dataset, *whole.row, subject.region);
  if (is_in_part(dataset, *subject.row, *whole.part)) return true;
  if (!whole.row) return false;
  constexpr size_t MostLinks = 64;
  const auto links = dataset.table(subject.row->table).links_of(subject.row->row);
  return std::ranges::any_of(links.first(std::min(links.size(), MostLinks)),
                             [&](const PackedRow& link) { return is_in_part(dataset, link, *whole.part); });
}

bool exists(const Dataset& dataset, const Subject& subject) {
  return !subject.row || subject.row->row < dataset.table(subject.row->table).row_count;
}

// Rows and what leads to one; the small marks of articles in a table's cells say nothing of their own.
std::optional<RowRef> row_opened_by(const Node& node) {
  const auto* select = selects(node);
  if (select == nullptr || (node.role == Role::Link && !select->go_to_view)) return std::nullopt;
  return select->row;
}

}  // namespace

bool is_in_part(const Dataset& dataset, RowRef row, const ColumnPart& part) {
  if (row.table != part.table) return false;
  const Column& column = dataset.column(part.table, part.column);
  if (part.missing || !column.is_stated(row.row)) return part.missing && !column.is_stated(row.row);
  if (column.is_list()) {
    const auto is_value = [&](ValueCode code) { return column.value_text(code) == part.value; };
    return std::ranges::any_of(column.list(row.row), is_value);
  }
  if (holds_strings(column.spec.type)) return column.text(row.row) == part.value;
  const std::optional<int64_t> place = histogram_place(column, column.entry(row.row) - 1);
  return place && *place >= part.least && *place <= part.greatest;
}

bool is_related(const Dataset& dataset, const Subject& a, const Subject& b) {
  if (a == b) return true;
  if (a.part || b.part) return a.part ? is_of_part(dataset, b, a) : is_of_part(dataset, a, b);
  if (a.row && b.row) return rows_related(dataset, *a.row, *b.row);
  if (!a.row && !b.row) return false;
  const Subject &rows = a.row ? a : b, &other = a.row ? b : a;
  return !other.region.empty() && is_about(dataset, *rows.row, other.region);
}

void light_up(Builder& b) {
  const auto& pointed = b.in.state.pointed;
  const bool any = pointed && b.in.dataset && exists(*b.in.dataset, *pointed);
  for (uint32_t id = 0; id < b.scene.nodes().size(); ++id) {
    Node& node = b.scene.node(id);
    if (!node.subject) {
      if (const auto row = row_opened_by(node)) node.subject = Subject{row, {}, {}};
    }
    // A dash would be too faint on the ground of what is lit or marked.
    const Node& parent = b.scene.node(node.parent);
    if (node.color == Color::Faint && (parent.lit || parent.marked)) node.color = Color::Soft;
    if (!any || !node.subject || !is_related(*b.in.dataset, *pointed, *node.subject)) continue;
    node.lit = true;
    // What is marked looks so in any case.
    const bool shows = node.hover_fill != Color::None || node.underline_on_hover;
    if (shows && node.fill != Color::MarkSoft) node.fill = Color::AccentSoft;
  }
}

}  // namespace explorer
