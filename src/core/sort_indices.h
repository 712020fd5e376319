// The one comparing sort of the engine, so that its code, which is large, exists once.
#pragma once

#include <cstdint>
#include <span>

namespace explorer {

// Sorts `indices` (any numbers) so that before(a, b) holds for no b in front of an a. `before` must be a
// strict weak order.
void sort_indices_by(std::span<uint32_t> indices, bool (*before)(const void* context, uint32_t a, uint32_t b),
                     const void* context);

// The same for anything that can be called with two numbers.
template <typename Before>
void sort_indices(std::span<uint32_t> indices, const Before& before) {
  sort_indices_by(
      indices,
      [](const void* context, uint32_t a, uint32_t b) {
        return (*static_cast<const Before*>(context))(a, b);
      },
      &before);
}

}  // namespace explorer
