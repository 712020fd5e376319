#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>

#include "core/text_fold.h"

using namespace explorer;
using namespace std::string_view_literals;

TEST_CASE("every code point survives the way out and in") {
  std::string all;
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string one;
    append_utf8(one, c);
    size_t at = 0;
    REQUIRE(next_code_point(one, at) == c);
    REQUIRE(at == one.size());
    all += one;
  }
  CHECK(valid_utf8_prefix(all) == all.size());
}

TEST_CASE("code points are written as UTF-8 has them") {
  const struct {
    char32_t code_point;
    std::string_view bytes;
  } cases[] = {{0, "\0"sv},
               {0x7F, "\x7F"},
               {0x80, "\xC2\x80"},
               {0x7FF, "\xDF\xBF"},
               {0x800, "\xE0\xA0\x80"},
               {0xFFFF, "\xEF\xBF\xBF"},
               {0x10000, "\xF0\x90\x80\x80"},
               {0x10FFFF, "\xF4\x8F\xBF\xBF"},
               {0xD800, "\xEF\xBF\xBD"},
               {0xDFFF, "\xEF\xBF\xBD"},
               {0x110000, "\xEF\xBF\xBD"}};
  for (const auto& c : cases) {
    std::string out = "x";
    append_utf8(out, c.code_point);
    CHECK(out == std::string("x").append(c.bytes));
  }
}

TEST_CASE("ill-formed bytes are one replacement character each and end the valid prefix") {
  const struct {
    std::string_view what, bytes;
    size_t count;  // code points decoded after "ab"
  } cases[] = {
      {"lone continuation", "\x80", 1},
      {"overlong slash", "\xC0\xAF", 2},
      {"overlong two bytes", "\xC1\xBF", 2},
      {"overlong three bytes", "\xE0\x9F\xBF", 3},
      {"overlong four", "\xF0\x8F\xBF\xBF", 4},
      {"surrogate", "\xED\xA0\x80", 3},
      {"above the last", "\xF4\x90\x80\x80", 4},
      {"no lead", "\xFE", 1},
      {"cut after one", "\xE2", 1},
      {"cut after two", "\xE2\x82", 2},
      {"cut after three", "\xF0\x9F\x98", 3},
      {"lead then ASCII", "\xE2z\x82", 3},
      {"F5", "\xF5\x80\x80\x80", 4},
  };
  for (const auto& c : cases) {
    CAPTURE(c.what);
    const std::string text = "ab" + std::string(c.bytes);
    CHECK(valid_utf8_prefix(text) == 2);
    size_t at = 2;
    size_t count = 0;
    while (at < text.size()) {
      const size_t before = at;
      const char32_t got = next_code_point(text, at);
      CHECK((got == 0xFFFD || got == U'z'));
      CHECK(at == before + 1);
      ++count;
    }
    CHECK(count == c.count);
  }
}

TEST_CASE("the valid prefix is found at every place in a long text") {
  for (size_t good = 0; good < 40; ++good) {
    for (const std::string_view filler : {"a", "é", "한"}) {
      std::string text;
      while (text.size() < good)
        text += filler;
      const size_t expected = text.size();
      CHECK(valid_utf8_prefix(text) == expected);
      text += "\xFFtail that is long enough for a block";
      CHECK(valid_utf8_prefix(text) == expected);
    }
  }
  CHECK(valid_utf8_prefix("") == 0);
  CHECK(valid_utf8_prefix("\xEF\xBF\xBD") == 3);
}
