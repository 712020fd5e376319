// Where a dragged column header lands.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct Header {
  size_t column;
  float left, w;  // viewport px
};

std::vector<Header> headers(const Scene& scene, float scroll_x) {
  std::vector<Header> all;
  for (const Node& node : scene.nodes()) {
    if (node.drag.kind != Drag::MoveColumn) continue;
    const Node& cell = scene.node(node.parent);
    float x = cell.rect.x - scroll_x;
    for (uint32_t at = cell.parent; at != 0; at = scene.node(at).parent)
      x += scene.node(at).rect.x;
    all.push_back({node.drag.column, x, cell.rect.w});
  }
  return all;
}

size_t slot(const AppState& state, size_t column) {
  const auto& columns = state.tables[static_cast<size_t>(TableId::Videos)].columns;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].column == column) return i;
  }
  FAIL("no such column");
  return 0;
}

}  // namespace

TEST_CASE("the left half of a header is the place before its column, the right half the place after it") {
  for (const float scroll_x : {0.0f, 150.0f}) {
    SceneSetup setup = sample_videos(700);
    setup.apply(command::ShowColumn{TableId::Videos, setup.state.tables[3].columns[2].column, false});
    Scene scene = setup.build();
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::Grid) setup.scrolls = {{node.key, scroll_x, 0}};
    }
    scene = setup.build();
    const std::vector<Header> all = headers(scene, scroll_x);
    REQUIRE(all.size() > 4);
    for (size_t i = 0; i < all.size(); ++i) {
      const Header& header = all[i];
      CAPTURE(i);
      const size_t at = slot(setup.state, header.column);
      const auto left = column_slot_at(scene, setup.state, setup.scrolls, header.left + header.w * 0.25f);
      const auto right = column_slot_at(scene, setup.state, setup.scrolls, header.left + header.w * 0.75f);
      REQUIRE(left.has_value());
      REQUIRE(right.has_value());
      CHECK(*left == (i == 0 ? at : slot(setup.state, all[i - 1].column) + 1));
      CHECK(*right == at + 1);
    }
    CHECK(*column_slot_at(scene, setup.state, setup.scrolls, -1000) == slot(setup.state, all[0].column));
    CHECK(*column_slot_at(scene, setup.state, setup.scrolls, 100000) ==
          slot(setup.state, all.back().column) + 1);
  }
}

TEST_CASE("a page without a table, or with one for touch, has no place for a column") {
  SceneSetup setup = sample_videos(1440);
  setup.apply(command::SetView{View::Overview});
  CHECK(!column_slot_at(setup.build(), setup.state, {}, 100).has_value());
  setup = sample_videos(390);
  CHECK(!column_slot_at(setup.build(), setup.state, {}, 100).has_value());
}
