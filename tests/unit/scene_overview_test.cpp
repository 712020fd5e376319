// The overview as numbers: panels side by side, all of it in one window, and figures that lead to what they
// count.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/build_overview.h"

using namespace explorer;
using namespace explorer::test;

namespace {

SceneSetup overview(const Dataset& dataset, float w, float h) {
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.environment = {w, h, Scheme::Light, w < 500};
  return setup;
}

std::vector<const Node*> regions_of(const Scene& scene) {
  std::vector<const Node*> regions;
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Region) regions.push_back(&node);
  }
  return regions;
}

const Node& scroller_of(const Scene& scene) {
  return scene.node(regions_of(scene).at(0)->parent);
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

// The key figure whose name contains `words`.
const Node& figure(const Scene& scene, std::string_view words) {
  const Node* list = find_node(scene, Role::List, "Key figures");
  REQUIRE(list);
  for (const Node& node : scene.nodes()) {
    const bool inside = &scene.node(scene.node(node.parent).parent) == list;
    if (inside && node.role == Role::Button && node.label.find(words) != std::string::npos) return node;
  }
  FAIL("no such figure");
  return *list;
}

std::vector<std::string> buttons_in(const Scene& scene, std::string_view region) {
  std::vector<std::string> names;
  const Node* panel = find_node(scene, Role::Region, region);
  REQUIRE(panel);
  for (const Node& node : scene.nodes()) {
    const Node& item = scene.node(node.parent);
    const Node& list = scene.node(item.parent);
    if (node.role == Role::Button && item.role == Role::ListItem && &scene.node(list.parent) == panel)
      names.push_back(node.label);
  }
  return names;
}

}  // namespace

TEST_CASE("the overview fits without scrolling where there is room, and nothing in it overlaps") {
  for (const Size size :
       {Size{1440, 900}, Size{1024, 768}, Size{2200, 1200}, Size{2560, 1440}, Size{1280, 800}}) {
    CAPTURE(size.w);
    const Scene scene = overview(shipped_dataset(), size.w, size.h).build();
    const Node& scroller = scroller_of(scene);
    CHECK(scroller.content_h == scroller.rect.h);
    CHECK(scroller.content_w == scroller.rect.w);
    const auto regions = regions_of(scene);
    CHECK(regions.size() == 4);
    for (const Node* region : regions) {
      CHECK(region->rect.y + region->rect.h <= scroller.rect.h);
      for (const Node* other : regions)
        if (other != region) CHECK_FALSE(overlap(region->rect, other->rect));
    }
  }
}

TEST_CASE("a dataset without videos leaves them no room") {
  for (const Size size : {Size{1440, 900}, Size{390, 844}, Size{800, 1000}, Size{2200, 1200}}) {
    const Scene scene = overview(large_dataset(), size.w, size.h).build();
    CHECK(find_node(scene, Role::Region, "Videos") == nullptr);
    CHECK(find_node(scene, Role::Region, "Latest") != nullptr);
  }
}

TEST_CASE("at 1440 by 900 the map has most of the width, the timeline all of it") {
  const Scene scene = overview(shipped_dataset(), 1440, 900).build();
  const Node* where = find_node(scene, Role::Region, "Where it charted");
  const Node* when = find_node(scene, Role::Region, "When things came out");
  const Node* videos = find_node(scene, Role::Region, "Videos");
  const Node* latest = find_node(scene, Role::Region, "Latest");
  REQUIRE((where && when && videos && latest));
  CHECK(where->rect.w > 800);
  CHECK(where->rect.h > 380);
  CHECK(videos->rect.x > where->rect.x + where->rect.w);
  CHECK(latest->rect.x == videos->rect.x);
  CHECK(latest->rect.y > videos->rect.y + videos->rect.h);
  CHECK(when->rect.w == 1440 - 2 * size::Margin + 2 * PanelInset);
  CHECK(when->rect.h >= 180);
  CHECK(when->rect.y > where->rect.y + where->rect.h);
}

TEST_CASE("panels of fixed height keep within it, whatever the window and the dataset") {
  for (const Dataset* dataset : {&shipped_dataset(), &sample_dataset(), &large_dataset(), &empty_dataset()}) {
    for (const Size size :
         {Size{960, 300}, Size{1024, 768}, Size{1440, 900}, Size{2200, 500}, Size{3000, 2000}}) {
      const Scene scene = overview(*dataset, size.w, size.h).build();
      for (const Node& node : scene.nodes()) {
        const Node& parent = scene.node(node.parent);
        if (parent.role == Role::Region) CHECK(node.rect.y + node.rect.h <= parent.rect.h + 0.5f);
      }
    }
  }
}

