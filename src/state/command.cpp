// What each command does to the state: one overload each, nothing else changes a state.
#include "state/command.h"

#include <algorithm>
#include <utility>

#include "state/address.h"
#include "state/memory.h"
#include "state/rights.h"

namespace explorer {
namespace {

bool exists(TableId table) {
  return static_cast<size_t>(table) < TableCount;
}

bool exists(TableId table, size_t column) {
  return exists(table) && column < column_specs(table).size();
}

bool exists(RowRef row, const Dataset* dataset) {
  return dataset != nullptr && exists(row.table) && row.row < dataset->table(row.table).row_count;
}

bool names_column(std::string_view name) {
  return find_query_column(name) != nullptr;
}

// Applies one command. Members are called by std::visit.
class Applier {
 public:
  Applier(AppState& state, const Dataset* dataset) : state_(state), dataset_(dataset) {}

  void operator()(const command::SetView& c) {
    if (static_cast<size_t>(c.view) >= ViewCount) return;
    // Choosing the overview again leads back from a panel that has the whole of it.
    if (c.view == state_.view) state_.maximised.reset();
    if (c.query) read_query(*c.query);
    show_view(c.view);
  }

  void operator()(const command::SetQueryText& c) { read_query(c.text); }

  void operator()(const command::ToggleValue& c) {
    if (names_column(c.column) && !c.value.empty()) edit(toggle_value(state_.query, c.column, c.value));
  }
  void operator()(const command::SetContains& c) {
    if (names_column(c.column)) edit(set_contains(state_.query, c.column, c.text));
  }
  void operator()(const command::SetRange& c) {
    if (!names_column(c.column)) return;
    edit(set_range(state_.query, c.column, c.from, c.to));
    Popover& popover = state_.popover;
    const bool shown = popover.kind == PopoverKind::ColumnFilter &&
                       column_specs(popover.table)[popover.column].name == c.column;
    if (shown) popover.range = {c.from, c.to};
  }
  void operator()(const command::RemoveTerm& c) {
    if (c.index < state_.query.terms.size()) edit(remove_term(state_.query, c.index));
  }
  void operator()(const command::ClearColumn& c) {
    if (names_column(c.column)) edit(remove_column_terms(state_.query, c.column));
  }
  void operator()(const command::ClearTerms&) { edit(clear_terms(state_.query)); }
  void operator()(const command::CycleSort& c) {
    if (names_column(c.column)) edit(cycle_sort(state_.query, c.column, c.additive));
  }

  void operator()(const command::SelectRow& c) {
    if (!exists(c.row, dataset_)) return;
    if (c.go_to_view) show_view(view_of(c.row.table));
    select(c.row);
    close_popover();
  }
  void operator()(const command::CloseDetail&) { select({}); }

  void operator()(const command::MoveCursor& c) {
    if (!exists(c.table)) return;
    TableState& table = state_.tables[static_cast<size_t>(c.table)];
    table.cursor = {std::max(c.to.row, 1U), std::max(c.to.col, 1U)};
    table.in_cell = c.in_cell;
  }
  void operator()(const command::MarkRows& c) { mark(c); }
  void operator()(const command::DropMarks&) { state_.marks = RowMarks(); }
  void operator()(const command::OpenRowMenu& c) {
    if (!exists(c.row, dataset_) || !exists(c.row.table, c.column)) return;
    close_popover();
    state_.popover.kind = PopoverKind::RowMenu;
    state_.popover.table = c.row.table;
    state_.popover.column = c.column;
    state_.popover.row = c.row;
    state_.popover.at = c.at;
  }
  void operator()(const command::CopyRows&) { close_popover(); }
  void operator()(const command::CopyValue&) { close_popover(); }

  void operator()(const command::ResizeColumn& c) {
    const bool is_number = c.width_px == c.width_px;
    if (ColumnLayout* layout = find_layout(c.table, c.column); layout != nullptr && is_number) {
      layout->width_px = std::clamp(c.width_px, MinColumnWidth, MaxColumnWidth);
    }
  }
  void operator()(const command::MoveColumn& c) { move_column(c); }
  void operator()(const command::ShowColumn& c) {
    ColumnLayout* layout = find_layout(c.table, c.column);
    if (layout == nullptr || layout->hidden == !c.shown) return;
    const auto& columns = columns_of(c.table);
    const auto shown = std::count_if(columns.begin(), columns.end(), [](const auto& l) { return !l.hidden; });
    if (c.shown || shown > 1) layout->hidden = !c.shown;
  }
  void operator()(const command::ResetColumns& c) {
    if (exists(c.table))
      state_.tables[static_cast<size_t>(c.table)].columns = default_columns(c.table).columns;
  }

  void operator()(const command::OpenPopover& c) { open_popover(c); }
  void operator()(const command::SetFacetSearch& c) {
    if (state_.popover.kind == PopoverKind::ColumnFilter) state_.popover.facet_search = c.text;
  }
  void operator()(const command::ClosePopover&) { close_popover(); }

