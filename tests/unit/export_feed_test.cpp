// Rows as a JSON Feed: what is loaded from it is what was there.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/json_write.h"
#include "core/load_dataset.h"
#include "export_helpers.h"
#include "generator/article_generator.h"
#include "load_helpers.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;
using exports::Format;
using exports::Options;

namespace {

constexpr Options Feed{Format::JsonFeed};

// Everything that is known of a row, with ids instead of row numbers.
std::string description(const Dataset& dataset, RowRef row) {
  const Table& table = dataset.table(row.table);
  std::string out(table.ids.view(row.row));
  for (size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (!column.is_stated(row.row)) continue;
    out.append("\n  ").append(column.spec.name).append(table.is_inferred(row.row, i) ? "* " : " ");
    json::put_value(out, column, row.row);
  }
  for (const Evidence& evidence : table.evidence_of(row.row)) {
    out.append("\n  in ").append(dataset.table(TableId::Articles).ids.view(evidence.article));
    out.append(" ").append(std::to_string(evidence.paragraph));
  }
  std::vector<std::string> links;
  for (const RowRef link : table.links_of(row.row))
    links.emplace_back(dataset.table(link.table).ids.view(link.row));
  std::ranges::sort(links);
  for (const std::string& link : links)
    out.append("\n  with ").append(link);
  return out;
}

void check_same(const Dataset& before, const Dataset& after) {
  CHECK(before.title == after.title);
  CHECK(before.description == after.description);
  CHECK(before.language == after.language);
  for (const TableId table : AllTables) {
    CAPTURE(static_cast<int>(table));
    REQUIRE(before.table(table).row_count == after.table(table).row_count);
    for (RowIndex row = 0; row < before.table(table).row_count; ++row)
      REQUIRE(description(before, {table, row}) == description(after, {table, row}));
  }
}

// Loads what is known to be without fault.
std::unique_ptr<Dataset> loaded(const std::string& document) {
  LoadResult result = load_dataset(document);
  REQUIRE(result.dataset);
  CHECK(summary_of(result) == "");
  CHECK(result.warning_count == 0);
  return std::move(result.dataset);
}

std::unique_ptr<Dataset> round_trip(const Dataset& dataset, TableId table,
                                    const std::vector<RowIndex>& rows) {
  return loaded(exported(dataset, table, rows, Feed));
}

std::unique_ptr<Dataset> round_trip(const Dataset& dataset, TableId table) {
  return round_trip(dataset, table, all_rows(dataset, table));
}

std::unique_ptr<Dataset> generated(uint32_t articles) {
  ArticleGenerator generator(7, articles, GeneratorFormat::Feed, true);
  std::string document;
  while (generator.write(document, 1U << 20)) {
  }
  return load_dataset(document).dataset;
}

std::unique_ptr<Dataset> feed(std::string_view items, std::string_view facts) {
  return loaded("{" + std::string(VersionMember) + R"(,"title":"T","language":"en","items":[)" +
                std::string(items) + R"(],"_article_explorer":{"version":1,)" + std::string(facts) + "}}");
}

constexpr std::string_view TwoItems =
    R"({"id":"a","title":"A","content_text":"x"},{"id":"b","title":"B","content_text":"y"})";

}  // namespace

TEST_CASE("All articles of the bundled dataset, taken along and loaded, are the dataset") {
  const Dataset& dataset = shipped_dataset();
  check_same(dataset, *round_trip(dataset, TableId::Articles));
}

TEST_CASE("The same of a generated dataset, and of each of its tables alone") {
  const auto dataset = generated(300);
  REQUIRE(dataset);
  REQUIRE(dataset->table(TableId::ChartEntries).row_count > 100);
  check_same(*dataset, *round_trip(*dataset, TableId::Articles));
  for (const TableId table : {TableId::Releases, TableId::Videos, TableId::ChartEntries, TableId::Events}) {
    const auto again = round_trip(*dataset, table);
    CHECK(ids_of(*again, table) == ids_of(*dataset, table));
    // Facts of other tables are there only where entries of charts need them.
    if (table == TableId::ChartEntries) CHECK(again->table(TableId::Releases).row_count > 0);
    if (table == TableId::Releases) CHECK(again->table(TableId::ChartEntries).row_count == 0);
  }
}

