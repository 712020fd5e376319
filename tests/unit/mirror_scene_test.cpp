// Sides: each text where it begins, and the whole scene turned about where the interface reads from the
// right.
#include "view/mirror_scene.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "map_fixture.h"
#include "reading_from_right.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

bool near(float a, float b) {
  return std::abs(a - b) < 0.01f;
}

bool on_surface(const Scene& scene, uint32_t node) {
  for (; node != 0; node = scene.node(node).parent) {
    if (scene.node(scene.node(node).parent).surface.kind != Surface::None) return true;
  }
  return false;
}

float room_of(const Node& node) {
  return node.scrolls ? node.content_w : node.rect.w;
}

// Every view, and what opens over it, in every size.
std::vector<SceneSetup> setups() {
  std::vector<SceneSetup> all;
  for (const Size size : Sizes) {
    SceneSetup setup;
    setup.dataset = &sample_dataset();
    setup.environment = {size.w, size.h};
    setup.map.map = small_map();
    for (const View view : {View::Overview, View::Articles, View::Releases, View::ChartReach, View::Videos}) {
      SceneSetup of_view = setup;
      of_view.apply(command::SetView{view});
      all.push_back(of_view);
      of_view.apply(command::SetQueryText{"date:2023 sort:date"});
      of_view.apply(command::SelectRow{{TableId::Videos, 0}, false});
      all.push_back(of_view);
      of_view.apply(command::OpenPopover{PopoverKind::ColumnFilter, TableId::ChartEntries, 1});
      all.push_back(of_view);
    }
  }
  return all;
}

Scene turned(Scene scene) {
  mirror_scene(scene);
  return scene;
}

struct Laid {
  Scene scene{{0, 0, 400, 300}};
  uint32_t add(uint32_t parent, std::string_view name, Rect rect) {
    const uint32_t id = scene.add(parent, name);
    scene.node(id).rect = rect;
    return id;
  }
};

Node text_node(std::string_view text, Align align = Align::Start) {
  Laid laid;
  const uint32_t id = laid.add(0, "text", {0, 0, 100, 20});
  laid.scene.node(id).text = text;
  laid.scene.node(id).align = align;
  align_texts(laid.scene);
  return laid.scene.node(id);
}

}  // namespace

TEST_CASE("a scene turned about twice is the one before") {
  for (const SceneSetup& setup : setups()) {
    const Scene scene = setup.build(), twice = turned(turned(scene));
    REQUIRE(scene.nodes().size() == twice.nodes().size());
    for (uint32_t i = 0; i < scene.nodes().size(); ++i) {
      const Node &a = scene.node(i), &b = twice.node(i);
      CAPTURE(a.text);
      CHECK(near(a.rect.x, b.rect.x));
      CHECK((a.rect.y == b.rect.y && a.rect.w == b.rect.w && a.rect.h == b.rect.h));
      CHECK((a.pad_left == b.pad_left && a.pad_right == b.pad_right && a.borders == b.borders));
      CHECK((a.align == b.align && a.icon == b.icon && a.mirrored == b.mirrored));
      CHECK((near(a.mark_from, b.mark_from) && near(a.mark_to, b.mark_to)));
      REQUIRE((a.picture == nullptr) == (b.picture == nullptr));
      if (!a.picture) continue;
      REQUIRE(a.picture->boxes.size() == b.picture->boxes.size());
      for (size_t k = 0; k < a.picture->boxes.size(); ++k) {
        CHECK(near(a.picture->boxes[k].x, b.picture->boxes[k].x));
        CHECK(a.picture->boxes[k].opacity == b.picture->boxes[k].opacity);
      }
    }
  }
}

TEST_CASE("each node lies as far from the right of its parent as it did from the left") {
  for (const SceneSetup& setup : setups()) {
    const Scene scene = setup.build(), other = turned(scene);
    for (uint32_t i = 1; i < scene.nodes().size(); ++i) {
      const Node &a = scene.node(i), &b = other.node(i);
      CAPTURE(a.text);
      if (on_surface(scene, i)) continue;
      const float room = room_of(scene.node(a.parent));
      CHECK(near(b.rect.x, room - a.rect.x - a.rect.w));
      const bool was_inside = a.rect.x >= 0 && a.rect.x + a.rect.w <= room;
      if (was_inside) CHECK((b.rect.x > -0.01f && b.rect.x + b.rect.w < room + 0.01f));
      CHECK(b.mirrored);
      CHECK((b.pad_left == a.pad_right && b.pad_right == a.pad_left));
    }
  }
}

