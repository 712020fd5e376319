#include "core/load_session.h"

#include <doctest/doctest.h>

#include "core/dataset_size.h"
#include "cut_load.h"
#include "load_helpers.h"

using namespace explorer;

namespace {

std::string summary_of(const LoadSession& session) {
  std::string out;
  for (const LoadWarning& warning : session.warnings())
    out += std::to_string(warning.place.document) + ' ' + std::to_string(warning.place.line) + ' ' +
           warning.place.path + '\n';
  return out;
}

bool load_page(LoadSession& session, std::string_view bytes, LoadFormat format = LoadFormat::Detect) {
  session.begin_document(format);
  return session.write(bytes) && session.end_document();
}

std::string page(std::string_view items, std::string_view more = "") {
  return "{" + std::string(VersionMember) + R"(,"items":[)" + std::string(items) + "]" + std::string(more) +
         "}";
}

}  // namespace

TEST_CASE("Rows are in the dataset as soon as their object is complete") {
  Dataset data;
  LoadSession session(data);
  session.begin_document();
  session.write("{" + std::string(VersionMember) + R"(,"items":[{"id":"a"},{"id":"b")");
  CHECK(session.articles() == 1);
  session.write("}");
  CHECK(session.articles() == 2);
  session.write(R"(],"_article_explorer":{"events":[{"id":"e","evidence":[{"article":"b"}]},{"id":)");
  CHECK(data.table(TableId::Events).row_count == 1);
  session.finish();
  CHECK(links_at(data, TableId::Articles, 1) == "e");
  session.write(R"("f","related":["e"]}]}})");
  CHECK(session.end_document());
  session.finish();
  CHECK(links_at(data, TableId::Events, 0) == "b|f");
  CHECK(list_at(data, TableId::Events, event_column::Source, 0) == "b");
  CHECK(session.warning_count() == 0);
  CHECK(session.bytes() > 100);
}

TEST_CASE("Rows before a cut or a mistake stay, beside the error") {
  for (const std::string_view end : {"", "nonsense", ",{\"id\":1e}", ",{\"id\":\"\xFF\"}"}) {
    CAPTURE(end);
    Dataset data;
    LoadSession session(data);
    CHECK_FALSE(load_page(session, R"({"items":[{"id":"a"},{"id":"b"})" + std::string(end)));
    REQUIRE(session.error());
    CHECK(session.error()->kind == (end.empty()                ? LoadErrorKind::Truncated
                                    : end.ends_with("\xFF\"}") ? LoadErrorKind::NotUtf8
                                                               : LoadErrorKind::NotJson));
    session.finish();
    CHECK(ids_of(data, TableId::Articles) == "a|b");
    CHECK_FALSE(session.write("]}"));
  }
}

TEST_CASE("Two pages are one dataset, with evidence across them and warnings that name their page") {
  Dataset data;
  LoadSession session(data);
  REQUIRE(load_page(session, page(R"({"id":"a","title":"A","title":5})",
                                  R"(,"title":"First","next_url":"p2.json","_article_explorer":{"events":[)"
                                  R"({"id":"e","evidence":[{"article":"b"},{"article":"gone"}]}]})")));
  CHECK(session.next_url() == "p2.json");
  session.finish();
  CHECK(session.warning_count() == 4);
  REQUIRE(load_page(session, page(R"({"id":"b","title":"B"},{"id":"a"})", R"(,"title":"Second")")));
  CHECK(session.next_url().empty());
  session.finish();
  CHECK(summary_of(session) ==
        "0 1 $.items[0].title\n0 1 $.items[0].title\n"
        "0 1 $._article_explorer.events[0].evidence[1].article\n1 1 $.items[1]\n");
  CHECK(data.title == "First");
  CHECK(ids_of(data, TableId::Articles) == "a|b");
  CHECK(list_at(data, TableId::Events, event_column::Source, 0) == "B");
}

