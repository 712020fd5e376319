// What a reader does on the timeline, through the app: clicks, brushes, zooms, moves, and what it is called.
#include <doctest/doctest.h>

#include <algorithm>

#include "fake_host.h"
#include "scene_fixture.h"
#include "state/query_text.h"
#include "view/build_timeline.h"
#include "view/time_lanes.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct TimelineApp : TestApp {
  explicit TimelineApp(float width_px = 1440, float height_px = 900) : TestApp(width_px, height_px) {
    load(std::make_unique<Dataset>(shipped_dataset()));
  }
  const Node& plot() const {
    const auto& nodes = app.scene().nodes();
    return *std::ranges::find_if(nodes,
                                 [](const Node& node) { return node.surface.kind == Surface::Timeline; });
  }
  const Node* entry(std::string_view begin) const {
    for (const Node& node : app.scene().nodes()) {
      if (node.role != Role::Button || !node.label.starts_with(begin)) continue;
      const Node& list = app.scene().node(app.scene().node(node.parent).parent);
      if (list.label == "Dated entries") return &node;
    }
    return nullptr;
  }
  // The middle of an entry, in the plot.
  Point middle_of(const Node& button) const {
    const Node& item = app.scene().node(button.parent);
    return {item.rect.x + item.rect.w / 2, item.rect.y + item.rect.h / 2};
  }
  void press(Point from, Point to, bool pan = false) {
    const NodeKey key = plot().key;
    app.pointed(key, PointerPhase::Press, from, pan);
    app.pointed(key, PointerPhase::Drag, to, pan);
    frame();
    app.pointed(key, PointerPhase::Release, to, pan);
    frame();
  }
  std::vector<std::string> range() const { return range_text(app.state().query, "date"); }
};

}  // namespace

TEST_CASE("the timeline is one named element, and a list of dated entries stands for it") {
  TimelineApp t;
  CHECK(t.plot().label.starts_with("Timeline, "));
  CHECK(t.plot().picture);
  const Node* list = t.find(Role::List, "Dated entries");
  REQUIRE(list);
  const Node* face = t.entry("FACE");
  REQUIRE(face);
  CHECK(face->label.find("March 2023, inferred") != std::string::npos);
  CHECK(face->subject == Subject{RowRef{TableId::Releases, 1}, {}});
  t.app.activated(face->key, false);
  CHECK(t.app.state().selected == RowRef{TableId::Releases, 1});
}

TEST_CASE("a click on a mark selects its row; hovering it points at it and shows a card") {
  TimelineApp t;
  const Point at = t.middle_of(*t.entry("A Gift for ARMY"));
  t.app.hovered(t.plot().key);
  t.app.pointed(t.plot().key, PointerPhase::Hover, at, false);
  t.frame();
  const RowRef gift{TableId::Videos, 1};
  CHECK(t.app.state().pointed == Subject{gift, {}});
  const auto& nodes = t.app.scene().nodes();
  const auto card = std::ranges::find_if(
      nodes, [](const Node& node) { return node.text == "A Gift for ARMY" && node.role == Role::Decor; });
  CHECK(card != nodes.end());
  t.press(at, at);
  CHECK(t.app.state().selected == gift);
  t.app.pointed(t.plot().key, PointerPhase::Leave, {}, false);
  CHECK(!t.app.state().pointed);
}

TEST_CASE("a drag chooses dates, its handles move, and the button takes the choice back") {
  TimelineApp t;
  const Node* gift = t.entry("A Gift for ARMY");
  REQUIRE(gift);
  const float w = t.plot().rect.w;
  t.press({w * 0.5f, 20}, {w * 0.9f, 20});
  REQUIRE(t.range()[0].starts_with("2023-12"));
  const std::vector<std::string> chosen = t.range();
  CHECK(t.find(Role::Button, "Clear dates") != nullptr);
  // The right handle moves; the left end stays as it was chosen.
  FixedMeasurer measurer;
  const SceneInput input{
      t.app.state(), &shipped_dataset(), t.app.results(), t.app.load_status(), {1440, 900}, {}, measurer};
  const auto span = chosen_span(input.state.query, layout_on(input, *time_facts_of(input), t.plot()).scale);
  REQUIRE(span);
  t.press({span->x1 - 1, 20}, {w * 0.7f, 20});
  CHECK(t.range()[0] == chosen[0]);
  CHECK(t.range()[1] != chosen[1]);
  // Marks out of the range stay, so that the reader sees what else there is.
  CHECK(t.entry("FACE") != nullptr);
  t.app.activated(t.key(Role::Button, "Clear dates"), false);
  t.frame();
  CHECK(t.range()[0].empty());
  CHECK(t.find(Role::Button, "Clear dates") == nullptr);
}

TEST_CASE("zooming and moving change the window, and All shows everything again") {
  TimelineApp t;
  CHECK(t.find(Role::Button, "Zoom out")->disabled);
  t.app.activated(t.key(Role::Button, "Zoom in"), false);
  t.frame();
  REQUIRE(t.app.state().time_window);
  const TimeWindow first = *t.app.state().time_window;
  t.press({300, 10}, {200, 10}, true);
  CHECK(t.app.state().time_window->from_day > first.from_day);
  t.app.zoomed(t.plot().key, {100, 10}, 2);
  t.frame();
  const TimeWindow nearer = *t.app.state().time_window;
  CHECK(nearer.to_day - nearer.from_day < first.to_day - first.from_day);
  t.app.key_pressed(t.plot().key, AppKey::Left);
  CHECK(t.app.state().time_window->from_day < nearer.from_day);
  t.frame();
  t.app.key_pressed(t.plot().key, AppKey::ZoomReset);
  CHECK(!t.app.state().time_window);
  t.frame();
  t.app.zoomed(t.plot().key, {100, 10}, 2);
  t.frame();
  t.app.activated(t.key(Role::Button, "Show all dates"), false);
  CHECK(!t.app.state().time_window);
}

TEST_CASE("on a phone the list below has the dates, and the plot only the marks") {
  TimelineApp t(390, 844);
  const Node* list = t.find(Role::List, "Dated entries");
  REQUIRE(list);
  CHECK(t.plot().picture);
  CHECK(list->parent == t.plot().parent);
  CHECK(list->rect.y >= t.plot().rect.y + t.plot().rect.h);
}

TEST_CASE("what the pointer does on a timeline without dates is nothing") {
  SceneSetup setup;
  setup.dataset = &empty_dataset();
  const Results results = setup.results();
  FixedMeasurer measurer;
  const SceneInput input{setup.state, setup.dataset, results, setup.load, setup.environment, {}, measurer};
  Node node;
  node.rect = {8, 0, 500, 100};
  CHECK(!TimelineActions.subject_at(input, node, {5, 5}));
  CHECK(!TimelineActions.click(input, node, {5, 5}));
}
