// See load_warnings.h. Messages are only put together while there is room, so that a file with a million
// mistakes costs no more than one with a thousand.
#include "core/load_warnings.h"

namespace explorer {

void WarningLog::add(LoadWarningKind kind, uint32_t from, std::initializer_list<std::string_view> pieces) {
  ++count;
  if (!has_room()) return;
  std::string message;
  for (const std::string_view piece : pieces)
    message += piece;
  kept.push_back({kind, from, std::move(message)});
}

std::string shortened(std::string_view text) {
  constexpr size_t MaxBytes = 60;
  if (text.size() <= MaxBytes) return std::string(text);
  size_t keep = MaxBytes;
  while (keep > 0 && (static_cast<unsigned char>(text[keep]) & 0xC0) == 0x80)
    --keep;
  return std::string(text.substr(0, keep)) + "...";
}

}  // namespace explorer
