// See cell_filter.h.
#include "view/cell_filter.h"

#include <algorithm>

#include "core/regions.h"
#include "view/build_summary.h"
#include "view/column_summary.h"
#include "view/format.h"
#include "view/text_layout.h"

namespace explorer {
namespace {

constexpr size_t MostValues = 3;  // of a list
constexpr size_t MostText = 200;  // bytes
constexpr size_t MostName = 80;
constexpr int64_t DaySecs = 86400;

// The query with a term that no row may meet; nothing if it has that.
std::optional<Command> without(const Query& query, std::string_view column, TermOp op,
                               std::vector<std::string> values) {
  Query changed = query;
  Term term{true, std::string(column), op, std::move(values)};
  if (std::ranges::find(query.terms, term) != query.terms.end()) return std::nullopt;
  changed.terms.push_back(std::move(term));
  return command::SetQueryText{format_query(changed)};
}

CellFilter missing_filter(const Query& query, std::string_view column) {
  const Term asked{false, std::string(column), TermOp::Missing, {}};
  const bool on = std::ranges::find(query.terms, asked) != query.terms.end();
  return {{},
          on ? std::nullopt : std::optional(toggle_missing(query, column)),
          without(query, column, TermOp::Missing, {})};
}

CellFilter value_filter(const Query& query, const ColumnSpec& spec, std::string_view value) {
  const bool region = spec.type == ColumnType::Region;
  const std::string column(spec.name), text(value);
  std::optional<Command> only;
  if (!has_value(query, column, value)) only = command::ToggleValue{column, text};
  return {display_text(region ? region_name(value) : value, MostName), std::move(only),
          without(query, column, TermOp::Equals, {text})};
}

CellFilter text_filter(const Query& query, std::string_view name, std::string_view value) {
  const std::string column(name), text(value);
  std::optional<Command> only;
  if (contains_text(query, column) != text) only = command::SetContains{column, text};
  return {display_text(value, MostName), std::move(only), without(query, column, TermOp::Contains, {text})};
}

CellFilter range_filter(const Query& query, std::string_view name, RangeEnds ends, std::string shown) {
  if (ends.from.empty() && ends.to.empty()) return {std::move(shown), {}, {}};
  const std::string column(name);
  std::optional<Command> only;
  if (range_text(query, column) != std::vector{ends.from, ends.to})
    only = command::SetRange{column, ends.from, ends.to};
  return {std::move(shown), std::move(only), without(query, column, TermOp::Range, {ends.from, ends.to})};
}

// Ends that are open stay so.
RangeEnds ends_of(ColumnType type, int64_t least, int64_t greatest) {
  const bool from = least != INT64_MIN, to = greatest != INT64_MAX;
  if (!from && !to) return {};
  RangeEnds ends = range_ends(type, from ? least : greatest, to ? greatest : least);
  if (!from) ends.from.clear();
  if (!to) ends.to.clear();
  return ends;
}

int64_t day_of(int64_t instant) {
  if (instant == EarliestInstant || instant == LatestInstant) return instant;
  return instant / DaySecs - (instant % DaySecs < 0 ? 1 : 0);
}

}  // namespace

std::vector<CellFilter> cell_filters(const AppState& state, const Dataset& dataset, RowRef row,
                                     size_t index) {
  const Column& column = dataset.column(row.table, index);
  const ColumnSpec& spec = column_specs(row.table)[index];
  const Query& query = state.query;
  if (!column.is_stated(row.row)) return {missing_filter(query, spec.name)};
  std::string shown = display_text(format_cell(dataset, row.table, row.row, index), MostName);
  switch (spec.type) {
    case ColumnType::Category:
    case ColumnType::Region:
      return {value_filter(query, spec, column.text(row.row))};
    case ColumnType::CategoryList: {
      std::vector<CellFilter> filters;
      for (const ValueCode code : column.list(row.row)) {
        if (filters.size() < MostValues)
          filters.push_back(value_filter(query, spec, column.value_text(code)));
      }
      return filters;
    }
    case ColumnType::Text:
      if (column.text(row.row).size() > MostText) return {};
      return {text_filter(query, spec.name, column.text(row.row))};
    case ColumnType::Number:
    case ColumnType::Duration: {
      const QuantityBounds limits = bounds(column.number(row.row));
      return {range_filter(query, spec.name, ends_of(spec.type, limits.least, limits.greatest),
                           std::move(shown))};
    }
    case ColumnType::Date: {
      const PartialDate& date = column.date(row.row);
      return {range_filter(query, spec.name, ends_of(spec.type, day_of(date.earliest), day_of(date.latest)),
                           std::move(shown))};
    }
  }
  return {};
}

}  // namespace explorer
