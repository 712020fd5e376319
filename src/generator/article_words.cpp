// Words are copied with all places of their forms; nothing is allocated.
#include "generator/article_words.h"

#include <algorithm>
#include <array>

#include "generator/article_generator.h"

namespace explorer {
namespace {

enum class Capitals : uint8_t { FirstWord, EveryWord, None };

// In either form: within a sentence, with a capital.
using PlantedForms = std::array<std::array<Word, 2>, PlantedWords.size()>;

PlantedForms make_planted_forms() {
  PlantedForms forms;
  for (size_t i = 0; i < forms.size(); ++i) {
    forms[i][0].append(PlantedWords[i]);
    forms[i][1] = with_capital(forms[i][0]);
  }
  return forms;
}

const Word& planted_form(Planted planted, bool capital) {
  static const PlantedForms Forms = make_planted_forms();
  return Forms[static_cast<size_t>(planted)][capital];
}

// At most one planted word stands in a text. Shares of 10,000.
Planted draw_planted(RandomSource& random) {
  const uint32_t chance = random.below(10000);
  if (chance < 2000) return Planted::Common;
  if (chance < 2100) return Planted::Occasional;
  if (chance < 2101) return Planted::Rare;
  if (chance < 2102) return Planted::RareHangul;
  return Planted::None;
}

// Writes words one after the other, never one twice in a row.
class WordWriter {
 public:
  WordWriter(const Vocabulary& vocabulary, RandomSource& random) : vocabulary_(vocabulary), random_(random) {}

  void write_word(Pen& pen, bool capital) {
    uint32_t index = vocabulary_.draw(random_);
    index = index == last_ ? (index + 1) % vocabulary_.size() : index;
    last_ = index;
    pen.text(vocabulary_.word(index, capital));
  }

  void write_space(Pen& pen) {
    *pen.at = ' ';
    pen.at += vocabulary_.spaced();
  }

 private:
  const Vocabulary& vocabulary_;
  RandomSource& random_;
  uint32_t last_ = UINT32_MAX;
};

Capitals draw_capitals(RandomSource& random) {
  const uint32_t chance = random.below(100);
  if (chance < 50) return Capitals::FirstWord;
  return chance < 88 ? Capitals::EveryWord : Capitals::None;
}

}  // namespace

void write_title(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts) {
  RandomSource random(facts.words_seed);
  WordWriter writer(catalogue.vocabulary(facts.script), random);
  const Capitals capitals = draw_capitals(random);
  const Planted planted = draw_planted(random);
  const uint32_t some = random.below(9);
  const uint32_t others = random.below(9);
  const uint32_t count = 4 + std::min(some, others);
  const uint32_t planted_at = planted == Planted::None ? count : random.below(count);
  const uint32_t ornament = random.below(1000);
  for (uint32_t i = 0; i < count; ++i) {
    const bool capital = capitals == Capitals::EveryWord || (i == 0 && capitals == Capitals::FirstWord);
    if (i > 0) writer.write_space(pen);
    if (i == planted_at) {
      pen.text(planted_form(planted, capital));
    } else {
      writer.write_word(pen, capital);
    }
  }
  if (ornament < 50) {
    pen.literal(" \\\"");
    pen.text(catalogue.releases[facts.release]);
    pen.literal("\\\"");
  } else if (ornament < 80) {
    constexpr char Emoji[][8] = {" 🎵", " 🎉", " ✨", " 🔥", " 💜"};
    constexpr uint8_t Sizes[] = {5, 5, 4, 5, 5};
    const uint32_t choice = ornament % 5;
    std::memcpy(pen.at, Emoji[choice], sizeof Emoji[choice]);
    pen.at += Sizes[choice];
  }
}

void write_summary(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts) {
  RandomSource random(facts.words_seed, 1);
  WordWriter writer(catalogue.vocabulary(facts.script), random);
  const Planted planted = draw_planted(random);
  const uint32_t planted_at = planted == Planted::None ? UINT32_MAX : random.below(4);
  // The last word, of at most 31 bytes, begins before `end`; ". " and "." come to it.
  constexpr uint32_t Shortest = 120, Longest = 400, LastWord = 34;
  const char* const end = pen.at + Shortest + random.below(Longest - LastWord - Shortest);
  uint32_t left_in_sentence = 0;
  for (uint32_t i = 0; pen.at < end; ++i) {
    const bool begins = left_in_sentence == 0;
    if (begins) {
      if (i > 0) pen.literal(". ");
      left_in_sentence = 6 + random.below(9);
    } else {
      writer.write_space(pen);
    }
    --left_in_sentence;
    if (i == planted_at) {
      pen.text(planted_form(planted, begins));
    } else {
      writer.write_word(pen, begins);
    }
  }
  pen.literal(".");
}

}  // namespace explorer
