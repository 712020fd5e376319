// Which way texts read, and how texts of both ways stand in one line without moving each other about. A
// compact approximation of the classes of UAX #9 by blocks: the browser orders the letters, this decides what
// it is told. Knows neither widths nor the interface.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace explorer {

// None: digits, signs and marks alone.
enum class Direction : uint8_t { None, LeftToRight, RightToLeft };

// The direction of the first letter, as dir=auto has it, but over what is isolated within the text (rules P2
// and P3 of UAX #9). Looks at the first 4 KiB, more than any line shows.
Direction direction_of(std::string_view text);

// Whether the text needs the bidirectional algorithm. Looks at the first 4 KiB, too.
bool has_right_to_left(std::string_view text);

// `text` as a part of a text of direction `base`: between FSI and PDI (U+2068, U+2069) if any letter of it
// goes the other way, so that what stands around it stays where it is.
std::string isolated(std::string_view text, Direction base);

// The direction of the first of these texts that has one.
Direction first_direction(std::initializer_list<std::string_view> texts);
// `text` with a mark (U+200E, U+200F) in front if it would not read in the direction `base` otherwise.
std::string directed(std::string text, Direction base);

// How many isolates of `text` are left open at its end; each needs an IsolateEnd.
size_t open_isolates(std::string_view text);
inline constexpr std::string_view IsolateStart = "\u2068", IsolateEnd = "\u2069";

}  // namespace explorer
