// Texts cut into clusters, units and lines, and made harmless.
#include "view/text_layout.h"

#include <doctest/doctest.h>

#include <random>

#include "fixed_measurer.h"

using namespace explorer;

namespace {

// "a|b" for the clusters or units a and b.
std::string clusters(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size();) {
    const size_t end = cluster_end(text, at);
    if (at > 0) out += '|';
    out += text.substr(at, end - at);
    at = end;
  }
  return out;
}

std::string units(std::string_view text, Font font) {
  FixedMeasurer measurer;
  std::string out;
  const TextLine line = layout_line(text, font, measurer);
  for (const TextUnit& unit : line.units) {
    if (!out.empty()) out += '|';
    out += unit.text;
  }
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines)
    out += "[" + line + "]";
  return out;
}

std::string repeat(std::string_view text, size_t times) {
  std::string out;
  while (times-- > 0)
    out += text;
  return out;
}

struct Case {
  std::string_view text, expected;
};

// Pieces of many scripts, for random texts.
constexpr std::string_view Pieces[] = {"a",
                                       "Golden ",
                                       "7",
                                       "e\u0301",
                                       "골든",
                                       "日",
                                       "本",
                                       "、",
                                       "「",
                                       "カ",
                                       "が",
                                       "עברית",
                                       "عربي ",
                                       "ไทยแลนด์",
                                       "क्षि",
                                       "👨‍👩‍👧",
                                       "🇰🇷",
                                       "👍🏽",
                                       "1\uFE0F\u20E3",
                                       " ",
                                       "-",
                                       "(",
                                       ")",
                                       "…",
                                       "\u0301",
                                       "\xFF"};

std::string random_text(std::mt19937& random) {
  std::string text;
  for (size_t count = random() % 30; count > 0; --count)
    text += Pieces[random() % std::size(Pieces)];
  return text;
}

bool is_cluster_boundary(std::string_view text, size_t offset) {
  size_t at = 0;
  while (at < offset)
    at = cluster_end(text, at);
  return at == offset;
}

}  // namespace

TEST_CASE("a cluster keeps together what a reader takes for one character") {
  const Case cases[] = {
      {"abc", "a|b|c"},
      {"e\u0301a", "e\u0301|a"},
      {"골든", "골|든"},
      {"\u1112\u1161\u11AB\u1100\u1173\u11AF", "\u1112\u1161\u11AB|\u1100\u1173\u11AF"},
      {"か\u3099き", "か\u3099|き"},
      {"葛\U000E0100城", "葛\U000E0100|城"},
      {"👨‍👩‍👧x", "👨‍👩‍👧|x"},
      {"👍🏽👍", "👍🏽|👍"},
      {"❤️a", "❤️|a"},
      {"🇰🇷🇯🇵🇺", "🇰🇷|🇯🇵|🇺"},
      {"1\uFE0F\u20E32", "1\uFE0F\u20E3|2"},
      {"🏴\U000E0067\U000E0062\U000E007F!", "🏴\U000E0067\U000E0062\U000E007F|!"},
      {"क्षि", "क्षि"},
      {"நிக", "நி|க"},
      {"กำ", "กำ"},
      {"ខ្មែ", "ខ្មែ"},
      {"שָׁלוֹם", "שָׁ|ל|וֹ|ם"},
      {"\u0301a", "\u0301|a"},
      {"a\xFF", "a|\xFF"},
  };
  for (const Case& c : cases)
    CHECK(clusters(c.text) == c.expected);
}

TEST_CASE("an endless stack of marks is cut so that no cluster is endless") {
  const std::string text = std::string("a").append(repeat("\u0301", 1000));
  CHECK(cluster_end(text, 0) == 1 + 31 * 2);
}

TEST_CASE("a line is drawn in words, single Han and Kana, or whole where it runs right to left") {
  const Case cases[] = {
      {"Golden hour", "Golden|hour"},
      {"  two   spaces ", "two|spaces"},
      {"골든 아워", "골든|아워"},
      {"日本のBTS新曲2023年", "日|本|の|BTS|新|曲|2023|年"},
      {"カﾞ", "カﾞ"},
      {"ประเทศไทย สวย", "ประเทศไทย|สวย"},
      {"हिन्दी गीत", "हिन्दी|गीत"},
      {"שלום olam", "שלום olam"},
      {"chart مخطط 1", "chart مخطط 1"},
      {"cut…", "cut|…"},
      {"🎉🎉 x", "🎉🎉|x"},
      {"", ""},
  };
  for (const Case& c : cases)
    CHECK(units(c.text, Font::Body) == c.expected);
}

TEST_CASE("a tabular face gives every digit the place of a zero, the digit in its middle") {
  FixedMeasurer measurer;
  CHECK(units("91% of 1,000", Font::BodyTabular) == "9|1|%|of|1|,|0|0|0");
  CHECK(units("91% of 1,000", Font::Body) == "91%|of|1,000");
  CHECK(text_width("111", Font::BodyTabular, measurer) == 30);
  CHECK(text_width("111", Font::Body, measurer) == 18);
  const TextLine line = layout_line("91", Font::BodyTabular, measurer);
  REQUIRE(line.units.size() == 2);
  CHECK(line.units[0].x == 0);
  CHECK(line.units[1].x == 12);
  CHECK(line.width == 20);
}