TEST_CASE("what a surface shows stays as it is, and only its box moves") {
  size_t seen = 0, pictures = 0;
  for (const SceneSetup& setup : setups()) {
    const Scene scene = setup.build(), other = turned(scene);
    for (uint32_t i = 1; i < scene.nodes().size(); ++i) {
      const Node &a = scene.node(i), &b = other.node(i);
      if (a.surface.kind != Surface::None) {
        CHECK(a.picture == b.picture);
        pictures += a.picture ? 1 : 0;
      }
      if (!on_surface(scene, i)) continue;
      ++seen;
      CHECK((a.rect == b.rect && a.align == b.align && a.picture == b.picture && !b.mirrored));
    }
  }
  CHECK(seen > 100);
  CHECK(pictures > 20);
}

TEST_CASE("edges, chevrons, bars and pictures are turned about; dates on their strip are not") {
  Laid laid;
  const uint32_t id = laid.add(0, "node", {10, 0, 100, 20});
  Node& node = laid.scene.node(id);
  node.borders = edge::Left | edge::Top;
  node.icon = Icon::ChevronRight;
  node.align = Align::Start;
  node.mark = Mark::BarFading;
  node.mark_from = 0;
  node.mark_to = 0.25f;
  Picture picture;
  picture.boxes.push_back({0, 5, 30, 10, Color::Ink, 1, 0.25f});
  picture.lines.push_back({{10, 1}, {20, 2}, Color::Ink, 1});
  picture.discs.push_back({{5, 5}, 2});
  node.picture = std::make_shared<const Picture>(picture);
  const uint32_t date = laid.add(0, "date", {10, 0, 100, 20});
  laid.scene.node(date).mark = Mark::DateSpan;
  laid.scene.node(date).mark_to = 0.25f;
  const uint32_t progress = laid.add(0, "progress", {10, 0, 100, 20});
  laid.scene.node(progress).mark_to = 0.4f;  // said, not drawn

  mirror_scene(laid.scene);
  const Node& now = laid.scene.node(id);
  CHECK(now.rect == Rect{290, 0, 100, 20});
  CHECK(now.borders == (edge::Right | edge::Top));
  CHECK(now.icon == Icon::ChevronLeft);
  CHECK(now.align == Align::End);
  CHECK((now.mark_from == 0.75f && now.mark_to == 1));
  CHECK((now.picture->boxes[0].x == 70 && now.picture->boxes[0].opacity == 0.25f &&
         now.picture->boxes[0].opacity_right == 1));
  CHECK((now.picture->lines[0].from == Point{90, 1} && now.picture->lines[0].to == Point{80, 2}));
  CHECK(now.picture->discs[0].centre == Point{95, 5});
  CHECK((laid.scene.node(date).mark_from == 0 && laid.scene.node(date).mark_to == 0.25f));
  CHECK(laid.scene.node(progress).mark_to == 0.4f);
}

TEST_CASE("content that scrolls begins at the right side, and offsets count from there") {
  Laid laid;
  const uint32_t area = laid.add(0, "area", {50, 0, 200, 100});
  laid.scene.node(area).scrolls = true;
  laid.scene.node(area).content_w = 500;
  const uint32_t first = laid.add(area, "first", {0, 0, 80, 20});
  const uint32_t last = laid.add(area, "last", {420, 0, 80, 20});
  CHECK(content_x(laid.scene.node(area), 0) == 0);
  CHECK(content_x(laid.scene.node(area), 120) == -120);
  CHECK(content_x(laid.scene.node(first), 120) == 0);

  mirror_scene(laid.scene);
  const Node& turned_area = laid.scene.node(area);
  CHECK(turned_area.rect.x == 150);
  const auto right_of = [&](uint32_t child, float scroll_x) {
    const Rect& rect = laid.scene.node(child).rect;
    return turned_area.rect.w - content_x(turned_area, scroll_x) - rect.x - rect.w;
  };
  CHECK(right_of(first, 0) == 0);
  CHECK(right_of(first, 120) == -120);
  CHECK(right_of(last, 300) == 120);
}

TEST_CASE("a text stands on the side where it begins, and says how it reads") {
  CHECK(text_node("Golden").align == Align::Start);
  CHECK(!text_node("Golden").right_to_left);
  CHECK(text_node("الساعة Golden").align == Align::End);
  CHECK(text_node("الساعة Golden").right_to_left);
  CHECK(text_node("22").align == Align::Start);
  CHECK(text_node("שיר\nGolden").align == Align::End);
  CHECK(text_node("שיר", Align::Center).align == Align::Center);
  CHECK(text_node("שיר", Align::End).align == Align::End);
  CHECK(text_node("Golden", Align::End).align == Align::End);
}

