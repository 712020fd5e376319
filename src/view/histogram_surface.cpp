// What the pointer means on the summary of a column: a bar is a value or a range of the column, several of
// them are a longer range or several values, and rows that state nothing can be asked for too.
#include <algorithm>

#include "view/build_summary.h"
#include "view/surface.h"

namespace explorer {
namespace {

struct Found {
  const ColumnSummary* summary = nullptr;
  const ColumnSpec* spec = nullptr;
  SummaryShape shape;
};

std::optional<Found> find(const SceneInput& input, const Node& node) {
  const TableId table = node.surface.table;
  const size_t column = node.surface.column;
  const ColumnSummary* summary = find_summary(input.results.summaries, table, column);
  if (summary == nullptr) return std::nullopt;
  return Found{summary, &column_specs(table)[column], shape_in(*summary, node)};
}

std::optional<Subject> subject_at(const SceneInput& input, const Node& node, Point at) {
  const auto found = find(input, node);
  const auto bar = found ? bar_at(found->shape, *found->summary, at.x) : std::nullopt;
  if (!bar) return std::nullopt;
  return subject_of_bar(*found->summary, *bar);
}

// The term "column:none"; end() if the query has none.
auto find_missing(const Query& query, std::string_view column) {
  return std::find_if(query.terms.begin(), query.terms.end(), [column](const Term& term) {
    return term.op == TermOp::Missing && !term.exclude && term.column == column;
  });
}

// No row states a value and none at the same time.
Command in_place_of_missing(const SceneInput& input, const ColumnSpec& spec, Command command) {
  const Query& query = input.state.query;
  if (find_missing(query, spec.name) == query.terms.end()) return command;
  AppState state = input.state;
  state = apply(std::move(state), command::ClearColumn{std::string(spec.name)}, input.dataset);
  state = apply(std::move(state), command, input.dataset);
  return command::SetQueryText{state.query_text};
}

Command set_bars(const SceneInput& input, const Found& found, size_t first, size_t last) {
  const std::vector<SummaryBar>& bars = found.summary->bars;
  const std::string column(found.spec->name);
  if (holds_strings(found.spec->type)) {
    std::vector<std::string> values;
    for (size_t i = first; i <= last; ++i)
      values.push_back(bars[i].value);
    return in_place_of_missing(input, *found.spec, command::SetValues{column, std::move(values)});
  }
  const RangeEnds ends = range_ends(found.spec->type, bars[first].least, bars[last].greatest);
  return in_place_of_missing(input, *found.spec, command::SetRange{column, ends.from, ends.to});
}

// A click on what is chosen already takes it back.
std::optional<Command> click(const SceneInput& input, const Node& node, Point at) {
  const auto found = find(input, node);
  const auto bar = found ? bar_at(found->shape, *found->summary, at.x) : std::nullopt;
  if (!bar) return std::nullopt;
  const std::string column(found->spec->name);
  const std::vector<SummaryBar>& bars = found->summary->bars;
  if (*bar >= bars.size()) return toggle_missing(input.state.query, column);
  if (holds_strings(found->spec->type)) {
    return in_place_of_missing(input, *found->spec, command::ToggleValue{column, bars[*bar].value});
  }
  const RangeEnds ends = range_ends(found->spec->type, bars[*bar].least, bars[*bar].greatest);
  if (range_text(input.state.query, column) == std::vector{ends.from, ends.to})
    return command::SetRange{column, {}, {}};
  return set_bars(input, *found, *bar, *bar);
}

std::optional<Command> drag(const SceneInput& input, const Node& node, const Gesture& gesture) {
  const auto found = find(input, node);
  if (!found || gesture.pan) return std::nullopt;
  const auto range = bars_between(found->shape, gesture.from.x, gesture.to.x);
  if (!range) return std::nullopt;
  return set_bars(input, *found, range->first, range->last);
}

std::optional<Command> zoom(const SceneInput&, const Node&, Point, float) {
  return std::nullopt;
}

}  // namespace

Command toggle_missing(const Query& query, std::string_view column) {
  const bool asked = find_missing(query, column) != query.terms.end();
  Query changed = remove_column_terms(query, column);
  if (!asked) changed.terms.push_back({false, std::string(column), TermOp::Missing, {}});
  return command::SetQueryText{format_query(changed)};
}

const SurfaceActions HistogramActions = {subject_at, click, drag, zoom};

}  // namespace explorer
