// Patches, applied to a reference page: right, small, and never more than the change. See also
// dom_sequence_test.cpp.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "reference_dom.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

Scene list_of(const std::vector<uint64_t>& items) {
  Scene scene(Rect{0, 0, 100, 100});
  const uint32_t list = scene.add(0, "list");
  scene.node(list).role = Role::List;
  for (const uint64_t item : items)
    scene.node(scene.add(list, "item", item)).role = Role::ListItem;
  return scene;
}

}  // namespace

TEST_CASE("an element whose tag changes comes anew with all of its descendants, and nothing else does") {
  const auto tree = [](Role role) {
    Scene scene(Rect{0, 0, 100, 100});
    const uint32_t aside = scene.add(0, "beside");
    const uint32_t top = scene.add(0, "top");
    scene.node(top).role = role;
    uint32_t at = top;
    for (int depth = 0; depth < 4; ++depth)
      at = scene.add(at, "inner");
    scene.node(at).text = "deep";
    scene.node(aside).text = "beside";
    return scene;
  };
  ReferenceDom page;
  DomRenderer renderer;
  show(page, renderer, tree(Role::Group));
  const Scene changed = tree(Role::Main);
  show(page, renderer, changed);
  CHECK(page.count('-') == 1);
  CHECK(page.count('+') == 5);
  CHECK(page.elements().at(changed.node(1).key).born == 1);
  CHECK(page.elements().at(changed.nodes().back().key).born == 2);
}

TEST_CASE("a removed part of the page is one operation, however much is in it") {
  const auto tree = [](bool with_part) {
    Scene scene(Rect{0, 0, 100, 100});
    scene.add(0, "beside");
    const uint32_t part = with_part ? scene.add(0, "part") : 0;
    for (uint64_t i = 0; with_part && i < 20; ++i)
      scene.add(scene.add(part, "row", i), "cell");
    return scene;
  };
  ReferenceDom page;
  DomRenderer renderer;
  show(page, renderer, tree(true));
  const Scene without = tree(false);
  CHECK(readable_patch(renderer.update(without)) == "- | " + std::to_string(tree(true).node(2).key) + "\n");
}

TEST_CASE("children that are reordered are moved, as few as possible") {
  struct Case {
    const char* name;
    std::vector<uint64_t> before, after;
    size_t moves, created, removed;
  };
  const Case cases[] = {
      {"first to the end", {1, 2, 3, 4, 5}, {2, 3, 4, 5, 1}, 1, 0, 0},
      {"last to the front", {1, 2, 3, 4, 5}, {5, 1, 2, 3, 4}, 1, 0, 0},
      {"two swapped", {1, 2, 3, 4, 5}, {1, 3, 2, 4, 5}, 1, 0, 0},
      {"all turned round", {1, 2, 3, 4, 5}, {5, 4, 3, 2, 1}, 4, 0, 0},
      {"new ones in front", {3, 4, 5}, {1, 2, 3, 4, 5}, 0, 2, 0},
      {"new ones between", {1, 5}, {1, 2, 3, 4, 5}, 0, 3, 0},
      {"a window that went up", {4, 5, 6, 7}, {2, 3, 4, 5}, 0, 2, 2},
      {"a window that went down", {4, 5, 6, 7}, {6, 7, 8, 9}, 0, 2, 2},
      {"a move among new ones", {1, 2, 3}, {3, 7, 1, 8, 2}, 1, 2, 0},
      {"nothing in common", {1, 2}, {3, 4}, 0, 2, 2},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    ReferenceDom page;
    DomRenderer renderer;
    show(page, renderer, list_of(c.before));
    show(page, renderer, list_of(c.after));
    CHECK(page.count('>') == c.moves);
    CHECK(page.count('+') == c.created);
    CHECK(page.count('-') == c.removed);
  }
}

