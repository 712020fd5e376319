// Values that no article states: they are told from others wherever they are seen, heard or copied.
#include "view/inferred.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "element_checks.h"
#include "fixed_measurer.h"
#include "scene_fixture.h"
#include "static_page/static_page.h"
#include "view/row_copy.h"
#include "view/video_parts.h"

using namespace explorer;
using namespace explorer::test;

namespace {

void infer(Dataset& dataset, TableId id, RowIndex row, std::initializer_list<size_t> columns) {
  Table& table = dataset.table(id);
  table.inferred.resize(table.row_count);
  for (const size_t column : columns)
    table.inferred[row] |= uint32_t{1} << column;
}

std::unique_ptr<Dataset> two_videos() {
  DatasetBuilder builder;
  builder.add_row(TableId::Videos, "a",
                  {{"title", "One"}, {"date", "2023-12"}, {"duration", "200"}, {"people", "Jimin"}});
  builder.add_row(TableId::Videos, "b", {{"title", "Two"}, {"date", "2023-11"}, {"duration", "100"}});
  auto dataset = builder.finish();
  infer(*dataset, TableId::Videos, 0, {video_column::Date, video_column::Duration, video_column::People});
  return dataset;
}

std::unique_ptr<Dataset> one_entry(std::initializer_list<size_t> inferred) {
  DatasetBuilder builder;
  builder.add_row(TableId::ChartEntries, "c",
                  {{"title", "Song"}, {"chart", "Top Songs"}, {"position", "3"}, {"region", "JP"}});
  auto dataset = builder.finish();
  infer(*dataset, TableId::ChartEntries, 0, inferred);
  return dataset;
}

// Each cell or item with this accessible name.
size_t count_named(const Scene& scene, std::string_view name) {
  size_t count = 0;
  for (const Node& node : scene.nodes())
    count += name_of(node) == name ? 1 : 0;
  return count;
}

const Node* cell_with(const Scene& scene, std::string_view text) {
  for (const Node& node : scene.nodes()) {
    if (node.text == text && (node.role == Role::Cell || node.role == Role::RowHeader)) return &node;
  }
  return nullptr;
}

SceneSetup in_view(const Dataset& dataset, View view, float width) {
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.environment = {width, 900};
  setup.apply(command::SetView{view});
  return setup;
}

}  // namespace

TEST_CASE("a cell has the sign, its name the word, and its figures stay below each other") {
  const auto dataset = two_videos();
  const Scene scene = in_view(*dataset, View::Videos, 1440).build();
  const Node* date = cell_with(scene, "December 2023*");
  REQUIRE(date != nullptr);
  CHECK(date->label == "December 2023, inferred");
  CHECK(date->description == "inferred: no article states it");
  CHECK(attribute(*date, "text") == "December 2023*");
  REQUIRE(cell_with(scene, "November 2023") != nullptr);
  CHECK(cell_with(scene, "November 2023")->label.empty());
  const Node *inferred = cell_with(scene, "3 min 20 s*"), *stated = cell_with(scene, "1 min 40 s");
  REQUIRE((inferred != nullptr && stated != nullptr));
  FixedMeasurer measurer;
  const float sign = measurer.width("*", Font::BodyTabular);
  CHECK(inferred->pad_right == doctest::Approx(std::max(stated->pad_right - sign, 0.0f)));
}

TEST_CASE("a column is as wide as its cells with their signs") {
  const auto dataset = two_videos();
  const Scene scene = in_view(*dataset, View::Videos, 1440).build();
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Cell) CHECK(node.text.find("\u2026") == node.text.npos);
  }
}

