// Finds a folded text among the distinct texts of a column, many bytes at a time: chunks of texts are
// searched as wholes, then hits are told apart. Knows nothing of rows.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/text_pool.h"

namespace explorer {

// What to look for: a part of the text, or the whole of it.
struct Needle {
  std::string folded;  // fold_text of what the reader wrote
  bool whole = false;
};

// Number of steps that search_step takes for `texts`; each is at most a chunk.
uint32_t search_step_count(const SearchableTexts& texts);

// Searches one part of `texts` and sets verdicts[index] = 1 for each text in it that holds the needle.
// An empty needle is held by every text (whole: by those of which folding leaves nothing). `verdicts` has an
// entry a text.
void search_step(const SearchableTexts& texts, const Needle& needle, uint32_t step,
                 std::span<uint8_t> verdicts);

// Whether text `index` holds the needle. `buffer` is scratch.
bool text_holds(const SearchableTexts& texts, uint32_t index, const Needle& needle, std::string& buffer);

}  // namespace explorer
