#include <doctest/doctest.h>

#include "core/load_dataset.h"
#include "load_helpers.h"

using namespace explorer;
using enum LoadWarningKind;

TEST_CASE("A bad value is left out with a warning at its place, and its row is kept") {
  const struct {
    std::string_view extension;
    std::string_view warnings;
  } Cases[] = {
      {R"("releases":[{"id":"r","title":5}])", "SkippedValue $._article_explorer.releases[0].title\n"},
      {R"("releases":[{"id":"r","title":null}])", "SkippedValue $._article_explorer.releases[0].title\n"},
      {R"("releases":[{"id":"r","artists":"A"}])", "SkippedValue $._article_explorer.releases[0].artists\n"},
      {R"("releases":[{"id":"r","artists":["A",7,["B"]]}])",
       "SkippedValue $._article_explorer.releases[0].artists[1]\n"
       "SkippedValue $._article_explorer.releases[0].artists[2]\n"},
      {R"("releases":[{"id":"r","date":"2023-13"}])", "SkippedValue $._article_explorer.releases[0].date\n"},
      {R"("releases":[{"id":"r","parts":1.5}])", "SkippedValue $._article_explorer.releases[0].parts\n"},
      {R"("releases":[{"id":"r","parts":"10"}])", "SkippedValue $._article_explorer.releases[0].parts\n"},
      {R"("releases":[{"id":"r","parts":{"qualifier":"about"}}])",
       "SkippedValue $._article_explorer.releases[0].parts\n"},
      {R"("releases":[{"id":"r","parts":{"value":"3"}}])",
       "SkippedValue $._article_explorer.releases[0].parts.value\n"},
      {R"("releases":[{"id":"r","parts":{"value":3,"qualifier":"circa"}}])",
       "SkippedValue $._article_explorer.releases[0].parts.qualifier\n"},
      {R"("releases":[{"id":"r","inferred":["date","id","colour"]}])",
       "SkippedValue $._article_explorer.releases[0].inferred[1]\n"
       "SkippedValue $._article_explorer.releases[0].inferred[2]\n"},
      {R"("releases":[{"id":"r","evidence":[{"paragraph":1}]}])",
       "SkippedValue $._article_explorer.releases[0].evidence[0]\n"},
      {R"("releases":[{"id":"r","evidence":[{"article":"a1","paragraph":-1}]}])",
       "SkippedValue $._article_explorer.releases[0].evidence[0].paragraph\n"},
      {R"("releases":[{"id":"r","evidence":["a1"]}])",
       "SkippedValue $._article_explorer.releases[0].evidence[0]\n"},
      {R"("chart_entries":[{"id":"r","region":"ZZ"}])",
       "SkippedValue $._article_explorer.chart_entries[0].region\n"},
      {R"("chart_entries":[{"id":"r","position":0}])",
       "SkippedValue $._article_explorer.chart_entries[0].position\n"},
      {R"("chart_entries":[{"id":"r","position":{"value":-2}}])",
       "SkippedValue $._article_explorer.chart_entries[0].position\n"},
      {R"("chart_entries":[{"id":"r","position":9223372036854775808}])",
       "SkippedValue $._article_explorer.chart_entries[0].position\n"},
      {R"("chart_entries":[{"id":"r","position":123456789012345678901234567890}])",
       "SkippedValue $._article_explorer.chart_entries[0].position\n"},
      {R"("chart_entries":[{"id":"r","position":-9223372036854775808}])",
       "SkippedValue $._article_explorer.chart_entries[0].position\n"},
      {R"("chart_entries":[{"id":"r","position":1e999}])",
       "SkippedValue $._article_explorer.chart_entries[0].position\n"},
      {R"("chart_entries":[{"id":"r","release":""}])",
       "SkippedValue $._article_explorer.chart_entries[0].release\n"},
      {R"("videos":[{"id":"r","duration":"30 min"}])",
       "SkippedValue $._article_explorer.videos[0].duration\n"},
      {R"("videos":[{"id":"r","duration_approximate":1}])",
       "SkippedValue $._article_explorer.videos[0].duration_approximate\n"},
      {R"("videos":[{"id":"r","url":"javascript:alert"}])",
       "SkippedValue $._article_explorer.videos[0].url\n"},
      {R"("videos":[{"id":"r","thumbnail":"thumbs/r.jpg"}])",
       "SkippedValue $._article_explorer.videos[0].thumbnail\n"},
      {R"("videos":[{"id":"r","tracks":[{"title":[]},"x"]}])",
       "SkippedValue $._article_explorer.videos[0].tracks[0].title\n"
       "SkippedValue $._article_explorer.videos[0].tracks[1]\n"},
      {R"("events":[{"id":"r","place":"\udc00"}])", "SkippedValue $._article_explorer.events[0].place\n"},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.extension);
    const LoadResult result = load_dataset(feed_with(it.extension));
    REQUIRE(result.dataset);
    CHECK(summary_of(result) == it.warnings);
    CHECK(result.warning_count == result.warnings.size());
    CHECK(result.skipped_rows == 0);
    uint32_t rows = 0;
    for (const TableId id : AllTables)
      rows += result.dataset->table(id).row_count;
    CHECK(rows == 2);
    for (const LoadWarning& warning : result.warnings)
      CHECK(warning.message.find(": expected ") != std::string::npos);
  }
}

