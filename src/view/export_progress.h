// The lower end of the dialog for exports: how far it is, how it went, and the buttons.
#pragma once

#include "view/build_popover.h"

namespace explorer::view::export_dialog {

// At the top of the dialog, as high as it has to be; its place is for the caller to say. Returns the node.
uint32_t add_footer(DialogParts& dialog, TableId table);

}  // namespace explorer::view::export_dialog
