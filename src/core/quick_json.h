// Reads JSON values that are plainly well-formed, at several times the speed of the parser behind
// json_events.h, and gives up on everything else without a word: that parser then finds what is wrong.
#pragma once

#include <string>
#include <string_view>

#include "core/feed_reader.h"

namespace explorer {

// Reads the value at the start of `bytes` (no blanks before it) and sends its events to `reader`, which was
// told that `bytes` is what is parsed. Returns where the value ends. 0 if it is malformed, cut off, or holds
// what is rare: numbers with a fraction, an exponent or more than 18 digits that mean something, halves of
// surrogate pairs, more than 64 levels; some events may have been sent then. A number may end with `bytes`.
// `scratch` is any text; it keeps its memory from call to call.
size_t read_quickly(std::string_view bytes, FeedReader& reader, std::string& scratch);

// The text of a JSON string, quotes included, that is all of `bytes`; null data if it is malformed or holds
// half of a surrogate pair. Valid while `bytes` and `scratch` are unchanged.
std::string_view read_text_quickly(std::string_view bytes, std::string& scratch);

}  // namespace explorer
