#include <doctest/doctest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "core/text_fold.h"

using namespace explorer;

namespace {

// The part of a key that does not depend on case, accents and punctuation.
std::string primary(std::string_view text) {
  const std::string key = collation_key(text);
  return key.substr(0, key.size() - text.size());
}

}  // namespace

TEST_CASE("texts come in the order that readers of each script expect") {
  const std::vector<std::vector<std::string_view>> orders = {
      {"", "!", "$", "1", "a", "z", "α", "а", "א", "ا", "क", "あ", "中"},
      {"BTS", "BTS Monuments", "BTS Monuments: Beyond the Star", "BTSX", "Bugs"},
      {"7", "007b", "10", "99", "100", "9999999999999999999999", "10000000000000000000000", "a"},
      {"Track 2", "Track 2 (live)", "Track 10", "Track 10b", "Track A"},
      {"co", "côte", "coup", "œuf", "of", "Øre", "Orff", "Ost", "Straße", "Strauss", "strut", "zebra",
       "Žižek"},
      {"Coté", "coter"},
      {"#alpha", "‘Closer Than This’", "“Phone Numbers”", "¿Qué?", "(Stuck With You)", "@v"},
      {"α", "άβ", "Βήτα", "γ", "ως"},
      {"гора", "ґанок", "дім", "ёж", "ель", "є", "жук", "игра", "із", "їжак", "йод", "кіт", "яма"},
      {"дан", "ђак", "ево", "игла", "јама", "као", "лук", "љубав", "мир", "нос", "њива", "ока", "так", "ћуп",
       "уво", "час", "џеп", "шах"},
      {"а", "ә", "б", "к", "қ", "л", "н", "ң", "о", "ө", "п", "у", "ұ", "ү", "ф"},
      {"\u0627", "\u0628", "\u067E", "\u062A", "\u062C", "\u0686", "\u062D", "\u0632", "\u0698", "\u0633",
       "\u0643", "\u06AF", "\u0644", "\u0645", "\u0648", "\u06CC"},
      {"אב", "גם", "גמא", "שלום"},
      {"กา", "เก", "ขา", "น้ำ", "นิ", "แม", "ไหม"},
      {"अ", "क", "का", "कि", "ख"},
      {"가", "각", "나", "방탄소년단", "지민", "하"},
      {"かく", "がけ", "かさ", "カシ", "ガス", "きた", "さくら"},
      {"ライス", "ラク", "ラリ"},
      {"ラーメン", "ライス"},
      {"スーパー", "すうはえ", "すえ"},
      {"ばば", "はぱら", "はひ"},
      {"一", "丁", "龍"},
  };
  for (const auto& order : orders) {
    for (size_t i = 1; i < order.size(); ++i) {
      CAPTURE(order[i - 1]);
      CAPTURE(order[i]);
      CHECK(primary(order[i - 1]) < primary(order[i]));
      CHECK(collation_key(order[i - 1]) < collation_key(order[i]));
    }
  }
}

TEST_CASE("case, accents, punctuation, voicing and tone marks only break ties") {
  const std::pair<std::string_view, std::string_view> equal[] = {
      {"Closer Than This", "closer than this"},
      {"Beyonce", "Beyoncé"},
      {"‘Closer’", "Closer"},
      {"behind-the-scenes", "behindthescenes"},
      {"  a   b ", "a b"},
      {"a — b", "a b"},
      {"Straße", "STRASSE"},
      {"007", "7"},
      {"000", "0"},
      {"カタカナ", "かたかな"},
      {"かっこ", "がつご"},
      {"ラーメン", "らあめん"},
      {"みゝ", "みみ"},
      {"นำ", "น่ำ"},
      {"٢٠٢٣", "2023"},
      {"한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF"},
      {"σοφός", "ΣΟΦΟΣ"},
      {"#ThisIsJimin", "thisisjimin"},
  };
  for (const auto& [a, b] : equal) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(primary(a) == primary(b));
    CHECK(collation_key(a) != collation_key(b));
  }
}

TEST_CASE("what readers tell apart is told apart before any tie") {
  const std::pair<std::string_view, std::string_view> different[] = {
      {"a", "b"},   {"ab", "a b"}, {"1.10", "110"}, {"гі", "ги"},
      {"ка", "кә"}, {"า", "ำ"},    {"☀", "☁"},      {"a$", "a"}};
  for (const auto& [a, b] : different) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(primary(a) != primary(b));
  }
}

TEST_CASE("punctuation counts where nothing else is there") {
  CHECK(collation_key("!!!") < collation_key("???"));
  CHECK(collation_key("") < collation_key("!"));
  CHECK(collation_key("...") < collation_key("0"));
  CHECK(collation_key("   ") < collation_key("a"));
}

TEST_CASE("a number too long for one length byte still sorts by its number") {
  const std::string shorter(254, '9');
  const std::string middle = "1" + std::string(254, '0');
  const std::string longer(300, '5');
  const std::string longest = "1" + std::string(300, '0');
  const std::vector<std::string> order = {"5", shorter, middle, longer, longest};
  for (size_t i = 1; i < order.size(); ++i)
    CHECK(collation_key(order[i - 1]) < collation_key(order[i]));
  CHECK(collation_key(std::string(400, '0') + "6") > collation_key("5"));
  CHECK(collation_key(std::string(400, '0') + "6") < collation_key("10"));
}

TEST_CASE("different texts have different keys, and a prefix comes first") {
  const std::vector<std::string> pieces = {"a",  "B",  " ",  "1", "0", "10", "é", "-",
                                           "か", "ー", "ゝ", "เ", "ก", "і",  "☀", "\xFF"};
  std::mt19937 random(1995);
  for (int round = 0; round < 50000; ++round) {
    std::string a;
    std::string b;
    for (auto n = random() % 6; n > 0; --n)
      a += pieces[random() % pieces.size()];
    for (auto n = random() % 6; n > 0; --n)
      b += pieces[random() % pieces.size()];
    REQUIRE((collation_key(a) == collation_key(b)) == (a == b));
    REQUIRE(primary(a + "z") > primary(a));
  }
}
