// The map in the page: when it is fetched, what pointer and keys do on it, and what the page says without it.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "map_fixture.h"
#include "view/map_view.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> charts() {
  DatasetBuilder builder;
  const RowRef song = builder.add_row(TableId::Releases, "r", {{"title", "Song"}});
  for (const std::string_view region : {"KR", "FR", "DE", "001"}) {
    builder.link(song, builder.add_row(
                           TableId::ChartEntries, region,
                           {{"title", "Song"}, {"chart", "iTunes"}, {"region", region}, {"position", "1"}}));
  }
  return builder.finish();
}

struct MapApp : TestApp {
  explicit MapApp(bool with_map = true) {
    load(charts());
    if (with_map) {
      app.map_loaded(small_map_bytes());
      frame();
    }
  }
  const Node& map() const {
    for (const Node& node : app.scene().nodes())
      if (node.surface.kind == Surface::Map) return node;
    FAIL("no map");
    return app.scene().node(0);
  }
  // Where a point of the map is in its box.
  Point place(Point units) const {
    return map_frame(*small_map(), app.state().map, map().rect.w, map().rect.h).place(units);
  }
  void click(Point units) {
    const NodeKey key = map().key;
    app.pointed(key, PointerPhase::Press, place(units), false);
    app.pointed(key, PointerPhase::Release, place(units), false);
    frame();
  }
  void drag(Point from, Point to, bool pan) {
    const NodeKey key = map().key;
    const Point end = place(to);
    app.pointed(key, PointerPhase::Press, place(from), pan);
    app.pointed(key, PointerPhase::Drag, end, pan);
    app.pointed(key, PointerPhase::Release, end, pan);
    frame();
  }
};

}  // namespace

TEST_CASE(
    "the map is asked for once, when there are regions to show, and can be asked for again if it failed") {
  MapApp t(false);
  CHECK(t.host.map_fetches == 1);
  CHECK(t.find(Role::Status, "The map is coming") != nullptr);
  CHECK(t.find(Role::Button, "France: No. 1, 1 entry") != nullptr);
  t.app.map_loaded("<!doctype html>");
  t.frame();
  CHECK(t.host.map_fetches == 1);
  t.app.activated(t.key(Role::Button, "Retry"), false);
  t.frame();
  CHECK(t.host.map_fetches == 2);
  t.app.map_loaded(small_map_bytes());
  t.frame();
  CHECK(t.map().label.starts_with("World map: Best position, 3 regions named"));
  CHECK(t.find(Role::Button, "Retry") == nullptr);
}

TEST_CASE("no map is asked for where no region is named or no overview is shown") {
  TestApp t;
  DatasetBuilder builder;
  builder.add_row(TableId::ChartEntries, "c", {{"title", "Song"}, {"position", "1"}});
  t.load(builder.finish());
  CHECK(t.host.map_fetches == 0);
  TestApp other;
  other.run(command::SetView{View::ChartReach});
  other.load(charts());
  CHECK(other.host.map_fetches == 0);
}

TEST_CASE(
    "a click on a region filters by it and another takes that back; what no article names does nothing") {
  MapApp t;
  t.click({800, -700});
  CHECK(t.app.state().query_text == "region=DE");
  t.click({100, -500});
  CHECK(t.app.state().query_text == "region=DE,FR");
  t.click({-2000, -800});  // the United States
  CHECK(t.app.state().query_text == "region=DE,FR");
  t.click({800, -700});
  t.click({100, -500});
  CHECK(t.app.state().query_text.empty());
}

TEST_CASE("what is chosen stays among what could be chosen") {
  MapApp t;
  t.click({800, -700});
  CHECK(t.app.results().tables[static_cast<size_t>(TableId::ChartEntries)].rows.size() == 1);
  const Node* chosen = t.find(Role::Button, "Germany: No. 1, 1 entry");
  REQUIRE(chosen != nullptr);
  CHECK(chosen->checked == Toggle::On);
  const Node* other = t.find(Role::Button, "France: No. 1, 1 entry");
  REQUIRE(other != nullptr);
  CHECK(other->checked == Toggle::Off);
}

TEST_CASE("a dragged box filters by the named regions in it, and is drawn meanwhile") {
  MapApp t;
  t.drag({-100, -1100}, {1100, 0}, false);
  CHECK(t.app.state().query_text == "region=DE,FR");
  t.drag({-3900, -1900}, {-1000, 1000}, false);  // the United States alone, which nothing names
  CHECK(t.app.state().query_text == "region=DE,FR");
}

TEST_CASE("pointing at a region lights it up in the list, and at a row the regions it belongs to") {
  MapApp t;
  const NodeKey map = t.map().key;
  t.app.hovered(map);
  t.app.pointed(map, PointerPhase::Hover, t.place({800, -700}), false);
  t.frame();
  REQUIRE(t.app.state().pointed);
  CHECK(t.app.state().pointed->region == "DE");
  CHECK(t.find(Role::Button, "Germany: No. 1, 1 entry")->lit);
  CHECK(t.find(Role::Decor, "Germany") != nullptr);
  t.app.pointed(map, PointerPhase::Leave, {}, false);
  CHECK(!t.app.state().pointed);
  t.run(command::PointAt{Subject{RowRef{TableId::Releases, 0}, {}, {}}});
  CHECK(t.find(Role::Button, "Germany: No. 1, 1 entry")->lit);
  CHECK(t.find(Role::Button, "France: No. 1, 1 entry")->lit);
}

TEST_CASE("plus, minus, 0 and arrows zoom and move the map that has the focus") {
  MapApp t;
  const NodeKey map = t.map().key;
  CHECK(!t.app.key_pressed(map, AppKey::Left));  // all is in sight: the page may scroll
  CHECK(t.app.key_pressed(map, AppKey::ZoomIn));
  t.frame();
  CHECK(t.app.state().map.zoom == 1.5f);
  const float before = t.app.state().map.centre_x;
  CHECK(t.app.key_pressed(map, AppKey::Left));
  CHECK(t.app.state().map.centre_x < before);
  CHECK(t.app.key_pressed(map, AppKey::ZoomReset));
  CHECK(t.app.state().map.zoom == 1);
  t.frame();
  t.app.activated(t.key(Role::Button, "Zoom in"), false);
  t.frame();
  CHECK(t.app.state().map.zoom == 1.5f);
  t.app.activated(t.key(Role::Button, "Show the whole map"), false);
  CHECK(t.app.state().map.zoom == 1);
}

TEST_CASE("groups of regions and unknown codes are listed beside the map, never on it") {
  MapApp t;
  const Node* world = t.find(Role::Button, "World 1 (iTunes): No. 1, 1 entry");
  REQUIRE(world != nullptr);
  CHECK(world->text == "World 1 (iTunes)");
  t.app.activated(world->key, false);
  CHECK(t.app.state().query_text == "region=001");
}

TEST_CASE("the colours say what the reader chooses; rows are counted only then") {
  MapApp t;
  CHECK(!t.app.results().regions->rows_counted);
  t.app.activated(t.key(Role::Button, "All rows"), false);
  t.frame();
  CHECK(t.app.results().regions->rows_counted);
  CHECK(t.app.results().regions->find("FR")->rows == 2);
  CHECK(t.map().label.starts_with("World map: All rows, "));
}
