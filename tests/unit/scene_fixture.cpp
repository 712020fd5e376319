// See scene_fixture.h.
#include "scene_fixture.h"

#include <fstream>
#include <iterator>

#include "dataset_fixture.h"
#include "query_at_once.h"

namespace explorer::test {

namespace {

// Of every column that can be on screen: of the view's table and of an open filter.
std::vector<ColumnSummary> summaries_of(const Dataset& dataset, const AppState& state) {
  std::vector<ColumnSummary> all;
  QueryEngine engine(dataset);
  engine.ask(state.query, TableId::Articles);
  engine.work();
  const Popover& popover = state.popover;
  const auto shown = table_of(state.view);
  for (const TableId table : AllTables) {
    const bool filter = popover.kind == PopoverKind::ColumnFilter && popover.table == table;
    for (size_t column = 0; column < column_specs(table).size(); ++column) {
      if (table == shown || (filter && popover.column == column))
        all.push_back(column_summary(engine, dataset, table, column));
    }
  }
  return all;
}

}  // namespace

Results SceneSetup::results() const {
  Results results;
  if (!dataset) return results;
  for (const TableId table : AllTables) {
    results.tables[static_cast<size_t>(table)] = run_query(*dataset, state.query, table);
  }
  results.marked = count_marked(state.marks, results.tables[static_cast<size_t>(state.marks.table)].rows);
  if (summaries) results.summaries = summaries_of(*dataset, state);
  const Popover& popover = state.popover;
  if (popover.kind == PopoverKind::ColumnFilter) {
    const ColumnType type = column_specs(popover.table)[popover.column].type;
    const bool valued =
        type == ColumnType::Category || type == ColumnType::CategoryList || type == ColumnType::Region;
    if (valued) results.facets = facet_values(*dataset, state.query, popover.table, popover.column);
  }
  return results;
}

Scene SceneSetup::build(TextMeasurer& measurer) const {
  const Results answers = results();
  return build_scene(
      {state, dataset, answers, load, environment, scrolls, measurer, nullptr, 0, 0, map, {}, 0, exporting});
}

Scene SceneSetup::build() const {
  FixedMeasurer measurer;
  return build(measurer);
}

SceneSetup sample_videos(float width) {
  SceneSetup setup;
  setup.dataset = &sample_dataset();
  setup.environment = {width, 800};
  setup.apply(command::SetView{View::Videos});
  return setup;
}

const Dataset& empty_dataset() {
  static const std::unique_ptr<Dataset> dataset = DatasetBuilder().finish();
  return *dataset;
}

const Dataset& shipped_dataset() {
  static const LoadResult loaded = [] {
    std::ifstream file(EXPLORER_SOURCE_DIR "/data/articles.json", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    return load_dataset(bytes);
  }();
  return *loaded.dataset;
}

std::unique_ptr<Dataset> make_large_dataset() {
  DatasetBuilder builder;
  for (int i = 0; i < 100000; ++i) {
    const std::string number = std::to_string(i);
    builder.add_row(TableId::ChartEntries, "c" + number,
                    {{"title", "Song " + number},
                     {"chart", i % 3 == 0 ? "Charts of the North" : "Top Songs"},
                     {"region", i % 2 == 0 ? "KR" : "FR"},
                     {"position", std::to_string(i % 200 + 1)},
                     {"date", i % 5 == 0 ? "2023-12" : "2023-12-22"}});
  }
  builder.add_row(TableId::Releases, "r", {{"title", "One release"}, {"date", "2023-12-22~"}});
  return builder.finish();
}

const Dataset& large_dataset() {
  static const std::unique_ptr<Dataset> dataset = make_large_dataset();
  return *dataset;
}

std::string_view name_of(const Node& node) {
  return node.label.empty() ? node.text : node.label;
}

const Node* find_node(const Scene& scene, Role role, std::string_view name) {
  for (const Node& node : scene.nodes()) {
    if (node.role == role && name_of(node) == name) return &node;
  }
  return nullptr;
}

}  // namespace explorer::test
