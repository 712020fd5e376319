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
#include "state/query_text.h"

namespace explorer {

enum class View : uint8_t { Overview, Articles, Releases, ChartReach, Videos };
inline constexpr size_t ViewCount = 5;

// The table that a view shows; nothing for the overview.
std::optional<TableId> table_of(View view);
// The view that shows a table; events have none of their own and are shown in the overview.
View view_of(TableId table);

enum class ThemeChoice : uint8_t { System, Light, Dark };

// One column of a table as the reader arranged it. `column` is an index into column_specs.
struct ColumnLayout {
  uint8_t column = 0;
  float width_px = 0;  // 0: the default width
  bool hidden = false;
  friend bool operator==(const ColumnLayout&, const ColumnLayout&) = default;
};

struct TableState {
  std::vector<ColumnLayout> columns;  // every column once, in display order
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
  Share
};
// What can be saved as a file.
enum class PictureFile : uint8_t { Page, Map, Timeline };
// How saving went: given to the browser; given, and whether the page around this one lets it through is not
// known; not let through; not made.
enum class SaveOutcome : uint8_t { Done, Perhaps, Blocked, Failed };
struct Popover {
  PopoverKind kind = PopoverKind::None;
  TableId table = TableId::Articles;
  size_t column = 0;         // ColumnFilter
  std::string facet_search;  // ColumnFilter: narrows the list of values
  // ColumnFilter: {from, to} as typed, also where they cannot be read (yet); empty: as the query has them.
  std::vector<std::string> range = {};
  SaveOutcome saved = SaveOutcome::Done;  // Pictures
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

struct AppState {
  View view = View::Overview;
  std::string query_text;                 // as the reader typed it
  Query query;                            // the last text that could be read
  std::optional<QueryError> query_error;  // of query_text
  std::array<TableState, TableCount> tables;
  std::optional<RowRef> selected;  // shown in the detail panel
  Popover popover;
  ThemeChoice theme = ThemeChoice::System;
  Density density = Density::Comfortable;
  MapState map;
  std::optional<TimeWindow> time_window;
  std::optional<Panel> maximised;
  VideoForm video_form = VideoForm::Table;
  std::optional<Subject> pointed;  // under the pointer, or focused: lit up with its relatives
};

// {from, to} of a column's range as its filter shows them.
std::vector<std::string> range_fields(const AppState& state, std::string_view column);

// The columns of a table before the reader arranges them; hidden ones last.
TableState default_columns(TableId table);

// The state a reader starts with: the default columns of each table, notes and addresses hidden.
AppState initial_state();

}  // namespace explorer
