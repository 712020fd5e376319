// How taking rows along as a file stands: kept by the app, shown by the dialog for it (export_dialog.h).
#pragma once

#include <cstdint>
#include <string>

#include "core/dataset.h"

namespace explorer {

// How it ended. Saved: in the file that was chosen. Given, Unsure: handed to the browser, in a page of its
// own or in one that need not let files through. Cancelled: by the reader, here or where the place is chosen.
// Blocked: the page around this one lets no file through. Refused: the browser or the system lets nobody
// write there. NoRoom: on the disk. Failed: for another reason. Changed: there is another dataset now.
// Copied, NotCopied: to the clipboard.
enum class ExportOutcome : uint8_t {
  None,
  Saved,
  Given,
  Unsure,
  Cancelled,
  Blocked,
  Refused,
  NoRoom,
  Failed,
  Changed,
  Copied,
  NotCopied
};

struct ExportStatus {
  bool running = false;
  bool begun = false;  // the reader has said where the file goes
  TableId table = TableId::Articles;
  uint64_t done = 0, total = 0;  // rows
  uint64_t bytes = 0;            // written so far
  std::string file_name = {};
  ExportOutcome outcome = ExportOutcome::None;  // of the last one, until the dialog opens anew
};

}  // namespace explorer
