// What articles are generated from: numbers, weighted draws, days, words.
#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "generator/article_generator.h"
#include "generator/calendar.h"
#include "generator/padded_text.h"
#include "generator/random_source.h"
#include "generator/vocabulary.h"
#include "generator/weighted_table.h"

using namespace explorer;

TEST_CASE("random numbers are SplitMix64's") {
  RandomSource random(0);
  CHECK(random.next() == 0xE220A8397B1DCDAFu);
  CHECK(random.next() == 0x6E789E6AA1B965F4u);
  CHECK(random.next() == 0x06C45D188009454Fu);
}

TEST_CASE("streams of a seed differ from each other and from those of another seed") {
  CHECK(RandomSource(1, 0).next() != RandomSource(1, 1).next());
  CHECK(RandomSource(1, 0).next() != RandomSource(2, 0).next());
  CHECK(RandomSource(1, 2).next() != RandomSource(2, 1).next());
}

TEST_CASE("numbers below a limit reach every number and nothing else") {
  RandomSource random(3);
  uint32_t counts[7] = {};
  for (int i = 0; i < 7000; ++i) {
    const uint32_t number = random.below(7);
    REQUIRE(number < 7);
    ++counts[number];
  }
  for (const uint32_t count : counts)
    CHECK(count == doctest::Approx(1000).epsilon(0.12));
  CHECK(random.below(1) == 0);
}

TEST_CASE("a weighted table draws by its weights, and never what has none") {
  const uint32_t weights[] = {6, 0, 3, 1};
  const WeightedTable table(weights, 10);
  RandomSource random(5);
  uint32_t counts[4] = {};
  for (int i = 0; i < 10000; ++i)
    ++counts[table.draw(random)];
  CHECK(counts[0] == doctest::Approx(6000).epsilon(0.05));
  CHECK(counts[1] == 0);
  CHECK(counts[2] == doctest::Approx(3000).epsilon(0.05));
  CHECK(counts[3] == doctest::Approx(1000).epsilon(0.1));
}

TEST_CASE("the calendar has every day from 2004 to 2024") {
  const Calendar calendar;
  REQUIRE(calendar.day_count() == 21 * 365 + 6);
  CHECK(calendar.text(0).view() == "2004-01-01");
  CHECK(calendar.text(59).view() == "2004-02-29");
  CHECK(calendar.text(60).view() == "2004-03-01");
  CHECK(calendar.text(365 + 365).view() == "2005-12-31");
  CHECK(calendar.text(calendar.day_count() - 1).view() == "2024-12-31");
}

TEST_CASE("days come more often in later years and in November than in August, hours by day") {
  const Calendar calendar;
  RandomSource random(11);
  uint32_t early = 0, late = 0, august = 0, november = 0, night = 0, noon = 0;
  for (int i = 0; i < 50000; ++i) {
    const std::string_view day = calendar.text(calendar.draw_day(random)).view();
    early += day < "2005";
    late += day > "2024";
    august += day.substr(5, 2) == "08";
    november += day.substr(5, 2) == "11";
    const uint32_t hour = calendar.draw_hour(random);
    REQUIRE(hour < 24);
    night += hour == 3;
    noon += hour == 12;
  }
  CHECK(late > 2 * early);
  CHECK(november > august * 3 / 2);
  CHECK(noon > 5 * night);
}

TEST_CASE("no vocabulary has a planted word, an empty word, or a sign that JSON escapes") {
  constexpr uint32_t Counts[] = {4000, 900, 900, 900, 700, 700, 700};
  for (size_t script = 0; script < ScriptCount; ++script) {
    const Vocabulary vocabulary(static_cast<Script>(script), RandomSource(17, script));
    REQUIRE(vocabulary.size() == Counts[script]);
    for (uint32_t i = 0; i < vocabulary.size(); ++i) {
      const std::string_view word = vocabulary.word(i, false).view();
      CHECK_FALSE(word.empty());
      CHECK(word.find_first_of("\"\\ \n\t") == std::string_view::npos);
      for (const std::string_view planted : PlantedWords)
        CHECK(word.find(planted) == std::string_view::npos);
    }
  }
}

TEST_CASE("frequent words come first") {
  const Vocabulary vocabulary(Script::Latin, RandomSource(1));
  RandomSource random(2);
  uint32_t first = 0, tenth = 0, tail = 0;
  for (int i = 0; i < 100000; ++i) {
    const uint32_t index = vocabulary.draw(random);
    REQUIRE(index < vocabulary.size());
    first += index == 0;
    tenth += index == 9;
    tail += index >= 3000;
  }
  CHECK(vocabulary.word(0, false).view() == "the");
  CHECK(first == doctest::Approx(4 * tenth).epsilon(0.15));
  CHECK(tail > 2000);
}

TEST_CASE("a word gets a capital letter where its script has one") {
  const struct {
    std::string_view word, capital;
  } Cases[] = {{"love", "Love"}, {"été", "Été"}, {"ночь", "Ночь"}, {"снова", "Снова"}, {"νύχτα", "Νύχτα"},
               {"φως", "Φως"},   {"BTS", "BTS"}, {"밤", "밤"},     {"夜", "夜"},       {"żółty", "żółty"},
               {"", ""},         {"a", "A"},     {"où", "Où"},     {"ñ", "Ñ"},         {"рр", "Рр"}};
  for (const auto& [word, capital] : Cases) {
    Word text;
    REQUIRE(text.append(word));
    CHECK(with_capital(text).view() == capital);
  }
}

TEST_CASE("a padded text takes what fits, whole or not at all") {
  PaddedText<5> text;
  CHECK(text.append("abc"));
  CHECK_FALSE(text.append("def"));
  CHECK(text.view() == "abc");
  CHECK(text.append("de"));
  CHECK(text.view() == "abcde");
  CHECK_FALSE(text.append("f"));
}

TEST_CASE("a pen writes numbers in decimal digits") {
  char line[64];
  Pen pen{line};
  for (const uint32_t number : {0u, 9u, 10u, 4294967295u}) {
    pen.number(number);
    pen.literal(" ");
  }
  pen.two_digits(7);
  pen.two_digits(42);
  CHECK(std::string_view(line, static_cast<size_t>(pen.at - line)) == "0 9 10 4294967295 0742");
}
