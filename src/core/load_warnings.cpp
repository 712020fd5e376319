// See load_warnings.h. Messages are only put together while there is room, so that a file with a million
// mistakes costs no more than one with a thousand.
#include "core/load_warnings.h"

#include "core/sort_indices.h"

#include <algorithm>
#include <tuple>

namespace explorer {

void WarningLog::add(LoadWarningKind kind, uint32_t from, Pattern message,
                     std::initializer_list<std::string_view> values) {
  ++count;
  if (has_room()) found.push_back({kind, from, fill(message, values)});
}

void WarningLog::add_at(LoadWarningKind kind, LoadPlace place, Pattern message,
                        std::initializer_list<std::string_view> values) {
  ++count;
  if (has_room()) kept.push_back({kind, std::move(place), fill(message, values)});
}

void WarningLog::place_found(std::string_view bytes, const LoadPlace& origin) {
  std::vector<uint64_t> order;  // offset, then number of the warning
  for (size_t i = 0; i < found.size(); ++i)
    order.push_back(uint64_t{token_start(bytes, found[i].from)} << 32 | i);
  std::sort(order.begin(), order.end());
  PlaceFinder places(bytes, origin);
  for (const uint64_t entry : order) {
    FoundWarning& warning = found[static_cast<uint32_t>(entry)];
    kept.push_back({warning.kind, places.find(entry >> 32), std::move(warning.message)});
  }
  found.clear();
}

void sort_warnings(std::vector<LoadWarning>& warnings) {
  std::vector<uint32_t> order(warnings.size());
  for (uint32_t i = 0; i < order.size(); ++i)
    order[i] = i;
  sort_indices(order, [&warnings](uint32_t a, uint32_t b) {
    const LoadPlace& x = warnings[a].place;
    const LoadPlace& y = warnings[b].place;
    return std::tie(x.document, x.line, x.column, a) < std::tie(y.document, y.line, y.column, b);
  });
  if (order.size() > MaxKeptWarnings) order.resize(MaxKeptWarnings);
  std::vector<LoadWarning> sorted;
  for (const uint32_t i : order)
    sorted.push_back(std::move(warnings[i]));
  warnings = std::move(sorted);
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
