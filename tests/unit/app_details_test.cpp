// The details: what is said when a row is opened, where the focus goes, and a window that comes back.
#include <doctest/doctest.h>

#include "grid_app.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> stated_video() {
  DatasetBuilder builder;
  builder.add_row(TableId::Articles, "x", {{"title", "What happened"}});
  builder.add_row(Videos, "v", {{"title", "The video"}});
  builder.add_row(Videos, "w", {{"title", "Another one"}});
  auto dataset = builder.finish();
  Table& table = dataset->table(Videos);
  table.evidence = {{0, 4}};
  table.evidence_offsets.resize(3);
  table.evidence_offsets[1] = table.evidence_offsets[2] = 1;
  return dataset;
}

std::string said(const TestApp& t) {
  const Scene& scene = t.app.scene();
  const Node* region = scene.find(Scene::child_key(scene.node(0).key, "heard-details"));
  return region == nullptr ? "(nothing)" : region->heard;
}

}  // namespace

TEST_CASE("beside the table what was opened is said, closed nothing is") {
  GridApp t(stated_video());
  CHECK(said(t) == "(nothing)");
  t.run(command::SelectRow{{Videos, 0}, false});
  CHECK(said(t) == "Details: The video");
  t.run(command::SelectRow{{Videos, 1}, false});
  CHECK(said(t) == "Details: Another one");
  t.run(command::CloseDetail{});
  CHECK(said(t) == "(nothing)");
}

TEST_CASE("a dialog is named by itself, so nothing more is said") {
  GridApp t(stated_video(), View::Videos, {800, 900});
  t.run(command::SelectRow{{Videos, 0}, false});
  REQUIRE(t.find(Role::Dialog, "The video") != nullptr);
  CHECK(said(t) == "(nothing)");
}

TEST_CASE("evidence that is followed by keys leads to the headline of the article, in table and details") {
  for (const float width : {1440.0f, 800.0f}) {
    CAPTURE(width);
    GridApp t(stated_video(), View::Videos, {width, 900});
    t.host.focused = t.key(Role::Link, "article A, paragraph 4");
    t.settle();
    t.app.activated(t.host.focused, false, false, true);
    t.frame();
    CHECK(t.host.focused == t.key(Role::Heading, "What happened"));
    t.run(command::SelectRow{{Videos, 0}, false});
    t.app.activated(t.key(Role::Link, "What happened, paragraph 4"), false, false, true);
    t.frame();
    CHECK(t.host.focused == t.key(Role::Heading, "What happened"));
  }
}

TEST_CASE("a pointer, and keys on a row, leave the focus in the table") {
  GridApp t(stated_video());
  const NodeKey before = t.host.focused;
  t.app.activated(t.key(Role::Link, "article A, paragraph 4"), false, false, false);
  t.frame();
  CHECK(t.host.focused == before);
  CHECK(t.find(Role::Heading, "What happened") != nullptr);
  t.press(AppKey::Down);
  const NodeKey cell = t.host.focused;
  t.press(AppKey::Enter);
  CHECK(t.host.focused == cell);
  CHECK(t.find(Role::Heading, "The video") != nullptr);
}

TEST_CASE("a window that comes back with its focus leaves the table where it was scrolled to") {
  for (const bool returned : {true, false}) {
    CAPTURE(returned);
    GridApp t;
    t.press(AppKey::Down);
    t.press(AppKey::Down);
    const NodeKey cell = t.host.focused;
    const Node* grid = t.find(Role::Grid, "Videos");
    REQUIRE(grid != nullptr);
    t.app.focused(0);  // the reader goes elsewhere
    t.app.scrolled(grid->key, 0, 3000, true);
    t.frame();
    t.host.moves.clear();
    t.app.focused(cell, returned);
    t.frame();
    CHECK(t.host.moves.empty() == returned);
    CHECK(t.place() == "3,1");
  }
}
