#include <doctest/doctest.h>

#include "core/json_events.h"
#include "core/link_rows.h"
#include "core/load_dataset.h"
#include "core/quick_json.h"
#include "cut_load.h"
#include "load_checks.h"
#include "load_helpers.h"

using namespace explorer;

namespace {

// Numerical Recipes' linear congruential generator: the same documents on every machine.
struct Random {
  uint32_t state;
  uint32_t below(size_t limit) {
    state = state * 1664525U + 1013904223U;
    return static_cast<uint32_t>((uint64_t{state} * limit) >> 32);
  }
};

constexpr std::string_view Seed =
    R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[{"id":"a1","title":"One","content_html":"<p>&amp;x</p>",)"
    R"("_article_explorer":{"events":[{"id":"e2"},{"id":"e3","related":["x"]}]},"tags":["t"],"authors":[{"name":"N"}],"date_published":"2023-12-22T10:00:00Z","url":"https://e.org"},{"id":2}],)"
    R"("_article_explorer":{"releases":[{"id":"r1","title":"R","artists":["A","B"],"date":"2023-12","parts":10,)"
    R"("related":["v1"],"evidence":[{"article":"a1","paragraph":4}]}],"chart_entries":[{"id":"c1","release":"r1","video":"v1",)"
    R"("region":"KR","regions":{"value":90,"qualifier":"more_than"},"position":1,"inferred":["region"]}],"videos":[{"id":"v1",)"
    R"("duration":"PT30M","duration_approximate":true,"tracks":[{"title":"S","artists":["A"],"release":"r1"}],"url":"https://e.org"}],)"
    R"("events":[{"id":"e1","people":["P \ud83d\ude00"],"place":"L"}]}})";

constexpr std::string_view Pieces[] = {
    "{",    "}",      "[",       "]",          ",",      ":",       "\"",       "\\",
    "null", "true",   "-0",      "1e999",      "\xFF",   "\\ud83d", "\"id\":",  "\"items\":",
    "{\"",  "\"a1\"", "[{},[]]", "9999999999", "\"v1\"", "\n",      "\xEC\xA7", "&#x41;<"};

constexpr std::string_view Texts[] = {"a1",    "v1",    "r1",      "",        "id",
                                      "items", "title", "\\udc00", "2023-99", "&#xFFFFFF;<p"};

// Replaces the text that stands in quotes after `at`, which often leaves the document well-formed.
void replace_text(std::string& document, size_t at, std::string_view text) {
  const size_t begin = document.find('"', at);
  const size_t end = begin == std::string::npos ? begin : document.find('"', begin + 1);
  if (end != std::string::npos) document.replace(begin + 1, end - begin - 1, text);
}

std::string mutated(Random& random) {
  std::string document(Seed);
  const uint32_t changes = 1 + random.below(3);
  for (uint32_t i = 0; i < changes && !document.empty(); ++i) {
    const size_t at = random.below(document.size());
    const size_t length = random.below(std::min<size_t>(document.size() - at, 40) + 1);
    switch (random.below(9)) {
      case 0:
        document.erase(at, length);
        break;
      case 1:
        document[at] = static_cast<char>(random.below(256));
        break;
      case 2:
        document.insert(random.below(document.size()), document.substr(at, length));
        break;
      case 3:
        document.insert(at, Pieces[random.below(std::size(Pieces))]);
        break;
      case 4:
        document.replace(at, length, Pieces[random.below(std::size(Pieces))]);
        break;
      default:
        replace_text(document, at, Texts[random.below(std::size(Texts))]);
        break;
    }
  }
  return document;
}

}  // namespace

TEST_CASE("Thousands of damaged documents give either a whole dataset or an error") {
  Random random{20231222};
  uint32_t loaded = 0;
  uint32_t refused = 0;
  for (int i = 0; i < 4000; ++i) {
    const std::string document = mutated(random);
    const LoadResult result = load_dataset(document);
    const std::string_view fault = fault_of(result);
    if (!fault.empty()) {
      CAPTURE(document);
      CHECK(fault == "");
    }
    const std::string whole = account_of(result);
    const std::string in_pieces = account_of(load_in_pieces(document, [&] { return 1 + random.below(90); }));
    if (in_pieces != whole) {
      CAPTURE(document);
      CHECK(in_pieces == whole);
    }
    ++(result.dataset ? loaded : refused);
  }
  CHECK(loaded > 400);
  CHECK(refused > 400);
}

namespace {

// One value read as an element of "items": what became of it, or nothing if the reader refused it.
struct OneValue {
  Dataset dataset;
  FeedTables tables{dataset};
  WarningLog log;
  FeedReader feed{tables, log};

  explicit OneValue(std::string_view value) {
    feed.begin_document();
    feed.set_bytes({}, {});
    feed.key({0, 0}, "items");
    feed.begin_array({0, 0});
    feed.set_bytes(value, value);
  }
  std::string account(std::string_view value) {
    feed.commit({value, 0, 1, 1});
    log.place_found(value, {1, 1, "$"});
    LoadResult result;
    result.dataset = std::make_unique<Dataset>();
    link_rows(tables, log);
    *result.dataset = std::move(dataset);
    result.warnings = log.kept;
    result.skipped_articles = feed.skipped_articles();
    result.skipped_rows = feed.skipped_rows();
    return account_of(result);
  }
};

}  // namespace

TEST_CASE("The quick reader takes nothing that the patient one refuses, and reads the same") {
  Random random{42};
  uint32_t taken = 0;
  uint32_t left = 0;
  std::string scratch;
  for (int i = 0; i < 6000; ++i) {
    std::string value = mutated(random);
    const size_t items = value.find("[");  // what follows is an item
    if (items == std::string::npos) continue;
    value.erase(0, items + 1);
    OneValue quick(value);
    const size_t size = read_quickly(value, quick.feed, scratch);
    if (size == 0) {
      ++left;
      continue;
    }
    value.resize(size);
    OneValue patient(value);
    CAPTURE(value);
    REQUIRE(read_json(value, patient.feed).end == JsonEnd::Complete);
    OneValue again(value);
    REQUIRE(read_quickly(value, again.feed, scratch) == size);
    CHECK(again.account(value) == patient.account(value));
    ++taken;
  }
  CHECK(taken > 500);
  CHECK(left > 500);
}
