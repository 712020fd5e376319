#include <doctest/doctest.h>

#include <utility>

#include "core/load_dataset.h"
#include "cut_load.h"
#include "load_helpers.h"

using namespace explorer;

TEST_CASE("A document that cannot be read at all is an error with its kind and place") {
  const struct {
    std::string_view document;
    LoadErrorKind kind;
    uint64_t line;
    uint64_t column;
    std::string_view path;
  } Cases[] = {
      {"", LoadErrorKind::Empty, 1, 1, "$"},
      {" \r\n\t ", LoadErrorKind::Empty, 2, 3, "$"},
      {"\xEF\xBB\xBF", LoadErrorKind::Empty, 1, 1, "$"},
      {"<!DOCTYPE html>", LoadErrorKind::NotJson, 1, 1, "$"},
      {"{a:1}", LoadErrorKind::NotJson, 1, 2, "$"},
      {"{'a':1}", LoadErrorKind::NotJson, 1, 2, "$"},
      {"{\"items\":[],}", LoadErrorKind::NotJson, 1, 13, "$"},
      {"{\"items\":[1,,2]}", LoadErrorKind::NotJson, 1, 13, "$.items[1]"},
      {"{\"items\":[1 23]}", LoadErrorKind::NotJson, 1, 13, "$.items[0]"},
      {"{\"items\":[\"a\" \"bc\"]}", LoadErrorKind::NotJson, 1, 15, "$.items[0]"},
      {"{\"items\" []}", LoadErrorKind::NotJson, 1, 10, "$.items"},
      {"{\"items\":[]]", LoadErrorKind::NotJson, 1, 12, "$.items"},
      {"{\n  \"items\": [\n    {\"id\": tru }\n]}", LoadErrorKind::NotJson, 3, 15, "$.items[0].id"},
      {"{\"items\":[01]}", LoadErrorKind::NotJson, 1, 12, "$.items[0]"},
      {"{\"items\":[1.]}", LoadErrorKind::NotJson, 1, 13, "$.items[0]"},
      {"{\"items\":[NaN]}", LoadErrorKind::NotJson, 1, 11, "$.items[0]"},
      {"{\"items\":[\"a\tb\"]}", LoadErrorKind::NotJson, 1, 13, "$.items[0]"},
      {"{\"items\":[\"a\\x\"]}", LoadErrorKind::NotJson, 1, 14, "$.items[0]"},
      {"{\"items\":[\"\\u12G4\"]}", LoadErrorKind::NotJson, 1, 16, "$.items[0]"},
      {"{\"items\":[]} {}", LoadErrorKind::NotJson, 1, 14, "$"},
      {"{\"odd key\":[1,{\"b\":x}]}", LoadErrorKind::NotJson, 1, 20, "$['odd key'][1].b"},
      {std::string_view("{\"items\":[]}\0", 13), LoadErrorKind::NotJson, 1, 13, "$"},
      {std::string_view("{\"items\":\0[]}", 13), LoadErrorKind::NotJson, 1, 10, "$.items"},
      {"{\"items\":[\"\xC3(\"]}", LoadErrorKind::NotUtf8, 1, 12, "$.items[0]"},
      {"{\"items\":[\"\xED\xA0\x80\"]}", LoadErrorKind::NotUtf8, 1, 12, "$.items[0]"},
      {"{\"items\":[], \"\xFF\":1}", LoadErrorKind::NotUtf8, 1, 15, "$"},
      {"\xFF\xFE{", LoadErrorKind::NotUtf8, 1, 1, "$"},
      {"{\"items\":\xA0[]}", LoadErrorKind::NotUtf8, 1, 10, "$.items"},
      {"{", LoadErrorKind::Truncated, 1, 2, "$"},
      {"{\"items\":[{\"id\":\"a", LoadErrorKind::Truncated, 1, 19, "$.items[0].id"},
      {"{\"items\":[{\"id\":\"a\xEC\xA7", LoadErrorKind::Truncated, 1, 21, "$.items[0].id"},
      {"{\"items\":[12", LoadErrorKind::Truncated, 1, 13, "$.items[0]"},
      {"{\"items\":[tru", LoadErrorKind::Truncated, 1, 14, "$.items[0]"},
      {"{\"items\":[]\n", LoadErrorKind::Truncated, 2, 1, "$.items"},
      {"{\"items\":[\"\\ud8", LoadErrorKind::Truncated, 1, 16, "$.items[0]"},
      {"[]", LoadErrorKind::WrongTopLevel, 1, 1, "$"},
      {" 17", LoadErrorKind::WrongTopLevel, 1, 2, "$"},
      {"\"text\"", LoadErrorKind::WrongTopLevel, 1, 1, "$"},
      {"null", LoadErrorKind::WrongTopLevel, 1, 1, "$"},
      {"{}", LoadErrorKind::WrongTopLevel, 1, 1, "$"},
      {"{\"_x\":{\"items\":[]}}", LoadErrorKind::WrongTopLevel, 1, 1, "$"},
      {"{\"items\": {}}", LoadErrorKind::WrongTopLevel, 1, 11, "$.items"},
      {"{\"items\": null}", LoadErrorKind::WrongTopLevel, 1, 11, "$.items"},
      {"{\"items\":[],\n\"items\": 4}", LoadErrorKind::WrongTopLevel, 2, 10, "$.items"},
  };
  for (const auto& it : Cases) {
    CAPTURE(std::string(it.document));
    const LoadResult result = load_dataset(it.document);
    for (size_t first = 0; first <= it.document.size(); ++first) {
      bool begun = false;
      const auto two_pieces = [&] { return std::exchange(begun, true) || first == 0 ? SIZE_MAX : first; };
      CHECK(account_of(load_in_pieces(it.document, two_pieces)) == account_of(result));
    }
    CHECK(account_of(load_in_pieces(it.document, [] { return 1; })) == account_of(result));
    REQUIRE(result.error);
    CHECK_FALSE(result.dataset);
    CHECK(result.error->kind == it.kind);
    CHECK(result.error->place.line == it.line);
    CHECK(result.error->place.column == it.column);
    CHECK(result.error->place.path == it.path);
    CHECK(result.error->message.ends_with(
        it.kind == LoadErrorKind::NotJson || it.kind == LoadErrorKind::NotUtf8 ? "." : "?"));
  }
}

