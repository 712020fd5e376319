// The header of a phone: what is used most is there to be pressed, side by side, however narrow it is.
#include <doctest/doctest.h>

#include <optional>
#include <vector>

#include "dataset_fixture.h"
#include "reading_from_right.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

Scene on_phone(float width, const Dataset* dataset = &sample_dataset(),
               Contrast contrast = Contrast::Normal) {
  SceneSetup setup;
  setup.dataset = dataset;
  if (dataset == nullptr) setup.load.phase = LoadPhase::Loading;
  setup.environment = {width, 844};
  setup.environment.coarse_pointer = true;
  setup.environment.contrast = contrast;
  setup.apply(command::SetView{View::Videos});
  return setup.build();
}

}  // namespace

TEST_CASE("reading, sharing and the menu are in reach of a finger on every phone, and lie on nothing") {
  for (const float width : {320.0f, 360.0f, 390.0f, 639.0f}) {
    for (const bool from_right : {false, true}) {
      std::optional<ReadingFromRight> reading;
      if (from_right) reading.emplace();
      CAPTURE(width);
      const Scene scene = on_phone(width);
      std::vector<const Node*> tools;
      for (const std::string_view name : {"Read as plain tables", "Save or share", "Commands"}) {
        const Node* tool = find_node(scene, Role::Button, name);
        REQUIRE_MESSAGE(tool != nullptr, std::string(name));
        CHECK(tool->rect.w >= size::Touch);
        CHECK(tool->rect.h >= size::Touch);
        CHECK(tool->rect.x >= 0);
        CHECK(tool->rect.x + tool->rect.w <= width);
        CHECK(scene.node(tool->parent).role == Role::Banner);
        tools.push_back(tool);
      }
      const Node* title = find_node(scene, Role::Heading, "Article Explorer");
      REQUIRE(title != nullptr);
      const auto apart = [](const Rect& a, const Rect& b) {
        return a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y;
      };
      CHECK(apart(tools[0]->rect, tools[1]->rect));
      for (const Node* tool : tools)
        CHECK(apart(tool->rect, title->rect));
      size_t readers = 0;
      for (const Node& node : scene.nodes())
        readers += name_of(node) == "Read as plain tables" ? 1 : 0;
      CHECK(readers == 1);
    }
  }
}

TEST_CASE("colours give way where there is no room, and where they are forced there are none") {
  const auto has_colours = [](const Scene& scene) {
    for (const Node& node : scene.nodes()) {
      if (node.activate && std::holds_alternative<command::SetTheme>(*node.activate)) return true;
    }
    return false;
  };
  CHECK(!has_colours(on_phone(320)));
  CHECK(has_colours(on_phone(390)));
  CHECK(!has_colours(on_phone(390, &sample_dataset(), Contrast::Forced)));
  CHECK(find_node(on_phone(390, nullptr), Role::Button, "Read as plain tables") == nullptr);
}
