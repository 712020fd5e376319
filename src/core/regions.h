// The regions that a chart may be about: countries and territories by ISO 3166-1 alpha-2 code, and the
// world, continents and sub-regions by UN M49 number.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace explorer {

enum class RegionKind : unsigned char { Country, Group };

struct Region {
  std::string_view code;  // "KR", or three digits such as "150"
  std::string_view name;  // English short name, neutral wording: "South Korea", "Europe"
  RegionKind kind;
  std::string_view parent;  // M49 code of the group it lies in; empty for the world ("001")
};

// Every known region, sorted by code. XK (user-assigned, Kosovo), TW, HK, MO included.
std::span<const Region> all_regions();

// Returns null if `code` is unknown. Letters may be of either case.
const Region* find_region(std::string_view code);

// The name in the reader's language, or the code itself if it is unknown.
std::string_view region_name(std::string_view code);
// In English, whatever the reader's language.
std::string_view english_region_name(std::string_view code);

// Names in another language than English: codes and names in turn, each with U+001F behind it. Regions that
// are not among them keep their English names. Set at most once, before the first dataset: orders by name
// depend on it.
void set_region_names(std::string_view names);
// Whether any have been set.
bool regions_are_renamed();

}  // namespace explorer
