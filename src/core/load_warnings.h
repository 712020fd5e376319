// What the loader noticed on its way, by byte offset; turned into lines, columns and paths at the end.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/load_dataset.h"

namespace explorer {

struct FoundWarning {
  LoadWarningKind kind;
  uint32_t from;  // the token it is about starts at the first byte from here on that is no blank, `,` or `:`
  std::string message;
};

struct WarningLog {
  std::vector<FoundWarning> kept;  // at most MaxKeptWarnings of each of the two passes (reading, linking)
  uint64_t count = 0;
  size_t limit = MaxKeptWarnings;

  bool has_room() const { return kept.size() < limit; }
  // Joins `pieces` to the message if there is room for one more.
  void add(LoadWarningKind kind, uint32_t from, std::initializer_list<std::string_view> pieces);
};

// `text` for a message, cut to about 60 bytes (never inside a character).
std::string shortened(std::string_view text);

}  // namespace explorer