TEST_CASE("Finishing in steps gives what finish() gives, and begins anew when bytes come between them") {
  const std::string first =
      page(R"({"id":"a","_article_explorer":{"events":[{"id":"e","related":["f","x"]},{"id":"f"}]}})");
  const std::string second =
      page(R"({"id":"b","_article_explorer":{"events":[{"id":"g","related":["e","y"]}]}})");
  const auto account = [](std::unique_ptr<Dataset>& data, const LoadSession& session) {
    LoadResult result = report_of(session);
    result.dataset = std::move(data);
    return account_of(result);
  };
  auto data = std::make_unique<Dataset>();
  LoadSession whole(*data);
  REQUIRE(load_page(whole, first));
  REQUIRE(load_page(whole, second));
  whole.finish();
  const std::string expected = account(data, whole);
  size_t steps = 1;
  for (size_t early = 0; early < steps; ++early) {
    CAPTURE(early);
    auto stepped_data = std::make_unique<Dataset>();
    LoadSession stepped(*stepped_data);
    REQUIRE(load_page(stepped, first));
    for (size_t step = 0; step < early; ++step)
      REQUIRE(stepped.finish_step());
    REQUIRE(load_page(stepped, second));
    for (steps = 1; stepped.finish_step(); ++steps) {
    }
    CHECK(stepped.warning_count() == 2);
    CHECK(account(stepped_data, stepped) == expected);
  }
  CHECK(steps > 10);
}

TEST_CASE("An address of the next page that is no text is a warning") {
  Dataset data;
  LoadSession session(data);
  REQUIRE(load_page(session, page("", R"(,"next_url":7)")));
  session.finish();
  CHECK(summary_of(session) == "0 1 $.next_url\n");
  CHECK(session.next_url().empty());
}

TEST_CASE("A page that is read again after it broke off adds nothing twice, wherever it broke") {
  const std::string document = page(
      R"({"id":"a","title":1,"_article_explorer":{"events":[{"id":"e"}]}},{"id":"b"},{"id":"a"})",
      R"(,"title":2,"title":"T","_article_explorer":{"releases":[{"id":"r","related":["e","x"]},{"id":"r"}]})");
  const std::string expected = account_of(load_dataset(document));
  for (size_t cut = 0; cut <= document.size(); ++cut) {
    for (const bool ended : {false, true}) {
      CAPTURE(cut);
      LoadResult result;
      result.dataset = std::make_unique<Dataset>();
      LoadSession session(*result.dataset);
      session.begin_document();
      session.write(document.substr(0, cut));
      if (ended) {
        session.end_document();
      } else {
        session.abandon_document();
      }
      session.restart_document();
      session.write(document.substr(0, cut / 2));
      session.abandon_document();
      session.restart_document();
      session.write(document);
      REQUIRE(session.end_document());
      session.finish();
      result.warnings = session.warnings();
      result.warning_count = session.warning_count();
      result.skipped_articles = session.skipped_articles();
      result.skipped_rows = session.skipped_rows();
      CHECK(account_of(result) == expected);
      CHECK(session.bytes() == document.size());
    }
  }
}

TEST_CASE("Facts inside an item are rows whose evidence is the item, unless they state another") {
  const LoadResult result = load_dataset(feed_of(
      R"({"_article_explorer":{"releases":[{"id":"r","title":"R"}],"chart_entries":[)"
      R"({"id":"c","release":"r","position":3,"inferred":["position"],"evidence":[{"article":"b","paragraph":2}]},)"
      R"({"id":"d","video":"v"}],"videos":[{"id":"v","tracks":[{"title":"S","release":"r"}]}],)"
      R"("events":[{"id":"e","related":["nobody"]},{"title":"no id"},5]},"id":"a","title":"A"},)"
      R"({"id":"b","title":"B","_article_explorer":{}},{"id":"a","_article_explorer":{"events":[{"id":"f"}]}},)"
      R"({"_article_explorer":{"events":[{"id":"g"}]}})"));
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(ids_of(data, TableId::Articles) == "a|b");
  CHECK(ids_of(data, TableId::ChartEntries) == "c|d");
  CHECK(ids_of(data, TableId::Events) == "e|f|g");
  CHECK(data.table(TableId::Releases).evidence_of(0)[0] == Evidence{0, Evidence::WholeArticle});
  CHECK(data.table(TableId::ChartEntries).evidence_of(0)[0] == Evidence{1, 2});
  CHECK(list_at(data, TableId::ChartEntries, chart_column::Source, 1) == "A");
  CHECK(list_at(data, TableId::Events, event_column::Source, 1) == "A");
  CHECK(list_at(data, TableId::Events, event_column::Source, 2) == "");
  CHECK(data.table(TableId::ChartEntries).inferred[0] == 1U << chart_column::Position);
  CHECK(text_at(data, TableId::Articles, article_column::Title, 0) == "A");
  CHECK(links_at(data, TableId::Videos, 0) == "a|r|d");
  CHECK(summary_of(result) ==
        "MissingReference $.items[0]._article_explorer.events[0].related[0]\n"
        "SkippedRow $.items[0]._article_explorer.events[1]\n"
        "SkippedRow $.items[0]._article_explorer.events[2]\n"
        "SkippedArticle $.items[2]\nSkippedArticle $.items[3]\n");
  CHECK(result.skipped_articles == 2);
  CHECK(result.skipped_rows == 2);
}

