// The order of the scene, which is that of the elements and of the Tab key, is the one in which the eye
// reads: along lines, from top to bottom, and columns one after the other.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "every_scene.h"
#include "reading_from_right.h"
#include "reading_order.h"
#include "scene_fixture.h"
#include "state/embedding.h"

using namespace explorer;
using namespace explorer::test;

namespace {

uint32_t add_to(Scene& scene, uint32_t parent, Role role, std::string_view name, Rect rect) {
  const uint32_t id = scene.add(parent, name);
  Node& node = scene.node(id);
  node.role = role;
  node.label = name;
  node.rect = rect;
  return id;
}

// How many faults there are with two buttons, the second after the first, in groups at these places.
size_t faults_of_two(Rect first, Rect second, Rect group = {0, 0, 400, 300}, Role outer = Role::Group) {
  Scene scene({0, 0, 400, 300});
  const uint32_t a = add_to(scene, 0, Role::Group, "a", group);
  const uint32_t b = add_to(scene, 0, outer, "b", {0, 0, 400, 300});
  add_to(scene, a, Role::Button, "first", first);
  add_to(scene, b, Role::Button, "second", second);
  scene.node(a).clip = true;
  return reading_faults(scene).size();
}

// What stands side by side in a part of the page, in its order.
std::vector<Rect> parts_of(const Scene& scene, Role part) {
  std::vector<Rect> parts;
  for (const Node& node : scene.nodes()) {
    if (scene.node(node.parent).role == part && node.role != Role::Decor) parts.push_back(node.rect);
  }
  return parts;
}

}  // namespace

TEST_CASE("out of order is what stands left of what came before on its line, or above it") {
  CHECK(faults_of_two({0, 0, 40, 20}, {50, 0, 40, 20}) == 0);
  CHECK(faults_of_two({50, 0, 40, 20}, {0, 0, 40, 20}) == 1);
  CHECK(faults_of_two({50, 0, 40, 44}, {0, 12, 40, 20}) == 1);
  CHECK(faults_of_two({0, 30, 40, 20}, {0, 0, 40, 20}) == 1);
  CHECK(faults_of_two({50, 30, 40, 20}, {0, 0, 40, 20}) == 1);
  CHECK(faults_of_two({50, 0, 40, 20}, {0, 30, 40, 20}) == 0);
  // The second column; on what came before; over the page.
  CHECK(faults_of_two({0, 30, 40, 20}, {50, 0, 40, 20}) == 0);
  CHECK(faults_of_two({0, 0, 90, 40}, {4, 4, 20, 20}) == 0);
  CHECK(faults_of_two({50, 0, 40, 20}, {0, 0, 40, 20}, {0, 0, 400, 300}, Role::Dialog) == 0);
  // Groups stand somewhere, and what they cut off is not seen.
  CHECK(faults_of_two({0, 0, 40, 20}, {50, 0, 40, 20}, {200, 0, 100, 100}) == 1);
  CHECK(faults_of_two({50, 0, 40, 20}, {0, 0, 40, 20}, {0, 0, 45, 20}) == 0);
}

TEST_CASE("every scene is in the order in which it is read, at every size") {
  std::set<std::string> known;
  const auto judge = [&known](const Scene& scene) {
    for (const ReadingFault& fault : reading_faults(scene)) {
      if (known.insert(fault.what).second) FAIL_CHECK(fault.what << ", at " << fault.where);
    }
  };
  for_each_scene(judge);
  SceneSetup plain;
  plain.dataset = &shipped_dataset();
  plain.environment.link_sheet = true;
  std::vector<SceneSetup> more;
  for (const PopoverKind kind :
       {PopoverKind::Pictures, PopoverKind::Share, PopoverKind::Download, PopoverKind::Embed}) {
    more.emplace_back(plain).apply(command::OpenPopover{kind, TableId::Videos, 0});
  }
  // In a frame, as a part without the rest.
  for (size_t view = 0; view < ViewCount; ++view) {
    SceneSetup& setup = more.emplace_back(plain);
    setup.state.embedding = read_embedding("table", "all");
    setup.state.embedding.framed = true;
    setup.apply(command::SetView{static_cast<View>(view)});
  }
  for (SceneSetup& setup : more) {
    for (const Size size : Sizes) {
      setup.environment.width_px = size.w;
      setup.environment.height_px = size.h;
      setup.environment.coarse_pointer = size.w < 500;
      CAPTURE(size.w);
      judge(setup.build());
    }
  }
  CHECK(known.empty());
}

TEST_CASE("the strip about loading and the notes about an address are read along their lines") {
  for (const LoadPhase phase : {LoadPhase::Loading, LoadPhase::Stopped, LoadPhase::Failed}) {
    for (const float width : {390.0f, 1440.0f}) {
      SceneSetup setup;
      setup.dataset = &shipped_dataset();
      setup.environment = {width, 844};
      setup.load.phase = phase;
      setup.load.again = LoadAgain::Continue;
      setup.load.failure_title = "The connection broke";
      setup.load.failure_detail = "The server sent less than it said";
      setup.state.address_notes.push_back({AddressFault::Unknown, "colour"});
      CAPTURE(width);
      const std::vector<ReadingFault> faults = reading_faults(setup.build());
      for (const ReadingFault& fault : faults)
        FAIL_CHECK(fault.what << ", at " << fault.where);
      CHECK(faults.empty());
    }
  }
}

TEST_CASE("the header and the row of tabs go along their line, from the side where the interface begins") {
  const SceneSetup setup = sample_videos(1440);
  const auto left = [](const Rect& rect) { return rect.x; };
  const auto from_right = [](const Rect& rect) { return -(rect.x + rect.w); };
  for (const Role part : {Role::Banner, Role::Navigation}) {
    const std::vector<Rect> parts = parts_of(setup.build(), part);
    CHECK(parts.size() >= 5);
    CHECK(std::ranges::is_sorted(parts, {}, left));
    const ReadingFromRight reading;
    const std::vector<Rect> turned = parts_of(setup.build(), part);
    CHECK(turned.size() == parts.size());
    CHECK(std::ranges::is_sorted(turned, {}, from_right));
  }
}

TEST_CASE("the marks of the articles that state a row stand in the order of the articles") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  const Scene scene = setup.build();
  const Node* before = nullptr;
  size_t pairs = 0;
  for (const Node& node : scene.nodes()) {
    if (node.role != Role::Link || !node.label.starts_with("article ")) continue;
    if (before != nullptr && before->parent == node.parent) {
      CHECK(before->text < node.text);
      CHECK(before->rect.x + before->rect.w <= node.rect.x + 0.5f);
      ++pairs;
    }
    before = &node;
  }
  CHECK(pairs > 0);
}
