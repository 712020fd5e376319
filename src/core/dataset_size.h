// How much memory a dataset needs, so that loading can stop before there is none.
#pragma once

#include <cstddef>

#include "core/dataset.h"

namespace explorer {

// Bytes of the texts and columns of `dataset`, without what vectors hold in reserve. Cheap: no row is looked
// at.
size_t approximate_bytes(const Dataset& dataset);

}  // namespace explorer
