// The strings that a reader sees or hears, by name (src/view/strings/en.txt) and in the reader's language.
// English is part of the program; another language comes as one text that make_strings.mjs has made. Knows no
// screen.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace explorer {

// A string without placeholders. Its text lives until the language changes.
struct Phrase {
  uint16_t id;
  operator std::string_view() const;  // so that it goes wherever a text goes
};

// A string with placeholders {0} to {9}; see fill().
struct Pattern {
  uint16_t id;
};

// A string with a form for each category of numbers that its language has; see plural().
struct Plural {
  uint16_t id;
};

namespace words {
#include "core/phrase_names.inc"
}

// The pattern with `values` in the place of its placeholders, each isolated (text_direction.h) if it reads
// against the pattern; one without letters reads as the first value does.
std::string fill(Pattern pattern, std::initializer_list<std::string_view> values);
std::string fill(std::string_view pattern, std::initializer_list<std::string_view> values);
// The form of `phrase` for `count`, filled in like a pattern: the count itself is one of `values`.
std::string plural(Plural phrase, uint64_t count, std::initializer_list<std::string_view> values = {});

// Adds one more to a list in the language's own way: "a, b" and "c" to "a, b, c".
void add_listed(std::string& list, std::string_view more);

// Takes the strings of another language: parts that end with U+001F, first the mark by which program and file
// know that they belong together, then for each number from 0 to 199 the category that the language has for
// it (a digit, by the order zero, one, two, few, many, other), then the strings. Returns false, and changes
// nothing, if they are not those of this program. Without strings it is English again. Set at most once in a
// program, before the first string is asked for.
bool set_phrases(std::string_view strings);

}  // namespace explorer
