// Tables as scenes: grid semantics, alignment of columns, only the rows in view.
#include <doctest/doctest.h>

#include <map>

#include "dataset_fixture.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

SceneSetup table_of_size(const Dataset& dataset, View view, float w, float h) {
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.environment = {w, h};
  setup.apply(command::SetView{view});
  return setup;
}

const Node& grid_of(const Scene& scene) {
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Grid) return node;
  }
  FAIL("no grid");
  return scene.node(0);
}

}  // namespace

TEST_CASE("cells stand exactly under their column's header") {
  for (const View view : {View::Articles, View::Releases, View::ChartReach, View::Videos}) {
    for (const float width : {640.0f, 1024.0f, 2560.0f}) {
      const Scene scene = table_of_size(sample_dataset(), view, width, 900).build();
      std::map<uint32_t, Rect> headers;
      size_t cells = 0;
      for (const Node& node : scene.nodes()) {
        if (node.role == Role::ColumnHeader) headers[node.col_index] = node.rect;
      }
      for (const Node& node : scene.nodes()) {
        if (node.role != Role::Cell && node.role != Role::RowHeader) continue;
        ++cells;
        CHECK(node.rect.x == headers[node.col_index].x);
        CHECK(node.rect.w == headers[node.col_index].w);
      }
      CHECK(cells > 0);
      CHECK(headers.size() == grid_of(scene).col_count);
    }
  }
}

TEST_CASE("of 100,000 rows only those in view are nodes, wherever the grid is scrolled to") {
  for (const Size size : Sizes) {
    SceneSetup setup = table_of_size(large_dataset(), View::ChartReach, size.w, size.h);
    Scene scene = setup.build();
    CHECK(grid_of(scene).row_count == 100001);
    for (const Node& node : scene.nodes()) {
      if (node.scrolls && node.content_h > 100000) setup.scrolls = {{node.key, 0, 1800000}};
    }
    REQUIRE(setup.scrolls.size() == 1);
    scene = setup.build();
    CHECK(scene.nodes().size() < 1500);
    uint32_t least = UINT32_MAX, greatest = 0;
    for (const Node& node : scene.nodes()) {
      if (node.role != Role::Row || node.row_index <= 1) continue;
      least = std::min(least, node.row_index);
      greatest = std::max(greatest, node.row_index);
    }
    CHECK(least > 20000);
    CHECK(greatest - least < 70);
  }
}

TEST_CASE("the overview of 100,000 rows shows the first few and says how many there are") {
  const Scene scene = table_of_size(large_dataset(), View::Overview, 1440, 900).build();
  CHECK(scene.nodes().size() < 600);
  CHECK(find_node(scene, Role::Tab, "Chart reach, 100,000") != nullptr);
}

TEST_CASE("a header says how its column is sorted, and in which place among several") {
  SceneSetup setup = table_of_size(shipped_dataset(), View::ChartReach, 1440, 900);
  setup.apply(command::SetQueryText{"sort:date-desc,position"});
  const Scene scene = setup.build();
  const Node* date = find_node(scene, Role::ColumnHeader, "Date");
  const Node* position = find_node(scene, Role::ColumnHeader, "Position");
  const Node* chart = find_node(scene, Role::ColumnHeader, "Chart");
  REQUIRE(date);
  REQUIRE(position);
  REQUIRE(chart);
  CHECK(date->sort == SortState::Descending);
  CHECK(position->sort == SortState::Ascending);
  CHECK(chart->sort == SortState::None);
  CHECK(find_node(scene, Role::Decor, "2") != nullptr);
}

TEST_CASE("the header has a button to sort, one to filter and a handle to resize each column") {
  const Scene scene = table_of_size(sample_dataset(), View::ChartReach, 1440, 900).build();
  const Node* sort = find_node(scene, Role::Button, "Sort by Date");
  const Node* filter = find_node(scene, Role::Button, "Filter Date");
  const Node* handle = find_node(scene, Role::Separator, "Resize Date");
  REQUIRE(sort);
  REQUIRE(filter);
  REQUIRE(handle);
  CHECK(sort->drag.kind == Drag::MoveColumn);
  CHECK(handle->drag.kind == Drag::ResizeColumn);
  CHECK(std::holds_alternative<command::CycleSort>(*sort->activate));
  CHECK(std::holds_alternative<command::OpenPopover>(*filter->activate));
}

TEST_CASE("a width that the reader chose is kept") {
  SceneSetup setup = table_of_size(shipped_dataset(), View::ChartReach, 1440, 900);
  setup.apply(command::ResizeColumn{TableId::ChartEntries, chart_column::Chart, 333});
  const Scene scene = setup.build();
  const Node* header = find_node(scene, Role::ColumnHeader, "Chart");
  REQUIRE(header);
  CHECK(header->rect.w == 333);
}

TEST_CASE("the count of results is a live region in every layout") {
  for (const Size size : Sizes) {
    SceneSetup setup = table_of_size(shipped_dataset(), View::ChartReach, size.w, size.h);
    setup.apply(command::SetQueryText{"region:KR"});
    const Scene scene = setup.build();
    CHECK(find_node(scene, Role::Status, "1 of 9 chart entries") != nullptr);
    CHECK(find_node(scene, Role::Button, "Remove filter Region: South Korea") != nullptr);
  }
}

TEST_CASE("the key figures tell what is claimed from what is named") {
  SceneSetup setup = table_of_size(shipped_dataset(), View::Overview, 1440, 900);
  Scene scene = setup.build();
  CHECK(find_node(scene, Role::Button, "more than 90 regions at No. 1, 4 of them named") != nullptr);
  CHECK(find_node(scene, Role::Text, "4 named of more than 90 claimed") != nullptr);
  setup.apply(command::SetQueryText{"chart:bugs"});
  scene = setup.build();
  CHECK(find_node(scene, Role::Button, "1 region at No. 1") != nullptr);
}

