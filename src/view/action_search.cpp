// How actions are found by what is typed. See actions.h.
#include <algorithm>

#include "core/text_fold.h"
#include "state/rights.h"
#include "view/actions.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

// How the word stands in the text, both folded: 0 at its start, 1 at the start of one of its words, 2 inside
// one; 3 not at all.
int place_rank(std::string_view text, std::string_view word) {
  int best = 3;
  for (size_t at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
    best = std::min(best, at == 0 ? 0 : is_letter(text[at - 1]) ? 2 : 1);
  }
  return best;
}

}  // namespace

std::optional<int> match_rank(std::string_view name, std::string_view about, std::string_view typed) {
  constexpr int None = 3;  // of place_rank
  const std::string folded = fold_text(name), around = fold_text(about), words = fold_text(typed);
  int rank = 0;
  for (size_t at = 0; at < words.size();) {
    const size_t end = std::min(words.find(' ', at), words.size());
    const std::string_view word = std::string_view(words).substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    const int in_name = place_rank(folded, word), in_about = place_rank(around, word);
    if (in_name == None && in_about == None) return std::nullopt;
    rank += in_name == None ? None + in_about : in_name;
  }
  return rank;
}

std::vector<Action> palette_options(const SceneInput& input) {
  const std::string& typed = input.state.popover.typed;
  std::vector<Action> all = actions_now(input), found;
  if (typed.find_first_not_of(' ') == typed.npos) return all;
  std::vector<std::pair<int, size_t>> ranks;
  for (size_t i = 0; i < all.size(); ++i) {
    if (const auto rank = match_rank(all[i].name, all[i].about, typed)) ranks.emplace_back(*rank, i);
  }
  std::ranges::sort(ranks);
  for (const auto& [rank, i] : ranks)
    found.push_back(std::move(all[i]));
  if (!reader_may(input.state, command::FocusSearch{})) return found;
  found.push_back({std::string(SearchForTyped),
                   fill(ui::SearchFor, {display_text(typed, 200)}),
                   ui::AboutSearch,
                   {},
                   {},
                   command::SetQueryText{typed}});
  return found;
}

}  // namespace explorer
