// Which of the formats a file has, by its first bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace explorer {

// Feed: one JSON Feed document. Lines: NDJSON, an item in each line. Detect: one of them, by the keys of the
// first object: the first one that only a feed or only an item can have decides.
enum class LoadFormat : uint8_t { Detect, Feed, Lines };

// Enough for the first object of any feed to show what it is; beyond that it is taken for a feed.
inline constexpr size_t MostBytesToDetect = size_t{1} << 20;

// Nothing if `head`, the first bytes of a file, does not say yet. What is no object is a feed, and refused
// there.
std::optional<LoadFormat> detect_format(std::string_view head);

}  // namespace explorer
