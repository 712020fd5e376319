// What tests ask of a node as an element.
#pragma once

#include <string>
#include <string_view>

#include "dom/element.h"

namespace explorer::test {

// The attribute's value; "(none)" if it is not there.
inline std::string attribute(const Node& node, std::string_view name) {
  for (const auto& [key, value] : element_attributes(node)) {
    if (key == name) return value;
  }
  return "(none)";
}

}  // namespace explorer::test
