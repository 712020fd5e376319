// Every scene, at every size: boxes within their parents, texts apart, names on what can be pressed.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "every_scene.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

bool is_text(const Node& node) {
  return !node.text.empty() && node.borders != edge::All && node.role != Role::Dialog;
}

bool overlap(const Rect& a, const Rect& b) {
  constexpr float Slack = 0.5f;
  return a.x + Slack < b.x + b.w && b.x + Slack < a.x + a.w && a.y + Slack < b.y + b.h &&
         b.y + Slack < a.y + a.h;
}

}  // namespace

TEST_CASE("every box lies within its parent or its parent's content, and none is negative") {
  for_each_scene([](const Scene& scene) {
    size_t wrong = 0;
    std::string first;
    for (const Node& node : scene.nodes()) {
      const Node& parent = scene.node(node.parent);
      const float w = parent.scrolls ? parent.content_w : parent.rect.w;
      const float h = parent.scrolls ? parent.content_h : parent.rect.h;
      const Rect& r = node.rect;
      const bool fits = r.x >= -0.5f && r.y >= -0.5f && r.x + r.w <= w + 0.5f && r.y + r.h <= h + 0.5f;
      if (r.w < 0 || r.h < 0 || !fits) {
        if (wrong++ == 0) {
          first = "role " + std::to_string(static_cast<int>(node.role)) + " '" + node.text + "' label '" +
                  node.label + "' at " + std::to_string(r.x) + ' ' + std::to_string(r.y) + ' ' +
                  std::to_string(r.w) + ' ' + std::to_string(r.h) + " in " + std::to_string(w) + ' ' +
                  std::to_string(h) + " of role " + std::to_string(static_cast<int>(parent.role)) + ' ' +
                  parent.label;
        }
      }
    }
    CAPTURE(first);
    REQUIRE(wrong == 0);
  });
}

TEST_CASE("no two texts of one parent lie on each other") {
  for_each_scene([](const Scene& scene) {
    const auto& nodes = scene.nodes();
    for (size_t i = 1; i < nodes.size(); ++i) {
      if (!is_text(nodes[i])) continue;
      for (size_t k = i + 1; k < nodes.size(); ++k) {
        if (nodes[k].parent != nodes[i].parent || !is_text(nodes[k])) continue;
        CAPTURE(nodes[i].text);
        CAPTURE(nodes[k].text);
        REQUIRE_FALSE(overlap(nodes[i].rect, nodes[k].rect));
      }
    }
  });
}

TEST_CASE("the parts of the page's frame and of the tab row stand side by side, never on each other") {
  for_each_scene([](const Scene& scene) {
    const auto& nodes = scene.nodes();
    for (size_t i = 1; i < nodes.size(); ++i) {
      const Node& parent = scene.node(nodes[i].parent);
      const bool framed =
          nodes[i].parent == 0 || parent.role == Role::Navigation || parent.role == Role::Banner;
      const auto lies_above = [](const Node& node) {
        return node.role == Role::Dialog || node.role == Role::Menu || node.role == Role::Decor;
      };
      const bool above = lies_above(nodes[i]);
      for (size_t k = i + 1; framed && !above && k < nodes.size(); ++k) {
        if (nodes[k].parent != nodes[i].parent) continue;
        if (lies_above(nodes[k]) || nodes[k].unseen) continue;
        CAPTURE(name_of(nodes[i]));
        CAPTURE(name_of(nodes[k]));
        REQUIRE_FALSE(overlap(nodes[i].rect, nodes[k].rect));
      }
    }
  });
}

TEST_CASE("a text is never wider than its box") {
  FixedMeasurer measurer;
  for_each_scene([&measurer](const Scene& scene) {
    for (const Node& node : scene.nodes()) {
      const float room = std::max(node.rect.w - node.pad_left - node.pad_right, 0.0f);
      for (size_t begin = 0; begin < node.text.size();) {
        const size_t end = std::min(node.text.find('\n', begin), node.text.size());
        const std::string line = node.text.substr(begin, end - begin);
        CAPTURE(line);
        CAPTURE(room);
        // The ellipsis alone is left where there is no room at all.
        if (line != "\xE2\x80\xA6" && line.size() > 4)
          REQUIRE(text_width(line, node.font, measurer) <= room + 1);
        begin = end + 1;
      }
    }
  });
}

