// What tells marked rows from the open one and from those that are lit: never colour alone.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "reading_from_right.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr TableId Videos = TableId::Videos;

SceneSetup marked_videos(float width, VideoForm form = VideoForm::Table) {
  SceneSetup setup = sample_videos(width);
  setup.apply(command::SetVideoForm{form});
  setup.apply(command::MarkRows{
      Videos, RowList(std::make_shared<const std::vector<RowIndex>>(std::vector<RowIndex>{0, 1})),
      command::MarkHow::Only});
  setup.apply(command::SelectRow{{Videos, 1}, false});
  return setup;
}

const Node* row_of(const Scene& scene, RowIndex row) {
  for (const Node& node : scene.nodes()) {
    const auto* open = node.role == Role::Row ? selects(node) : nullptr;
    if (open != nullptr && open->row == RowRef{Videos, row}) return &node;
  }
  return nullptr;
}

const Node* part(const Scene& scene, const Node& row, std::string_view name) {
  return scene.find(Scene::child_key(row.key, name));
}

}  // namespace

TEST_CASE("a marked row has a bar where it begins and a tick, in every form of the table") {
  for (const float width : {390.0f, 1440.0f}) {
    for (const VideoForm form : {VideoForm::Table, VideoForm::Cards}) {
      CAPTURE(width);
      const Scene scene = marked_videos(width, form).build();
      const Node *marked = row_of(scene, 0), *both = row_of(scene, 1), *plain = row_of(scene, 2);
      REQUIRE((marked != nullptr && both != nullptr && plain != nullptr));
      CHECK(part(scene, *plain, "mark") == nullptr);
      const Node* bar = part(scene, *marked, "mark");
      REQUIRE(bar != nullptr);
      CHECK(bar->rect.x == 0);
      CHECK(bar->rect.w >= 4);
      CHECK(bar->rect.h == marked->rect.h);
      REQUIRE(part(scene, *marked, "marked") != nullptr);
      CHECK(part(scene, *marked, "marked")->rect.x + 3 >= bar->rect.x + bar->rect.w - 1);
      CHECK(part(scene, *marked, "selected") == nullptr);
      // Of the open one both bars are seen.
      REQUIRE((part(scene, *both, "mark") != nullptr && part(scene, *both, "selected") != nullptr));
      CHECK(part(scene, *both, "mark")->rect.x == part(scene, *both, "selected")->rect.w);
    }
  }
}

TEST_CASE("what is lit has another ground than what is marked, which keeps its own") {
  SceneSetup setup = marked_videos(1440);
  setup.apply(command::PointAt{Subject{RowRef{Videos, 0}, {}, {}}});
  Scene scene = setup.build();
  CHECK(row_of(scene, 0)->lit);
  CHECK(row_of(scene, 0)->fill == Color::MarkSoft);
  setup.apply(command::DropMarks{});
  scene = setup.build();
  CHECK(row_of(scene, 0)->lit);
  CHECK(row_of(scene, 0)->fill == Color::AccentSoft);
  CHECK(part(scene, *row_of(scene, 0), "mark") == nullptr);
}

TEST_CASE("from the right the bar stands at the right") {
  const ReadingFromRight reading;
  const Scene scene = marked_videos(1440).build();
  const Node* row = row_of(scene, 0);
  REQUIRE(row != nullptr);
  const Node* bar = part(scene, *row, "mark");
  REQUIRE(bar != nullptr);
  CHECK(bar->rect.x + bar->rect.w == doctest::Approx(row->rect.w));
}
