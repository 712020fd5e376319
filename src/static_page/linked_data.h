// What search engines and other programs read of the dataset: JSON-LD in the terms of schema.org. Of a row it
// says what the articles state and nothing else: no value that was concluded, and no kind of thing that is
// not told (an author may be a person or an organisation, so it has a name and no type).
#pragma once

#include <string>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

// A list is cut after so many things; `numberOfItems` says how many there are.
inline constexpr uint32_t MaxListedThings = 20;

// The dataset, and a list each of its articles, releases and videos. The text may stand inside a script
// element. `site`: the address of the page's folder, or empty if nobody told it; then addresses are relative.
std::string linked_data(const Dataset& dataset, std::string_view site);

}  // namespace explorer
