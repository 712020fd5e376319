// One node of the scene as an HTML element: tag and attributes. Pure.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "view/scene.h"

namespace explorer {

// The HTML tag for a node; a static string.
std::string_view element_tag(const Node& node);

// Attributes in a fixed order, names as static strings: "role", "aria-...", "class", "style", "text", ...
std::vector<std::pair<std::string_view, std::string>> element_attributes(const Node& node);

}  // namespace explorer
