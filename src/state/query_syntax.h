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

// The same for a double quotation mark, straight or curly.
size_t quote_length(std::string_view text, size_t at);

// Whether `c` is one of the signs that may follow the name of a column: `:` `=` `<` `>`.
bool is_operator_sign(char c);

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
