// See sort_indices.h.
#include "core/sort_indices.h"

#include <algorithm>

namespace explorer {

void sort_indices_by(std::span<uint32_t> indices, bool (*before)(const void*, uint32_t, uint32_t),
                     const void* context) {
  std::sort(indices.begin(), indices.end(), [=](uint32_t a, uint32_t b) { return before(context, a, b); });
}

}  // namespace explorer
