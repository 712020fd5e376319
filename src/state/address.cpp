// Writes an address; address_parse.cpp reads it.
#include "state/address.h"

#include <algorithm>
#include <cmath>

#include "core/text_fold.h"
#include "state/address_values.h"
#include "state/address_words.h"

namespace explorer {
namespace {

using namespace address;

// From here on a window of the timeline is written in whole days: nobody sees the difference.
constexpr double RoundedDays = 30;

// Parts in the order in which they are put.
class Writer {
 public:
  void put(std::string_view key, std::string_view value) {
    if (value.empty() || value.size() > MaxAddressValue) return;
    out_ += out_.empty() ? "v=" + std::to_string(AddressVersion) + '&' : "&";
    out_.append(key) += '=';
    for (const char c : value) {
      if (c == ' ') {
        out_ += '+';
      } else if (is_letter_or_digit(c) || Plain.find(c) != std::string_view::npos) {
        out_ += c;
      } else {
        append_escaped(out_, c);
      }
    }
  }

  std::string finish() {
    if (!out_.empty() && !is_letter_or_digit(out_.back())) {
      const char last = out_.back() == '+' ? ' ' : out_.back();
      out_.pop_back();
      append_escaped(out_, last);
    }
    return std::move(out_);
  }

 private:
  static constexpr std::string_view Plain = "-._:/?@=,";
  std::string out_;
};

// One line without white space at its ends. Nothing where that could not be read back: what is no UTF-8, or
// has a value made of control characters.
std::string query_line(const AppState& state) {
  std::string text = state.query_error ? format_query(state.query) : state.query_text;
  if (valid_utf8_prefix(text) != text.size()) return {};
  bool replaced = false;
  for (char& c : text) {
    if (static_cast<unsigned char>(c) >= ' ' && c != '\x7F') continue;
    c = ' ';
    replaced = true;
  }
  if (replaced && parse_query(text).error) return {};
  const size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? "" : text.substr(begin, text.find_last_not_of(' ') + 1 - begin);
}

std::string row_text(const AppState& state, const Dataset* dataset) {
  if (!state.selected) return state.awaited_row;
  return dataset == nullptr ? std::string() : format_row(*dataset, *state.selected);
}

void put_place(Writer& out, const AppState& state, const Dataset* dataset) {
  out.put("row", row_text(state, dataset));
  if (state.maximised) out.put("panel", Panels[static_cast<size_t>(*state.maximised)]);
}

std::string window_text(const TimeWindow& window) {
  constexpr double Farthest = 1e8;  // days; nothing that a reader reaches
  if (!(std::abs(window.from_day) < Farthest && std::abs(window.to_day) < Farthest)) return {};
  const bool rounded = window.to_day - window.from_day >= RoundedDays;
  const auto minutes = [rounded](double day) {
    return rounded ? std::llround(day) * MinutesPerDay
                   : std::llround(day * static_cast<double>(MinutesPerDay));
  };
  const int64_t from = minutes(window.from_day), to = minutes(window.to_day);
  if (from >= to) return {};
  std::string text;
  append_moment(text, from);
  text += "..";
  append_moment(text, to);
  return text;
}

std::string shown_columns(const TableState& state, TableId table) {
  std::string names;
  for (const ColumnLayout& layout : state.columns) {
    if (layout.hidden) continue;
    if (!names.empty()) names += ',';
    names += column_specs(table)[layout.column].name;
  }
  return names;
}

// In the order of default_columns(): the one that hidden columns have among themselves is not written.
std::string column_widths(const TableState& state, TableId table) {
  std::string widths;
  for (const ColumnLayout& usual : default_columns(table).columns) {
    const auto layout = std::ranges::find(state.columns, usual.column, &ColumnLayout::column);
    if (layout == state.columns.end() || layout->width_px <= 0) continue;
    if (!widths.empty()) widths += ',';
    widths.append(column_specs(table)[usual.column].name) += ':';
    widths += std::to_string(std::lround(layout->width_px));
  }
  return widths;
}

void put_columns(Writer& out, const AppState& state) {
  for (const TableId table : AllTables) {
    const auto at = static_cast<size_t>(table);
    const std::string shown = shown_columns(state.tables[at], table);
    if (shown != shown_columns(default_columns(table), table))
      out.put(std::string(Columns).append(Tables[at]), shown);
  }
  for (const TableId table : AllTables) {
    const auto at = static_cast<size_t>(table);
    out.put(std::string(Widths).append(Tables[at]), column_widths(state.tables[at], table));
  }
}

std::string map_text(const MapState& map) {
  if (std::lround(map.zoom * 100) <= 100) return {};
  const auto centre = [](float at) {
    return std::to_string(std::lround(std::clamp(at, -MaxMapCentre, MaxMapCentre)));
  };
  return decimal(static_cast<double>(map.zoom)) + ',' + centre(map.centre_x) + ',' + centre(map.centre_y);
}

}  // namespace

std::string format_address(const AppState& state, const Dataset* dataset) {
  Writer out;
  if (state.view != View::Overview) out.put("view", Views[static_cast<size_t>(state.view)]);
  out.put("q", query_line(state));
  put_place(out, state, dataset);
  if (state.reading) out.put("read", std::to_string(uint64_t{*state.reading} + 1));
  out.put("form", Forms[static_cast<size_t>(state.video_form)]);
  out.put("map", map_text(state.map));
  out.put("measure", Measures[static_cast<size_t>(state.map.measure)]);
  if (state.time_window) out.put("time", window_text(*state.time_window));
  put_columns(out, state);
  out.put("density", Densities[static_cast<size_t>(state.density)]);
  out.put("theme", Themes[static_cast<size_t>(state.theme)]);
  return out.finish();
}

std::string format_place(const AppState& state, const Dataset* dataset) {
  Writer out;
  if (state.view != View::Overview) out.put("view", Views[static_cast<size_t>(state.view)]);
  put_place(out, state, dataset);
  if (state.reading) out.put("read", "1");
  return out.finish();
}

std::string format_row(const Dataset& dataset, RowRef row) {
  const auto table = static_cast<size_t>(row.table);
  return std::string(Tables[table]).append(":").append(dataset.tables[table].ids.view(row.row));
}

std::optional<TableId> table_of_row(std::string_view text) {
  const std::string_view name = text.substr(0, text.find(':'));
  const auto found = std::ranges::find(Tables, name);
  if (found == std::end(Tables) || name.size() + 1 >= text.size()) return std::nullopt;
  return AllTables[static_cast<size_t>(found - std::begin(Tables))];
}

std::optional<RowRef> find_row(const Dataset& dataset, std::string_view text, RowIndex from) {
  const auto table = table_of_row(text);
  if (!table) return std::nullopt;
  const std::string_view id = text.substr(text.find(':') + 1);
  const Table& rows = dataset.table(*table);
  for (RowIndex row = from; row < rows.row_count; ++row) {
    if (rows.ids.view(row) == id) return RowRef{*table, row};
  }
  return std::nullopt;
}

}  // namespace explorer
