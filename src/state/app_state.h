// Everything the reader chose, as one plain value. What is on screen follows from this, the dataset and
// the Environment alone. Changed only by apply() in command.h.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset.h"
#include "core/query.h"
#include "core/row_set.h"
#include "state/embed_choice.h"
#include "state/embedding.h"
#include "state/export_options.h"
#include "state/query_text.h"

namespace explorer {

enum class View : uint8_t { Overview, Articles, Releases, ChartReach, Videos };
inline constexpr size_t ViewCount = 5;

// The table that a view shows; nothing for the overview.
std::optional<TableId> table_of(View view);
// The view that shows a table; events have none of their own and are shown in the overview.
View view_of(TableId table);

// One column of a table as the reader arranged it. `column` is an index into column_specs.
struct ColumnLayout {
  uint8_t column = 0;
  float width_px = 0;  // 0: the default width
  bool hidden = false;
  friend bool operator==(const ColumnLayout&, const ColumnLayout&) = default;
};

// A cell of a grid as assistive technology counts them: the header is row 1, columns count from 1.
struct GridPlace {
  uint32_t row = 1, col = 1;
  friend bool operator==(const GridPlace&, const GridPlace&) = default;
};

struct TableState {
  std::vector<ColumnLayout> columns;  // every column once, in display order
  GridPlace cursor = {};              // where the keyboard is; in a row that has fewer cells, in its last one
  bool in_cell = false;               // among what the cell holds, not on the cell as a whole
};

// Rows of one table that were chosen to be copied or acted on together. They stay marked while a query leaves
// them out.
struct RowMarks {
  TableId table = TableId::Articles;
  RowSet rows;

  bool has(RowRef row) const { return row.table == table && row.row < rows.row_count() && rows.has(row.row); }
  bool any() const { return rows.row_count() > 0; }
};

// What is open above the page; at most one.
enum class PopoverKind : uint8_t {
  None,
  ColumnFilter,
  ColumnChooser,
  Warnings,
  Pictures,
  Palette,    // every action, to be found by its name
  Shortcuts,  // the keys
  RowMenu,    // what can be done with a row
  Embed,      // the code that puts the explorer into another page
  Download,   // rows of `table` as a file
  Share
};
// What can be saved as a file.
enum class PictureFile : uint8_t { Page, Map, Timeline };
// How saving went: given to the browser; given, and whether the page around this one lets it through is not
// known; not let through; not made.
enum class SaveOutcome : uint8_t { Done, Perhaps, Blocked, Failed };
// How giving the link away went; None: not tried, or handed to the system's own dialog.
enum class ShareOutcome : uint8_t { None, Copied, Failed };
struct Popover {
  PopoverKind kind = PopoverKind::None;
  TableId table = TableId::Articles;
  size_t column = 0;         // ColumnFilter
  std::string facet_search;  // ColumnFilter: narrows the list of values
  // ColumnFilter: {from, to} as typed, also where they cannot be read (yet); empty: as the query has them.
  std::vector<std::string> range = {};
  SaveOutcome saved = SaveOutcome::Done;     // Pictures
  ShareOutcome shared = ShareOutcome::None;  // Share, Embed
  std::string typed = {};                    // Palette: what it is searched for
  size_t chosen = 0;                         // Palette: the place of the action that Enter would run
  // RowMenu, which is about `column`; Palette: what was pointed at when it opened.
  std::optional<RowRef> row = {};
  // RowMenu: where it was asked for, px in the page; else at the cell.
  std::optional<std::pair<float, float>> at = {};
};

// The rows of a table that a bar of a column stands for: a number, duration (seconds) or date (days since
// 1970, by which histogram() counts) within both ends, or a text; or those that state nothing.
struct ColumnPart {
  TableId table = TableId::Articles;
  size_t column = 0;
  bool missing = false;
  int64_t least = 0, greatest = 0;
  std::string value = {};
  friend bool operator==(const ColumnPart&, const ColumnPart&) = default;
};

// What a reader can point at in one view and find in the others: a row, a region by its code, a bar, or the
// dates of several rows.
struct Subject {
  std::optional<RowRef> row;  // else `region`; with a `part`, the first of its rows
  std::string region;
  std::optional<ColumnPart> part = {};  // else `row` or `region`
  friend bool operator==(const Subject&, const Subject&) = default;
};

// What the colours of the map say.
enum class MapMeasure : uint8_t { BestPosition, Entries, Rows };
// The part of the map in sight: `zoom` 1 shows all of it; the centre in px of the map's own units.
struct MapState {
  MapMeasure measure = MapMeasure::BestPosition;
  float zoom = 1;
  float centre_x = 0, centre_y = 0;
  friend bool operator==(const MapState&, const MapState&) = default;
};

// The part of the timeline in sight, in days since 1970; nothing: all that is there.
struct TimeWindow {
  double from_day = 0, to_day = 0;
  friend bool operator==(const TimeWindow&, const TimeWindow&) = default;
};

enum class Density : uint8_t { Comfortable, Compact };
// Panels of the overview that can have the whole page.
enum class Panel : uint8_t { Where, Videos, When, Articles, Latest };
// How the view of videos shows its rows.
enum class VideoForm : uint8_t { Table, Cards };

// What of an address could not be taken over (address.h): a part that nobody knows, one whose value cannot be
// read, a row that the data does not have, or that the address is of a later version.
enum class AddressFault : uint8_t { Unknown, Broken, NoRow, Newer };
struct AddressNote {
  AddressFault fault;
  std::string part;  // its name; of NoRow the row; of Newer empty
  friend bool operator==(const AddressNote&, const AddressNote&) = default;
};

struct AppState {
  View view = View::Overview;
  std::string query_text;                 // as the reader typed it
  Query query;                            // the last text that could be read
  std::optional<QueryError> query_error;  // of query_text
  std::array<TableState, TableCount> tables;
  std::optional<RowRef> selected;  // shown in the detail panel
  RowMarks marks;
  std::string awaited_row;  // to be selected once the data has it, as format_row() writes it; or empty
  std::vector<AddressNote> address_notes;  // until the reader dismisses them
  Embedding embedding;                     // fixed once the page has started
  Popover popover;
  exports::Options download;  // as its dialog has them, or had them last
  EmbedChoice embed;          // as it stands in the dialog, or stood there last
  ThemeChoice theme = ThemeChoice::System;
  Density density = Density::Comfortable;
  MapState map;
  std::optional<TimeWindow> time_window;
  std::optional<Panel> maximised;
  VideoForm video_form = VideoForm::Table;
  // Rows as plain tables to be read from top to bottom, this page of them (from 0; one beyond the last shows
  // the last); nothing: the view's own form.
  std::optional<uint32_t> reading;
  std::optional<Subject> pointed;  // under the pointer, or focused: lit up with its relatives
  bool single_keys = true;         // keys without Ctrl or Cmd do something, too (WCAG 2.1.4)
  std::string message;             // what was just done, in words; until something else is done
  uint32_t messages = 0;           // how many there were: one that says the same again is another one
};

// {from, to} of a column's range as its filter shows them.
std::vector<std::string> range_fields(const AppState& state, std::string_view column);

// How many of `rows`, rows of the marks' table, are marked.
uint32_t count_marked(const RowMarks& marks, const RowList& rows);

// The columns of a table before the reader arranges them; hidden ones last.
TableState default_columns(TableId table);

// The state a reader starts with: the default columns of each table, notes and addresses hidden.
AppState initial_state();

}  // namespace explorer
