// The words of an address (address.h), shared by what writes and what reads them. They are never changed: old
// addresses are made of them.
#pragma once

#include <string_view>

namespace explorer::address {

// Each in the order of its enum (View, TableId, Panel, MapMeasure, ThemeChoice, VideoForm, Density); empty:
// what the reader starts with, which is not written.
inline constexpr std::string_view Views[] = {"overview", "articles", "releases", "charts", "videos"};
inline constexpr std::string_view Tables[] = {"articles", "releases", "charts", "videos", "events"};
inline constexpr std::string_view Panels[] = {"where", "videos", "when", "articles", "latest"};
inline constexpr std::string_view Measures[] = {"", "entries", "rows"};
inline constexpr std::string_view Themes[] = {"", "light", "dark"};

inline constexpr std::string_view Forms[] = {"", "cards"};
inline constexpr std::string_view Densities[] = {"", "compact"};

// Far beyond the map.
inline constexpr float MaxMapCentre = 99'999;

inline constexpr std::string_view Columns = "columns.";
inline constexpr std::string_view Widths = "widths.";

}  // namespace explorer::address
