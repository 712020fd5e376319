// The one text form of the filter state: `region:KR date:2023-12 "closer than" -tag:tour sort:date-desc`.
// The search box shows it, chips and filters edit it, the address carries it, tests are written in it.
//
//   query  = { term | sort } separated by white space
//   term   = ["-"] ( word | phrase | column op values | column ".." form )
//   column = name of a column; op = ":" contains or may be | "=" is exactly | "<" "<=" ">" ">="
//   values = value { "," value }            any of them
//   value  = word | phrase | "none" (unquoted, after ":" : nothing is stated)
//   range  = [value] ".." [value]           after ":", for numbers, durations and dates
//   sort   = "sort:" name["-desc"|"-asc"] { "," name["-desc"|"-asc"] }
//   phrase = '"' any text, with \" and \\ '"'
//
// Other marks of the same meaning are read, too, and written as these: “ ” „ « » ‹ › for the quotation marks,
// the Arabic, the ideographic and the full-width comma, the full-width colon.
//
// Column names are of either case; a few other names are understood ("tags", "who") and written as the real
// ones. Letters before ":" that name no column are an error, unless "//" follows; anything else with a sign
// in it (10:30, :), <3) is a word.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/query.h"

namespace explorer {

// What cannot be read: bytes [begin, end) of the text, and why, in words that help.
struct QueryError {
  size_t begin = 0;
  size_t end = 0;
  std::string message;
};

struct ParsedQuery {
  Query query;  // empty if there is an error
  std::optional<QueryError> error;
};

// Reads a query. Unknown columns, values that do not fit the column's
// type (a date column with "foo"), an unclosed quote and dangling operators are errors.
ParsedQuery parse_query(std::string_view text);

// The canonical text; parse_query(format_query(q)).query == q for every q that parse_query can give.
std::string format_query(const Query& query);

// The canonical text of one term, for a chip.
std::string format_term(const Term& term);

// Edits: what a click on a tick box, a chip or a header does to the query. They return the new query and
// keep everything else as it is. A term is recognised by column and op.
Query toggle_value(Query query, std::string_view column, std::string_view value);         // column=value,...
Query set_values(Query query, std::string_view column, std::vector<std::string> values);  // these alone
bool has_value(const Query& query, std::string_view column, std::string_view value);
Query set_contains(Query query, std::string_view column, std::string_view text);  // empty removes
std::string contains_text(const Query& query, std::string_view column);           // empty if none
Query set_range(Query query, std::string_view column, std::string_view from, std::string_view to);
std::vector<std::string> range_text(const Query& query, std::string_view column);  // {from, to}
Query remove_term(Query query, size_t index);
Query remove_column_terms(Query query, std::string_view column);
Query clear_terms(Query query);  // keeps the sort
// A header click: none -> ascending -> descending -> none. `additive` (shift) keeps the other keys.
Query cycle_sort(Query query, std::string_view column, bool additive);
// Other sort keys, as they stand after "sort:"; none if empty. An error, with its place in `keys`, if they
// cannot be read or are more than sort keys.
ParsedQuery set_sort(Query query, std::string_view keys);

}  // namespace explorer
