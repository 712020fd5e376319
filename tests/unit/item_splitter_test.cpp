#include "core/item_splitter.h"

#include <doctest/doctest.h>

#include <string>

#include "core/json_place.h"

using namespace explorer;

namespace {

// Where the value at the start of `bytes` ends if they come `step` bytes at a time; npos if it does not.
size_t end_of_value(std::string_view bytes, size_t step) {
  ItemSplitter splitter;
  splitter.start();
  size_t at = 0;
  while (at < bytes.size() && !splitter.ended()) {
    const std::string piece(bytes.substr(at, step));
    const size_t size = splitter.scan(piece);
    CHECK(size <= piece.size());
    at += size;
  }
  return splitter.ended() ? at : std::string_view::npos;
}

}  // namespace

TEST_CASE("A value ends at its last byte however it is cut") {
  const std::string deep = std::string(100000, '[') + std::string(100000, ']');
  const struct {
    std::string_view value;
    std::string_view rest;
  } Cases[] = {
      {"{}", ",{}"},
      {"[]", ""},
      {"\"\"", "\""},
      {R"("text")", "]"},
      {R"("a\"b\\")", "\"}"},
      {R"("\\\\\\")", "\\"},
      {R"({"a":"}]","b":["{[\"]}"]})", "}"},
      {R"({"a":{"b":[{"c":[[]]},1,true,"x"]}})", "\n]}"},
      {"[ \r\n\t 1 , -2.5e3 , null , \"\xEC\xA7\x80\xEB\xAF\xBC\" ]", "]"},
      {"{\"long\":\"0123456789abcdef0123456789abcdef\\\"0123456789\"}", "\"x\""},
      {"[\"\\\\\",\"\\\"\",\"[\"]", "["},
      {"[\x02\"]\"]", "]"},  // a control character that looks like a quote to a careless comparison
      {"{]", "}"},           // brackets of different kinds count alike: the reader finds out
      {deep, "]"},
  };
  for (const auto& it : Cases) {
    const std::string bytes = std::string(it.value) + std::string(it.rest);
    for (const size_t step :
         {size_t{1}, size_t{2}, size_t{3}, size_t{7}, size_t{8}, size_t{9}, bytes.size()}) {
      CAPTURE(bytes.substr(0, 60));
      CAPTURE(step);
      CHECK(end_of_value(bytes, step) == it.value.size());
    }
  }
}

TEST_CASE("A value that is cut off does not end") {
  for (const std::string_view bytes :
       {"{", "[{}", "\"", "\"a\\\"", "\"a\\", "{\"a\":\"}", "[\"]", "[[[]]", "{\"a\":{}"}) {
    for (const size_t step : {size_t{1}, size_t{4}, size_t{100}}) {
      CAPTURE(bytes);
      CHECK(end_of_value(bytes, step) == std::string_view::npos);
    }
  }
}

TEST_CASE("A control character in a text ends the value, so that a missing quote does not swallow the rest") {
  CHECK(end_of_value("{\"a\":\"no end,\n\"b\":1}", 100) == 14);
  CHECK(end_of_value("{\"a\":\"no end,\n\"b\":1}", 1) == 14);
}

TEST_CASE("Lines and columns are counted over any cuts") {
  const std::string text = "a\n\n bc\v\x8A\n0123456789\n\n\n\n\n\n\n\n\n\xFF\x7F\x0B\t. last";
  for (size_t step = 1; step <= text.size(); ++step) {
    LineCounter counter;
    for (size_t at = 0; at < text.size(); at += step)
      counter.pass(std::string_view(text).substr(at, step));
    CAPTURE(step);
    CHECK(counter.line() == 13);
    CHECK(counter.column() == 11);
  }
}
