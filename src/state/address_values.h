// The small pieces of an address that writing and reading share: percent-encoding, numbers, moments. Knows no
// state.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace explorer::address {

inline constexpr int64_t MinutesPerDay = 1440;

bool is_letter_or_digit(char c);
// As "%" and two digits.
void append_escaped(std::string& out, char c);
// The text that was meant; "+" is a space. A "%" that no two digits follow is itself: people write addresses
// by hand.
std::string unescape(std::string_view text);
// Whether a reader could have typed it into one line: well-formed UTF-8 without control characters.
bool is_line(std::string_view text);

// The text before the next `end`, which goes from `text` with it.
std::string_view take(std::string_view& text, std::string_view end);

// Not negative; at most two digits behind the point, none that say nothing.
std::string decimal(double number);
// Decimal digits alone, up to nine of them.
std::optional<int64_t> read_digits(std::string_view text);
// "-12.5"
std::optional<double> read_decimal(std::string_view text);

// Minutes since 1970 as a day, "2023-12-01", or a minute of one, "2023-12-01T06:30".
void append_moment(std::string& out, int64_t minutes);
// In days since 1970.
std::optional<double> read_moment(std::string_view text);

}  // namespace explorer::address
