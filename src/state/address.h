// The state as the text behind the "#" of the page's address, and back: short, readable, and kept for ever,
// so that a link opens years from now what it opened when it was sent. Knows no browser.
//
// clang-format off
//   address = [ part { "&" part } ]          only what differs from initial_state(), in the order below
//   part    = key "=" value                  of a key that comes twice, the last one counts
//
//   v                the version, 1; before all others. Without it: 1. It grows when a part changes its
//                    meaning
//   view             articles, releases, charts, videos; without it the overview
//   q                the query with its sort keys, as query_text.h has it; of a text that cannot be read the
//                    last one that could, which is what is on screen
//   row              the selected row: articles, releases, charts, videos or events, ":" and its id, the one
//                    that the data has for it, so that it is found wherever other rows come or go
//   panel            where, videos, when, articles, latest: the panel that has the whole page
//   read             the page of the reading view, from 1
//   form             cards: videos as such
//   map              zoom, x and y of the centre, "," between: units of the map (map_geometry.h)
//   measure          entries or rows: what the map is coloured by; without it the best position
//   time             from ".." to, each a day or a minute: 2023-12-01, 2023-12-01T06:30
//   columns.<table>  the columns shown, by their query names, in their order
//   widths.<table>   column ":" px, "," between
//   density          compact
//   theme            light or dark; without it the system's
// clang-format on
//
// Values are percent-encoded but for letters, digits and - . _ : / ? @ = , so that messengers, Markdown and
// mail leave the whole of it a link; a space is "+". The last character is always a letter or digit: they
// take other signs at the end for the sentence's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "state/app_state.h"

namespace explorer {

inline constexpr int64_t AddressVersion = 1;

// Longer values (bytes, decoded) are left out, and passed over where they come.
inline constexpr size_t MaxAddressValue = 8000;

// Notes beyond this many are not kept.
inline constexpr size_t MaxAddressNotes = 8;

// `dataset` names the selected row; null: that part is left out, but an awaited row stays. Empty for
// initial_state().
std::string format_address(const AppState& state, const Dataset* dataset);

// The parts of it that going somewhere changes: view, row, panel, and whether rows are read. Where this
// differs a browser's Back leads from one to the other.
std::string format_place(const AppState& state, const Dataset* dataset);

// `state` with everything that an address says as `text` has it, or as in initial_state() where that says
// nothing. What is unknown or cannot be read is passed over, with a note in address_notes. A row is
// awaited_row then, and none is selected.
AppState parse_address(std::string_view text, AppState state);

// "charts:itunes-top-songs-us"
std::string format_row(const Dataset& dataset, RowRef row);
// The row of that text among those from `from` on; looks at each of its table.
std::optional<RowRef> find_row(const Dataset& dataset, std::string_view text, RowIndex from = 0);
// The table that the text names.
std::optional<TableId> table_of_row(std::string_view text);

}  // namespace explorer