TEST_CASE("on a phone the panels stand under each other, each as high as it needs") {
  const Scene scene = overview(shipped_dataset(), 390, 844).build();
  float bottom = 0;
  const auto regions = regions_of(scene);
  CHECK(regions.size() == 5);
  for (const Node* region : regions) {
    CHECK(region->rect.y > bottom);
    CHECK(region->rect.h > 60);
    bottom = region->rect.y + region->rect.h;
  }
  CHECK(scroller_of(scene).content_h > 844);
}

TEST_CASE("a key figure leads to exactly the rows that it counts") {
  struct Case {
    std::string_view words;
    View view;
    std::string_view query;
    size_t rows;
  };
  const Case cases[] = {
      {"regions at No. 1", View::ChartReach, "position=1 chart=\"iTunes Top Songs\"", 5},
      {"charts topped", View::ChartReach, "position=1", 7},
      {"minutes of video", View::Videos, "-duration:none sort:duration-desc", 1},
  };
  for (const Case& each : cases) {
    SceneSetup setup = overview(shipped_dataset(), 1440, 900);
    setup.apply(*figure(setup.build(), each.words).activate);
    CHECK(setup.state.view == each.view);
    CHECK(setup.state.query_text == each.query);
    CHECK(!setup.state.query_error);
    CHECK(setup.results().tables[static_cast<size_t>(*table_of(each.view))].rows.size() == each.rows);
  }
  SceneSetup setup = overview(shipped_dataset(), 1440, 900);
  setup.apply(command::SetQueryText{"jimin"});
  setup.apply(*figure(setup.build(), "videos").activate);
  CHECK(setup.state.view == View::Videos);
  CHECK(setup.state.query_text == "jimin");
}

TEST_CASE("regions at No. 1 are asked for by name where no article claims more than it names") {
  DatasetBuilder builder;
  for (const char* region : {"KR", "JP", "150"})
    builder.add_row(TableId::ChartEntries, region, {{"chart", "Top"}, {"region", region}, {"position", "1"}});
  builder.add_row(TableId::ChartEntries, "second", {{"chart", "Top"}, {"region", "FR"}, {"position", "2"}});
  const auto dataset = builder.finish();
  SceneSetup setup = overview(*dataset, 1440, 900);
  const Scene scene = setup.build();
  const Node& tile = figure(scene, "regions at No. 1");
  CHECK(tile.label == "2 regions at No. 1");
  setup.apply(*tile.activate);
  CHECK(setup.results().tables[static_cast<size_t>(TableId::ChartEntries)].rows.size() == 2);
}

TEST_CASE("minutes of video are the sum of what is stated, and say what is missing") {
  struct Case {
    std::vector<std::string_view> lengths;
    std::string_view name;
  };
  const Case cases[] = {
      {{"600", "1200"}, "30 minutes of video"},
      {{"600", "~1200"}, "about 30 minutes of video"},
      {{"600", ""}, "at least 10 minutes of video, length stated for 1 of 2"},
      {{"~600", "", ""}, "about 10 minutes of video, length stated for 1 of 3"},
      {{">600", "60"}, "at least 11 minutes of video"},
      {{"60"}, "1 minute of video"},
      {{"", ""}, "\u2013 minutes of video: no length is stated"},
      {{"1080000"}, "300 hours of video"},
  };
  for (const Case& each : cases) {
    DatasetBuilder builder;
    for (size_t i = 0; i < each.lengths.size(); ++i)
      builder.add_row(TableId::Videos, std::to_string(i), {{"title", "V"}, {"duration", each.lengths[i]}});
    const auto dataset = builder.finish();
    const Scene scene = overview(*dataset, 1440, 900).build();
    CHECK(find_node(scene, Role::Button, each.name) != nullptr);
  }
}

