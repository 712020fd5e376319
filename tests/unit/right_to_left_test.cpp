// What people do in an interface that reads from right to left, and what goes out of it: drags, keys, places
// on surfaces, elements, drawings.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "element_checks.h"
#include "fake_host.h"
#include "map_fixture.h"
#include "reading_from_right.h"
#include "scene_fixture.h"
#include "view/build_overview.h"
#include "view/build_timeline.h"
#include "view/map_view.h"
#include "view/mirror_scene.h"
#include "view/overview_facts.h"
#include "view/surface_svg.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> one_entry() {
  DatasetBuilder builder;
  builder.add_row(TableId::ChartEntries, "c", {{"title", "Song"}, {"chart", "Top Songs"}, {"position", "3"}});
  return builder.finish();
}

// The left edge of a node in the viewport.
float left_of(const Scene& scene, const Node& node, std::span<const ScrollOffset> scrolls) {
  float x = node.rect.x;
  for (uint32_t at = node.parent; at != 0; at = scene.node(at).parent) {
    const Node& around = scene.node(at);
    float scrolled = 0;
    for (const ScrollOffset& scroll : scrolls)
      scrolled = scroll.key == around.key ? scroll.x : scrolled;
    x += around.rect.x + content_x(around, scrolled);
  }
  return x;
}

const Node* find_surface_node(const Scene& scene, Surface surface) {
  const uint32_t at = find_surface(scene, surface);
  return at == 0 ? nullptr : &scene.node(at);
}

}  // namespace

TEST_CASE(
    "columns follow each other to the left, and a dragged header lands on the side where it is dropped") {
  const ReadingFromRight reading;
  for (const float scroll_x : {0.0f, 150.0f}) {
    SceneSetup setup = sample_videos(700);
    Scene scene = setup.build();
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::Grid) setup.scrolls = {{node.key, scroll_x, 0}};
    }
    scene = setup.build();
    std::vector<const Node*> headers;
    for (const Node& node : scene.nodes()) {
      if (node.drag.kind == Drag::MoveColumn) headers.push_back(&scene.node(node.parent));
    }
    REQUIRE(headers.size() > 4);
    CHECK(left_of(scene, *headers[0], setup.scrolls) + headers[0]->rect.w > 640 + scroll_x - 1);
    for (size_t i = 0; i < headers.size(); ++i) {
      CAPTURE(i);
      const float x = left_of(scene, *headers[i], setup.scrolls), w = headers[i]->rect.w;
      if (i > 0) CHECK(x + w == doctest::Approx(left_of(scene, *headers[i - 1], setup.scrolls)));
      const auto right = column_slot_at(scene, setup.state, setup.scrolls, x + w * 0.75f);
      const auto left = column_slot_at(scene, setup.state, setup.scrolls, x + w * 0.25f);
      REQUIRE((left.has_value() && right.has_value()));
      CHECK(*left > *right);
    }
    CHECK(*column_slot_at(scene, setup.state, setup.scrolls, 100000) <
          *column_slot_at(scene, setup.state, setup.scrolls, -100000));
  }
}

TEST_CASE("a column grows to the left, to where its edge is dragged") {
  const auto width_after = [](float dx) {
    TestApp t;
    t.load(one_entry());
    t.run(command::SetView{View::ChartReach});
    const Node* edge = t.find(Role::Separator, "Resize Chart");
    REQUIRE(edge != nullptr);
    const NodeKey key = edge->key;
    const float before = edge->drag.width_px;
    t.app.dragged(key, DragPhase::Start, 0, 500);
    t.app.dragged(key, DragPhase::Move, dx, 500 + dx);
    t.app.dragged(key, DragPhase::End, dx, 500 + dx);
    t.frame();
    const Node* after = t.find(Role::Separator, "Resize Chart");
    REQUIRE(after != nullptr);
    return after->drag.width_px - before;
  };
  CHECK(width_after(40) == doctest::Approx(40));
  const ReadingFromRight reading;
  CHECK(width_after(-40) == doctest::Approx(40));
  CHECK(width_after(40) == doctest::Approx(-40));
}

TEST_CASE("the arrow to the left goes on to the next tab, the one to the right back") {
  const ReadingFromRight reading;
  TestApp t;
  t.load(one_entry());
  const NodeKey first = t.key(Role::Tab, "Overview");
  CHECK(t.app.key_pressed(first, AppKey::Left));
  t.frame();
  CHECK(t.app.state().view == View::Articles);
  CHECK(t.app.key_pressed(t.host.focused, AppKey::Right));
  t.frame();
  CHECK(t.app.state().view == View::Overview);
}