TEST_CASE("Rows are in the file in the order in which they are on screen") {
  const Dataset& dataset = shipped_dataset();
  std::vector<RowIndex> rows = all_rows(dataset, TableId::ChartEntries);
  std::ranges::reverse(rows);
  rows.resize(3);
  const auto again = round_trip(dataset, TableId::ChartEntries, rows);
  const Table& entries = again->table(TableId::ChartEntries);
  REQUIRE(entries.row_count == 3);
  const TextPool& ids = dataset.table(TableId::ChartEntries).ids;
  for (RowIndex row = 0; row < 3; ++row)
    CHECK(entries.ids.view(row) == ids.view(rows[row]));
  // Each still knows what took the place, and where that is stated.
  for (RowIndex row = 0; row < 3; ++row) {
    CHECK(entries.columns[chart_column::Title].text(row) ==
          dataset.column(TableId::ChartEntries, chart_column::Title).text(rows[row]));
    CHECK(entries.evidence_of(row).size() ==
          dataset.table(TableId::ChartEntries).evidence_of(rows[row]).size());
  }
}

TEST_CASE("Of some articles, what they state is in the file and nothing else is referred to") {
  const auto dataset = feed(TwoItems, R"("releases":[
    {"id":"song","title":"Song","evidence":[{"article":"a","paragraph":2},{"article":"b"}]},
    {"id":"album","title":"Album","related":["song"],"evidence":[{"article":"b"}]}])");
  const auto again = round_trip(*dataset, TableId::Articles, {0});
  CHECK(ids_of(*again, TableId::Articles) == "a");
  CHECK(ids_of(*again, TableId::Releases) == "song");
  CHECK(again->table(TableId::Releases).evidence_of(0).size() == 1);
  CHECK(links_at(*again, TableId::Releases, 0) == "a");
}

TEST_CASE("What took a place in a chart comes along, with an article that states it") {
  const auto dataset = feed(TwoItems, R"("releases":[
    {"id":"song","title":"Song","evidence":[{"article":"a"}]}],"chart_entries":[
    {"id":"top","release":"song","chart":"Radio","position":1,"evidence":[{"article":"b"}]}])");
  CHECK(ids_of(*round_trip(*dataset, TableId::Articles, {1}), TableId::Articles) == "b|a");
  const auto entries = round_trip(*dataset, TableId::ChartEntries);
  check_same(*dataset, *entries);
}

TEST_CASE("Of a song and its video with the same title each keeps its places") {
  const auto dataset = feed(TwoItems, R"("releases":[
    {"id":"song","title":"Tide","evidence":[{"article":"a"}]}],"videos":[
    {"id":"film","title":"Tide","tracks":[{"title":"Tide","artists":["Ada","Jun"],"release":"song"}],
    "evidence":[{"article":"a"}]}],"chart_entries":[
    {"id":"e1","release":"song","chart":"Radio","position":1,"related":["film"],"inferred":["release"],
    "evidence":[{"article":"a"}]},
    {"id":"e2","video":"film","chart":"Films","position":3,"related":["song"],"inferred":["video","chart"],
    "evidence":[{"article":"b"}]}])");
  REQUIRE(dataset->column(TableId::Videos, video_column::Rank).number(0).value == 3);
  const std::string file = exported(*dataset, TableId::Articles, Feed);
  check_same(*dataset, *loaded(file));
  CHECK(file.find(R"("id":"e1","release":"song")") != std::string::npos);
  CHECK(file.find(R"("id":"e2","video":"film")") != std::string::npos);
  CHECK(file.find(R"("inferred":["video","chart"])") != std::string::npos);
  CHECK(file.find(R"({"title":"Tide","artists":["Ada","Jun"],"release":"song"})") != std::string::npos);
}