TEST_CASE("the newest come first, of one date the most certain ones, with the marks of their articles") {
  const Scene scene = overview(shipped_dataset(), 1440, 900).build();
  const std::vector<std::string> names = buttons_in(scene, "Latest");
  REQUIRE(names.size() >= 3);
  CHECK(names[0] == "A Gift for ARMY, behind the scenes, 23 Dec 2023");
  CHECK(names[1] == "Closer Than This, single, 22 Dec 2023, inferred");
  CHECK(names[2] == "Closer Than This, music video, music video, 22 Dec 2023");
  CHECK(find_node(scene, Role::Link, "article B, headline, paragraphs 1, 2, 3") != nullptr);
  size_t marks = 0;
  for (const Node& node : scene.nodes()) {
    if (node.role != Role::Link || !node.label.starts_with("article ")) continue;
    ++marks;
    CHECK_MESSAGE(std::min(node.rect.w, node.rect.h) >= 24, node.label);
  }
  CHECK(marks > names.size());
}

TEST_CASE("videos of the overview say what is stated of them and stand on one scale") {
  const Scene scene = overview(shipped_dataset(), 1440, 900).build();
  const std::vector<std::string> names = buttons_in(scene, "Videos");
  REQUIRE(names.size() >= 3);
  CHECK(names.size() <= 6);
  CHECK(names[0] ==
        "Closer Than This, music video, 22 Dec 2023, No. 1 YouTube trending MVs, worldwide, "
        "With Jimin, BTS \u00B7 Closer Than This by Jimin");
  CHECK(names[1].starts_with(
      "A Gift for ARMY, behind the scenes \u00B7 BIGHIT MUSIC \u00B7 23 Dec 2023, about 30 min"));
  CHECK(find_node(scene, Role::Decor, "30 min") != nullptr);
  bool fading = false;
  for (const Node& node : scene.nodes())
    fading = fading || (node.mark == Mark::BarFading && node.mark_to == 1);
  CHECK(fading);
}

TEST_CASE("a panel that has the whole page is the same node, with a button that leads back") {
  for (const Size size : {Size{1440, 900}, Size{390, 844}}) {
    SceneSetup setup = overview(shipped_dataset(), size.w, size.h);
    const Scene before = setup.build();
    for (const Node* region : regions_of(before)) {
      const Node* button = find_node(before, Role::Button, "Enlarge " + region->label);
      CAPTURE(region->label);
      REQUIRE(button);
      SceneSetup large = setup;
      large.apply(*button->activate);
      const Scene scene = large.build();
      CHECK(regions_of(scene).size() == 1);
      const Node* same = scene.find(region->key);
      REQUIRE(same);
      CHECK(same->rect.h > size.h * 0.7f);
      CHECK(scroller_of(scene).content_h == scroller_of(scene).rect.h);
      const Node* back = scene.find(button->key);
      REQUIRE(back);
      CHECK(back->label == "Back to the overview");
      large.apply(*back->activate);
      CHECK(!large.state.maximised);
    }
  }
}

TEST_CASE("Escape leads back from a panel that has the whole page, with the focus on its button") {
  DatasetBuilder builder;
  builder.add_row(TableId::Videos, "v", {{"title", "A video"}, {"date", "2024"}});
  TestApp t;
  t.load(builder.finish());
  const NodeKey button = t.key(Role::Button, "Enlarge Videos");
  t.app.activated(button, false);
  t.frame();
  CHECK(t.app.state().maximised == Panel::Videos);
  CHECK(t.key(Role::Button, "Back to the overview") == button);
  t.run(command::SelectRow{{TableId::Videos, 0}, false});
  CHECK(t.app.key_pressed(0, AppKey::Escape));
  CHECK(t.app.state().maximised == Panel::Videos);
  CHECK(t.app.key_pressed(0, AppKey::Escape));
  t.frame();
  CHECK(!t.app.state().maximised);
  CHECK(t.host.focused == button);
  CHECK(!t.app.key_pressed(0, AppKey::Escape));
}

TEST_CASE("what belongs to what the reader points at is lit up in every panel") {
  SceneSetup setup = overview(shipped_dataset(), 1440, 900);
  const auto lit = [&setup] {
    size_t count = 0;
    const Scene scene = setup.build();
    for (const Node& node : scene.nodes())
      count += node.role == Role::Button && node.subject && node.fill == Color::AccentSoft;
    return count;
  };
  CHECK(lit() == 0);
  setup.apply(command::PointAt{Subject{RowRef{TableId::Releases, 0}, {}, {}}});
  CHECK(lit() >= 3);
  setup.apply(command::PointAt{std::nullopt});
  CHECK(lit() == 0);
}
