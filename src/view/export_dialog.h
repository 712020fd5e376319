// The dialog that takes rows along as a file: which, in which format, how far it is, and how it went.
#pragma once

#include <cstdint>
#include <string>

#include "view/build_popover.h"
#include "view/export_status.h"

namespace explorer::view::export_dialog {

// More rows than these are not offered for the clipboard.
inline constexpr uint32_t MostCopied = 1000;

void build(DialogParts& dialog, TableId table);

// How it ended, in words; empty while it has not.
std::string outcome_words(const ExportStatus& status);
// Whether that is no success.
bool is_bad(ExportOutcome outcome);

}  // namespace explorer::view::export_dialog
