#include "core/text_fold.h"

#include <doctest/doctest.h>

#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace explorer;
using namespace std::string_view_literals;

namespace {

struct Pair {
  std::string_view text, folded;
};

void check_all(std::initializer_list<Pair> pairs) {
  for (const auto& [text, folded] : pairs) {
    CAPTURE(text);
    CHECK(fold_text(text) == folded);
  }
}

std::string utf8(char32_t code_point) {
  std::string out;
  append_utf8(out, code_point);
  return out;
}

}  // namespace

TEST_CASE("ASCII folds to lower case and is otherwise untouched") {
  for (int c = 0; c < 128; ++c) {
    const std::string text(3, static_cast<char>(c));
    const bool upper = c >= 'A' && c <= 'Z';
    CHECK(fold_text(text) == std::string(3, static_cast<char>(upper ? c + 32 : c)));
  }
  CHECK(fold_text("A\0B"sv) == "a\0b"sv);
  CHECK(fold_text("") == "");
}

TEST_CASE("Latin letters lose case and accents") {
  check_all({{"ÀÁÂÃÄÅàáâãäå", "aaaaaaaaaaaa"},
             {"Beyoncé", "beyonce"},
             {"Beyonce\u0301", "beyonce"},
             {"ÑÇÿŸ", "ncyy"},
             {"Straße STRASSE ẞ", "strasse strasse ss"},
             {"Æsir œuvre Ǽ", "aesir oeuvre ae"},
             {"Ærø Łódź Đorđe Ísland Þór ðað", "aero lodz dorde island thor dad"},
             {"İstanbul ıI", "istanbul ii"},
             {"Việt Nam ƠƯ ặ", "viet nam ou a"},
             {"ǍǎǏ Ṩṩ Ḱ ẛ ſ", "aai ss k s s"},
             {"ﬁﬂﬃﬅ Ĳ ǆ", "fiflffist ij dz"},
             {"Ω Å K", "ω a k"}});
}

TEST_CASE("Greek, Cyrillic, Armenian, Georgian and Cherokee fold") {
  check_all({{"ΆΈΉΊΌΎΏ ᾳ ᾷ ῼ ΰ", "αεηιουω α α ω υ"},
             {"ΟΔΥΣΣΕΎΣ ὀδυσσεύς", "οδυσσευσ οδυσσευσ"},
             {"ϐϑϕϖϰϱ", "βθφπκρ"},
             {"ЁЎЃЌ ёўѓќ", "еугк еугк"},
             {"Й й и\u0306 И\u0306 Ї ї і\u0308", "й й й й ї ї ї"},
             {"и\u0301 и\u0308", "и и"},
             {"Ѣ Ґ ґ Қ Ѐ", "ѣ ґ ґ қ е"},
             {"Հայաստան և ԵՒ", "հայաստան եւ եւ"},
             {"ᲡᲐᲥᲐᲠᲗᲕᲔᲚᲝ", "საქართველო"},
             {"Ꮳ ꮳ", "ꮳ ꮳ"}});
}

TEST_CASE("Hebrew points, Arabic harakat and presentation forms go, final letters too") {
  check_all({{"שָׁלוֹם", "שלומ"},
             {"ךםןףץ", "כמנפצ"},
             {"מُحَمَّد", "מحمد"},
             {"\u0622\u0623\u0625\u0624\u0626", "\u0627\u0627\u0627\u0648\u064A"},
             {"ﻣﺤﻤﺪ ﻻ ﷲ", "محمد لا الله"},
             {"مـــرحبا", "مرحبا"}});
}

TEST_CASE("marks that are vowels or belong to a letter stay") {
  for (const std::string_view text :
       {"हिन्दी", "বাংলা", "தமிழ்", "ไทยน้ำใจ", "ກຳ", "မြန်မာ", "ខ្មែរ", "བོད་སྐད་", "සිංහල"}) {
    CAPTURE(text);
    CHECK(fold_text(text) == text);
  }
  CHECK(fold_text("\u0958") == fold_text("\u0915\u093C"));
}

