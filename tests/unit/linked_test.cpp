// What belongs to what the reader points at: rows by their links and regions, bars by their rows.
#include "view/linked.h"

#include <doctest/doctest.h>

#include <map>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr RowRef Article{TableId::Articles, 0}, Release{TableId::Releases, 0}, Other{TableId::Releases, 1};
constexpr RowRef Seoul{TableId::ChartEntries, 0}, Busan{TableId::ChartEntries, 1},
    Tokyo{TableId::ChartEntries, 2}, Nowhere{TableId::ChartEntries, 3};

std::unique_ptr<Dataset> linked_rows() {
  DatasetBuilder builder;
  builder.add_row(TableId::Articles, "a", {{"title", "Article"}, {"tag", "x|y"}});
  builder.add_row(TableId::Releases, "r", {{"title", "Release"}, {"date", "2023-12"}, {"parts", "7"}});
  builder.add_row(TableId::Releases, "o", {{"title", "Other"}});
  builder.add_row(TableId::ChartEntries, "1", {{"title", "Release"}, {"region", "KR"}, {"position", "1"}});
  builder.add_row(TableId::ChartEntries, "2", {{"title", "Other"}, {"region", "KR"}, {"position", "12"}});
  builder.add_row(TableId::ChartEntries, "3", {{"title", "Release"}, {"region", "JP"}, {"position", "1"}});
  builder.add_row(TableId::ChartEntries, "4", {{"title", "Release"}});
  builder.link(Article, Release);
  builder.link(Release, Seoul);
  builder.link(Release, Tokyo);
  return builder.finish();
}

Subject row(RowRef ref) {
  return {ref, {}, {}};
}

Subject region(std::string code) {
  return {std::nullopt, std::move(code), {}};
}

Subject part(TableId table, size_t column, int64_t least, int64_t greatest, std::string value = {}) {
  return {std::nullopt, {}, ColumnPart{table, column, false, least, greatest, std::move(value)}};
}

size_t lit_rows(const Scene& scene) {
  size_t count = 0;
  for (const Node& node : scene.nodes())
    count += node.lit && node.role == Role::Row;
  return count;
}

}  // namespace

TEST_CASE("a row belongs to itself, to its links and to entries of its region, whichever is pointed at") {
  const auto dataset = linked_rows();
  struct Case {
    Subject a, b;
    bool related;
  };
  const Case cases[] = {
      {row(Release), row(Release), true},
      {row(Release), row(Article), true},
      {row(Release), row(Seoul), true},
      {row(Release), row(Busan), false},
      {row(Article), row(Seoul), false},
      {row(Seoul), row(Busan), true},  // the same region
      {row(Seoul), row(Tokyo), false},
      {row(Nowhere), row(Seoul), false},
      {row(Release), row(Other), false},
      {region("KR"), row(Seoul), true},
      {region("KR"), row(Busan), true},
      {region("KR"), row(Tokyo), false},
      {region("KR"), row(Release), true},  // by way of its entry
      {region("KR"), row(Article), false},
      {region("KR"), region("KR"), true},
      {region("KR"), region("JP"), false},
      {region(""), row(Nowhere), false},
      {part(TableId::ChartEntries, chart_column::Position, 1, 9), row(Seoul), true},
      {part(TableId::ChartEntries, chart_column::Position, 1, 9), row(Busan), false},
      {part(TableId::ChartEntries, chart_column::Position, 1, 9), row(Nowhere), false},
      {part(TableId::ChartEntries, chart_column::Position, 1, 9), row(Release), false},
      {part(TableId::Releases, release_column::Date, 19692, 19722), row(Release), true},  // December 2023
      {part(TableId::Releases, release_column::Date, 19723, 19753), row(Release), false},
      {part(TableId::Articles, article_column::Tag, 0, 0, "y"), row(Article), true},
      {part(TableId::Articles, article_column::Tag, 0, 0, "z"), row(Article), false},
      {Subject{std::nullopt, {}, ColumnPart{TableId::ChartEntries, chart_column::Position, true, 0, 0, {}}},
       row(Nowhere), true},
      {Subject{std::nullopt, {}, ColumnPart{TableId::ChartEntries, chart_column::Position, true, 0, 0, {}}},
       row(Seoul), false},
  };
  for (const Case& test : cases) {
    CAPTURE(&test - cases);
    CHECK(is_related(*dataset, test.a, test.b) == test.related);
    CHECK(is_related(*dataset, test.b, test.a) == test.related);
  }
}

TEST_CASE("what is pointed at lights its relatives in the table, in lists and in the details") {
  const auto dataset = linked_rows();
  SceneSetup setup;
  setup.dataset = dataset.get();
  setup.apply(command::SetView{View::ChartReach});
  CHECK(lit_rows(setup.build()) == 0);
  setup.apply(command::PointAt{row(Release)});
  CHECK(lit_rows(setup.build()) == 2);
  setup.apply(command::PointAt{region("KR")});
  CHECK(lit_rows(setup.build()) == 2);
  setup.apply(command::SelectRow{Release, true});
  setup.apply(command::PointAt{row(Tokyo)});
  const Scene details = setup.build();
  CHECK(lit_rows(details) == 1);
  size_t links = 0;
  for (const Node& node : details.nodes())
    links += node.lit && node.role != Role::Row;
  CHECK(links >= 1);
  setup.apply(command::SetView{View::Overview});
  setup.apply(command::PointAt{row(Article)});
  const Scene overview = setup.build();
  size_t lit = 0;
  for (const Node& node : overview.nodes())
    lit += node.lit;
  CHECK(lit >= 1);
}

TEST_CASE("what the keyboard is on counts as pointed at, and so does what the pointer is on after it") {
  TestApp t;
  t.load(linked_rows());
  t.run(command::SetView{View::Releases});
  const NodeKey release = t.key(Role::Row, "Release"), other = t.key(Role::Row, "Other");
  t.app.focused(release);
  t.frame();
  CHECK(t.app.state().pointed == row(Release));
  CHECK(t.find(Role::Row, "Release")->lit);
  t.app.hovered(other);
  t.frame();
  CHECK(t.app.state().pointed == row(Other));
  t.app.focused(t.find_input(InputField::Query)->key);
  CHECK(t.app.state().pointed == row(Other));
  t.app.hovered(0);
  t.app.focused(0);
  t.frame();
  CHECK(!t.app.state().pointed);
  CHECK(lit_rows(t.app.scene()) == 0);
}
