#include <doctest/doctest.h>

#include "core/load_dataset.h"
#include "load_helpers.h"

using namespace explorer;

namespace {

std::string repeated(std::string_view text, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i)
    out += text;
  return out;
}

}  // namespace

TEST_CASE("Numbers beyond a double and halves of surrogate pairs do not cost the rest of the document") {
  const LoadResult result = load_dataset(
      R"({"version":"https://jsonfeed.org/version/1.1","_other":[1e999,-1E+400,"\ud800"],"items":[)"
      R"({"id":1e999},{"id":"a","title":"x\ud83dy"},{"id":"b","title":"\ud83d\ude00\\ud83d"}],)"
      R"("_article_explorer":{"releases":[{"id":"r","parts":-1e999,"note":"n"},{"id":"s","parts":0.2e309,"title":5},{"id":"t","parts":3e0}]}})");
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(summary_of(result) ==
        "SkippedValue $.items[1].title\nSkippedValue $._article_explorer.releases[0].parts\n"
        "SkippedValue $._article_explorer.releases[1].parts\n"
        "SkippedValue $._article_explorer.releases[1].title\n");
  CHECK(result.warnings[1].message == "found -1e999: expected a whole number of at most 64 bits");
  CHECK(ids_of(data, TableId::Articles) == "1e999|a|b");
  CHECK(text_at(data, TableId::Articles, article_column::Title, 1) == "x\xEF\xBF\xBDy");
  CHECK(text_at(data, TableId::Articles, article_column::Title, 2) == "\xF0\x9F\x98\x80\\ud83d");
  CHECK(number_at(data, TableId::Releases, release_column::Parts, 2) == Quantity{3, Qualifier::Exact, true});
}

TEST_CASE("Mending does not make a malformed document well-formed") {
  for (const std::string_view bad : {"1e999 2e999", "01e999", "-e999", "1.e999", "1e999x", "1e999-1"}) {
    CAPTURE(bad);
    const LoadResult result = load_dataset("{\"items\":[],\"a\":[1e999],\"b\":[" + std::string(bad) + "]}");
    REQUIRE(result.error);
    CHECK(result.error->kind == LoadErrorKind::NotJson);
  }
}

TEST_CASE("A document may end right after a number beyond a double") {
  const LoadResult result = load_dataset(R"({"a":1e999,"_article_explorer":{"releases":[{"parts":1e999)");
  REQUIRE(result.error);
  CHECK(result.error->kind == LoadErrorKind::Truncated);
}

TEST_CASE("The extremes of 64 bits are numbers like any other") {
  const LoadResult result = load_dataset(feed_with(
      R"("chart_entries":[{"id":"c","position":9223372036854775807,"regions":-9223372036854775808}])"));
  REQUIRE(result.dataset);
  CHECK(result.warning_count == 0);
  CHECK(number_at(*result.dataset, TableId::ChartEntries, chart_column::Position, 0).value == INT64_MAX);
  CHECK(number_at(*result.dataset, TableId::ChartEntries, chart_column::Regions, 0).value == INT64_MIN);
}

TEST_CASE("A million nested lists or objects are followed without harm") {
  constexpr size_t Depth = 1000000;
  const std::string lists = repeated("[", Depth);
  const std::string closed = lists + repeated("]", Depth);
  const LoadResult ignored = load_dataset(feed_with("\"deep\":" + closed));
  REQUIRE(ignored.dataset);
  CHECK(ignored.warning_count == 0);
  const LoadResult item = load_dataset(feed_of(closed));
  REQUIRE(item.dataset);
  CHECK(item.skipped_articles == 1);
  const LoadResult open = load_dataset("{\"items\":" + lists);
  REQUIRE(open.error);
  CHECK(open.error->kind == LoadErrorKind::Truncated);
  CHECK(open.error->place.path.size() < 300);
  const LoadResult after = load_dataset("{\"x\":" + closed + ",\"items\":[{\"id\":\"a\",\"title\":1}]}");
  REQUIRE(after.warnings.size() == 2);
  CHECK(after.warnings[1].place.path == "$.items[0].title");
  const LoadResult objects =
      load_dataset("{\"items\":[],\"x\":" + repeated("{\"a\":", Depth) + "1" + repeated("}", Depth) + "}");
  CHECK(objects.dataset);
}

TEST_CASE("A text of many megabytes and a row of many values are read") {
  const std::string text(size_t{8} << 20, 'x');
  const LoadResult result = load_dataset(
      feed_of(R"({"id":"a","title":")" + text + R"(","tags":[)" + repeated("\"t\",", 100000) + R"("t"]})"));
  REQUIRE(result.dataset);
  CHECK(text_at(*result.dataset, TableId::Articles, article_column::Title, 0) == text);
  CHECK(list_at(*result.dataset, TableId::Articles, article_column::Tag, 0) == "t");
}

TEST_CASE("Warnings beyond the limit are counted, and those kept are the first ones") {
  const LoadResult result = load_dataset(feed_of(repeated("5,", 20000) + R"({"id":"a"})"));
  REQUIRE(result.dataset);
  CHECK(result.warning_count == 20000);
  CHECK(result.skipped_articles == 20000);
  REQUIRE(result.warnings.size() == MaxKeptWarnings);
  CHECK(result.warnings.front().place.path == "$.items[0]");
  CHECK(result.warnings.back().place.path == "$.items[999]");
}
