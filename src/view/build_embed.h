// The dialog that writes the code which puts the explorer into another page: what there is to choose, the
// code, and a preview of the very frame. See build_popover.h.
#pragma once

#include "view/build_popover.h"

namespace explorer::view::embed_dialog {

inline constexpr float DialogWidth = 1040, DialogHeight = 760;  // px, at most

void build_embed(DialogParts& dialog);

}  // namespace explorer::view::embed_dialog
