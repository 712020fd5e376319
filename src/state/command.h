// Everything a reader can do, as values. Clicks, keys, typing, the address and host pages all end here.
#pragma once

#include <string>
#include <variant>

#include "state/app_state.h"

namespace explorer {

namespace command {
struct SetView {
  View view;
  std::optional<std::string> query = {};  // to show there; nothing: the one that stands
};
struct SetQueryText {
  std::string text;
};
struct ToggleValue {
  std::string column, value;
};  // tick of a category
struct SetContains {
  std::string column, text;
};  // text filter of a column
struct SetRange {
  std::string column, from, to;
};  // empty = open; an open filter of the column keeps the ends as typed, readable or not
struct RemoveTerm {
  size_t index;
};  // chip
struct ClearColumn {
  std::string column;
};
struct ClearTerms {};
struct CycleSort {
  std::string column;
  bool additive = false;
};
struct SelectRow {
  RowRef row;
  bool go_to_view = false;
};  // go_to_view: also show the row's table
struct CloseDetail {};
struct MoveCursor {
  TableId table;
  GridPlace to;
  bool in_cell = false;
};
// Toggle: each of them the other way; Only: these, in place of those that are marked.
enum class MarkHow : uint8_t { Toggle, Only };
struct MarkRows {
  TableId table;
  RowList rows;
  MarkHow how;
};
struct DropMarks {};
struct OpenRowMenu {
  RowRef row;
  size_t column;
  std::optional<std::pair<float, float>> at = {};  // of Popover
};
struct CopyRows {
  std::optional<RowRef> row = {};  // else what Ctrl+C would copy
};                                 // handled by the app, as the next one; both close the menu
struct CopyValue {
  RowRef row;
  size_t column;
};
struct ResizeColumn {
  TableId table;
  size_t column;
  float width_px;
};
struct MoveColumn {
  TableId table;
  size_t column;
  size_t before;
};  // display index; size = to the end
struct ShowColumn {
  TableId table;
  size_t column;
  bool shown;
};
struct ResetColumns {
  TableId table;
};
struct OpenPopover {
  PopoverKind kind;
  TableId table = TableId::Articles;
  size_t column = 0;
};
struct SetFacetSearch {
  std::string text;
};
struct ClosePopover {};
struct SetTheme {
  ThemeChoice theme;
};
struct SetDensity {
  Density density;
};
struct SetMapMeasure {
  MapMeasure measure;
};
struct SetMap {
  float zoom, centre_x, centre_y;
};  // of MapState; zoom 1 to MaxMapZoom
struct SetTimeWindow {
  std::optional<TimeWindow> window;
};
struct MaximisePanel {
  std::optional<Panel> panel;
};
struct SetValues {
  std::string column;
  std::vector<std::string> values;
};  // exactly these of a category; none: no filter of it
struct SetVideoForm {
  VideoForm form;
};
struct SetReading {
  std::optional<uint32_t> page;
};  // see AppState::reading
struct PointAt {
  std::optional<Subject> subject;
};
struct FetchMap {};  // of the world; handled by the app
struct SavePicture {
  PictureFile what;
};  // handled by the app; closes the menu
struct ReportSave {
  SaveOutcome outcome;
};  // opens the menu again where there is something to say
struct SetDownload {
  exports::Options options;
};
struct StartDownload {};  // of the rows that the dialog is about; handled by the app, as the next two
struct CancelDownload {};
struct CopyDownload {};  // the same into the clipboard
struct SetPaletteText {
  std::string text;
};
struct MoveChoice {
  size_t to;
};  // place among what the palette offers
struct RunChoice {
  std::string action;
};  // by its id (view/actions.h), what is chosen if empty; handled by the app; closes the palette
struct SetSingleKeys {
  bool on;
};
struct Say {
  std::string text;
};                      // what was just done: seen in the place of the count, and heard
struct FocusSearch {};  // handled by the app, as the next one
struct FocusColumn {
  TableId table;
  size_t column;
};  // its header, brought into sight
struct OpenAddress {
  std::string text;
  bool keep_look = false;
  std::string memory = {};
};  // the state that address.h reads in it; keep_look: theme, density, columns and cards stay as they are,
    // else what the address does not say comes from `memory` (memory.h)
// What is remembered; columns, cards, density, theme and keys become what they were at first.
struct Forget {};
struct FoundRow {
  RowRef row;
};                  // the awaited one
struct MissRow {};  // the awaited one is nowhere
struct DismissNotes {};
struct CopyLink {};   // handled by the app, as the next one
struct ShareLink {};  // by what the system has for it
struct ReportShare {
  ShareOutcome outcome;
};  // said in the dialog, which opens if there is something to do by hand
struct SetEmbed {
  EmbedChoice choice;
};                     // a theme or part that does not exist: not at all; the height is kept within bounds
struct CopyCode {};    // of the dialog that embeds; handled by the app
struct Retry {};       // go on loading where it ended, or from the start; handled by the app, as the next two
struct Reload {};      // load again from the start
struct CancelLoad {};  // keep what has come
struct OpenFile {};    // one that the reader chooses; handled by the app
}  // namespace command

using Command = std::variant<
    command::SetView, command::SetQueryText, command::ToggleValue, command::SetContains, command::SetRange,
    command::RemoveTerm, command::ClearColumn, command::ClearTerms, command::CycleSort, command::SelectRow,
    command::CloseDetail, command::ResizeColumn, command::MoveColumn, command::ShowColumn,
    command::ResetColumns, command::OpenPopover, command::SetFacetSearch, command::ClosePopover,
    command::SetTheme, command::Retry, command::Reload, command::CancelLoad, command::OpenFile,
    command::SetDensity, command::SetMapMeasure, command::SetMap, command::SetTimeWindow,
    command::MaximisePanel, command::SetValues, command::PointAt, command::SavePicture, command::ReportSave,
    command::SetVideoForm, command::FetchMap, command::SetReading, command::SetPaletteText,
    command::MoveChoice, command::RunChoice, command::SetSingleKeys, command::Say, command::FocusSearch,
    command::FocusColumn, command::OpenAddress, command::FoundRow, command::MissRow, command::DismissNotes,
    command::CopyLink, command::ShareLink, command::SetEmbed, command::CopyCode, command::ReportShare,
    command::MoveCursor, command::MarkRows, command::DropMarks, command::OpenRowMenu, command::CopyRows,
    command::CopyValue, command::Forget, command::SetDownload, command::StartDownload,
    command::CancelDownload, command::CopyDownload>;

inline constexpr float MaxMapZoom = 24;
inline constexpr float MinColumnWidth = 48;
inline constexpr float MaxColumnWidth = 1200;

// Returns the state after `command`. Pure; ignores what does not exist (an unknown column, a row beyond
// the end, any row while `dataset` is null) rather than failing. A query that cannot be read keeps the last
// good one and sets query_error; that goes for edits too, such as the end of a range that is no date yet. An
// edit that changes nothing leaves the text as the reader typed it, unless that text could not be read.
AppState apply(AppState state, const Command& command, const Dataset* dataset);

}  // namespace explorer
