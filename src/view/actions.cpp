// See actions.h. One function for each kind of action; each adds what applies now.
#include "view/actions.h"

#include <algorithm>

#include "state/rights.h"
#include "view/table_columns.h"
#include "view/ui_sentences.h"

namespace explorer {
namespace {

// In the order of Panel.
constexpr size_t PanelCount = 5;
ui::Text panel_title(Panel panel) {
  const ui::Text titles[PanelCount] = {ui::WhereTitle, ui::VideosTitle, ui::WhenTitle, ui::ArticlesTitle,
                                       ui::LatestTitle};
  return titles[static_cast<size_t>(panel)];
}

std::string on_or_off(bool on) {
  return std::string(on ? ui::SwitchedOn : ui::SwitchedOff);
}

std::string numbered(std::string_view id, size_t number) {
  return std::string(id) + std::to_string(number);
}

class ActionList {
 public:
  explicit ActionList(const SceneInput& input) : in_(input), state_(input.state) {
    if (in_.dataset) table_ = table_of(state_.view);
  }

  std::vector<Action> all() && {
    add_views();
    add_search();
    add_table();
    add_marks();
    add_overview();
    add_look();
    add_data();
    add_columns();
    std::erase_if(actions_, [&](const Action& action) { return !reader_may(state_, action.command); });
    return std::move(actions_);
  }

 private:
  void add(std::string id, std::string_view about, std::string_view name, Command command,
           std::string state = {}) {
    const std::string_view keys = keys_of(id);
    actions_.push_back({std::move(id), std::string(name), about, std::move(state), keys, std::move(command)});
  }

  uint32_t rows(TableId table) const { return in_.dataset ? in_.dataset->table(table).row_count : 0; }
  bool any_result(TableId table) const {
    return !in_.results.tables[static_cast<size_t>(table)].rows.empty();
  }

  void add_views() {
    for (size_t i = 0; i < ViewCount; ++i) {
      const auto view = static_cast<View>(i);
      if (view == state_.view && !state_.maximised) continue;
      add(numbered("view", i), ui::AboutViews, fill(ui::GoTo, {ui::view_name(view)}), command::SetView{view});
    }
    if (in_.dataset) {
      add("reading", ui::AboutViews, ui::ReadTables,
          command::SetReading{state_.reading ? std::nullopt : std::optional<uint32_t>(0)},
          on_or_off(state_.reading.has_value()));
    }
  }

  void add_search() {
    const Query& query = state_.query;
    add("search", ui::AboutSearch, ui::GoToSearch, command::FocusSearch{});
    if (!state_.query_text.empty())
      add("clear-search", ui::AboutSearch, ui::ClearSearch, command::SetQueryText{});
    if (!query.terms.empty()) add("clear-filters", ui::AboutSearch, ui::ClearFilters, command::ClearTerms{});
    for (size_t i = 0; i < query.terms.size(); ++i) {
      add(numbered("remove-term", i), ui::AboutSearch,
          fill(ui::RemoveFilter, {ui::term_text(query.terms[i])}), command::RemoveTerm{i});
    }
    for (size_t i = 0; i < query.sort.size(); ++i) {
      Query rest = query;
      rest.sort.erase(rest.sort.begin() + static_cast<std::ptrdiff_t>(i));
      add(numbered("remove-sort", i), ui::AboutSearch,
          fill(ui::RemoveSort, {ui::column_heading(query.sort[i].column)}),
          command::SetQueryText{format_query(rest)});
    }
  }

  // Of the table that is shown, not of one of its columns.
  void add_table() {
    if (!table_) return;
    const auto& columns = state_.tables[static_cast<size_t>(*table_)].columns;
    add("columns", ui::AboutTable, ui::Columns, command::OpenPopover{PopoverKind::ColumnChooser, *table_, 0});
    if (columns != default_columns(*table_).columns)
      add("reset-columns", ui::AboutTable, ui::ResetAllColumns, command::ResetColumns{*table_});
    const bool fine = in_.environment.width_px >= size::PhoneBelow && !in_.environment.coarse_pointer;
    if (fine) {
      const bool compact = state_.density == Density::Compact;
      add("compact", ui::AboutTable, ui::CompactRows,
          command::SetDensity{compact ? Density::Comfortable : Density::Compact}, on_or_off(compact));
    }
    if (*table_ == TableId::Videos && !state_.reading) {
      const bool cards = state_.video_form == VideoForm::Cards;
      add("form", ui::AboutTable, cards ? ui::ShowTable : ui::ShowCards,
          command::SetVideoForm{cards ? VideoForm::Table : VideoForm::Cards});
    }
  }