  void operator()(const command::SetTheme& c) {
    if (c.theme <= ThemeChoice::Dark) state_.theme = c.theme;
  }
  void operator()(const command::SetDensity& c) {
    if (c.density <= Density::Compact) state_.density = c.density;
  }
  void operator()(const command::SetMapMeasure& c) {
    if (c.measure <= MapMeasure::Rows) state_.map.measure = c.measure;
  }
  void operator()(const command::SetMap& c) {
    const bool are_numbers = c.zoom == c.zoom && c.centre_x == c.centre_x && c.centre_y == c.centre_y;
    if (!are_numbers) return;
    state_.map.zoom = std::clamp(c.zoom, 1.0f, MaxMapZoom);
    state_.map.centre_x = c.centre_x;
    state_.map.centre_y = c.centre_y;
  }
  void operator()(const command::SetTimeWindow& c) {
    if (!c.window || c.window->from_day < c.window->to_day) state_.time_window = c.window;
  }
  void operator()(const command::MaximisePanel& c) {
    if (!c.panel || *c.panel <= Panel::Latest) state_.maximised = c.panel;
  }
  void operator()(const command::SetValues& c) {
    if (names_column(c.column)) edit(set_values(state_.query, c.column, c.values));
  }
  void operator()(const command::SetReading& c) { state_.reading = c.page; }
  void operator()(const command::PointAt& c) {
    if (!c.subject || !c.subject->row || exists(*c.subject->row, dataset_)) state_.pointed = c.subject;
  }
  void operator()(const command::FetchMap&) {}
  void operator()(const command::SavePicture&) { close_popover(); }
  void operator()(const command::ReportSave& c) {
    if (c.outcome == SaveOutcome::Done || c.outcome > SaveOutcome::Failed) return;
    state_.popover = {};
    state_.popover.kind = PopoverKind::Pictures;
    state_.popover.saved = c.outcome;
  }
  void operator()(const command::SetDownload& c) {
    if (static_cast<size_t>(c.options.format) < exports::FormatCount) state_.download = c.options;
  }
  void operator()(const command::StartDownload&) {}
  void operator()(const command::CancelDownload&) {}
  void operator()(const command::CopyDownload&) {}
  void operator()(const command::SetVideoForm& c) {
    if (c.form <= VideoForm::Cards) state_.video_form = c.form;
  }
  void operator()(const command::SetPaletteText& c) {
    if (state_.popover.kind != PopoverKind::Palette) return;
    state_.popover.typed = c.text;
    state_.popover.chosen = 0;
  }
  void operator()(const command::MoveChoice& c) {
    if (state_.popover.kind == PopoverKind::Palette) state_.popover.chosen = c.to;
  }
  void operator()(const command::RunChoice&) {
    if (state_.popover.kind == PopoverKind::Palette) close_popover();
  }
  void operator()(const command::SetSingleKeys& c) { state_.single_keys = c.on; }
  void operator()(const command::Say& c) {
    state_.message = c.text;
    ++state_.messages;
  }
  void operator()(const command::FocusSearch&) {}
  void operator()(const command::FocusColumn&) {}
  void operator()(const command::OpenAddress& c) {
    AppState next = parse_address(c.text, state_);
    if (c.keep_look) {
      next.theme = state_.theme;
      next.density = state_.density;
      next.tables = state_.tables;
      next.video_form = state_.video_form;
    } else if (!c.memory.empty()) {
      next = memory::recall(std::move(next), c.text, c.memory);
    }
    state_ = std::move(next);
    close_popover();
    if (dataset_ == nullptr || state_.awaited_row.empty()) return;
    if (const auto row = find_row(*dataset_, state_.awaited_row)) select(row);
  }
  void operator()(const command::Forget&) {
    state_ = memory::forget(std::move(state_));
    close_popover();
  }
  void operator()(const command::FoundRow& c) {
    if (exists(c.row, dataset_) && !state_.awaited_row.empty()) select(c.row);
  }
  void operator()(const command::MissRow&) {
    if (state_.awaited_row.empty()) return;
    state_.address_notes.push_back({AddressFault::NoRow, std::exchange(state_.awaited_row, {})});
  }
  void operator()(const command::DismissNotes&) {
    state_.address_notes.clear();
    state_.embedding.unread.clear();
  }
  void operator()(const command::CopyLink&) {}
  void operator()(const command::ShareLink&) {}
  void operator()(const command::SetEmbed& c) {
    const EmbedChoice& choice = c.choice;
    const bool exists = choice.way <= EmbedWay::Element && choice.part <= EmbedPart::Table &&
                        choice.theme <= ThemeChoice::Dark;
    if (!exists) return;
    state_.embed = choice;
    state_.embed.height_px = std::clamp(choice.height_px, LeastEmbedHeight, MostEmbedHeight);
  }
  void operator()(const command::CopyCode&) {}
  void operator()(const command::ReportShare& c) {
    if (c.outcome > ShareOutcome::Failed) return;
    const bool here = state_.popover.kind == PopoverKind::Share || state_.popover.kind == PopoverKind::Embed;
    if (!here) {
      if (c.outcome != ShareOutcome::Failed) return;
      close_popover();
      state_.popover.kind = PopoverKind::Share;
    }
    state_.popover.shared = c.outcome;
  }
  void operator()(const command::Retry&) {}
  void operator()(const command::Reload&) {}
  void operator()(const command::CancelLoad&) {}
  void operator()(const command::OpenFile&) {}

