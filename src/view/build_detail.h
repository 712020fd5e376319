// Everything about the selected row: its fields, where each is stated, the rows that it is linked to.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// Whether the selected row exists in the dataset.
bool detail_open(const Builder& b);

// Fills `area` (viewport px): a panel beside the content if there is room, else a sheet over it.
void build_detail(Builder& b, Rect area);

}  // namespace explorer
