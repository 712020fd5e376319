// See describe_state.h.
#include "describe_state.h"

#include <cmath>
#include <map>
#include <string_view>

#include "state/address.h"

namespace explorer::test {
namespace {

constexpr std::string_view Views[] = {"overview", "articles", "releases", "charts", "videos"};
constexpr std::string_view Tables[] = {"articles", "releases", "charts", "videos", "events"};

std::string moment(double day) {
  const auto minutes = std::llround(day * 1440);
  const auto rest = (minutes % 1440 + 1440) % 1440;
  return std::to_string((minutes - rest) / 1440) + "+" + std::to_string(rest);
}

}  // namespace

void describe_columns(Lines& lines, const AppState& state) {
  for (const bool widths : {false, true}) {
    for (const TableId table : AllTables) {
      const auto at = static_cast<size_t>(table);
      std::string shown, usual, wide;
      std::map<std::string, long> widths_px;  // whatever the order of the columns
      for (const ColumnLayout& layout : state.tables[at].columns) {
        const std::string name(column_specs(table)[layout.column].name);
        if (!layout.hidden) shown += (shown.empty() ? "" : ",") + name;
        if (layout.width_px > 0) widths_px[name] = std::lround(layout.width_px);
      }
      for (const auto& [name, px] : widths_px)
        wide += (wide.empty() ? "" : ",") + name + ":" + std::to_string(px);
      for (const ColumnLayout& layout : default_columns(table).columns) {
        const std::string name(column_specs(table)[layout.column].name);
        if (!layout.hidden) usual += (usual.empty() ? "" : ",") + name;
      }
      if (!widths && shown != usual) lines.emplace_back("columns of " + std::string(Tables[at]), shown);
      if (widths && !wide.empty()) lines.emplace_back("widths of " + std::string(Tables[at]), wide);
    }
  }
}

std::string describe_notes(const AppState& state) {
  std::string notes;
  for (const AddressNote& note : state.address_notes) {
    constexpr std::string_view Faults[] = {"unknown ", "broken ", "no row ", "newer"};
    notes.append(notes.empty() ? "" : ", ").append(Faults[static_cast<size_t>(note.fault)]).append(note.part);
  }
  return notes;
}

// What a state has that the one a reader starts with has not.
Lines describe(const AppState& state, const Dataset* dataset) {
  Lines lines;
  if (state.view != View::Overview) lines.emplace_back("view", Views[static_cast<size_t>(state.view)]);
  if (!state.query_text.empty()) lines.emplace_back("query", state.query_text);
  if (state.selected && dataset != nullptr) lines.emplace_back("row", format_row(*dataset, *state.selected));
  if (!state.awaited_row.empty()) lines.emplace_back("awaited", state.awaited_row);
  constexpr std::string_view Panels[] = {"where", "videos", "when", "articles", "latest"};
  if (state.maximised) lines.emplace_back("panel", Panels[static_cast<size_t>(*state.maximised)]);
  if (state.reading) lines.emplace_back("read", std::to_string(*state.reading + 1));
  if (state.video_form == VideoForm::Cards) lines.emplace_back("form", "cards");
  if (state.map.zoom > 1) {
    lines.emplace_back("map", std::to_string(std::lround(state.map.zoom * 100)) + " " +
                                  std::to_string(std::lround(state.map.centre_x)) + " " +
                                  std::to_string(std::lround(state.map.centre_y)));
  }
  constexpr std::string_view Measures[] = {"best", "entries", "rows"};
  if (state.map.measure != MapMeasure::BestPosition)
    lines.emplace_back("measure", Measures[static_cast<size_t>(state.map.measure)]);
  if (state.time_window)
    lines.emplace_back("time", moment(state.time_window->from_day) + " " + moment(state.time_window->to_day));
  describe_columns(lines, state);
  if (state.density == Density::Compact) lines.emplace_back("density", "compact");
  if (state.theme != ThemeChoice::System)
    lines.emplace_back("theme", state.theme == ThemeChoice::Light ? "light" : "dark");
  if (const std::string notes = describe_notes(state); !notes.empty()) lines.emplace_back("notes", notes);
  return lines;
}

std::string joined(const Lines& lines) {
  std::string text;
  for (const auto& [key, value] : lines)
    text.append(key).append(": ").append(value).append("\n");
  return text;
}

}  // namespace explorer::test