TEST_CASE("Whose song is whose is not claimed where it is not known") {
  const auto dataset = feed(TwoItems, R"("videos":[{"id":"film","title":"Film","tracks":[
    {"title":"One","artists":["Ada"]},{"title":"Two","artists":["Jun","Ada"]}],"evidence":[{"article":"a"}]}])");
  const std::string file = exported(*dataset, TableId::Videos, Feed);
  CHECK(file.find(
            R"({"title":"One","artists":["Ada","Jun"],"_artists":{"of":"all tracks"}},{"title":"Two"})") !=
        std::string::npos);
  CHECK(list_at(*loaded(file), TableId::Videos, video_column::Artist, 0) == "Ada|Jun");
}

TEST_CASE("Every kind of value is read back") {
  const auto dataset = feed(
      R"({"id":"a \"1\"","title":"=A\n\\ \u0001 שלום 😀 `x`","content_text":"one\n\ntwo","tags":["t; 1","t,2"],
      "authors":[{"name":"Ada, B."},{"name":"Jun"}],"date_published":"2024-02-29T09:00:00+09:00",
      "url":"https://e.org/?a=%22&b"},{"id":"empty","content_html":"<p></p>"})",
      R"("releases":[{"id":"r","title":"R","artists":["X"],"kind":"single","labels":["L"],
      "date":"2023-12-18/2023-12-22~","parts":{"value":10,"qualifier":"at_least"},"note":"n","inferred":["parts"],
      "evidence":[{"article":"a \"1\"","paragraph":0},{"article":"empty"}]}],
      "chart_entries":[{"id":"c","release":"r","chart":"C","provider":"P","regions":{"value":90,
      "qualifier":"more_than"},"position":{"value":10,"qualifier":"at_most"},"date":"../2023",
      "evidence":[{"article":"empty"}]},
      {"id":"d","release":"r","chart":"C","region":"KR","evidence":[{"article":"empty"}]}],
      "videos":[{"id":"v","title":"V","kind":"k","publisher":"p","series":"s","date":"2023-21","duration":"PT1H5S",
      "duration_approximate":true,"people":["Y","Z"],"url":"https://e.org/v","thumbnail":"https://e.org/v.jpg",
      "evidence":[{"article":"empty"}]},
      {"id":"w","title":"W","duration":"PT0S","date":"201X","evidence":[{"article":"empty"}]}],
      "events":[{"id":"e","title":"E","kind":"k","date":"2023-XX","people":["Y"],"place":"Seoul",
      "related":["r","c","v"],"evidence":[{"article":"empty"}]}])");
  const std::string file = exported(*dataset, TableId::Articles, Feed);
  check_same(*dataset, *loaded(file));
  CHECK(file.find(R"("date_published":"2024-02-29T00:00:00Z")") != std::string::npos);
  CHECK(file.find(R"("duration":"PT1H5S","duration_approximate":true)") != std::string::npos);
}

TEST_CASE("A feed of no rows is a feed") {
  const Dataset& dataset = shipped_dataset();
  for (const TableId table : AllTables) {
    const auto again = round_trip(dataset, table, {});
    CHECK(again->title == dataset.title);
    for (const TableId other : AllTables)
      CHECK(again->table(other).row_count == 0);
  }
}

TEST_CASE("Rows that come while a feed is written are left out of it") {
  const auto dataset = feed(TwoItems, R"("events":[{"id":"e","title":"E","evidence":[{"article":"a"}]}])");
  exports::Export file(*dataset, TableId::Articles, row_list({0}), {}, Feed);
  std::string out;
  CHECK(file.step(out, 1));
  Table& events = dataset->table(TableId::Events);
  events.ids.add("late");
  ++events.row_count;
  while (file.step(out, 1)) {
  }
  CHECK(ids_of(*loaded(out), TableId::Events) == "e");
}
