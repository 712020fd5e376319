// Where a text may be cut: clusters (what a reader takes for one character) and units (what is measured and
// drawn in one piece). A compact approximation of UAX #29 and UAX #14 by blocks instead of big tables: a
// rare letter may stick to its neighbour, but a mark is never torn from its base. Knows no widths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace explorer {

// Whether `code_point` stays with what precedes it: combining marks, vowel signs, joiners, variation
// selectors, emoji modifiers, tags.
bool is_mark(char32_t code_point);

// Returns the end of the cluster that begins at `at` (at < text.size()). A cluster takes at most 32 code
// points, so that stacks of marks cannot make one endless. White space carries no marks.
size_t cluster_end(std::string_view text, size_t at);

enum class UnitKind : uint8_t { Space, Word, Digit };

struct Unit {
  std::string_view text;
  UnitKind kind = UnitKind::Word;
  bool may_break_before = false;  // whether a new line may begin here; for a Word or Digit
};

// Reads a text unit by unit: a single space, a word, a Han or Kana character, an ellipsis, and where
// `digits_apart` an ASCII digit. With `one_line` everything is one unit. A long unit comes in pieces cut
// at clusters, so that nobody has to measure an endless one.
class UnitReader {
 public:
  UnitReader(std::string_view text, bool digits_apart, bool one_line)
      : text_(text), digits_apart_(digits_apart), one_line_(one_line) {}

  bool next(Unit& unit);

 private:
  size_t word_end(size_t end) const;

  std::string_view text_;
  size_t at_ = 0;
  char32_t last_ = ' ';  // what the next unit follows: a code point near the end of the unit before
  bool digits_apart_;
  bool one_line_;
};

}  // namespace explorer
