// Rows as texts for the clipboard: tab-separated for spreadsheets, and an HTML table for everything that is
// written. Knows no clipboard.
//
// Both have a header row and leave a cell empty that states nothing. They differ where a text that reads well
// is none to calculate with:
//               tab-separated                                HTML, as on screen
//   dates       EDTF: 2023-12, 2023-12-22~                   December 2023, about 22 Dec 2023
//   numbers     digits alone: 1234                           1,234
//   durations   h:mm:ss                                      3 min 20 s
// Articles that state a row are named by title and place: their letters say nothing away from the page.
// A number or duration that is not exact ("more than 90") is in words in both, since the number alone would
// say something else. What a spreadsheet would take for a formula has an apostrophe before it in both
// (core/formula_guard.h); a number does not.
// What no article states has the sign for that behind it, and what the sign means stands once, below all
// rows: in the tab-separated text after an empty line, where a spreadsheet sees the table end.
#pragma once

#include <span>
#include <string>

#include "core/dataset.h"

namespace explorer {

struct CopyLimits {
  uint32_t rows = 100'000;
  size_t bytes = size_t{32} << 20;  // of either text
};

struct RowCopy {
  std::string plain, html;
  uint32_t rows = 0;  // how many are in it: all of them, or as many as the limits allow
};

RowCopy copy_rows(const Dataset& dataset, TableId table, std::span<const size_t> columns,
                  std::span<const RowIndex> rows, CopyLimits limits = {});

// One cell; empty if it states nothing. It is to be pasted into a text: `plain` has no apostrophe, and what
// is inferred says so in words, since nothing below it explains a sign.
RowCopy copy_value(const Dataset& dataset, TableId table, RowIndex row, size_t column);

}  // namespace explorer
