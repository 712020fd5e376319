// Which way texts read, and that one put into another moves nothing in it.
#include "core/text_direction.h"

#include <doctest/doctest.h>

#include "core/phrase.h"

using namespace explorer;

namespace {

constexpr Direction None = Direction::None, Left = Direction::LeftToRight, Right = Direction::RightToLeft;

}  // namespace

TEST_CASE("a text reads as its first letter does, whatever signs and digits stand before it") {
  struct Case {
    std::string_view text;
    Direction direction;
  };
  const Case cases[] = {
      {"", None},
      {"2023-12-22", None},
      {"12,345 – 99%", None},
      {"… (—) «» “” ✓ → ½ №", None},
      {"١٢٣ ۴۵۶", None},
      {"Golden", Left},
      {"(3) étoile", Left},
      {"Ωρα", Left},
      {"час", Left},
      {"골든", Left},
      {"日本", Left},
      {"の", Left},
      {"हिन्दी", Left},
      {"ไทย", Left},
      {"தமிழ்", Left},
      {"שיר", Right},
      {"الساعة", Right},
      {"23: أغنية Golden", Right},
      {"“שיר”", Right},
      {"Golden الساعة", Left},
      {"ﷺ", Right},
      {"\U0001E900", Right},
      {"🎉 🇸🇦 👨‍👩‍👧", None},
      {"🇸🇦 الساعة", Right},
      {"🎉 Golden", Left},
      {"e\u0301", Left},
      {"\u200FGolden", Right},
      {"\u200Eالساعة", Left},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(direction_of(c.text) == c.direction);
  }
}

TEST_CASE("neither what is isolated nor the name of a control character says how a text reads") {
  CHECK(direction_of("\u2068Golden\u2069 الساعة") == Right);
  CHECK(direction_of("\u2068\u2067Golden\u2069 Golden\u2069 الساعة") == Right);
  CHECK(direction_of("\u2068Golden\u2069") == None);
  CHECK(direction_of("\u2068Golden") == None);
  CHECK(direction_of("\u2069Golden") == Left);
  CHECK(direction_of("‹RLE›الساعة‹PDF›") == Right);
  CHECK(direction_of("‹RLO›Golden") == Left);
  CHECK(direction_of("‹RLO›") == None);
  CHECK(direction_of("‹RLE›‹RLO›الساعة") == Right);
  CHECK(direction_of("‹RL") == Left);
  CHECK(direction_of("‹") == None);
}

TEST_CASE("an endless text costs no more than its first 4 KiB") {
  const std::string digits(1'000'000, '7');
  CHECK(direction_of(digits + "a") == None);
  CHECK(direction_of(std::string(4000, ' ') + "a") == Left);
}

TEST_CASE("a part is isolated if any letter of it goes the other way, and no more than once") {
  CHECK(isolated("Golden", Left) == "Golden");
  CHECK(isolated("Golden", Right) == "\u2068Golden\u2069");
  CHECK(isolated("الساعة", Left) == "\u2068الساعة\u2069");
  CHECK(isolated("الساعة", Right) == "الساعة");
  CHECK(isolated("Golden الساعة", Left) == "\u2068Golden الساعة\u2069");
  CHECK(isolated("Golden الساعة", Right) == "\u2068Golden الساعة\u2069");
  CHECK(isolated("22 + 3", Left) == "22 + 3");
  CHECK(isolated("22 + 3", Right) == "22 + 3");
  CHECK(isolated("Golden", None) == "Golden");
  const std::string once = "Tags: \u2068الساعة\u2069";
  CHECK(isolated(once, Left) == once);
  CHECK(isolated("", Right) == "");
  CHECK(isolated("الساعة‹RLO›", Right) == "\u2068الساعة‹RLO›\u2069");
}

TEST_CASE("a text says how it reads where its first letter does not") {
  CHECK(directed("Golden", Left) == "Golden");
  CHECK(directed("Golden", Right) == "\u200FGolden");
  CHECK(directed("\u2068Golden الساعة\u2069, x", Right) == "\u200F\u2068Golden الساعة\u2069, x");
  CHECK(directed("12", Left) == "\u200E12");
  CHECK(directed("12", None) == "12");
  CHECK(direction_of(directed("Golden", Right)) == Right);
}

TEST_CASE("isolates that are open at the end are counted") {
  CHECK(open_isolates("") == 0);
  CHECK(open_isolates("Golden") == 0);
  CHECK(open_isolates("\u2068Golden") == 1);
  CHECK(open_isolates("\u2068Golden\u2069") == 0);
  CHECK(open_isolates("a\u2068b\u2067c\u2069d") == 1);
  CHECK(open_isolates("\u2069\u2068") == 1);
  CHECK(open_isolates("\u2066\u2067\u2068") == 3);
  CHECK(open_isolates("\u2060\u2070") == 0);
  CHECK(open_isolates("\xE2\x81") == 0);
}

TEST_CASE("sentences isolate what is put into them where it reads the other way") {
  CHECK(fill("{0} of {1}", {"5", "24"}) == "5 of 24");
  CHECK(fill("With {0}", {"Golden"}) == "With Golden");
  CHECK(fill("With {0}, {1}", {"الساعة", "22"}) == "With \u2068الساعة\u2069, 22");
  CHECK(fill("{0} by {1}", {"الساعة", "Golden"}) == "\u2068الساعة\u2069 by Golden");
  CHECK(fill("مع {0}", {"Golden"}) == "مع \u2068Golden\u2069");
  CHECK(fill("مع {0}", {"الساعة"}) == "مع الساعة");
}

TEST_CASE("a pattern without words reads as the first text that is put into it") {
  CHECK(fill("{0}, {1}", {"Golden", "الساعة"}) == "Golden, \u2068الساعة\u2069");
  CHECK(fill("{0}, {1}", {"الساعة", "Golden"}) == "الساعة, \u2068Golden\u2069");
  CHECK(fill("{0}, {1}", {"22", "الساعة"}) == "22, الساعة");
  CHECK(fill("{0}: {1}", {"22", "33"}) == "22: 33");
  CHECK(fill("{0}, {1}", {"الساعة Golden", "22"}) == "\u200F\u2068الساعة Golden\u2069, 22");
  std::string list = "الساعة";
  for (const std::string_view more : {"Golden", "22", "الليل"})
    list = fill("{0}, {1}", {list, more});
  CHECK(list == "الساعة, \u2068Golden\u2069, 22, الليل");
}
