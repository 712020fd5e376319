// The card beside what is pointed at: within the viewport wherever it hangs, above its anchor where it can.
#include <doctest/doctest.h>

#include "scene_fixture.h"
#include "view/hover_card.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// The card's place for an anchor in a viewport of this size.
Rect card_at(Point anchor, Size size) {
  SceneSetup setup;
  setup.environment = {size.w, size.h};
  const Results results;
  FixedMeasurer measurer;
  Scene scene({0, 0, size.w, size.h});
  const SceneInput input{setup.state, nullptr, results, setup.load, setup.environment, {}, measurer};
  Builder b{input, scene, size.w, size.h};
  const CardLine lines[] = {{"Kind", "album"}, {"Nothing", ""}, {"Date", "a value that takes several lines"}};
  add_hover_card(b, anchor, "A title that is longer than most of them are", lines);
  for (const Node& node : scene.nodes()) {
    if (node.parent != 1) continue;
    CHECK(node.role == Role::Decor);
    CHECK(node.rect.x + node.rect.w <= scene.node(1).rect.w + 0.5f);
  }
  return scene.node(1).rect;
}

}  // namespace

TEST_CASE("a hover card hangs over its anchor and never leaves the viewport") {
  const Rect middle = card_at({700, 500}, {1440, 900});
  CHECK(middle.y + middle.h < 500);
  CHECK(middle.x + middle.w / 2 == doctest::Approx(700));
  const Rect top = card_at({700, 10}, {1440, 900});
  CHECK(top.y > 10);
  for (const Size size : Sizes) {
    for (const Point anchor : {Point{0, 0}, Point{size.w, 0}, Point{0, size.h}, Point{size.w, size.h}}) {
      const Rect card = card_at(anchor, size);
      CHECK(card.x >= 0);
      CHECK(card.y >= 0);
      CHECK(card.x + card.w <= size.w);
      CHECK(card.y + card.h <= size.h);
    }
  }
}

TEST_CASE("the words of a card name each value that there is") {
  const CardLine lines[] = {{"Kind", "album"}, {"Place", ""}, {"", "inferred"}};
  CHECK(card_words("FACE", lines) == "FACE. Kind: album. inferred.");
}