TEST_CASE("In NDJSON every line is an item, and a broken one costs only itself") {
  const std::string lines =
      "\xEF\xBB\xBF{\"id\":\"a\",\"title\":7}\r\n\n  {\"id\":\"b\"}  \n{\"id\":\"c\",}\n{\"id\":\"d\"} x\n"
      "{\"id\":\"\xFF\"}\n[1]\n{\"id\":\"e\",\"_article_explorer\":{\"events\":[{\"id\":\"f\",\"related\":["
      "\"z\"]}]}}\n"
      "{\"id\":\"g\n{\"id\":1e999,\"x\":\"\\ud800\"}";
  const LoadResult whole = load_dataset(lines);
  REQUIRE(whole.dataset);
  CHECK(ids_of(*whole.dataset, TableId::Articles) == "a|b|e|1e999");
  CHECK(list_at(*whole.dataset, TableId::Events, event_column::Source, 0) == "e");
  std::string places;
  for (const LoadWarning& warning : whole.warnings)
    places += std::to_string(warning.place.line) + ':' + std::to_string(warning.place.column) + ' ' +
              warning.place.path + '\n';
  CHECK(places ==
        "1:19 $.title\n4:11 $\n5:12 $\n6:8 $.id\n7:1 $\n8:63 $._article_explorer.events[0].related[0]\n"
        "9:9 $.id\n");
  CHECK(whole.warnings[1].message ==
        "found a line that is not JSON (expected a key in double quotes (is there a comma too many before "
        "it?)): "
        "expected an item, one object");
  CHECK(whole.skipped_articles == 5);
  for (size_t step = 1; step < 40; ++step)
    CHECK(account_of(load_in_pieces(lines, [step] { return step; })) == account_of(whole));
}

TEST_CASE("NDJSON that ends inside a line is cut off, and the lines before it stay") {
  Dataset data;
  LoadSession session(data);
  CHECK_FALSE(load_page(session, "{\"id\":\"a\"}\n{\"id\":", LoadFormat::Lines));
  REQUIRE(session.error());
  CHECK(session.error()->kind == LoadErrorKind::Truncated);
  CHECK(session.error()->place.line == 2);
  CHECK(session.articles() == 1);
  CHECK_FALSE(load_page(session, " \n\n", LoadFormat::Lines));
  CHECK(session.error()->kind == LoadErrorKind::Empty);
  session.begin_document(LoadFormat::Lines);
  session.write("{\"id\":\"b\"}\n{\"id\":\"c\"}\n{\"id\"");
  session.abandon_document();
  session.restart_document();
  CHECK(session.write("{\"id\":\"b\"}\n{\"id\":\"c\"}\n{\"id\":\"d\"}\n"));
  CHECK(session.end_document());
  session.finish();
  CHECK(ids_of(data, TableId::Articles) == "a|b|c|d");
  CHECK(session.warning_count() == 0);
}

