// See phrase.h.
#include "core/phrase.h"

#include <vector>

#include "core/text_direction.h"

namespace explorer {
namespace {

#include "core/phrase_texts.inc"

constexpr char TextEnd = '\x1F';
// The forms of a plural stand in this order behind its number.
enum class Category : uint8_t { Zero, One, Two, Few, Many, Other };
// No language has rules that look further than this; above it, numbers go by their last two digits.
constexpr uint64_t RuledNumbers = 200;

struct Phrases {
  std::vector<char> owned;      // of another language than English
  std::string_view categories;  // of the first RuledNumbers numbers; empty for English
  std::vector<std::string_view> texts;
};

std::vector<std::string_view> split(std::string_view strings) {
  std::vector<std::string_view> texts;
  while (!strings.empty()) {
    const size_t end = strings.find(TextEnd);
    texts.push_back(strings.substr(0, end));
    strings.remove_prefix(end == strings.npos ? strings.size() : end + 1);
  }
  return texts;
}

Phrases english() {
  return {{}, {}, split({PhraseTexts, sizeof(PhraseTexts) - 1})};
}

Phrases& current() {
  static Phrases phrases = english();
  return phrases;
}

Category category_of(uint64_t count) {
  const std::string_view categories = current().categories;
  if (categories.empty()) return count == 1 ? Category::One : Category::Other;
  if (count >= RuledNumbers) count = RuledNumbers / 2 + count % (RuledNumbers / 2);
  return static_cast<Category>(categories[static_cast<size_t>(count)] - '0');
}

bool are_categories(std::string_view text) {
  return text.size() == RuledNumbers && text.find_first_not_of("012345") == text.npos;
}

}  // namespace

Phrase::operator std::string_view() const {
  return current().texts[id];
}

std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values) {
  std::string text;
  // A value that goes the other way must not move the words around it.
  Direction base = direction_of(pattern);
  if (base == Direction::None) base = first_direction(values);
  bool filled = false;
  while (!pattern.empty()) {
    const size_t open = pattern.find('{');
    text += pattern.substr(0, open);
    if (open == pattern.npos) break;
    pattern.remove_prefix(open);
    const auto value =
        static_cast<size_t>((pattern.size() > 2 && pattern[2] == '}' ? pattern[1] : '\0') - '0');
    const bool known = value < values.size();
    text += known ? isolated(values.begin()[value], base) : std::string(pattern.substr(0, 1));
    pattern.remove_prefix(known ? 3 : 1);
    filled = filled || known;
  }
  return filled ? directed(std::move(text), base) : text;
}

std::string fill(Pattern pattern, std::initializer_list<std::string_view> values) {
  return fill(current().texts[pattern.id], values);
}

std::string plural(Plural phrase, uint64_t count, std::initializer_list<std::string_view> values) {
  const auto form = [phrase](Category category) {
    return current().texts[phrase.id + static_cast<size_t>(category)];
  };
  const std::string_view own = form(category_of(count));
  // A browser may tell more categories apart than the file does.
  return fill(own.empty() ? form(Category::Other) : own, values);
}

void add_listed(std::string& list, std::string_view more) {
  list = list.empty() ? std::string(more) : fill(words::Listed, {list, more});
}

bool set_phrases(std::string_view strings) {
  if (strings.empty()) {
    current() = english();
    return true;
  }
  Phrases own;
  own.owned.assign(strings.begin(), strings.end());
  own.texts = split({own.owned.data(), own.owned.size()});
  constexpr size_t Head = 2;
  if (own.texts.size() != PhraseCount + Head || own.texts[0] != PhraseMark || !are_categories(own.texts[1]))
    return false;
  own.categories = own.texts[1];
  own.texts.erase(own.texts.begin(), own.texts.begin() + Head);
  current() = std::move(own);
  return true;
}

}  // namespace explorer