TEST_CASE("Values of articles are checked alike") {
  const LoadResult result = load_dataset(feed_of(
      R"({"id":"a","title":{},"tags":"x","authors":[{"name":1},2],"author":"Ann","date_published":"yesterday","url":"a.html"})"));
  REQUIRE(result.dataset);
  CHECK(
      summary_of(result) ==
      "SkippedValue $.items[0].title\nSkippedValue $.items[0].tags\nSkippedValue $.items[0].authors[0].name\n"
      "SkippedValue $.items[0].authors[1]\nSkippedValue $.items[0].author\n"
      "SkippedValue $.items[0].date_published\nSkippedValue $.items[0].url\n");
  CHECK(ids_of(*result.dataset, TableId::Articles) == "a");
}

TEST_CASE("A message says what was found, cut to a readable length, and what was expected") {
  const LoadResult result =
      load_dataset(feed_of(R"({"id":"a","url":")" + std::string(1000, 'x') + R"(","title":7})"));
  REQUIRE(result.warnings.size() == 2);
  CHECK(result.warnings[0].message == "found \"" + std::string(59, 'x') +
                                          "...: expected an address that starts with "
                                          "http:// or https://");
  CHECK(result.warnings[1].message == "found a number: expected a text");
}

TEST_CASE("Warnings carry the line and column of the value") {
  const LoadResult result =
      load_dataset("{\"version\": \"2\",\r\n  \"items\": [\n\t{\"id\" : \"a\" , \"title\"\n:\n  3 }\n]}");
  REQUIRE(result.warnings.size() == 2);
  CHECK(result.warnings[0].place.line == 1);
  CHECK(result.warnings[0].place.column == 13);
  CHECK(result.warnings[0].place.path == "$.version");
  CHECK(result.warnings[1].place.line == 5);
  CHECK(result.warnings[1].place.column == 3);
  CHECK(result.warnings[1].place.path == "$.items[0].title");
}

TEST_CASE("An article without a usable id, or with one that is taken, is skipped") {
  const LoadResult result = load_dataset(feed_of(
      R"({"title":"none"},{"id":""},{"id":["a"]},{"id":null},"text",{"id":"a","title":"one"},{"id":"a","title":"two"},{"id":7},{"id":"7"})"));
  REQUIRE(result.dataset);
  CHECK(ids_of(*result.dataset, TableId::Articles) == "a|7");
  CHECK(text_at(*result.dataset, TableId::Articles, article_column::Title, 0) == "one");
  CHECK(result.skipped_articles == 7);
  CHECK(summary_of(result) ==
        "SkippedArticle $.items[0]\nSkippedArticle $.items[1]\nSkippedArticle $.items[2].id\n"
        "SkippedArticle $.items[3].id\nSkippedArticle $.items[4]\nSkippedArticle $.items[6]\nSkippedArticle "
        "$.items[8]\n");
}

TEST_CASE("A fact row whose id is missing or taken by a row of any fact table is skipped with all it says") {
  const LoadResult result = load_dataset(feed_with(
      R"("events":[{"title":"no id","evidence":[{"article":"a1"}]},{"id":"x","title":"kept"}],)"
      R"("videos":[{"id":"x","title":"dropped","people":["P"],"related":["x"]},[],{"id":"v","people":["Q"]}])"));
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(ids_of(data, TableId::Events) == "x");
  CHECK(ids_of(data, TableId::Videos) == "v");
  CHECK(list_at(data, TableId::Videos, video_column::People, 0) == "Q");
  CHECK(links_at(data, TableId::Events, 0) == "");
  CHECK(number_at(data, TableId::Articles, article_column::Facts, 0).value == 0);
  CHECK(result.skipped_rows == 3);
  CHECK(result.skipped_articles == 0);
}