 private:
  // A row stays selected in every view, with its details beside it.
  void show_view(View view) {
    if (view != state_.view) read_from_start();
    state_.view = view;
    close_popover();
  }

  void select(std::optional<RowRef> row) {
    state_.selected = row;
    state_.awaited_row.clear();
  }

  void close_popover() { state_.popover = Popover(); }

  // A table that loads has more rows than when its first ones were marked.
  void mark(const command::MarkRows& c) {
    if (dataset_ == nullptr || !exists(c.table)) return;
    RowSet rows(dataset_->table(c.table).row_count);
    if (c.how == command::MarkHow::Toggle && state_.marks.table == c.table)
      std::ranges::copy(state_.marks.rows.words(), rows.words().begin());
    for (const RowIndex row : c.rows) {
      if (row >= rows.row_count()) continue;
      uint64_t& word = rows.words()[row / 64];
      const uint64_t bit = uint64_t{1} << (row % 64);
      word = c.how == command::MarkHow::Toggle ? word ^ bit : word | bit;
    }
    const bool none = rows.count() == 0;
    state_.marks = none ? RowMarks() : RowMarks{c.table, std::move(rows)};
  }

  // Other rows: their first page.
  void read_from_start() {
    if (state_.reading) state_.reading = 0;
  }

  void read_query(std::string text) {
    ParsedQuery parsed = parse_query(text);
    state_.popover.range.clear();
    state_.query_text = std::move(text);
    if (!parsed.error) {
      if (!(state_.query == parsed.query)) read_from_start();
      state_.query = std::move(parsed.query);
    }
    state_.query_error = std::move(parsed.error);
  }

  // Every edit goes through the text, so that no state can hold a query that cannot be typed or linked to.
  void edit(const Query& query) {
    if (query == state_.query && !state_.query_error) return;
    read_query(format_query(query));
  }

  std::vector<ColumnLayout>& columns_of(TableId table) {
    return state_.tables[static_cast<size_t>(table)].columns;
  }

  ColumnLayout* find_layout(TableId table, size_t column) {
    if (!exists(table, column)) return nullptr;
    for (ColumnLayout& layout : columns_of(table)) {
      if (layout.column == column) return &layout;
    }
    return nullptr;
  }

  void move_column(const command::MoveColumn& c) {
    const ColumnLayout* layout = find_layout(c.table, c.column);
    if (layout == nullptr) return;
    auto& columns = columns_of(c.table);
    if (c.before > columns.size()) return;
    const auto from = columns.begin() + (layout - columns.data());
    const auto before = columns.begin() + static_cast<std::ptrdiff_t>(c.before);
    if (from < before) {
      std::rotate(from, from + 1, before);
    } else {
      std::rotate(before, from, from + 1);
    }
  }

  void open_popover(const command::OpenPopover& c) {
    switch (c.kind) {
      case PopoverKind::None:
        close_popover();
        return;
      case PopoverKind::ColumnFilter:
        if (!exists(c.table, c.column)) return;
        break;
      case PopoverKind::ColumnChooser:
      case PopoverKind::Download:
        if (!exists(c.table)) return;
        break;
      case PopoverKind::Warnings:
      case PopoverKind::Pictures:
      case PopoverKind::Palette:
      case PopoverKind::Shortcuts:
      case PopoverKind::Share:
      case PopoverKind::Embed:
        break;
      default:
        return;
    }
    state_.popover = {c.kind, c.table, c.column, {}, {}};
    const auto& pointed = state_.pointed;
    if (c.kind == PopoverKind::Palette && pointed && !pointed->part) state_.popover.row = pointed->row;
  }

  AppState& state_;
  const Dataset* dataset_;
};

}  // namespace

AppState apply(AppState state, const Command& command, const Dataset* dataset) {
  // Walking about is nothing that takes the place of what was done.
  const bool looks = std::holds_alternative<command::PointAt>(command) ||
                     std::holds_alternative<command::MoveCursor>(command);
  if (!looks) state.message.clear();
  const View view = state.view;
  std::visit(Applier(state, dataset), command);
  keep_to_part(state);
  if (state.view != view) state.marks = RowMarks();
  return state;
}

}  // namespace explorer
