// Unicode text made comparable: for search (case, accents and width folded away) and for order.
// The tables are generated at build time from the Unicode data of the building machine's JavaScript
// engine (make_fold_table.mjs); nothing here depends on a locale.
#pragma once

#include <string>
#include <string_view>

namespace explorer {

// Returns `text` (UTF-8) with case folded, combining marks removed, compatibility forms (full and half
// width, ligatures, presentation forms) replaced by their plain ones, Katakana as Hiragana, and curly
// quotes and dashes as ASCII. Hangul syllables stay whole. Idempotent. Ill-formed bytes stay as they are.
std::string fold_text(std::string_view text);

// Appends fold_text(text) to `out`; the form to use in loops.
void append_folded(std::string& out, std::string_view text);

// Returns a key whose byte order is the order readers expect: folded text, punctuation skipped (unless
// nothing else is there), runs of digits by their number; equal texts apart from case and accents differ
// only in the tail, which holds the original. Compare keys with memcmp.
// This is a locale-free approximation of UTS #10; Han characters come in code point order.
std::string collation_key(std::string_view text);

// Decodes the code point at `text[at]` and moves `at` past it. Ill-formed bytes give U+FFFD, one byte each.
char32_t next_code_point(std::string_view text, size_t& at);
void append_utf8(std::string& out, char32_t code_point);
// Number of bytes of the longest well-formed UTF-8 prefix; text.size() if all of it is well-formed.
size_t valid_utf8_prefix(std::string_view text);

}  // namespace explorer