TEST_CASE("An article and a fact row may share an id") {
  const LoadResult result =
      load_dataset(feed_with(R"("events":[{"id":"a1","evidence":[{"article":"a1"}]}])"));
  REQUIRE(result.dataset);
  CHECK(result.warning_count == 0);
  CHECK(links_at(*result.dataset, TableId::Events, 0) == "a1");
}

TEST_CASE("References to rows that are not there, or of the wrong kind, are warnings in document order") {
  const LoadResult result = load_dataset(
      feed_with(R"("videos":[{"id":"v","tracks":[{"title":"t","release":"v"}],"related":["gone","v"]}],)"
                R"("releases":[{"id":"r","evidence":[{"article":"a9","paragraph":2},{"article":"a1"}]}],)"
                R"("chart_entries":[{"id":"c","release":"v","video":"r","title":5}])"));
  REQUIRE(result.dataset);
  CHECK(summary_of(result) ==
        "MissingReference $._article_explorer.videos[0].tracks[0].release\n"
        "MissingReference $._article_explorer.videos[0].related[0]\n"
        "MissingReference $._article_explorer.releases[0].evidence[0].article\n"
        "MissingReference $._article_explorer.chart_entries[0].release\n"
        "MissingReference $._article_explorer.chart_entries[0].video\n");
  const Dataset& data = *result.dataset;
  CHECK(links_at(data, TableId::Videos, 0) == "");
  CHECK(links_at(data, TableId::Releases, 0) == "a1");
  CHECK(data.table(TableId::Releases).evidence_of(0).size() == 1);
  CHECK(text_at(data, TableId::ChartEntries, chart_column::Title, 0) == "");
  CHECK(list_at(data, TableId::Videos, video_column::Track, 0) == "t");
}

TEST_CASE("Of a key that stands twice, the last value counts, but rows that are read stay") {
  const LoadResult result = load_dataset(
      R"({"version":"x","version":"https://jsonfeed.org/version/1.1","title":"A","title":"B",)"
      R"("items":[{"id":"gone"}],"_article_explorer":{"releases":[{"id":"gone"}]},)"
      R"("items":[{"id":"a","id":"b","title":"A","title":null,"tags":["x"],"tags":["y"],"content_text":"1","content_text":"2"}],)"
      R"("_article_explorer":{"videos":[{"id":"gone"}],"videos":[{"id":"v","duration":"PT1M","duration":"PT2M",)"
      R"("tracks":[{"artists":["A"],"title":"S","title":"T"},{"artists":["B"],"artists":["C"]}],)"
      R"("evidence":[{"article":"x","article":"b","paragraph":1,"paragraph":2}],"related":["x"],"related":["gone"]}],)"
      R"("chart_entries":[{"id":"c","position":{"value":1,"value":2},"video":"x","video":"v"}],"releases":[{"id":"gone"}]}})");
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(data.title == "B");
  CHECK(ids_of(data, TableId::Articles) == "gone|b");
  CHECK(text_at(data, TableId::Articles, article_column::Title, 1) == "");
  CHECK(text_at(data, TableId::Articles, article_column::Summary, 1) == "2");
  CHECK(list_at(data, TableId::Articles, article_column::Tag, 1) == "y");
  CHECK(ids_of(data, TableId::Releases) == "gone");
  CHECK(ids_of(data, TableId::Videos) == "v");
  CHECK(list_at(data, TableId::Videos, video_column::Track, 0) == "T");
  CHECK(list_at(data, TableId::Videos, video_column::Artist, 0) == "A|C");
  CHECK(number_at(data, TableId::Videos, video_column::Duration, 0).value == 120);
  CHECK(number_at(data, TableId::ChartEntries, chart_column::Position, 0).value == 2);
  CHECK(data.table(TableId::Videos).evidence_of(0)[0] == Evidence{1, 2});
  CHECK(links_at(data, TableId::Videos, 0) == "b|gone|c");
  uint64_t duplicates = 0;
  for (const LoadWarning& warning : result.warnings)
    duplicates += warning.kind == DuplicateKey;
  CHECK(duplicates == 17);
  CHECK(result.warnings[1].place.path == "$.version");
  CHECK(result.warnings[1].place.column == 16);
}

TEST_CASE("A version that is missing or unknown is a warning") {
  CHECK(summary_of(load_dataset(R"({"items":[]})")) == "SkippedValue $\n");
  CHECK(summary_of(load_dataset(R"({"version":"https://jsonfeed.org/version/3","items":[]})")) ==
        "SkippedValue $.version\n");
  CHECK(summary_of(load_dataset(R"({"version":1.1,"items":[]})")) == "SkippedValue $.version\n");
  CHECK(summary_of(load_dataset(R"({"version":"https://jsonfeed.org/version/1","items":[]})")) == "");
}
