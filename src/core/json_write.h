// JSON written to the end of a text: what a feed is read from, and what scripts and exports get. Values have
// the form that the dataset's format gives them (data/README.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/column.h"

namespace explorer::json {

void put_text(std::string& out, std::string_view text);

// The comma between values, unless `out` ends where an object or array begins.
void put_comma(std::string& out);

// The comma between members, the name and the colon.
void put_name(std::string& out, std::string_view name);

void put_member(std::string& out, std::string_view name, std::string_view text);
void put_member(std::string& out, std::string_view name, int64_t number);

// 10, or {"value":90,"qualifier":"more_than"}.
void put_quantity(std::string& out, const Quantity& quantity);

// What a row states in a column: text, array of texts, EDTF, quantity (of a duration: in seconds).
void put_value(std::string& out, const Column& column, RowIndex row);

}  // namespace explorer::json
