// Single values of a feed that are written as text: time stamps, durations, web addresses, qualifiers.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "core/partial_date.h"
#include "core/quantity.h"

namespace explorer {

// Reads a date with time and offset (RFC 3339, section 5.6) to the second; fractions are dropped, a leap
// second is the one before it.
std::optional<PartialDate> read_timestamp(std::string_view text);

// Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds ("PT30M", "P1DT2H", "P2W"), whole
// numbers only; seconds. Years and months have no fixed length and are refused.
std::optional<int64_t> read_iso_duration(std::string_view text);

// Whether `text` is an absolute http or https address without blanks and control characters.
bool is_web_address(std::string_view text);

// Reads exact, about, at_least, more_than, at_most or less_than.
std::optional<Qualifier> read_qualifier(std::string_view name);

}  // namespace explorer
