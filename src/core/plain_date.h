// The form that nearly all dates have, YYYY-MM-DD, read without the detours that refusals in words need.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace explorer {

// The first second of the day that `text` names, since 1970-01-01; nothing unless it is ten characters,
// YYYY-MM-DD, and a day that exists.
std::optional<int64_t> read_plain_day(std::string_view text);

// The second of the day that `text` names, eight characters, hh:mm:ss; nothing if there is none.
std::optional<int64_t> read_plain_time(std::string_view text);

}  // namespace explorer