TEST_CASE("a line from the right is one unit, or pieces from the right where it is very long") {
  FixedMeasurer measurer;
  const TextLine line = layout_line("2023 (7)", Font::BodyTabular, measurer, true);
  REQUIRE(line.units.size() == 1);
  CHECK(line.units[0].text == "2023 (7)");
  CHECK(line.units[0].x == 0);
  const std::string text = repeat("שלום ", 300);
  const TextLine pieces = layout_line(text, Font::Body, measurer, true);
  REQUIRE(pieces.units.size() > 1);
  CHECK(pieces.units.back().x == 0);
  float right = pieces.width;
  for (const TextUnit& unit : pieces.units) {
    right -= measurer.width(unit.text, Font::Body);
    CHECK(unit.x == right);
  }
}

TEST_CASE("what is isolated stays so when it is cut or goes on in the next line") {
  FixedMeasurer measurer;
  CHECK(ellipsize("by \u2068שלום עולם\u2069 2023", Font::Body, 80, measurer) == "by \u2068שלום\u2069…");
  CHECK(ellipsize("by \u2068שלום\u2069 2023", Font::Body, 90, measurer) == "by \u2068שלום\u2069 2…");
  CHECK(joined(wrap_text("by \u2068שלום עולם\u2069 now", Font::Body, 64, 0, measurer)) ==
        "[by \u2068שלום\u2069][\u2068עולם\u2069][now]");
  CHECK(joined(wrap_text("by \u2068שלום עולם\u2069 now", Font::Body, 64, 2, measurer)) ==
        "[by \u2068שלום\u2069][\u2068עולם\u2069 n…]");
}

TEST_CASE("units stand one after the other with the width of the spaces between") {
  FixedMeasurer measurer;
  const TextLine line = layout_line("ab  c", Font::Body, measurer);
  REQUIRE(line.units.size() == 2);
  CHECK(line.units[1].x == 28);
  CHECK(line.width == 38);
  CHECK(text_width("ab  c", Font::Body, measurer) == 38);
}

TEST_CASE("ellipsis cuts as late as it can and never inside a cluster") {
  struct Ellipsis {
    std::string_view text;
    float width;
    std::string_view expected;
  };
  const Ellipsis cases[] = {
      {"Golden", 60, "Golden"},
      {"Golden", 59, "Gold…"},
      {"Golden", 20, "G…"},
      {"Golden", 10, "…"},
      {"Golden", 9, ""},
      {"Golden", 0, ""},
      {"", 0, ""},
      {"to be", 44, "to be"},
      {"to be", 43, "to…"},
      {"to be", 34, "to…"},
      {"日本語", 29, "日…"},
      {"ae\u0301o", 29, "a…"},
      {"👨‍👩‍👧👨‍👩‍👧", 59, "👨‍👩‍👧…"},
      {"שלום", 39, "של…"},
      {"שלום olam", 50, "שלום…"},
  };
  for (const Ellipsis& c : cases) {
    FixedMeasurer measurer;
    CAPTURE(c.width);
    CHECK(ellipsize(c.text, Font::Body, c.width, measurer) == c.expected);
  }
  FixedMeasurer measurer;
  CHECK(ellipsize("1111", Font::BodyTabular, 39, measurer) == "11…");
}

TEST_CASE("lines break at spaces and around Han, and words wider than a line between clusters") {
  struct Wrap {
    std::string_view text;
    float width;
    size_t max_lines;
    std::string_view expected;
  };
  const Wrap cases[] = {
      {"", 50, 0, "[]"},
      {"one two six", 70, 0, "[one two][six]"},
      {"one two six", 30, 0, "[one][two][six]"},
      {"one  two", 30, 0, "[one][two]"},
      {" one ", 30, 0, "[one]"},
      {"onetwosix", 30, 0, "[one][two][six]"},
      {"a onetwosix", 40, 0, "[a][onet][wosi][x]"},
      {"one two six", 30, 2, "[one][tw…]"},
      {"one two six", 1000, 1, "[one two six]"},
      {"one two six", 73, 1, "[one tw…]"},
      {"日本語の歌", 30, 0, "[日本語][の歌]"},
      {"日本語。歌", 30, 0, "[日本][語。歌]"},
      {"日本「語」", 30, 0, "[日本][「語」]"},
      {"歌BTS歌", 40, 0, "[歌BTS][歌]"},
      {"골든 아워", 30, 0, "[골든][아워]"},
      {"e\u0301e\u0301e\u0301", 20, 0, "[e\u0301e\u0301][e\u0301]"},
      {"ab", 1, 0, "[a][b]"},
      {"שלום עולם", 50, 0, "[שלום][עולם]"},
  };
  for (const Wrap& c : cases) {
    FixedMeasurer measurer;
    CAPTURE(std::string(c.text));
    CHECK(joined(wrap_text(c.text, Font::Body, c.width, c.max_lines, measurer)) == c.expected);
  }
}