TEST_CASE("rows that scroll into sight take the elements of those that left it, as far as they are alike") {
  const auto grid_of = [](uint64_t from, uint64_t to, uint64_t odd) {
    Scene scene(Rect{0, 0, 100, 100});
    const uint32_t rows = scene.add(0, "rows");
    scene.node(rows).role = Role::RowGroup;
    for (uint64_t i = from; i < to; ++i) {
      const uint32_t row = scene.add(rows, "row", i);
      scene.node(row).role = Role::Row;
      scene.node(row).row_index = static_cast<uint32_t>(i);
      for (uint64_t column = 0; column < (i == odd ? 2 : 3); ++column) {
        Node& cell = scene.node(scene.add(row, "cell", column));
        cell.role = Role::Cell;
        cell.text = std::to_string(i * 10 + column);
      }
    }
    return scene;
  };
  struct Case {
    const char* name;
    uint64_t from, to, odd;
    size_t renamed, created, removed;
  };
  const Case cases[] = {{"one row down", 11, 16, 0, 4, 0, 0},   {"one row up", 9, 14, 0, 4, 0, 0},
                        {"a jump", 500, 505, 0, 20, 0, 0},      {"a longer page", 12, 19, 0, 8, 8, 0},
                        {"a shorter page", 13, 16, 0, 4, 0, 2}, {"another shape", 500, 505, 502, 16, 3, 1},
                        {"nothing left", 500, 500, 0, 0, 0, 5}};
  for (const Case& c : cases) {
    CAPTURE(c.name);
    ReferenceDom page;
    DomRenderer renderer;
    show(page, renderer, grid_of(10, 15, 0));
    show(page, renderer, grid_of(c.from, c.to, c.odd));
    CHECK(page.count('%') == c.renamed);
    CHECK(page.count('+') == c.created);
    CHECK(page.count('-') == c.removed);
  }
}

TEST_CASE("what a reader pastes into a field cannot end an operation") {
  Scene scene(Rect{0, 0, 100, 100});
  Node& field = scene.node(scene.add(0, "field"));
  field.role = Role::SearchBox;
  field.value =
      "a\x1E-\x1F"
      "1\x1E";
  ReferenceDom page;
  DomRenderer renderer;
  CHECK(page.apply(renderer.update(scene)) == "");
  CHECK(page.elements().at(scene.node(1).key).attributes.at("value") == "a - 1 ");
}

TEST_CASE("a picture is an attribute of the page without a canvas, made anew only if it looks different") {
  const auto map_of = [](float x, float width) {
    Scene scene(Rect{0, 0, 100, 100});
    Node& node = scene.node(scene.add(0, "map"));
    node.rect = {0, 0, width, 20};
    const auto picture = std::make_shared<Picture>();
    picture->boxes.push_back({x, 0, 10, 10, Color::Accent});
    node.picture = picture;
    return scene;
  };
  ReferenceDom page;
  DomRenderer renderer(true);
  const Scene scene = map_of(1, 50);
  show(page, renderer, scene, true);
  const std::string light = page.elements().at(scene.node(1).key).attributes.at("picture");
  CHECK(light.starts_with("<svg "));
  CHECK(renderer.update(map_of(1, 50)).empty());
  show(page, renderer, map_of(2, 50), true);
  show(page, renderer, map_of(2, 60), true);
  CHECK(page.elements().at(scene.node(1).key).attributes.at("picture").find("width=\"60\"") !=
        std::string::npos);
  CHECK(page.apply(renderer.update(map_of(1, 50), Scheme::Dark)) == "");
  CHECK(page.elements().at(scene.node(1).key).attributes.at("picture") != light);
  DomRenderer over_canvas;
  CHECK(over_canvas.update(scene).find("<svg") == std::string::npos);
}

TEST_CASE("a request to focus goes with the next patch, once, and only if there is such an element") {
  const Scene scene = list_of({1, 2});
  ReferenceDom page;
  DomRenderer renderer;
  renderer.focus(scene.node(2).key);
  REQUIRE(page.apply(renderer.update(scene)) == "");
  CHECK(page.focused() == scene.node(2).key);
  CHECK(renderer.update(scene).empty());
  renderer.focus(12345);
  CHECK(renderer.update(scene).empty());
  CHECK(renderer.update(list_of({1, 2})).empty());
}

TEST_CASE("between two updates a patch of its own focuses an element that is there") {
  const Scene scene = list_of({1, 2});
  ReferenceDom page;
  DomRenderer renderer;
  CHECK(renderer.focus_patch(scene.node(2).key).empty());
  REQUIRE(page.apply(renderer.update(scene)) == "");
  renderer.focus(scene.node(1).key);
  REQUIRE(page.apply(renderer.focus_patch(scene.node(2).key)) == "");
  CHECK(page.focused() == scene.node(2).key);
  CHECK(renderer.update(scene).empty());
  CHECK(renderer.focus_patch(12345).empty());
}

