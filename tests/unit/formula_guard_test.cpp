// Texts for spreadsheets: no cell that one makes of them begins like a formula.
#include "core/formula_guard.h"

#include <doctest/doctest.h>

using namespace explorer;

namespace {

std::string guarded(std::string_view text) {
  std::string out = "before ";
  append_formula_safe(out, text);
  REQUIRE(out.starts_with("before "));
  return out.substr(7);
}

}  // namespace

TEST_CASE("a text that begins like a formula has an apostrophe before it") {
  for (const std::string_view text : {"=1", "+1", "-1", "@SUM(A1)", "＝1", "＋1", "－1", "＠x", "=", "\"=1"})
    CHECK(guarded(text) == "'" + std::string(text));
}

TEST_CASE("blanks, control and invisible characters before it hide nothing") {
  for (const std::string_view before :
       {" ", "   ", "\x01", "\x0B", "\x0C", "\x1B", "\x7F", "\u0085", "\u00A0", "\u00AD", "\u2003", "\u200B",
        "\u200E", "\u2028", "\u202E", "\u2060", "\u3000", "\uFEFF", " \uFEFF\u00A0\" "}) {
    const std::string text = std::string(before) + "=1";
    CAPTURE(text);
    CHECK(guarded(text) == "'" + text);
  }
}

TEST_CASE("what may begin another cell is looked at, too") {
  CHECK(guarded("x;=HYPERLINK(\"https://e.org\");y") == "x;'=HYPERLINK(\"https://e.org\");y");
  CHECK(guarded("x; \u00A0=1") == "x;' \u00A0=1");
  CHECK(guarded("x\n=1\r\n+2\t@z") == "x\n'=1\r\n'+2\t'@z");
  CHECK(guarded("=1;=2") == "'=1;'=2");
  CHECK(guarded(";=1") == ";'=1");
  CHECK(guarded("\tx") == "'\tx");
  CHECK(guarded("\n=1") == "'\n'=1");
}

TEST_CASE("every other text stays as it is") {
  for (const std::string_view text : {"", " ", ";", "a=b", "1-2", "'quoted", "– dash", "(=1)", "a, =b",
                                      "one; two\nthree", "지민 = 1", "x;", "\xFF\xFE broken", "\xEF\xBC"})
    CHECK(guarded(text) == text);
}