TEST_CASE("a number in a tabular face is not broken where a space is near") {
  FixedMeasurer measurer;
  CHECK(joined(wrap_text("in 2023", Font::BodyTabular, 50, 0, measurer)) == "[in][2023]");
}

TEST_CASE("endless texts cost no more than the part that is shown") {
  const std::string texts[] = {
      std::string(2'000'000, 'x'), repeat("word ", 400'000),
      repeat("日本", 300'000),     repeat("שלום", 300'000),
      repeat("שלום ", 200'000),    repeat(std::string("a").append(repeat("\u0301", 100)), 10'000)};
  for (const std::string& text : texts) {
    FixedMeasurer measurer;
    const std::string cut = ellipsize(text, Font::Body, 200, measurer);
    CHECK(cut.ends_with("…"));
    CHECK(measurer.measured_bytes < 12'000);
    measurer.measured_bytes = 0;
    CHECK(wrap_text(text, Font::Body, 200, 3, measurer).size() == 3);
    CHECK(measurer.measured_bytes < 40'000);
  }
}

TEST_CASE("random texts of many scripts keep to the width and to their clusters") {
  std::mt19937 random(20231222);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_text(random);
    const auto width = static_cast<float>(random() % 200);
    const Font font = round % 2 == 0 ? Font::Body : Font::BodyTabular;
    FixedMeasurer measurer;
    CAPTURE(text);
    CAPTURE(width);

    const float whole = text_width(text, font, measurer);
    CHECK(layout_line(text, font, measurer).width == whole);
    CHECK(ellipsize(text, font, whole, measurer) == text);

    const std::string cut = ellipsize(text, font, width, measurer);
    if (cut != text) {
      CHECK(text_width(cut, font, measurer) <= width + 0.05f);
      if (!cut.empty()) {
        const std::string_view kept(cut.data(), cut.size() - 3);
        REQUIRE(text.starts_with(kept));
        CHECK(is_cluster_boundary(text, kept.size()));
      }
    }

    // The lines are the text in order, with nothing lost but spaces, each cut between clusters.
    size_t at = 0;
    for (const std::string& line : wrap_text(text, font, width, 0, measurer)) {
      while (at < text.size() && text[at] == ' ')
        ++at;
      REQUIRE(text.compare(at, line.size(), line) == 0);
      CHECK(is_cluster_boundary(text, at));
      at += line.size();
    }
    CHECK(text.find_first_not_of(' ', at) == std::string::npos);
  }
}

TEST_CASE("no text from outside can disguise itself") {
  const Case cases[] = {
      {"plain – “text” 골든 日本", "plain – “text” 골든 日本"},
      {"a\tb\r\nc  d", "a b c d"},
      {"  a\u3000\u00A0b ", "a b"},
      {"nul\x01\x1B\x7F", "nul␁␛␡"},
      {"c1 \u0090", "c1 \uFFFD"},
      {"bad \xC3(", "bad \uFFFD("},
      {"ab\u202Ecd\u2066e\u200F", "ab‹RLO›cde"},
      {"\u202Aa\u202Bb\u202Dc\u202C", "‹LRE›a‹RLE›b‹LRO›c‹PDF›"},
      {"photo\u202Egnp.exe", "photo‹RLO›gnp.exe"},
      {"a\u202E\u0301\u200Db", "a‹RLO›\u0301b"},
      {"\u2067א\u2069", "א"},
      {"so\u00ADft\u200Bze\uFEFFro", "softzero"},
      {"a\u200Db\u200Cc", "abc"},
      {"👨‍👩‍👧", "👨‍👩‍👧"},
      {"می\u200Cخواهم", "می\u200Cخواهم"},
      {"क्\u200Dष", "क्\u200Dष"},
      {"hid\U000E0068\U000E0069den", "hidden"},
      {"🏴\U000E0067\U000E0062\U000E007F", "🏴\U000E0067\U000E0062\U000E007F"},
      {"e\u0301", "e\u0301"},
      {"\u200B\u200B", ""},
      {"", ""},
  };
  for (const Case& c : cases)
    CHECK(display_text(c.text) == c.expected);
  CHECK(display_text(std::string_view("a\0b", 3)) == "a␀b");
  CHECK(display_text(std::string("Z").append(repeat("\u0335", 100))) ==
        std::string("Z").append(repeat("\u0335", 8)));
}

TEST_CASE("shown text ends after so many bytes, at a code point, and is stable") {
  CHECK(display_text("abcdef", 6) == "abcdef");
  CHECK(display_text("abcdef", 5) == "abcde…");
  CHECK(display_text("골든", 5) == "골…");
  CHECK(display_text("abc   ", 3) == "abc");
  CHECK(display_text("abcdef", 0) == "…");
  CHECK(display_text(repeat("\u200B", 2'000'000), 10) == "…");
  CHECK(display_text(std::string(2'000'000, 'x')).size() == 4096 + 3);
  std::mt19937 random(1);
  for (int round = 0; round < 500; ++round) {
    const std::string once = display_text(random_text(random));
    CAPTURE(once);
    CHECK(display_text(once) == once);
  }
}