TEST_CASE("a row's details name its article and paragraph, and what is inferred") {
  SceneSetup setup = table_of_size(shipped_dataset(), View::ChartReach, 1440, 900);
  setup.apply(command::SelectRow{{TableId::ChartEntries, 2}, false});
  const Scene scene = setup.build();
  CHECK(find_node(scene, Role::Complementary, "No. 1 in Japan") != nullptr);
  bool evidence = false, inferred = false;
  for (const Node& node : scene.nodes()) {
    inferred = inferred || (node.role == Role::Definition && node.text.starts_with("inferred:"));
    evidence = evidence || (node.role == Role::Link && node.label.ends_with(", paragraph 4"));
  }
  CHECK(inferred);
  CHECK(evidence);
}

TEST_CASE("columns that fit are cut no narrower than they need, the first stays readable") {
  for (const float width : {1280.0f, 1440.0f, 1900.0f}) {
    const Scene scene = table_of_size(shipped_dataset(), View::Videos, width, 900).build();
    const Node& grid = grid_of(scene);
    CHECK(grid.content_w == grid.rect.w);
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::RowHeader) CHECK(node.rect.w >= 184);
    }
  }
}

TEST_CASE("a table that has to scroll cuts only long texts") {
  const Scene scene = table_of_size(shipped_dataset(), View::ChartReach, 640, 480).build();
  const Node& grid = grid_of(scene);
  CHECK(grid.content_w > grid.rect.w);
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Cell || node.role == Role::RowHeader)
      CHECK((node.text.find("\u2026") == std::string::npos || node.rect.w >= 200));
  }
}

TEST_CASE("the overview names each region once, at its best place") {
  DatasetBuilder builder;
  const auto add = [&builder](const char* id, const char* region, const char* position) {
    builder.add_row(TableId::ChartEntries, id,
                    {{"title", "Song"}, {"chart", "Top"}, {"region", region}, {"position", position}});
  };
  add("a", "KR", "7");
  add("b", "KR", "2");
  add("c", "JP", "5");
  add("d", "KR", "3");
  const auto dataset = builder.finish();
  SceneSetup setup = table_of_size(*dataset, View::Overview, 1440, 900);
  const Scene scene = setup.build();
  CHECK(find_node(scene, Role::Button, "South Korea: No. 2, 3 entries") != nullptr);
  CHECK(find_node(scene, Role::Button, "Japan: No. 5, 1 entry") != nullptr);
}

TEST_CASE("resize marks show in the row under the pointer only") {
  const Scene scene = table_of_size(shipped_dataset(), View::ChartReach, 1440, 900).build();
  size_t marks = 0;
  for (const Node& node : scene.nodes()) {
    if (!node.reveal) continue;
    ++marks;
    CHECK(scene.node(node.parent).drag.kind == Drag::ResizeColumn);
  }
  CHECK(marks == grid_of(scene).col_count);
}

TEST_CASE("a row without a title is called untitled where it stands alone") {
  DatasetBuilder builder;
  builder.add_row(TableId::Releases, "r", {{"kind", "single"}});
  const auto dataset = builder.finish();
  SceneSetup setup = table_of_size(*dataset, View::Releases, 1440, 900);
  setup.apply(command::SelectRow{{TableId::Releases, 0}, false});
  const Scene scene = setup.build();
  CHECK(find_node(scene, Role::Complementary, "Untitled") != nullptr);
  CHECK(find_node(scene, Role::Row, "Untitled") != nullptr);
}

TEST_CASE("a field that no article states says so in words") {
  SceneSetup setup = table_of_size(shipped_dataset(), View::Releases, 1440, 900);
  setup.apply(command::SelectRow{{TableId::Releases, 0}, false});
  CHECK(find_node(setup.build(), Role::Definition, "not stated") != nullptr);
}

TEST_CASE("the title of a chart entry is the one link to what it is about") {
  const Dataset& dataset = shipped_dataset();
  for (RowIndex row = 0; row < dataset.table(TableId::ChartEntries).row_count; ++row) {
    SceneSetup setup = table_of_size(dataset, View::ChartReach, 1440, 900);
    setup.apply(command::SelectRow{{TableId::ChartEntries, row}, false});
    const Scene scene = setup.build();
    std::map<std::pair<TableId, RowIndex>, int> times;
    bool as_title = false;
    for (const Node& node : scene.nodes()) {
      const auto* select = node.activate ? std::get_if<command::SelectRow>(&*node.activate) : nullptr;
      if (!select || !select->go_to_view) continue;
      ++times[{select->row.table, select->row.row}];
      const bool fact = select->row.table == TableId::Releases || select->row.table == TableId::Videos;
      as_title = as_title || (fact && scene.node(node.parent).role == Role::Definition);
    }
    CHECK(as_title);
    for (const auto& [target, count] : times)
      CHECK(count == 1);
  }
}

TEST_CASE("loading shows its progress, a failure its reason and a way to try again") {
  SceneSetup setup;
  setup.environment = {1024, 768};
  setup.load.phase = LoadPhase::Loading;
  setup.load.progress = {500, 1000};
  bool bar = false;
  const Scene loading = setup.build();
  for (const Node& node : loading.nodes()) {
    bar = bar || (node.mark == Mark::Bar && node.mark_to == doctest::Approx(0.5));
  }
  CHECK(bar);
  setup.load.phase = LoadPhase::Failed;
  setup.load.failure_title = "The dataset is not there";
  const Scene failed = setup.build();
  CHECK(find_node(failed, Role::Heading, "The dataset is not there") != nullptr);
  CHECK(find_node(failed, Role::Button, "Retry") != nullptr);
}
