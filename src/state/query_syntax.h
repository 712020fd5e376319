// The small pieces of the query language that reading and writing share: what is white space, what is a
// quotation mark, what the name of a column looks like. Knows no terms.
#pragma once

#include <string>
#include <string_view>

#include "core/query.h"

namespace explorer {

// Number of bytes of the white-space character at text[at] (ASCII, no-break or ideographic space); 0 if
// there is none.
size_t space_length(std::string_view text, size_t at);

// Without white space at its ends, the narrow no-break space among it.
std::string without_spaces_around(std::string_view text);

// Number of bytes of the double quotation mark at text[at], straight or curly; 0 if there is none.
size_t quote_length(std::string_view text, size_t at);

// The same for a quotation mark of any kind, angled ones too: « » ‹ ›.
size_t any_quote_length(std::string_view text, size_t at);

// The same for a mark that closes what the one at text[opening] opened. Straight and curly ones close each
// other, and so do angled ones of one size, since some languages open with » and some with «.
size_t closing_quote_length(std::string_view text, size_t opening, size_t at);

// The same for a comma: ASCII, Arabic, ideographic or full-width.
size_t comma_length(std::string_view text, size_t at);
bool has_comma(std::string_view text);

// The same for a sign that may follow the name of a column: `:` `=` `<` `>`, or a full-width colon.
size_t operator_length(std::string_view text, size_t at);

// The ASCII letters at the start of `text` if they stand for a column: an operator sign follows, and it is
// not the start of an address (`http://`). Else empty. The column need not exist.
std::string_view column_head(std::string_view text);

// Whether `text` has nothing but operator signs.
bool is_only_signs(std::string_view text);

// Whether `text` is the word `none`, in either case.
bool is_none(std::string_view text);

std::string lower_ascii(std::string_view text);

// The column that a reader means by `name` (any case; also "tags", "who", ...); null if there is none.
const ColumnSpec* resolve_column(std::string_view name);

// "There is no column 'foo'. ..." with the nearest name, or with all of them.
std::string unknown_column_message(std::string_view name);

// `text` in single quotation marks, cut to a length that fits a message.
std::string quoted_for_message(std::string_view text);

}  // namespace explorer
