// What stands where content would be: loading, failed, or nothing that matches.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

void build_loading(Builder& b, uint32_t parent, Rect area);
void build_failure(Builder& b, uint32_t parent, Rect area);
// `table` nothing: the whole dataset is meant.
void build_empty(Builder& b, uint32_t parent, Rect area, std::optional<TableId> table);

}  // namespace explorer
