// The words that the frame's address has for its parts and rights (embedding.h); in the order of EmbedPart
// and of EmbedRight. Frames that were written once stay: words are never changed.
#pragma once

#include <array>
#include <string_view>

#include "state/embed_choice.h"

namespace explorer::embed_words {

inline constexpr std::array<std::string_view, EmbedPartCount> Parts = {
    "full", "overview", "articles", "releases", "charts", "videos", "map", "timeline", "table"};
inline constexpr std::array<std::string_view, EmbedRightCount> Rights = {
    "search", "views", "sort", "filter", "columns", "details", "share"};

}  // namespace explorer::embed_words
