// STAND-IN: which of the formats a file has.
#pragma once

#include <cstdint>

namespace explorer {

enum class LoadFormat : uint8_t { Detect, Feed, Lines };

}  // namespace explorer
