// The words of one script: a few real ones, which are the most frequent, and many that are put together from
// syllables. Drawn by Zipf's law.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "generator/padded_text.h"
#include "generator/random_source.h"
#include "generator/weighted_table.h"

namespace explorer {

enum class Script : uint8_t { Latin, Hangul, Japanese, Cyrillic, Greek, Arabic, Devanagari };
inline constexpr size_t ScriptCount = 7;

class Vocabulary {
 public:
  // No word contains one of `PlantedWords`.
  Vocabulary(Script script, RandomSource random);

  uint32_t draw(RandomSource& random) const { return chances_.draw(random); }
  uint32_t size() const { return static_cast<uint32_t>(words_.size()); }

  // The word as it stands within a sentence, or with a capital first letter where its script has one.
  const Word& word(uint32_t index, bool capital) const { return words_[index].forms[capital]; }

  // Japanese is written without spaces.
  bool spaced() const { return spaced_; }

 private:
  struct Forms {
    Word forms[2];
  };

  std::vector<Forms> words_;
  WeightedTable chances_;
  bool spaced_;
};

// Words that stand in no vocabulary; the generator puts them into a known share of the titles and summaries.
enum class Planted : uint8_t { Common, Occasional, Rare, RareHangul, None };
extern const std::array<std::string_view, 4> PlantedWords;

// `word` with its first letter in upper case: ASCII, Latin-1, Greek without accents, Russian.
Word with_capital(const Word& word);

}  // namespace explorer
