// Durations in ISO 8601, as feeds and schema.org have them.
#pragma once

#include <cstdint>
#include <string>

namespace explorer {

// "PT4M12S"; 0 is "PT0S".
std::string write_iso_duration(int64_t seconds);

}  // namespace explorer