TEST_CASE("the timeline is laid out as it was drawn, wherever its plot stands") {
  for (const float width : {390.0f, 1440.0f}) {
    const auto lanes_of = [width](bool& captions) {
      SceneSetup setup;
      setup.dataset = &sample_dataset();
      setup.environment = {width, 900};
      const Scene scene = setup.build();
      const Node* plot = find_surface_node(scene, Surface::Timeline);
      REQUIRE(plot != nullptr);
      FixedMeasurer measurer;
      const Results results = setup.results();
      const SceneInput input{setup.state, setup.dataset, results, setup.load, setup.environment,
                             {},          measurer};
      captions = plot->surface.captions;
      return layout_on(input, *time_facts_of(input), *plot);
    };
    bool captions = false, captions_from_right = false;
    const TimelineLayout left = lanes_of(captions);
    const ReadingFromRight reading;
    const TimelineLayout right = lanes_of(captions_from_right);
    CHECK(captions == (width < 600));
    CHECK(captions_from_right == captions);
    CHECK(left.rows_top == right.rows_top);
    CHECK(left.lanes_h == right.lanes_h);
    REQUIRE(left.lanes.size() == right.lanes.size());
    for (size_t i = 0; i < left.lanes.size(); ++i)
      CHECK(
          (left.lanes[i].y == right.lanes[i].y && left.lanes[i].marks.size() == right.lanes[i].marks.size()));
  }
}

TEST_CASE("a card lies over the place on the map that it speaks of") {
  const auto card_at = [](float& place) {
    SceneSetup setup;
    setup.dataset = &sample_dataset();
    setup.map.map = small_map();
    setup.apply(command::PointAt{Subject{std::nullopt, "FR", {}}});
    const Scene scene = setup.build();
    const Node* map = find_surface_node(scene, Surface::Map);
    REQUIRE(map != nullptr);
    const MapFrame frame = map_frame(*setup.map.map, setup.state.map, map->rect.w, map->rect.h);
    place =
        left_of(scene, *map, {}) + frame.place(setup.map.map->regions[setup.map.map->find("FR")].anchor).x;
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::Decor && node.shadow && node.parent == 0) return node.rect;
    }
    FAIL("no card");
    return Rect{};
  };
  float place = 0;
  const Rect left = card_at(place);
  CHECK(left.x + left.w / 2 == doctest::Approx(place));
  const ReadingFromRight reading;
  const Rect right = card_at(place);
  CHECK(right.x + right.w / 2 == doctest::Approx(place));
}

TEST_CASE("elements say how their texts read and at which side a scroll area begins") {
  Node node;
  node.key = 7;
  node.text = "Golden";
  node.rect = {0, 0, 100, 20};
  CHECK(attribute(node, "dir") == "(none)");
  node.right_to_left = true;
  CHECK(attribute(node, "dir") == "rtl");
  node.right_to_left = false;
  node.scrolls = true;
  CHECK(attribute(node, "dir") == "(none)");
  node.mirrored = true;
  CHECK(attribute(node, "dir") == "rtl");
}

TEST_CASE("an icon stands before its text on either side, and a bar fades where it ends") {
  Node node;
  node.key = 7;
  node.text = "Play";
  node.icon = Icon::External;
  node.pad_left = node.pad_right = 10;
  CHECK(attribute(node, "style").find("padding-left:34px;padding-right:10px;") != std::string::npos);
  CHECK(attribute(node, "class").find("mirrored") == std::string::npos);
  node.mirrored = true;
  CHECK(attribute(node, "style").find("padding-left:10px;padding-right:34px;") != std::string::npos);
  CHECK(attribute(node, "class").find("mirrored") != std::string::npos);
  Node bar;
  bar.key = 8;
  bar.mark = Mark::BarFading;
  CHECK(attribute(bar, "class").find("mirrored") == std::string::npos);
  bar.mirrored = true;
  CHECK(attribute(bar, "class").find("mirrored") != std::string::npos);
  bar.mark = Mark::Bar;
  CHECK(attribute(bar, "class").find("mirrored") == std::string::npos);
}