TEST_CASE("in an interface that reads from the right, letters of any way stand at the right") {
  const ReadingFromRight reading;
  const auto at_last = [](std::string_view text, Align align = Align::Start) {
    Laid laid;
    const uint32_t id = laid.add(0, "text", {0, 0, 100, 20});
    laid.scene.node(id).text = text;
    laid.scene.node(id).align = align;
    align_texts(laid.scene);
    mirror_scene(laid.scene);
    return laid.scene.node(id).align;
  };
  CHECK(at_last("الساعة") == Align::End);  // the right
  CHECK(at_last("Golden") == Align::End);
  CHECK(at_last("22") == Align::End);
  CHECK(at_last("22", Align::End) == Align::Start);  // a column of numbers
  CHECK(at_last("Golden", Align::Center) == Align::Center);
}

TEST_CASE("running text stands where its lines begin, whichever way the interface reads") {
  const auto at_last = [](std::string_view text) {
    Laid laid;
    const uint32_t id = laid.add(0, "text", {0, 0, 100, 40});
    laid.scene.node(id).role = Role::Paragraph;
    laid.scene.node(id).text = text;
    align_texts(laid.scene);
    if (reader_locale().right_to_left()) mirror_scene(laid.scene);
    return laid.scene.node(id).align;
  };
  for (const bool from_right : {false, true}) {
    std::optional<ReadingFromRight> reading;
    if (from_right) reading.emplace();
    CHECK(at_last("A song for\nthe fans") == Align::Start);
    CHECK(at_last("الساعة\nGolden") == Align::End);
  }
}

TEST_CASE("on a surface texts begin at the left in any language, but for those that read from the right") {
  const auto at_last = [](std::string_view text) {
    Laid laid;
    const uint32_t surface = laid.add(0, "map", {0, 0, 300, 200});
    laid.scene.node(surface).surface.kind = Surface::Map;
    const uint32_t id = laid.add(surface, "text", {0, 0, 100, 20});
    laid.scene.node(id).text = text;
    align_texts(laid.scene);
    if (reader_locale().right_to_left()) mirror_scene(laid.scene);
    return laid.scene.node(id).align;
  };
  for (const bool from_right : {false, true}) {
    std::optional<ReadingFromRight> reading;
    if (from_right) reading.emplace();
    CHECK(at_last("Japan") == Align::Start);
    CHECK(at_last("اليابان") == Align::End);
    CHECK(at_last("22") == Align::Start);
  }
}

TEST_CASE("a field begins like the interface until there is a letter in it") {
  const auto field = [](std::string_view value, std::string_view placeholder) {
    Laid laid;
    const uint32_t id = laid.add(0, "field", {0, 0, 100, 20});
    Node& node = laid.scene.node(id);
    node.input.field = InputField::Query;
    node.value = value;
    node.placeholder = placeholder;
    align_texts(laid.scene);
    return laid.scene.node(id).right_to_left;
  };
  CHECK(!field("", "Search"));
  CHECK(field("", "ابحث"));
  CHECK(!field("2023", ""));
  CHECK(field("الساعة", ""));
  const ReadingFromRight reading;
  CHECK(field("", ""));
  CHECK(field("2023", ""));
  CHECK(!field("region:KR", ""));
}

TEST_CASE("build_scene hands out a scene with its sides as the reader's language has them") {
  SceneSetup setup;
  setup.dataset = &sample_dataset();
  setup.apply(command::SetView{View::Videos});
  setup.apply(command::SelectRow{{TableId::Videos, 0}, false});
  const Scene left = setup.build();
  const ReadingFromRight reading;
  const Scene right = setup.build();
  const Node *panel = nullptr, *panel_before = nullptr;
  for (const Node& node : right.nodes())
    panel = node.role == Role::Complementary ? &node : panel;
  for (const Node& node : left.nodes())
    panel_before = node.role == Role::Complementary ? &node : panel_before;
  REQUIRE((panel != nullptr && panel_before != nullptr));
  CHECK(panel->rect.x == 0);
  CHECK(panel_before->rect.x == 1440 - panel_before->rect.w);
  CHECK((panel->borders & edge::Right) != 0);
}

TEST_CASE("a place on a surface is found again by what is turned about beside it") {
  const Rect surface{100, 0, 300, 200};
  CHECK(beside_surface(surface, 40) == 140);
  const ReadingFromRight reading;
  // In a page of 1000 px the surface lies at 600, the place at 640: 360 from the right.
  CHECK(beside_surface(surface, 40) == 360);
}
