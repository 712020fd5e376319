// The same grid on a narrow screen: a strip of columns to sort and filter by, and a two-line card a row.
#pragma once

#include "view/scene_parts.h"

namespace explorer {

void build_table_phone(Builder& b, uint32_t parent, Rect area, TableId table);

}  // namespace explorer