TEST_CASE("a small scene is this patch") {
  Scene scene(Rect{0, 0, 320, 200});
  const uint32_t list = scene.add(0, "tabs");
  scene.node(list).role = Role::TabList;
  scene.node(list).label = "Views";
  scene.node(list).rect = {0, 10.5f, 320, 44};
  const uint32_t tab = scene.add(list, "tab");
  Node& node = scene.node(tab);
  node.role = Role::Tab;
  node.text = "Videos";
  node.rect = {24, 0, 80, 44};
  node.selected = true;
  node.activate = command::SetView{View::Videos};
  scene.add(tab, "drawing");
  scene.node(3).role = Role::Decor;
  const std::string a = std::to_string(scene.node(list).key), b = std::to_string(scene.node(tab).key);
  DomRenderer renderer;
  CHECK(readable_patch(renderer.update(scene)) ==
        "+ | 1 | 0 | 0 | div\n"
        "= | 1 | class | b-bg clip\n"
        "= | 1 | style | left:0px;top:0px;width:320px;height:200px;\n"
        "+ | " +
            a +
            " | 1 | 0 | div\n"
            "= | " +
            a +
            " | role | tablist\n"
            "= | " +
            a +
            " | aria-label | Views\n"
            "= | " +
            a +
            " | style | left:0px;top:10.5px;width:320px;height:44px;\n"
            "+ | " +
            b + " | " + a +
            " | 0 | button\n"
            "= | " +
            b +
            " | role | tab\n"
            "= | " +
            b +
            " | type | button\n"
            "= | " +
            b +
            " | class | f-body c-ink\n"
            "= | " +
            b +
            " | style | left:24px;top:0px;width:80px;height:44px;line-height:44px;\n"
            "= | " +
            b +
            " | aria-selected | true\n"
            "= | " +
            b +
            " | tabindex | 0\n"
            "= | " +
            b +
            " | data-act | 1\n"
            "= | " +
            b + " | text | Videos\n");
  scene.node(tab).selected = false;
  CHECK(readable_patch(renderer.update(scene)) == "= | " + b +
                                                      " | aria-selected | false\n"
                                                      "= | " +
                                                      b + " | tabindex | -1\n");
}

TEST_CASE("scrolling 100,000 rows by a page costs what comes and goes, and no row that stays is touched") {
  SceneSetup setup;
  setup.dataset = &large_dataset();
  setup.apply(command::SetView{View::ChartReach});
  Scene scene = setup.build();
  const auto grid = std::find_if(scene.nodes().begin(), scene.nodes().end(),
                                 [](const Node& node) { return node.role == Role::Grid; });
  REQUIRE(grid != scene.nodes().end());
  const NodeKey key = grid->key;
  const float page_px = std::floor(grid->rect.h / size::TableRow) * size::TableRow;
  const auto rows_of = [](const Scene& shown) {
    std::vector<NodeKey> rows;
    for (const Node& node : shown.nodes()) {
      if (node.role == Role::Row && node.row_index > 1) rows.push_back(node.key);
    }
    return rows;
  };
  ReferenceDom page;
  DomRenderer renderer;
  setup.scrolls = {{key, 0, 1800000}};
  scene = setup.build();
  show(page, renderer, scene);
  for (const float step : {page_px, -page_px, size::TableRow, -size::TableRow, 1.0f}) {
    CAPTURE(step);
    const std::vector<NodeKey> before = rows_of(scene);
    setup.scrolls[0].y += step;
    scene = setup.build();
    const std::vector<NodeKey> after = rows_of(scene);
    size_t entering = 0, entering_elements = 0;
    for (const NodeKey row : after) {
      if (std::find(before.begin(), before.end(), row) == before.end()) ++entering;
    }
    const size_t leaving = before.size() + entering - after.size();
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::Decor || page.elements().contains(node.key)) continue;
      ++entering_elements;
    }
    show(page, renderer, scene);
    // Rows that left become those that came, of which there may be more or fewer.
    CHECK(page.count('%') + page.count('+') == entering_elements);
    CHECK(page.count('-') == (leaving > entering ? leaving - entering : 0));
    CHECK(entering_elements <= entering * 10);
    CHECK(page.count('=') <= entering_elements * 8);
    CHECK(page.count('>') <= entering);
    CHECK(page.count('~') == 0);
  }
}