TEST_CASE("keys are unique, never 0 and exact as a JavaScript number") {
  for_each_scene([](const Scene& scene) {
    std::vector<NodeKey> keys;
    for (const Node& node : scene.nodes())
      keys.push_back(node.key);
    std::sort(keys.begin(), keys.end());
    REQUIRE(keys.front() > 0);
    REQUIRE(keys.back() < (NodeKey{1} << 53));
    REQUIRE(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  });
}

TEST_CASE("everything that can be pressed, typed into or read as a landmark has a name") {
  for_each_scene([](const Scene& scene) {
    for (const Node& node : scene.nodes()) {
      const bool named = node.activate.has_value() || node.input.field != InputField::None ||
                         node.role == Role::Dialog || node.role == Role::Grid ||
                         node.role == Role::TabPanel || node.role == Role::ColumnHeader ||
                         node.role == Role::Complementary;
      if (named) REQUIRE_FALSE(name_of(node).empty());
      if (node.role == Role::Heading) REQUIRE(node.level > 0);
    }
  });
}

TEST_CASE("each scene has one page title, one live count and one main part") {
  for_each_scene([](const Scene& scene) {
    size_t titles = 0, mains = 0, banners = 0, searches = 0;
    for (const Node& node : scene.nodes()) {
      titles += node.role == Role::Heading && node.level == 1;
      mains += node.role == Role::Main;
      banners += node.role == Role::Banner;
      searches += node.role == Role::SearchBox;
    }
    REQUIRE(titles == 1);
    REQUIRE(mains == 1);
    REQUIRE(banners == 1);
    REQUIRE(searches == 1);
  });
}

TEST_CASE("the reading order is banner, tabs, filters, content, details, popover") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.environment = {1440, 900};
  setup.apply(command::SetQueryText{"kind:single"});
  setup.apply(command::SelectRow{{TableId::Releases, 0}, true});
  setup.apply(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Releases, 0});
  const Scene scene = setup.build();
  std::vector<Role> order;
  for (const Node& node : scene.nodes()) {
    if (node.parent == 0 && &node != &scene.nodes().front() && node.role != Role::Decor && !node.unseen)
      order.push_back(node.role);
  }
  const std::vector<Role> expected = {Role::Banner, Role::Navigation,    Role::Region,
                                      Role::Main,   Role::Complementary, Role::Dialog};
  CHECK(order == expected);
}

TEST_CASE("what the reader cannot reach is not there: a modal part lies over a scrim that closes it") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.environment = {390, 844, Scheme::Light, true};
  setup.apply(command::SelectRow{{TableId::Releases, 0}, true});
  const Scene scene = setup.build();
  const Node* sheet = find_node(scene, Role::Dialog, "Closer Than This");
  REQUIRE(sheet);
  CHECK(sheet->modal);
  const Node* scrim = find_node(scene, Role::Decor, "Close details");
  REQUIRE(scrim);
  CHECK(scrim->rect == scene.node(0).rect);
  CHECK(std::holds_alternative<command::CloseDetail>(*scrim->activate));
}

TEST_CASE("targets on a touch screen are large enough to press") {
  for (const View view : {View::Overview, View::Articles, View::Releases, View::ChartReach, View::Videos}) {
    SceneSetup setup;
    setup.dataset = &shipped_dataset();
    setup.environment = {390, 844, Scheme::Light, true};
    setup.apply(command::SetView{view});
    const Scene scene = setup.build();
    for (const Node& node : scene.nodes()) {
      if (!node.activate || node.role == Role::Link) continue;
      CAPTURE(name_of(node));
      CHECK(node.rect.h >= 36);
      CHECK(node.rect.w >= 24);
    }
  }
}
