// How much memory a dataset needs, so that loading can stop before there is none.
#pragma once

#include <cstddef>

#include "core/dataset.h"

namespace explorer {

// Bytes that the texts and columns of `dataset` take, free room included, without what makes them grow.
// Cheap: no row is looked at.
size_t approximate_bytes(const Dataset& dataset);

// Positions of texts are 32 bits: no dataset may grow beyond this.
inline constexpr size_t MaxDatasetBytes = 3'500'000'000;

}  // namespace explorer