  // Of rows that are marked, and all that could be.
  void add_marks() {
    if (!table_ || state_.reading) return;
    const RowList& rows = in_.results.tables[static_cast<size_t>(*table_)].rows;
    if (in_.results.marked < rows.size()) {
      add("mark-all", ui::AboutTable, ui::MenuMarkAll,
          command::MarkRows{*table_, rows, command::MarkHow::Only});
    }
    if (in_.results.marked > 0) add("copy-marked", ui::AboutTable, ui::CopyMarksWords, command::CopyRows{});
    if (state_.marks.any()) add("drop-marks", ui::AboutTable, ui::ClearMarks, command::DropMarks{});
  }

  bool shows_panel(Panel panel) const {
    return !state_.reading && (!state_.maximised || *state_.maximised == panel);
  }

  void add_overview() {
    const bool any = std::ranges::any_of(AllTables, [&](TableId table) { return any_result(table); });
    if (!in_.dataset || !any || state_.view != View::Overview) return;
    if (shows_panel(Panel::Where) && any_result(TableId::ChartEntries)) add_map();
    if (shows_panel(Panel::When) && state_.time_window)
      add("whole-time", ui::AboutOverview, ui::ZoomWholeHelp, command::SetTimeWindow{});
    if (state_.maximised) add("restore", ui::AboutOverview, ui::BackToOverview, command::MaximisePanel{});
    for (size_t i = 0; i < PanelCount && !state_.reading; ++i) {
      const auto panel = static_cast<Panel>(i);
      if (state_.maximised == panel || (panel == Panel::Videos && rows(TableId::Videos) == 0)) continue;
      add(numbered("enlarge", i), ui::AboutOverview, fill(ui::Enlarge, {panel_title(panel)}),
          command::MaximisePanel{panel});
    }
  }

  void add_map() {
    for (size_t i = 0; i < std::size(ui::Measures); ++i) {
      const auto measure = static_cast<MapMeasure>(i);
      if (measure == state_.map.measure) continue;
      add(numbered("measure", i), ui::AboutOverview, fill(ui::MapColours, {ui::Measures[i]}),
          command::SetMapMeasure{measure});
    }
    if (state_.map.zoom > 1) add("whole-map", ui::AboutOverview, ui::ZoomResetHelp, command::SetMap{1, 0, 0});
    if (in_.map.failed) add("map", ui::AboutOverview, ui::LoadMapAgain, command::FetchMap{});
  }

  void add_look() {
    // Where colours are forced there is no choice.
    if (in_.environment.contrast != Contrast::Forced) {
      for (size_t i = 0; i < std::size(ui::Colours); ++i) {
        const auto theme = static_cast<ThemeChoice>(i);
        if (theme == state_.theme) continue;
        add(numbered("theme", i), ui::AboutTheme, ui::Colours[i], command::SetTheme{theme});
        if (theme == next_theme(in_)) actions_.back().keys = keys_of("theme");
      }
    }
    add("single-keys", ui::AboutHelp, ui::SingleKeys, command::SetSingleKeys{!state_.single_keys},
        on_or_off(state_.single_keys));
    if (in_.environment.remembered) add("forget", ui::AboutBrowser, ui::ForgetMemory, command::Forget{});
    const PopoverKind open = state_.popover.kind;
    if (open != PopoverKind::Shortcuts)
      add("shortcuts", ui::AboutHelp, ui::Shortcuts, command::OpenPopover{PopoverKind::Shortcuts});
    if (open != PopoverKind::Palette)
      add("palette", ui::AboutHelp, ui::Commands, command::OpenPopover{PopoverKind::Palette});
  }

