// Reading and writing queries: round trips over random ones, hostile input, and the edits that clicks make.
#include <doctest/doctest.h>

#include "query_random.h"
#include "state/query_text.h"

namespace explorer::test {
namespace {

// The query that a readable text means.
Query parsed(std::string_view text) {
  const ParsedQuery result = parse_query(text);
  REQUIRE(!result.error);
  return result.query;
}

std::string repeated(std::string_view piece, size_t size) {
  std::string text;
  text.reserve(size + piece.size());
  while (text.size() < size)
    text += piece;
  return text;
}

}  // namespace

TEST_CASE("every query reads back as it was written") {
  Random random(1);
  for (int i = 0; i < 5'000; ++i) {
    const Query query = random_query(random, true);
    const std::string text = format_query(query);
    const ParsedQuery back = parse_query(text);
    if (!back.error && back.query == query) continue;
    FAIL_CHECK(text << "\n" << (back.error ? back.error->message : format_query(back.query)));
  }
}

TEST_CASE("any text is either a query with one canonical form or has an error inside it") {
  Random random(2);
  int readable = 0;
  for (int i = 0; i < 10'000; ++i) {
    std::string text;
    for (uint32_t left = random.below(4); left > 0; --left)
      text += random_text(random);
    const ParsedQuery result = parse_query(text);
    CAPTURE(text);
    if (result.error) {
      const bool inside = result.error->begin <= result.error->end && result.error->end <= text.size();
      CHECK(inside);
      CHECK(result.query == Query());
      CHECK(!result.error->message.empty());
      continue;
    }
    ++readable;
    const std::string canonical = format_query(result.query);
    const ParsedQuery again = parse_query(canonical);
    CHECK(!again.error);
    CHECK(again.query == result.query);
    CHECK(format_query(again.query) == canonical);
  }
  CHECK(readable > 2'000);
  CHECK(readable < 9'500);
}

TEST_CASE("a megabyte of anything is read in one pass") {
  constexpr size_t Megabyte = 1 << 20;
  constexpr std::string_view Pieces[] = {"a",           "a ",    "\"a\" ",     "-",        "- ",
                                         ":",           "\\",    "\"",         "\"\" ",    ",",
                                         ".",           "\x01",  "\xe2\x80",   "title:a ", "title:\"a\",b ",
                                         "sort:title ", "date:", "date:2023 ", "a:",       "\xff"};
  constexpr std::string_view Heads[] = {
      "", "title:", "title=\"", "date:", "date:2023/", "position:1..", "position<", "sort:", "-"};
  for (std::string_view head : Heads) {
    for (std::string_view piece : Pieces) {
      const std::string text = std::string(head) + repeated(piece, head.empty() ? Megabyte : Megabyte / 32);
      const ParsedQuery result = parse_query(text);
      if (!result.error) continue;
      CHECK(result.error->end <= text.size());
      CHECK(result.error->message.size() < 1'000);
    }
  }
}

TEST_CASE("the message for a broken character stays well-formed in length and place") {
  const std::string name = repeated("z", 50);
  const ParsedQuery result = parse_query(name + ":x");
  REQUIRE(result.error);
  CHECK(result.error->end == name.size());
  CHECK(result.error->message.find(name) == std::string::npos);
  CHECK(result.error->message.find("z\u2026'") != std::string::npos);
}

TEST_CASE("a NUL and other control characters are characters of a word") {
  using namespace std::string_view_literals;
  const ParsedQuery result = parse_query("a\0b\x7f title:\x01"sv);
  REQUIRE(!result.error);
  REQUIRE(result.query.terms.size() == 2);
  CHECK(result.query.terms[0].values[0] == "a\0b\x7f"sv);
  CHECK(result.query.terms[1].values[0] == "\x01");
}

TEST_CASE("ticking a value adds it and ticking it again takes it away") {
  struct Case {
    std::string_view before, column, value, after;
  };
  const Case cases[] = {
      {"", "tag", "fans", "tag=fans"},
      {"a tag=fans", "tag", "single", "a tag=fans,single"},
      {"tag=fans,single b", "tag", "fans", "tag=single b"},
      {"a tag=fans b", "tag", "fans", "a b"},
      {"tag=FANS", "tag", "fans", ""},
      {"-tag=fans", "tag", "fans", "-tag=fans tag=fans"},
      {"tag:fans", "tag", "fans", "tag:fans tag=fans"},
      {"region=\"South Korea\"", "region", "KR", ""},
      {"region=kr,US", "region", "KR", "region=US"},
      {"sort:title", "kind", "music video", "kind=\"music video\" sort:title"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.before);
    const Query before = parsed(test.before);
    const Query after = toggle_value(before, test.column, test.value);
    CHECK(format_query(after) == test.after);
    CHECK(has_value(after, test.column, test.value) != has_value(before, test.column, test.value));
  }
}

TEST_CASE("the text filter of a column sets, replaces and removes its term") {
  const Query query = set_contains(parsed("a title=x"), "title", "c, d");
  CHECK(format_query(query) == "a title=x title:\"c, d\"");
  CHECK(contains_text(query, "title") == "c, d");
  CHECK(contains_text(query, "note").empty());
  CHECK(format_query(set_contains(query, "title", "e")) == "a title=x title:e");
  CHECK(format_query(set_contains(query, "title", "")) == "a title=x");
  CHECK(contains_text(parsed("-title:x"), "title").empty());
}

TEST_CASE("the range filter of a column sets, replaces and removes its term") {
  const Query query = set_range(parsed("a"), "position", "1", "");
  CHECK(format_query(query) == "a position:1..");
  CHECK(range_text(query, "position") == std::vector<std::string>{"1", ""});
  CHECK(range_text(query, "date") == std::vector<std::string>{"", ""});
  CHECK(format_query(set_range(query, "position", "2", "3")) == "a position:2..3");
  CHECK(format_query(set_range(query, "position", "", "")) == "a");
}

TEST_CASE("removing terms keeps the rest") {
  const Query query = parsed("a -tag:x tag=y position>=2 sort:title");
  CHECK(format_query(remove_term(query, 1)) == "a tag=y position>=2 sort:title");
  CHECK(remove_term(query, 4) == query);
  CHECK(format_query(remove_column_terms(query, "tag")) == "a position>=2 sort:title");
  CHECK(format_query(clear_terms(query)) == "sort:title");
  CHECK(format_term(query.terms[1]) == "-tag:x");
}

TEST_CASE("header clicks go from ascending over descending to none") {
  struct Case {
    std::string_view before, column;
    bool additive;
    std::string_view after;
  };
  const Case cases[] = {
      {"", "title", false, "sort:title"},
      {"sort:title", "title", false, "sort:title-desc"},
      {"sort:title-desc", "title", false, ""},
      {"sort:date,title", "title", false, "sort:title-desc"},
      {"sort:date", "title", false, "sort:title"},
      {"sort:date", "title", true, "sort:date,title"},
      {"sort:date,title", "date", true, "sort:date-desc,title"},
      {"a sort:date-desc,title", "date", true, "a sort:title"},
      {"sort:date-desc,title", "date", false, ""},
  };
  for (const Case& test : cases) {
    CAPTURE(test.before);
    CAPTURE(test.column);
    CHECK(format_query(cycle_sort(parsed(test.before), test.column, test.additive)) == test.after);
  }
}

TEST_CASE("sort keys are replaced, and nothing but them") {
  const auto sorted = [](std::string_view before, std::string_view keys) {
    const ParsedQuery after = set_sort(parsed(before), keys);
    return after.error ? after.error->message : format_query(after.query);
  };
  CHECK(sorted("a sort:title", "date-desc,title") == "a sort:date-desc,title");
  CHECK(sorted("a sort:title", "") == "a");
  CHECK(sorted("\"x sort:title\" SORT:title", "Date") == "\"x sort:title\" sort:date");
  CHECK(sorted("a", "nothing").find("nothing") != std::string::npos);
  CHECK(sorted("a", "date ").starts_with("a sort:date"));
  CHECK(sorted("a", "date b") == "Only sort keys can stand here, such as date-desc,title.");
  const std::optional<QueryError> error = set_sort(parsed("a"), "title,nothing").error;
  REQUIRE(error);
  CHECK(error->begin == 6);
  CHECK(error->end == 13);
}

}  // namespace explorer::test
