// Which things on screen belong to what the reader points at: the same row, rows linked to it, the same
// region, the rows of a bar.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

// The same in either order.
bool is_related(const Dataset& dataset, const Subject& a, const Subject& b);

// Whether a row is one of those that a part stands for.
bool is_in_part(const Dataset& dataset, RowRef row, const ColumnPart& part);

// Marks the nodes that are related to what the state points at. Nodes that open a row stand for it if they
// say nothing else.
void light_up(Builder& b);

}  // namespace explorer
