// What each command does to the state: one overload each, nothing else changes a state.
#include "state/command.h"

#include <algorithm>
#include <utility>

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
    state_.selected = c.row;
    close_popover();
  }
  void operator()(const command::CloseDetail&) { state_.selected.reset(); }

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
    if (exists(c.table)) state_.tables[static_cast<size_t>(c.table)] = default_columns(c.table);
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
  void operator()(const command::SetVideoForm& c) {
    if (c.form <= VideoForm::Cards) state_.video_form = c.form;
  }
  void operator()(const command::Retry&) {}
  void operator()(const command::Reload&) {}
  void operator()(const command::CancelLoad&) {}

 private:
  // A row stays selected in every view, with its details beside it.
  void show_view(View view) {
    state_.view = view;
    close_popover();
  }

  void close_popover() { state_.popover = Popover(); }

  void read_query(std::string text) {
    ParsedQuery parsed = parse_query(text);
    state_.popover.range.clear();
    state_.query_text = std::move(text);
    if (!parsed.error) state_.query = std::move(parsed.query);
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
        if (!exists(c.table)) return;
        break;
      case PopoverKind::Warnings:
      case PopoverKind::Pictures:
        break;
      default:
        return;
    }
    state_.popover = {c.kind, c.table, c.column, {}, {}};
  }

  AppState& state_;
  const Dataset* dataset_;
};

}  // namespace

AppState apply(AppState state, const Command& command, const Dataset* dataset) {
  std::visit(Applier(state, dataset), command);
  return state;
}

}  // namespace explorer
