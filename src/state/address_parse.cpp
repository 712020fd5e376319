// Reads an address, part by part: what cannot be read is passed over, and noted.
#include <algorithm>
#include <utility>

#include "core/text_fold.h"
#include "state/address.h"
#include "state/address_values.h"
#include "state/address_words.h"
#include "state/command.h"

namespace explorer {
namespace {

using namespace address;

constexpr size_t MaxNotedName = 40;  // bytes of a part that nobody knows

// The place of a word in a list of them; nothing for words that are not written.
std::optional<size_t> place_of(std::span<const std::string_view> words, std::string_view word) {
  const auto found = std::ranges::find(words, word);
  if (word.empty() || found == words.end()) return std::nullopt;
  return static_cast<size_t>(found - words.begin());
}

ColumnLayout* find_layout(TableState& table, size_t column) {
  const auto found =
      std::ranges::find(table.columns, column, [](const ColumnLayout& each) { return size_t{each.column}; });
  return found == table.columns.end() ? nullptr : &*found;
}

// Each read_... returns whether all of the value could be read. What can be read of a list is taken over.

template <typename Choice>
bool read_word(std::span<const std::string_view> words, std::string_view value, Choice& choice) {
  const auto place = place_of(words, value);
  if (place) choice = static_cast<Choice>(*place);
  return place.has_value();
}

bool read_query(AppState& state, std::string_view value) {
  ParsedQuery parsed = parse_query(value);
  state.query_text = value;
  state.query = std::move(parsed.query);
  state.query_error = std::move(parsed.error);
  return true;  // what is wrong with it is said beside the search box
}

bool read_row(AppState& state, std::string_view value) {
  if (!table_of_row(value)) return false;
  state.awaited_row = value;
  return true;
}

bool read_panel(AppState& state, std::string_view value) {
  Panel panel{};
  if (!read_word(Panels, value, panel)) return false;
  state.maximised = panel;
  return true;
}

bool read_reading(AppState& state, std::string_view value) {
  const auto page = read_digits(value);
  if (!page || *page == 0) return false;
  state.reading = static_cast<uint32_t>(*page - 1);
  return true;
}

bool read_map(AppState& state, std::string_view value) {
  const auto zoom = read_decimal(take(value, ",")), x = read_decimal(take(value, ",")),
             y = read_decimal(value);
  if (!zoom || !x || !y || *zoom < 1) return false;
  state.map.zoom = std::min(static_cast<float>(*zoom), MaxMapZoom);
  state.map.centre_x = std::clamp(static_cast<float>(*x), -MaxMapCentre, MaxMapCentre);
  state.map.centre_y = std::clamp(static_cast<float>(*y), -MaxMapCentre, MaxMapCentre);
  return true;
}

bool read_time(AppState& state, std::string_view value) {
  const auto from = read_moment(take(value, "..")), to = read_moment(value);
  if (!from || !to || *from >= *to) return false;
  state.time_window = TimeWindow{*from, *to};
  return true;
}

// Those shown, from the first to the last; all others are hidden, in the order that they have.
bool read_columns(TableState& table, TableId id, std::string_view value) {
  std::vector<ColumnLayout> ordered;
  bool whole = true;
  while (!value.empty()) {
    const auto column = find_column(id, take(value, ","));
    const auto is_it = [&](const ColumnLayout& each) { return each.column == column; };
    ColumnLayout* layout = column ? find_layout(table, *column) : nullptr;
    if (layout == nullptr || std::ranges::any_of(ordered, is_it)) {
      whole = false;
      continue;
    }
    ordered.push_back(*layout);
    ordered.back().hidden = false;
  }
  if (ordered.empty()) return false;
  const auto shown = static_cast<std::ptrdiff_t>(ordered.size());
  for (ColumnLayout layout : table.columns) {
    const auto is_it = [&](const ColumnLayout& each) { return each.column == layout.column; };
    if (std::any_of(ordered.begin(), ordered.begin() + shown, is_it)) continue;
    layout.hidden = true;
    ordered.push_back(layout);
  }
  table.columns = std::move(ordered);
  return whole;
}

bool read_widths(TableState& table, TableId id, std::string_view value) {
  bool whole = true;
  while (!value.empty()) {
    std::string_view entry = take(value, ",");
    const auto column = find_column(id, take(entry, ":"));
    const auto width = read_digits(entry);
    ColumnLayout* layout = column && width ? find_layout(table, *column) : nullptr;
    whole = whole && layout != nullptr;
    if (layout != nullptr)
      layout->width_px = std::clamp(static_cast<float>(*width), MinColumnWidth, MaxColumnWidth);
  }
  return whole;
}

struct Part {
  std::string_view key;
  bool (*read)(AppState& state, std::string_view value);
};
constexpr Part Parts[] = {
    {"view", [](AppState& state, std::string_view value) { return read_word(Views, value, state.view); }},
    {"q", read_query},
    {"row", read_row},
    {"panel", read_panel},
    {"read", read_reading},
    {"form",
     [](AppState& state, std::string_view value) { return read_word(Forms, value, state.video_form); }},
    {"map", read_map},
    {"measure",
     [](AppState& state, std::string_view value) { return read_word(Measures, value, state.map.measure); }},
    {"time", read_time},
    {"density",
     [](AppState& state, std::string_view value) { return read_word(Densities, value, state.density); }},
    {"theme", [](AppState& state, std::string_view value) { return read_word(Themes, value, state.theme); }},
};

struct TablePart {
  std::string_view prefix;  // of the table's name
  bool (*read)(TableState& table, TableId id, std::string_view value);
};
constexpr TablePart TableParts[] = {{Columns, read_columns}, {Widths, read_widths}};

void note(AppState& state, AddressFault fault, std::string_view part) {
  if (state.address_notes.size() >= MaxAddressNotes) return;
  AddressNote made{fault, std::string(part.substr(0, MaxNotedName))};
  made.part.resize(valid_utf8_prefix(made.part));
  if (std::ranges::find(state.address_notes, made) == state.address_notes.end())
    state.address_notes.push_back(std::move(made));
}

void read_version(AppState& state, std::string_view value) {
  const auto version = read_digits(value);
  if (!version || *version < 1) return note(state, AddressFault::Broken, "v");
  if (*version > AddressVersion) note(state, AddressFault::Newer, {});
}

// Nothing if nobody knows the key.
std::optional<bool> read_value(AppState& state, std::string_view key, std::string_view value) {
  const auto known = std::ranges::find(Parts, key, &Part::key);
  if (known != std::end(Parts)) return known->read(state, value);
  for (const TablePart& part : TableParts) {
    if (!key.starts_with(part.prefix)) continue;
    const auto table = place_of(Tables, key.substr(part.prefix.size()));
    if (table) return part.read(state.tables[*table], AllTables[*table], value);
  }
  return std::nullopt;
}

void read_part(AppState& state, std::string_view text) {
  // A link copied out of the source of a page.
  if (text.starts_with("amp;")) text.remove_prefix(4);
  if (text.empty()) return;
  const std::string key = unescape(take(text, "="));
  const std::string value = unescape(text);
  if (key == "v") return read_version(state, value);
  if (value.size() > MaxAddressValue || !is_line(value)) return note(state, AddressFault::Broken, key);
  const auto whole = read_value(state, key, value);
  if (!whole) return note(state, AddressFault::Unknown, key.empty() ? "=" : key);
  if (!*whole) note(state, AddressFault::Broken, key);
}

// Everything that addresses say, as a reader starts with it.
void forget(AppState& state) {
  const AppState fresh = initial_state();
  state.view = fresh.view;
  state.query_text.clear();
  state.query = {};
  state.query_error.reset();
  state.tables = fresh.tables;
  state.selected.reset();
  state.awaited_row.clear();
  state.address_notes.clear();
  for (const std::string& part : state.embedding.unread)
    state.address_notes.push_back({AddressFault::Broken, part});
  state.theme = fresh.theme;
  state.density = fresh.density;
  state.map = fresh.map;
  state.time_window.reset();
  state.maximised.reset();
  state.video_form = fresh.video_form;
  state.reading.reset();
}

}  // namespace

AppState parse_address(std::string_view text, AppState state) {
  forget(state);
  while (!text.empty())
    read_part(state, take(text, "&"));
  return state;
}

}  // namespace explorer
