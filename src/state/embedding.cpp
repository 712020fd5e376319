// See embedding.h.
#include "state/embedding.h"

#include <algorithm>

#include "core/text_fold.h"
#include "state/address_values.h"
#include "state/embed_words.h"

namespace explorer {
namespace {

using embed_words::Parts, embed_words::Rights;

constexpr size_t MostNoted = 4;        // words
constexpr size_t MostNotedBytes = 40;  // of one

std::string word_of(std::string_view text) {
  const auto first = text.find_first_not_of(' ');
  if (first == text.npos) return {};
  std::string word(text.substr(first, text.find_last_not_of(' ') + 1 - first));
  for (char& c : word)
    c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return word;
}

void note(Embedding& embedding, std::string_view key, std::string_view word) {
  if (embedding.unread.size() >= MostNoted) return;
  std::string noted(word.substr(0, MostNotedBytes));
  noted.resize(valid_utf8_prefix(noted));
  embedding.unread.push_back(std::string(key) + '=' + noted);
}

}  // namespace

Embedding read_embedding(std::string_view ui, std::string_view may) {
  Embedding embedding;
  if (const std::string word = word_of(ui); !word.empty()) {
    const auto part = std::ranges::find(Parts, word);
    if (part == Parts.end()) {
      note(embedding, "ui", word);
    } else {
      embedding.part = static_cast<EmbedPart>(part - Parts.begin());
    }
  }
  embedding.rights = 0;
  while (!may.empty()) {
    const std::string word = word_of(address::take(may, ","));
    const auto right = std::ranges::find(Rights, word);
    if (word == "all") {
      embedding.rights = Embedding::AllRights;
    } else if (right != Rights.end()) {
      embedding.rights |= static_cast<uint8_t>(1 << (right - Rights.begin()));
    } else if (!word.empty()) {
      note(embedding, "may", word);
    }
  }
  return embedding;
}

}  // namespace explorer