TEST_CASE("the cards of a phone and those of videos tell it as well") {
  const auto dataset = two_videos();
  SceneSetup setup = in_view(*dataset, View::Videos, 390);
  CHECK(count_named(setup.build(), "December 2023, inferred") == 1);
  setup.apply(command::SetVideoForm{VideoForm::Cards});
  for (const float width : {390.0f, 1440.0f}) {
    setup.environment.width_px = width;
    const Scene cards = setup.build();
    CHECK(count_named(cards, "December 2023, inferred") == 1);
    CHECK(count_named(cards, "3 min 20 s, inferred") == 1);
    CHECK(count_named(cards, "With Jimin, inferred") == 1);
    CHECK(cell_with(cards, "With Jimin*") != nullptr);
    CHECK(cell_with(cards, "1 min 40 s") != nullptr);
  }
}

TEST_CASE("what a chart entry is called is inferred where its place or its region is") {
  for (const size_t column : {chart_column::Position, chart_column::Region}) {
    const auto dataset = one_entry({column});
    const SignedText title = signed_title(*dataset, TableId::ChartEntries, 0);
    CHECK(title.seen == "No. 3 in Japan*");
    CHECK(title.heard == "No. 3 in Japan, inferred");
    const Scene phone = in_view(*dataset, View::ChartReach, 390).build();
    CHECK(find_node(phone, Role::RowHeader, "No. 3 in Japan, inferred") != nullptr);
    CHECK(find_node(phone, Role::Row, "No. 3 in Japan") != nullptr);
  }
  const auto other = one_entry({chart_column::Date});
  CHECK(!signed_title(*other, TableId::ChartEntries, 0).differs());
}

TEST_CASE("the overview tells it in its lists and its key figures") {
  const auto dataset = two_videos();
  const Scene scene = in_view(*dataset, View::Overview, 1440).build();
  size_t latest = 0, longest = 0, signs = 0;
  for (const Node& node : scene.nodes()) {
    const std::string_view name = name_of(node);
    latest += name.starts_with("One, ") && name.ends_with("December 2023, inferred") ? 1 : 0;
    longest += name.find("longest 3 min 20 s (inferred)") != name.npos ? 1 : 0;
    signs += node.text == "3 min 20 s*" ? 1 : 0;
  }
  CHECK(latest >= 1);
  CHECK(longest >= 1);
  CHECK(signs == 1);
}

TEST_CASE("copied rows keep the sign, and say once below them what it means") {
  const auto dataset = two_videos();
  const size_t columns[] = {video_column::Title, video_column::Date, video_column::Duration};
  const RowIndex both[] = {0, 1}, second[] = {1};
  const RowCopy copy = copy_rows(*dataset, TableId::Videos, columns, both);
  CHECK(copy.plain ==
        "Title\tDate\tDuration\nOne\t2023-12*\t0:03:20*\nTwo\t2023-11\t0:01:40\n\n"
        "* inferred: no article states it\n");
  CHECK(copy.html.find("<td>December 2023*</td><td>3 min 20 s*</td>") != copy.html.npos);
  CHECK(copy.html.ends_with("</table><p>* inferred: no article states it</p>"));
  const RowCopy none = copy_rows(*dataset, TableId::Videos, columns, second);
  CHECK(none.plain.find('*') == none.plain.npos);
  CHECK(none.html.ends_with("</table>"));
}

TEST_CASE("a single value says in words that it is inferred") {
  const auto dataset = two_videos();
  const RowCopy copy = copy_value(*dataset, TableId::Videos, 0, video_column::Date);
  CHECK(copy.plain == "2023-12 (inferred)");
  CHECK(copy.html == "December 2023 (inferred)");
  CHECK(copy_value(*dataset, TableId::Videos, 1, video_column::Date).plain == "2023-11");
}

TEST_CASE("the static page has the sign, and the note below the tables that need it") {
  const auto dataset = two_videos();
  const std::string page = static_tables(*dataset);
  CHECK(page.find(">December 2023*</td>") != page.npos);
  CHECK(page.find("<p>* inferred: no article states it</p>") != page.npos);
  const auto stated = one_entry({});
  CHECK(static_tables(*stated).find("inferred:") == std::string::npos);
}
