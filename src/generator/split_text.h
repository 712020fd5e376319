// Cuts the lists of words and names that the generator has in its sources.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

namespace explorer {

// The parts between separators; none for an empty text.
inline std::vector<std::string_view> split_text(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

}  // namespace explorer