TEST_CASE("A syntax error is named in words") {
  const struct {
    std::string_view document;
    std::string_view words;
  } Cases[] = {
      {"{\"a\":1,}", "comma too many"},     {"{\"a\" 1}", "colon"},
      {"[{\"a\":1 \"b\":2}]", "no object"}, {"{\"a\":[1 2]}", "comma or ]"},
      {"{\"a\":1 \"b\":2}", "comma or }"},  {"{\"a\":+1}", "expected a value"},
      {"{\"a\":-}", "number is written"},   {"{\"a\":\"\n\"}", "control character"},
      {"{\"a\":\"\\q\"}", "backslash"},     {"{\"a\":\"\\u00\"}", "four hexadecimal"},
      {"{\"items\":[]}x", "follows after"},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.document);
    const LoadResult result = load_dataset(it.document);
    REQUIRE(result.error);
    CHECK(result.error->message.find(it.words) != std::string::npos);
    CHECK(result.error->message.find("json.exception") == std::string::npos);
  }
}

TEST_CASE("Cutting a document anywhere is an error, and almost everywhere a truncation") {
  const std::string document = feed_with(
      R"("videos":[{"id":"v","title":"\ud83d\ude00 é","tracks":[{"title":"t"}],"evidence":[{"article":"a1","paragraph":1}]}])");
  REQUIRE(load_dataset(document).warning_count == 0);
  for (size_t size = 1; size < document.size(); ++size) {
    CAPTURE(size);
    const LoadResult result = load_dataset(std::string_view(document).substr(0, size));
    REQUIRE(result.error);
    CHECK(result.error->kind == LoadErrorKind::Truncated);
    CHECK(result.error->place.column == size + 1);
    CHECK(account_of(load_in_pieces(document.substr(0, size), [] { return 1; })) == account_of(result));
  }
}
