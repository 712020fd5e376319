// Lists that are one stop of the Tab key, in scenes and in the app.
#include "view/grid_walk.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "fake_host.h"
#include "map_fixture.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

const Node* find_list(const Scene& scene, std::string_view name) {
  return find_node(scene, Role::List, name);
}

struct OverviewApp : TestApp {
  OverviewApp() : TestApp(1440, 900) { load(std::make_unique<Dataset>(shipped_dataset())); }
  // What of a walked list has tab stops, and what else is in it.
  std::vector<const Node*> stops(std::string_view list) const {
    std::vector<const Node*> found;
    for (const Node& node : app.scene().nodes()) {
      const auto spot = list_spot(app.scene(), node.key);
      if (spot && spot->list->label == list && node.tab_stop) found.push_back(&node);
    }
    return found;
  }
  size_t place(std::string_view list) const {
    const auto spot = list_spot(app.scene(), host.focused);
    REQUIRE(spot);
    REQUIRE(spot->list->label == list);
    return spot->item;
  }
  void press(AppKey key) {
    CHECK(app.key_pressed(host.focused, key));
    frame();
    app.focused(host.focused);
    frame();
  }
};

}  // namespace

TEST_CASE("the list of regions is walked through by arrows, and Tab comes back to where it was left") {
  OverviewApp t;
  t.run(command::MaximisePanel{Panel::Where});
  REQUIRE(find_list(t.app.scene(), "Regions") != nullptr);
  REQUIRE(t.stops("Regions").size() == 1);
  t.host.focused = t.stops("Regions")[0]->key;
  t.app.focused(t.host.focused);
  const auto spot = list_spot(t.app.scene(), t.host.focused);
  REQUIRE(spot);
  REQUIRE(spot->items.size() >= 3);
  const size_t last = spot->items.size() - 1;
  CHECK(spot->item == 0);
  t.press(AppKey::Left);
  CHECK(t.place("Regions") == 0);
  t.press(AppKey::Right);
  CHECK(t.place("Regions") == 1);
  CHECK(t.stops("Regions").size() == 1);
  CHECK(t.stops("Regions")[0]->key == t.host.focused);
  t.press(AppKey::End);
  CHECK(t.place("Regions") == last);
  t.press(AppKey::PageDown);
  CHECK(t.place("Regions") == last);
  t.press(AppKey::Home);
  CHECK(t.place("Regions") == 0);
  t.press(AppKey::Right);
  t.app.focused(0);
  t.frame();
  CHECK(t.stops("Regions")[0]->key == t.host.focused);
}

TEST_CASE("the dates of the timeline are one tab stop, and lists of their own remember their own place") {
  OverviewApp t;
  REQUIRE(t.stops("Dated entries").size() == 1);
  t.host.focused = t.stops("Dated entries")[0]->key;
  t.app.focused(t.host.focused);
  t.frame();
  t.press(AppKey::Right);
  CHECK(t.place("Dated entries") == 1);
  const NodeKey dated = t.host.focused;
  t.host.focused = t.stops("Regions")[0]->key;
  t.app.focused(t.host.focused);
  t.frame();
  t.press(AppKey::Right);
  CHECK(t.place("Regions") == 1);
  CHECK(t.stops("Dated entries")[0]->key == dated);
}

TEST_CASE("items in regular lines are walked up and down by lines, others one by one") {
  Scene scene({0, 0, 400, 400});
  const uint32_t list = scene.add(0, "list");
  scene.node(list).role = Role::List;
  scene.node(list).walked = true;
  const auto add = [&](uint64_t index, float x, float y) {
    const uint32_t item = scene.add(list, "item", index);
    scene.node(item).role = Role::ListItem;
    scene.node(item).rect = {x, y, 100, 20};
    const uint32_t button = scene.add(item, "open");
    scene.node(button).role = Role::Button;
    scene.node(button).activate = command::CloseDetail{};
    return scene.node(button).key;
  };
  const NodeKey first = add(0, 0, 0);
  add(1, 100, 0);
  add(2, 200, 0);
  const NodeKey below = add(3, 0, 20);
  set_list_stops(scene, {});
  CHECK(scene.find(first)->tab_stop);
  CHECK(list_spot(scene, below)->beside == 3);
  CHECK(list_spot(scene, below)->item == 3);
  scene.node(scene.find(below)->parent).rect.x = 30;
  CHECK(list_spot(scene, below)->beside == 1);
  const NodeKey visited[] = {below};
  Scene again = scene;
  set_list_stops(again, visited);
  CHECK(again.find(below)->tab_stop);
  CHECK(!again.find(first)->tab_stop);
}
