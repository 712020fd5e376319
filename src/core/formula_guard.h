// Texts for spreadsheets, which run as a formula what begins like one (OWASP: CSV injection).
#pragma once

#include <string>
#include <string_view>

namespace explorer {

// Appends `text`, with an apostrophe wherever a cell that a spreadsheet makes of it would begin like a
// formula: at its start, and behind each semicolon, tab and line break in it. Where lists are joined by
// semicolons (German, French and other Excel) a file is cut at those, quotes or not. A cell begins like a
// formula if its first sign is = + - @ or a full-width form of one; blanks, control and invisible characters
// and quotes before that do not count. A text that begins with a tab or line break has one, too.
void append_formula_safe(std::string& out, std::string_view text);

}  // namespace explorer
