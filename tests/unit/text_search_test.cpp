// The search of whole chunks against finding folded texts one by one.
#include "core/text_search.h"

#include <doctest/doctest.h>

#include "core/text_fold.h"
#include "query_random.h"

namespace explorer::test {
namespace {

std::vector<uint8_t> search(const SearchableTexts& texts, const Needle& needle) {
  std::vector<uint8_t> verdicts(texts.size());
  for (uint32_t step = 0; step < search_step_count(texts); ++step)
    search_step(texts, needle, step, verdicts);
  return verdicts;
}

bool holds(std::string_view text, const Needle& needle) {
  const std::string folded = fold_text(text);
  return needle.whole ? folded == needle.folded : folded.find(needle.folded) != std::string::npos;
}

// Texts made of few pieces, so that needles are met, nearly met, and begin again within themselves.
struct Alphabet {
  std::vector<std::string_view> pieces;
};
const Alphabet Alphabets[] = {
    {{"a", "b", "A", "B"}},
    {{"@", "`", "[", "{", "_", "\x7f", "a", "A"}},
    {{"\x1b", "{", "\\", "|", "]", "}", "^", "~", "Z", "z", " "}},
    {{"caf\u00e9", "CAFE", "e\u0301", "\u00c9", "Stra\u00dfe", "ss", " "}},
    {{"\u304b", "\u30ab", "\uff76", "\u6771\u4eac", "tokyo", "\uff34"}},
    {{"\u041c\u043e\u0441\u043a\u0432\u0430", "\u043c", "\u0401", "\u0435", "\u03a3", "\u03c3", "\u03c2"}},
    {{"\u0645\u064e\u0646", "\u0645\u0646", "\u05e9\u05c1", "\u0e01\u0e32", "\u0915\u093f", "\ud55c",
      "\xff"}},
    {{"\u200b", "\u00ad", "a", "-", "\u2013", "\u201c", "\""}},
};

std::string text_of(Random& random, const Alphabet& alphabet, uint32_t most) {
  std::string text;
  for (uint32_t left = random.below(most + 1); left > 0; --left)
    text += alphabet.pieces[random.below(static_cast<uint32_t>(alphabet.pieces.size()))];
  return text;
}

struct Found {
  size_t texts = 0;
  size_t held = 0;
};

void compare(const SearchableTexts& texts, const Needle& needle, Found& found) {
  const std::vector<uint8_t> verdicts = search(texts, needle);
  std::string buffer;
  for (uint32_t index = 0; index < texts.size(); ++index) {
    const bool expected = holds(texts.view(index), needle);
    ++found.texts;
    found.held += expected;
    if ((verdicts[index] != 0) == expected && text_holds(texts, index, needle, buffer) == expected) continue;
    CAPTURE(needle.folded);
    CAPTURE(needle.whole);
    FAIL_CHECK("in " << texts.view(index));
  }
}

}  // namespace

TEST_CASE("searching chunks finds what folding and finding one by one finds") {
  Random random(5);
  Found found;
  for (int round = 0; round < 240; ++round) {
    const Alphabet& alphabet = Alphabets[round % std::size(Alphabets)];
    const Alphabet& other = Alphabets[random.below(std::size(Alphabets))];
    SearchableTexts texts;
    const uint32_t most = random.one_in(4) ? 60 : 6;
    std::string last;
    for (uint32_t left = 1 + random.below(120); left > 0; --left) {
      last = text_of(random, random.one_in(4) ? other : alphabet, most);
      texts.add(last);
    }
    for (int i = 0; i < 16; ++i) {
      const bool known = random.one_in(4);
      compare(texts,
              {fold_text(known ? last : text_of(random, alphabet, 1 + random.below(8))), random.one_in(3)},
              found);
    }
    compare(texts, {std::string(200, 'a'), false}, found);
  }
  CHECK(found.texts > 200'000);
  CHECK(found.held > found.texts / 20);
  CHECK(found.held < found.texts / 2);
}

TEST_CASE("every ASCII byte is found as itself, letters in either case") {
  SearchableTexts texts;
  for (char c = 1; c > 0; c = static_cast<char>(c + 1))
    texts.add(std::string(40, '-') + c + std::string(40, '-'));
  texts.add(std::string(40, '-') + '\0' + std::string(40, '-'));
  Found found;
  for (char c = 0;; ++c) {
    for (const std::string& around : {std::string(), std::string("-"), std::string(30, '-')})
      compare(texts, {fold_text(around + c), false}, found);
    if (c == 127) break;
  }
  CHECK(found.held > 128);
}

TEST_CASE("a needle that crosses the border of two texts is in neither") {
  struct Case {
    std::vector<std::string_view> texts;
    std::string_view needle;
    std::vector<uint8_t> verdicts;
  };
  const Case cases[] = {
      {{"xab", "cx"}, "abc", {0, 0}},          {{"aab", "abaabc"}, "aba", {0, 1}},
      {{"aa", "aaa", "aa"}, "aaa", {0, 1, 0}}, {{"a", "", "a", "aa"}, "aa", {0, 0, 0, 1}},
      {{"abcabc", "abc"}, "abc", {1, 1}},      {{"xyz", "xyzxyz"}, "yzx", {0, 1}},
      {{"\u00e9a", "b\u00e9"}, "ab", {0, 0}},  {{"", ""}, "a", {0, 0}},
  };
  for (const Case& test : cases) {
    for (const std::string& tail : {std::string(), std::string(100, 'z')}) {
      SearchableTexts texts;
      for (const std::string_view text : test.texts)
        texts.add(text);
      texts.add(tail);
      std::vector<uint8_t> verdicts = test.verdicts;
      verdicts.push_back(0);
      CAPTURE(test.needle);
      CHECK(search(texts, {std::string(test.needle), false}) == verdicts);
    }
  }
}

TEST_CASE("whole texts are found among their like") {
  SearchableTexts texts;
  for (const std::string_view text : {"abc", "ABC", "abcabc", "ab", "c", "\u00c1bc", "xabc", "abc"})
    texts.add(text);
  CHECK(search(texts, {"abc", true}) == std::vector<uint8_t>{1, 1, 0, 0, 0, 1, 0, 1});
}

TEST_CASE("every text holds the empty needle, and is it only where nothing is left of it") {
  SearchableTexts texts;
  for (const std::string_view text : {"a", "\u00e9", "\u200b", ""})
    texts.add(text);
  Found found;
  compare(texts, {"", false}, found);
  CHECK(found.held == 4);
  compare(texts, {"", true}, found);
  CHECK(found.held == 6);
}

TEST_CASE("texts of many chunks are found in each of them") {
  SearchableTexts texts;
  std::vector<uint32_t> with_word;
  const std::string filler(700, 'q');
  for (uint32_t i = 0; i < 8000; ++i) {
    const bool word = i % 997 == 0;
    const std::string_view form = i % 2 == 0 ? "N\u00e4dLe" : "NadLe";
    texts.add(filler.substr(i % 300) + (word ? std::string(form) : "nad le") + filler.substr(i % 7 * 100));
    if (word) with_word.push_back(i);
  }
  REQUIRE(texts.texts().chunk_count() > 3);
  const std::vector<uint8_t> verdicts = search(texts, {"nadle", false});
  std::vector<uint32_t> found;
  for (uint32_t i = 0; i < texts.size(); ++i) {
    if (verdicts[i] != 0) found.push_back(i);
  }
  CHECK(found == with_word);
}

}  // namespace explorer::test