TEST_CASE("Kana folds to whole voiced Hiragana of full width") {
  check_all({{"カタカナ ヴ ヷ ー", "かたかな ゔ わ\u3099 ー"},
             {"ｶﾀｶﾅ ｶﾞｷﾞﾊﾟﾊﾞｳﾞ ﾗｰﾒﾝ", "かたかな がぎぱばゔ らーめん"},
             {"か\u3099は\u309A ゝ\u3099 ヽ ヾ", "がぱ ゞ ゝ ゞ"},
             {"あ\u3099 か\u309A", "あ\u3099 か\u309A"},
             {"が ぱ っ ヵ", "が ぱ っ ゕ"},
             {"ゟ ヿ", "より こと"}});
}

TEST_CASE("Hangul syllables stay whole and decomposed ones are put together") {
  check_all({{"방탄소년단", "방탄소년단"},
             {"\u1112\u1161\u11AB\u1100\u1173\u11AF", "한글"},
             {"가\u11A8 각\u11A8", "각 각\u11A8"},
             {"ㅋㅋ ﾡﾾￂￜ", "ㅋㅋ ㄱㅎㅏㅣ"}});
}

TEST_CASE("widths, superscripts and other compatibility forms become plain") {
  check_all({{"Ｃｌｏｓｅｒ　Ｔｈａｎ　Ｔｈｉｓ！", "closer than this!"},
             {"x² H₂O ª º ⁿ", "x2 h2o a o n"},
             {"Ⅻ ⅷ ½ № ™ …", "xii viii 1/2 no tm ..."},
             {"① ⑳ Ⓐⓐ ⑴", "1 20 aa (1)"},
             {"𝗕𝗧𝗦 𝒥𝒾𝓂𝒾𝓃 𝟙𝟚 𝛀", "bts jimin 12 ω"},
             {"٢٠٢٣ ۲۰ २० ๒๕", "2023 20 20 25"},
             {"￦ ￥ ㏂", "₩ ¥ ㏂"}});
}

TEST_CASE("quotes, dashes and spaces become ASCII and invisible characters go") {
  check_all({{"‘Closer Than This’ “I DID IT” „x‟ ‚y‛", "'closer than this' \"i did it\" \"x\" 'y'"},
             {"«a» ‹b› 5′ 3″", "\"a\" 'b' 5' 3\""},
             {"a‐b‑c‒d–e—f―g−h", "a-b-c-d-e-f-g-h"},
             {"a\u00A0b\u2009c\u202Fd\u3000e", "a b c d e"},
             {"co\u00ADop \u200Ezero\u200Bwidth\uFEFF", "coop zerowidth"},
             {"❤\uFE0F 葛\U000E0100", "❤ 葛"}});
}

TEST_CASE("a spacing accent is not a space") {
  for (const std::string_view text : {"¨", "¸", "˘", "΄"})
    CHECK(fold_text(text) == text);
}

TEST_CASE("folding is idempotent and stays well-formed for every code point") {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string once = fold_text(utf8(c));
    REQUIRE(valid_utf8_prefix(once) == once.size());
    REQUIRE_MESSAGE(fold_text(once) == once, "U+", static_cast<uint32_t>(c));
  }
}

TEST_CASE("folding random texts, well-formed or not, is idempotent") {
  const std::vector<std::string> pieces = {
      "a",    "É",        "\u0301", "\u3099", "\u309A", "и",  "\u0306", "і",      "\u0308", "か",   "は",
      "ｶ",    "ﾞ",        "\u1100", "\u1161", "\u11A8", "가", "\xE2",   "\x82",   "\xAC",   "\xC3", "\x80",
      "\xF0", "\xF0\x9F", "\uFEFF", "ß",      "\uFFFD", "Ⅳ",  "ﷲ",      "\u00AD", "ﾊ"};
  std::mt19937 random(7);
  for (int round = 0; round < 200000; ++round) {
    std::string text;
    for (auto n = random() % 7; n > 0; --n)
      text += pieces[random() % pieces.size()];
    const std::string once = fold_text(text);
    REQUIRE_MESSAGE(fold_text(once) == once, text);
    if (valid_utf8_prefix(text) == text.size()) REQUIRE(valid_utf8_prefix(once) == once.size());
  }
}

TEST_CASE("ill-formed bytes stay where they are") {
  check_all({{"A\xFF\xC3Z", "a\xFF\xC3z"},
             {"\xE2\x82", "\xE2\x82"},
             {"É\x80É",
              "e\x80"
              "e"}});
}

TEST_CASE("append_folded leaves what is there alone, even where it could compose") {
  std::string out = "X か";
  append_folded(out, "\u3099Y");
  CHECK(out == "X か\u3099y");
}
