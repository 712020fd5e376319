// Unicode text made comparable: for search (case, accents and width folded away) and for order.
// The tables are generated at build time from the Unicode data of the building machine's JavaScript
// engine (make_fold_table.mjs); nothing here depends on a locale.
#pragma once

#include <string>
#include <string_view>

namespace explorer {

// Returns `text` (UTF-8) made plain. Idempotent; ill-formed bytes stay as they are (and so does an accent
// that follows one). What becomes of the text:
// - Case is folded, final sigma and Hebrew final letters become the usual ones, decimal digits of every
//   script of the first plane become ASCII.
// - Accents go: general combining marks, Cyrillic, Hebrew and Syriac points, Arabic harakat and tatweel;
//   letters that Unicode holds to be accented ones follow (ё is е), but not й and ї. Letters with
//   a stroke and the like become what readers type: ß ss, æ ae, ø o, đ ð d, ł l, þ th, ı i.
// - Vowel signs and other marks of Indic, Thai, Lao, Khmer, Tibetan, Myanmar and other such scripts stay,
//   although they are combining marks too: without them different words would become one.
// - Compatibility forms become plain ones: full and half width, ligatures, superscripts, Roman numerals,
//   circled and mathematical letters, Arabic presentation forms. Left as they are to keep the table small:
//   CJK compatibility ideographs and radicals, enclosed and squared East Asian forms, Arabic ligatures of
//   more than one letter (but lam-alef becomes plain), spacing accents.
// - Katakana becomes Hiragana; voiced Kana and Hangul syllables are whole, put together if they came in
// pieces.
// - Curly and angled quotes, dashes and spaces become ASCII; invisible controls (soft hyphen, zero width,
//   direction) and variation selectors go.
std::string fold_text(std::string_view text);

// Appends fold_text(text) to `out`; the form to use in loops.
void append_folded(std::string& out, std::string_view text);

// Returns a key whose byte order is the order readers expect: folded text; word by word (a space before
// anything else, then symbols, digits, letters); punctuation skipped (unless nothing else is there); runs of
// digits by their number. Texts that are equal but for case, accents, punctuation, voicing of Kana or Thai
// tone marks differ only in the tail, which holds the original. Compare keys with memcmp.
// This is a locale-free approximation of UTS #10: scripts come in code point order, letters within them in
// alphabetical order (also Ukrainian, Serbian, Kazakh, Persian, Urdu and Thai, whose letters Unicode has
// elsewhere), Han characters in code point order.
std::string collation_key(std::string_view text);

// Appends what orders texts before their originals do: collation_key is this, a zero and the text.
void append_collation_head(std::string& out, std::string_view text);
// The same where fold_text(text) is at hand.
void append_collation_head_of_folded(std::string& out, std::string_view folded);

// Decodes the code point at `text[at]` and moves `at` past it. Ill-formed bytes give U+FFFD, one byte each.
// `at` must be less than text.size().
char32_t next_code_point(std::string_view text, size_t& at);

// Appends `code_point`; what is none (surrogates, above U+10FFFF) is appended as U+FFFD.
void append_utf8(std::string& out, char32_t code_point);

// Number of bytes of the longest well-formed UTF-8 prefix; text.size() if all of it is well-formed.
size_t valid_utf8_prefix(std::string_view text);

}  // namespace explorer