  void add_data() {
    const LoadStatus& load = in_.load;
    if (state_.selected) add("close-details", ui::AboutDetails, ui::CloseDetail, command::CloseDetail{});
    if (const auto& row = state_.popover.row; row && *row != state_.selected && row->row < rows(row->table)) {
      add("open-details", ui::AboutDetails,
          fill(ui::OpenDetails, {row_title(*in_.dataset, row->table, row->row)}),
          command::SelectRow{*row, false});
    }
    add("share", ui::AboutData, ui::ShareView, command::OpenPopover{PopoverKind::Share});
    add("copy-link", ui::AboutData, ui::CopyLink, command::CopyLink{});
    add("embed", ui::AboutData, ui::EmbedView, command::OpenPopover{PopoverKind::Embed});
    add("pictures", ui::AboutData, ui::SavePictures, command::OpenPopover{PopoverKind::Pictures});
    if (in_.dataset) {
      add("download", ui::AboutData, ui::DownloadData,
          command::OpenPopover{PopoverKind::Download, table_.value_or(TableId::Articles), 0});
    }
    add("open-file", ui::AboutData, ui::OpenFile, command::OpenFile{});
    if (!state_.address_notes.empty())
      add("dismiss-notes", ui::AddressNotes, ui::DismissNotes, command::DismissNotes{});
    if (load.phase == LoadPhase::Ready && load.warning_count > 0)
      add("warnings", ui::AboutData, ui::Warnings, command::OpenPopover{PopoverKind::Warnings});
    if (load.phase == LoadPhase::Loading && load.in_pieces)
      add("cancel", ui::AboutData, ui::CancelLoading, command::CancelLoad{});
    const bool ended = load.phase == LoadPhase::Failed || load.phase == LoadPhase::Stopped;
    if (!ended || load.again == LoadAgain::Never) return;
    if (load.again == LoadAgain::Continue)
      add("continue", ui::AboutData, ui::ContinueLoading, command::Retry{});
    if (load.again == LoadAgain::Start || load.phase == LoadPhase::Stopped)
      add("reload", ui::AboutData, ui::LoadFromStart, command::Reload{});
  }

  void add_columns() {
    if (!table_) return;
    const bool cells = any_result(*table_) && !state_.reading;
    for (const ColumnLayout& layout : state_.tables[static_cast<size_t>(*table_)].columns) {
      if (!column_filled(*in_.dataset, *table_, layout.column)) continue;
      const std::string column(column_specs(*table_)[layout.column].name);
      const std::string_view heading = ui::column_heading(*table_, layout.column);
      add("filter-" + column, ui::AboutTable, fill(ui::FilterBy, {heading}),
          command::OpenPopover{PopoverKind::ColumnFilter, *table_, layout.column});
      add_sort(column, heading, false);
      add_sort(column, heading, true);
      if (cells && !layout.hidden) {
        add("column-" + column, ui::AboutTable, fill(ui::GoToColumn, {heading}),
            command::FocusColumn{*table_, layout.column});
      }
    }
  }

  void add_sort(const std::string& column, std::string_view heading, bool descending) {
    Query sorted = state_.query;
    sorted.sort = {{column, descending}};
    if (sorted == state_.query) return;
    add((descending ? "sort-down-" : "sort-up-") + column, ui::AboutTable,
        fill(descending ? ui::SortDown : ui::SortUp, {heading}), command::SetQueryText{format_query(sorted)});
  }

  const SceneInput& in_;
  const AppState& state_;
  std::optional<TableId> table_;
  std::vector<Action> actions_;
};

}  // namespace

std::vector<Action> actions_now(const SceneInput& input) {
  return ActionList(input).all();
}

ThemeChoice next_theme(const SceneInput& input) {
  switch (input.state.theme) {
    case ThemeChoice::System:
      return input.environment.scheme == Scheme::Light ? ThemeChoice::Dark : ThemeChoice::Light;
    case ThemeChoice::Dark:
      return ThemeChoice::Light;
    case ThemeChoice::Light:
      break;
  }
  return ThemeChoice::System;
}

}  // namespace explorer
