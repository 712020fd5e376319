// See script_answers.h. Values have the form that the dataset's format gives them.
#include "app/script_answers.h"

#include <algorithm>

#include "core/json_write.h"
#include "core/partial_date.h"
#include "state/query_text.h"

namespace explorer::script {
namespace {

using json::put_member, json::put_name, json::put_value;

constexpr size_t MaxValues = 1000;
constexpr size_t MaxBars = 60;
constexpr std::string_view ViewNames[] = {"overview", "articles", "releases", "charts", "videos"};
constexpr std::string_view PhaseNames[] = {"loading", "ready", "failed", "stopped"};

TableId table_of_view(const App& app) {
  return table_of(app.state().view).value_or(TableId::Articles);
}

std::string day_text(int64_t day) {
  PartialDate date;
  date.form = DateForm::Single;
  date.earliest = day * 86'400;
  date.latest = date.earliest + 86'399;
  return format_edtf(date);
}

void put_bar(std::string& out, const HistogramBar& bar, bool date) {
  if (out.back() != '[') out += ',';
  out += '{';
  if (date) {
    put_member(out, "from", day_text(bar.least));
    put_member(out, "to", day_text(bar.greatest));
  } else {
    put_member(out, "from", bar.least);
    put_member(out, "to", bar.greatest);
  }
  put_member(out, "count", int64_t{bar.count});
  put_member(out, "total", int64_t{bar.total});
  out += '}';
}

// What happened, why, and what to do; empty unless loading failed.
std::string failure_text(const LoadStatus& load) {
  if (load.phase != LoadPhase::Failed) return {};
  std::string text = load.failure_title;
  if (!load.failure_detail.empty()) text += ": " + load.failure_detail;
  if (!load.failure_hint.empty()) text += " " + load.failure_hint;
  return text;
}

}  // namespace

std::string state(const App& app) {
  const AppState& state = app.state();
  const TableId table = table_of_view(app);
  const QueryResult& result = app.results().tables[static_cast<size_t>(table)];
  const QueryResult& articles = app.results().tables[static_cast<size_t>(TableId::Articles)];
  std::string out = "{";
  put_member(out, "view", ViewNames[static_cast<size_t>(state.view)]);
  put_member(out, "query", state.query_text);
  if (state.query_error) put_member(out, "error", state.query_error->message);
  put_member(out, "phase", PhaseNames[static_cast<size_t>(app.load_status().phase)]);
  const std::string failure = failure_text(app.load_status());
  if (!failure.empty()) put_member(out, "failure", failure);
  put_member(out, "count", int64_t{result.rows.size()});
  put_member(out, "total", int64_t{result.total});
  put_member(out, "articles", int64_t{articles.total});
  return out += '}';
}

std::string rows(const App& app, uint32_t from, uint32_t count) {
  const Dataset* dataset = app.shown_dataset();
  const TableId id = table_of_view(app);
  const RowList& found = app.results().tables[static_cast<size_t>(id)].rows;
  std::string out = "[";
  for (size_t place = from;
       dataset != nullptr && place < std::min<size_t>(found.size(), size_t{from} + count); ++place) {
    const Table& table = dataset->table(id);
    if (out.back() != '[') out += ',';
    out += '{';
    put_member(out, "id", table.ids.view(found[place]));
    for (const Column& column : table.columns) {
      if (!column.is_stated(found[place])) continue;
      put_name(out, column.spec.name);
      put_value(out, column, found[place]);
    }
    out += '}';
  }
  return out += ']';
}

std::string facets(App& app, std::string_view name) {
  const Dataset* dataset = app.shown_dataset();
  const TableId table = table_of_view(app);
  const std::optional<size_t> index = find_column(table, name);
  if (dataset == nullptr || !index) return "{}";
  QueryEngine* engine = app.answered_engine(table);
  const Column& column = dataset->column(table, *index);
  const FacetCounts& counts = engine->facet_counts(table, *index);
  const FacetCounts& totals = engine->total_counts(table, *index);
  const bool texts = holds_strings(column.spec.type);
  std::string out = "{";
  put_member(out, "missing", int64_t{counts.not_stated});
  if (texts) {
    const auto occurs = [](uint32_t count) { return count > 0; };
    put_member(out, "distinct", int64_t{std::ranges::count_if(counts.by_value, occurs)});
  }
  put_name(out, texts ? "values" : "bars");
  out += '[';
  if (texts) {
    for (const FacetValue& facet : order_facets(column, counts, totals, {{}, MaxValues})) {
      if (out.back() != '[') out += ',';
      out += '{';
      put_member(out, "value", column.value_text(facet.value));
      put_member(out, "count", int64_t{facet.count});
      put_member(out, "total", int64_t{facet.total});
      out += '}';
    }
  } else {
    for (const HistogramBar& bar : histogram(column, counts, totals, MaxBars))
      put_bar(out, bar, column.spec.type == ColumnType::Date);
  }
  return out += "]}";
}

std::string set_sort(App& app, std::string_view keys) {
  const AppState& state = app.state();
  const ParsedQuery sorted = explorer::set_sort(state.query, keys);
  if (sorted.error) return sorted.error->message;
  if (sorted.query != state.query || state.query_error)
    app.dispatch(command::SetQueryText{format_query(sorted.query)});
  return {};
}

}  // namespace explorer::script
