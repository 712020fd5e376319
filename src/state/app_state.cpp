// The state a reader starts with: which columns of a table are shown, and in which order, is data here.
#include "state/app_state.h"

#include <algorithm>
#include <span>

namespace explorer {
namespace {

using Names = std::span<const std::string_view>;

// Shown at first, in this order. What is missing here is hidden: long texts, addresses, and what another
// column tells already (a chart entry's claimed regions stand in its region cell).
constexpr std::string_view ArticleColumns[] = {"title", "tag", "date", "author", "facts"};
constexpr std::string_view ReleaseColumns[] = {"title", "artist", "kind", "label", "date", "parts", "source"};
constexpr std::string_view ChartColumns[] = {"chart", "region", "position", "title",
                                             "date",  "source", "provider"};
constexpr std::string_view VideoColumns[] = {"title",  "kind",  "publisher", "date",  "duration",
                                             "people", "track", "rank",      "source"};
constexpr std::string_view EventColumns[] = {"title", "kind", "date", "people", "place", "source"};
constexpr std::array<Names, TableCount> ShownColumns = {ArticleColumns, ReleaseColumns, ChartColumns,
                                                        VideoColumns, EventColumns};

}  // namespace

std::optional<TableId> table_of(View view) {
  switch (view) {
    case View::Overview:
      break;
    case View::Articles:
      return TableId::Articles;
    case View::Releases:
      return TableId::Releases;
    case View::ChartReach:
      return TableId::ChartEntries;
    case View::Videos:
      return TableId::Videos;
  }
  return std::nullopt;
}

View view_of(TableId table) {
  switch (table) {
    case TableId::Articles:
      return View::Articles;
    case TableId::Releases:
      return View::Releases;
    case TableId::ChartEntries:
      return View::ChartReach;
    case TableId::Videos:
      return View::Videos;
    case TableId::Events:
      break;
  }
  return View::Overview;
}

std::vector<std::string> range_fields(const AppState& state, std::string_view column) {
  const Popover& popover = state.popover;
  const bool typed = popover.kind == PopoverKind::ColumnFilter && popover.range.size() == 2 &&
                     column_specs(popover.table)[popover.column].name == column;
  return typed ? popover.range : range_text(state.query, column);
}

uint32_t count_marked(const RowMarks& marks, const RowList& rows) {
  if (!marks.any()) return 0;
  return static_cast<uint32_t>(std::ranges::count_if(rows, [&](RowIndex row) {
    return marks.has({marks.table, row});
  }));
}

TableState default_columns(TableId table) {
  TableState state;
  const auto specs = column_specs(table);
  std::vector<bool> placed(specs.size());
  const auto place = [&](size_t column, bool hidden) {
    state.columns.push_back({static_cast<uint8_t>(column), 0, hidden});
    placed[column] = true;
  };
  for (std::string_view name : ShownColumns[static_cast<size_t>(table)]) {
    if (const auto column = find_column(table, name)) place(*column, false);
  }
  for (size_t column = 0; column < specs.size(); ++column) {
    if (!placed[column]) place(column, true);
  }
  return state;
}

AppState initial_state() {
  AppState state;
  for (TableId table : AllTables)
    state.tables[static_cast<size_t>(table)] = default_columns(table);
  return state;
}

}  // namespace explorer