TEST_CASE("The first key that only a feed or only an item can have tells the format") {
  const struct {
    std::string_view head;
    std::optional<LoadFormat> format;
  } Cases[] = {
      {"", std::nullopt},
      {"\xEF\xBB", std::nullopt},
      {"\xEF\xBB\xBF [", LoadFormat::Feed},
      {"17", LoadFormat::Feed},
      {" {", std::nullopt},
      {"{}", LoadFormat::Feed},
      {"{\"id\"", LoadFormat::Lines},
      {"{\"version\"", LoadFormat::Feed},
      {"{\"title\":\"id\",\"_article_explorer\":{\"items\":[]},\"x\":[1,\"]\"],\"y\":-1.5 , \"items\"",
       LoadFormat::Feed},
      {"{\"title\":\"id\",\"_article_explorer\":{\"items\":[]},\"url\":", LoadFormat::Lines},
      {"{\"title\":\"items", std::nullopt},
      {"{\"title\":\"T\"}\n{\"id\":1}", LoadFormat::Feed},
      {"{\"title\" 5", LoadFormat::Feed},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.head);
    CHECK(detect_format(it.head) == it.format);
  }
  CHECK(detect_format("{\"title\":\"" + std::string(MostBytesToDetect, 'x')) == LoadFormat::Feed);
}

TEST_CASE("Beyond the limit loading stops politely, with what was read until then") {
  std::string items;
  for (int i = 0; i < 5000; ++i)
    items += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + std::to_string(i) + R"(","title":"Title of )" +
             std::to_string(i * 7) + "\"}";
  for (const bool lines : {false, true}) {
    Dataset data;
    LoadSession session(data);
    session.set_limit(200000);
    std::string document = page(items);
    if (lines) {
      document = items;
      for (size_t at = 0; (at = document.find("},{", at)) != std::string::npos;)
        document[at + 1] = '\n';
    }
    CHECK_FALSE(load_page(session, document));
    REQUIRE(session.error());
    CHECK(session.error()->kind == LoadErrorKind::TooLarge);
    CHECK(session.error()->message.find(std::to_string(session.articles()) + " articles") !=
          std::string::npos);
    CHECK(session.articles() > 100);
    CHECK(approximate_bytes(data) < 220000);
    CHECK(approximate_bytes(data) > 100000);
    session.finish();
    CHECK(data.table(TableId::Articles).link_offsets.size() == session.articles() + 1);
  }
}

TEST_CASE("An object that never ends is not held beyond the limit") {
  Dataset data;
  LoadSession session(data);
  session.set_limit(10000);
  session.begin_document();
  session.write(R"({"items":[{"id":"a","content_text":")");
  const std::string text(1000, 'x');
  int pieces = 0;
  while (session.write(text) && pieces < 100)
    ++pieces;
  CHECK(pieces < 12);
  CHECK(session.error()->kind == LoadErrorKind::TooLarge);
}

TEST_CASE("A large document gives the same rows and warnings wherever it is cut") {
  std::string items;
  uint32_t state = 7;
  const auto random = [&state](uint32_t limit) {
    state = state * 1664525U + 1013904223U;
    return static_cast<uint32_t>((uint64_t{state} * limit) >> 32);
  };
  for (int i = 0; i < 3000; ++i) {
    items += i > 0 ? ",\n" : "";
    items += "{\"id\":\"" + std::to_string(random(2900)) + R"(","title":"\u00e9 )" +
             std::string(random(150) * 2, random(2) == 0 ? 'x' : '\\') +
             (random(2) == 0 ? R"(\\ \" é지)" : "") + R"(","tags":["a",)" + std::to_string(random(3)) +
             R"(,"]}"],"_x":[1.5,{"y":[]}],"_article_explorer":{"events":[{"id":"e)" + std::to_string(i) +
             R"("}]}})";
  }
  const std::string document = page(items);
  const std::string expected = account_of(load_dataset(document));
  for (const uint32_t most : {5U, 100U, 5000U, 1000000U}) {
    CAPTURE(most);
    CHECK(account_of(load_in_pieces(document, [&] { return 1 + random(most); })) == expected);
  }
}