TEST_CASE("a drawing to take along has each text on its side") {
  Scene scene({0, 0, 400, 300});
  const uint32_t panel = scene.add(0, "panel");
  scene.node(panel).role = Role::Region;
  scene.node(panel).rect = {0, 0, 400, 300};
  const uint32_t map = scene.add(panel, "map");
  scene.node(map).rect = {0, 0, 400, 200};
  scene.node(map).surface = {Surface::Map};
  const auto add = [&](std::string_view name, std::string_view text, bool right_to_left, Align align) {
    const uint32_t id = scene.add(panel, name);
    scene.node(id).rect = {100, 220, 200, 20};
    scene.node(id).text = text;
    scene.node(id).right_to_left = right_to_left;
    scene.node(id).align = align;
  };
  add("a", "Golden", false, Align::Start);
  add("b", "Numbers", false, Align::End);
  add("c", "الساعة", true, Align::End);
  add("d", "مخطط", true, Align::Start);
  const auto tag_of = [](const std::string& svg, std::string_view text) {
    const size_t end = svg.find(std::string(">").append(text).append("</text>"));
    REQUIRE(end != std::string::npos);
    const size_t begin = svg.rfind("<text", end);
    return svg.substr(begin, end - begin);
  };
  const auto holds = [](const std::string& tag, std::string_view part) { return tag.find(part) != tag.npos; };
  const std::string svg = surface_svg({scene, {}, Scheme::Light, "Two articles"}, Surface::Map);
  CHECK((holds(tag_of(svg, "Golden"), "x=\"100\"") && !holds(tag_of(svg, "Golden"), "anchor")));
  CHECK((holds(tag_of(svg, "Numbers"), "x=\"300\"") && holds(tag_of(svg, "Numbers"), "anchor=\"end\"")));
  const std::string right = tag_of(svg, "الساعة"), left = tag_of(svg, "مخطط");
  CHECK((holds(right, "x=\"300\"") && holds(right, "direction=\"rtl\"") && !holds(right, "anchor")));
  CHECK((holds(left, "x=\"100\"") && holds(left, "direction=\"rtl\"") && holds(left, "anchor=\"end\"")));
  CHECK(holds(tag_of(svg, "Two articles"), "x=\"16\""));
  const ReadingFromRight reading;
  const std::string from_right = surface_svg({scene, {}, Scheme::Light, "Two articles"}, Surface::Map);
  CHECK(holds(tag_of(from_right, "Two articles"), "x=\"384\""));
  CHECK(holds(tag_of(from_right, "Two articles"), "direction=\"rtl\""));
}

TEST_CASE("lists and sentences about data keep their order whatever is in the data") {
  DatasetBuilder builder;
  builder.add_row(TableId::Articles, "a", {{"title", "الساعة"}, {"tag", "الليل|Golden|22"}});
  builder.add_row(TableId::Articles, "b", {{"title", "Golden"}, {"tag", "Golden|الليل|22"}});
  const auto dataset = builder.finish();
  SceneSetup setup;
  setup.dataset = dataset.get();
  setup.apply(command::SetView{View::Articles});
  const Scene scene = setup.build();
  const auto cell = [&](std::string_view text) -> const Node* {
    for (const Node& node : scene.nodes()) {
      if (node.role == Role::Cell && node.text == text) return &node;
    }
    return nullptr;
  };
  const Node* from_right = cell("الليل, \u2068Golden\u2069, 22");
  REQUIRE(from_right != nullptr);
  CHECK((from_right->right_to_left && from_right->align == Align::End));
  const Node* from_left = cell("Golden, \u2068الليل\u2069, 22");
  REQUIRE(from_left != nullptr);
  CHECK((!from_left->right_to_left && from_left->align == Align::Start));
}

TEST_CASE("a key figure that is not exact reads from the right as a whole, sign first") {
  const auto number = [](Qualifier qualifier) {
    Scene scene({0, 0, 100, 100});
    const uint32_t id = scene.add(0, "number");
    scene.node(id).text = figure_quantity({90, qualifier, true});
    align_texts(scene);
    return std::pair(scene.node(id).text, scene.node(id).right_to_left);
  };
  CHECK(number(Qualifier::MoreThan) == std::pair(std::string("> 90"), false));
  const ReadingFromRight reading;
  CHECK(number(Qualifier::MoreThan) == std::pair(std::string("\u200F> 90"), true));
  CHECK(number(Qualifier::About) == std::pair(std::string("\u200F~ 90"), true));
  CHECK(number(Qualifier::Exact) == std::pair(std::string("90"), false));
}
