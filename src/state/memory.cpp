// See memory.h.
#include "state/memory.h"

#include <algorithm>
#include <utility>

#include "state/address.h"
#include "state/address_values.h"
#include "state/address_words.h"

namespace explorer::memory {
namespace {

constexpr std::string_view KeysOff = "keys=off";

Kept kept_of(const AppState& state) {
  Kept kept{state.view, state.video_form, {}, state.density, state.theme, state.single_keys};
  for (size_t i = 0; i < TableCount; ++i)
    kept.columns[i] = state.tables[i].columns;
  return kept;
}

// Calls `use` with each part of an address, until it returns true; whether it did.
template <typename Use>
bool any_part(std::string_view address, Use use) {
  while (!address.empty()) {
    std::string_view part = address::take(address, "&");
    if (part.starts_with("amp;")) part.remove_prefix(4);  // as parse_address() has it
    if (!part.empty() && use(part)) return true;
  }
  return false;
}

bool says(std::string_view address, std::string_view key) {
  return any_part(
      address, [key](std::string_view part) { return address::unescape(address::take(part, "=")) == key; });
}

// What differs from the state that a reader starts with.
std::string text_of(const Kept& kept, Extent extent) {
  AppState state = initial_state();
  for (size_t i = 0; i < TableCount; ++i)
    state.tables[i].columns = kept.columns[i];
  state.density = kept.density;
  if (extent == Extent::All) {
    state.view = kept.view;
    state.video_form = kept.form;
    state.theme = kept.theme;
  }
  std::string text = format_address(state, nullptr);
  if (!kept.single_keys) text.append(text.empty() ? "" : "&").append(KeysOff);
  return text;
}

// A text of a later version means something that nobody knows here.
Kept parse(std::string_view text) {
  if (text.size() > MaxText) return kept_of(initial_state());
  AppState state = parse_address(text, initial_state());
  const bool newer = std::ranges::find(state.address_notes, AddressFault::Newer, &AddressNote::fault) !=
                     state.address_notes.end();
  if (newer) return kept_of(initial_state());
  state.single_keys = !any_part(text, [](std::string_view part) { return part == KeysOff; });
  return kept_of(state);
}

ColumnLayout* find_layout(std::vector<ColumnLayout>& columns, uint8_t column) {
  const auto found = std::ranges::find(columns, column, &ColumnLayout::column);
  return found == columns.end() ? nullptr : &*found;
}

bool same_order(const std::vector<ColumnLayout>& one, const std::vector<ColumnLayout>& other) {
  return std::ranges::equal(one, other, [](const ColumnLayout& a, const ColumnLayout& b) {
    return a.column == b.column && a.hidden == b.hidden;
  });
}

void copy_widths(std::vector<ColumnLayout>& to, const std::vector<ColumnLayout>& from) {
  for (const ColumnLayout& layout : from) {
    if (ColumnLayout* same = find_layout(to, layout.column)) same->width_px = layout.width_px;
  }
}

// Who widens a column has not chosen which columns are shown, and the other way round.
void follow_columns(std::vector<ColumnLayout>& kept, std::vector<ColumnLayout> before,
                    const std::vector<ColumnLayout>& now) {
  if (!same_order(before, now)) {
    std::vector<ColumnLayout> ordered = now;
    copy_widths(ordered, kept);
    kept = std::move(ordered);
  }
  for (const ColumnLayout& layout : now) {
    const ColumnLayout* earlier = find_layout(before, layout.column);
    ColumnLayout* same = find_layout(kept, layout.column);
    if (earlier && same && earlier->width_px != layout.width_px) same->width_px = layout.width_px;
  }
}

template <typename Choice>
void follow_choice(Choice& kept, Choice before, Choice now) {
  if (before != now) kept = now;
}

}  // namespace

bool says_nothing(std::string_view address) {
  return !any_part(address,
                   [](std::string_view part) { return address::unescape(address::take(part, "=")) != "v"; });
}

AppState recall(AppState opened, std::string_view address, std::string_view text) {
  const Kept kept = parse(text);
  const bool all = says_nothing(address);
  if (all) {
    opened.view = kept.view;
    opened.video_form = kept.form;
  }
  opened.single_keys = opened.single_keys && kept.single_keys;
  if (!says(address, "theme")) opened.theme = kept.theme;
  // Who may not arrange columns could not undo it either.
  if (!opened.embedding.may(EmbedRight::Columns)) return opened;
  if (!says(address, "density")) opened.density = kept.density;
  for (size_t i = 0; i < TableCount; ++i) {
    std::vector<ColumnLayout>& columns = opened.tables[i].columns;
    if (all) {
      columns = kept.columns[i];
    } else if (!says(address, std::string(address::Widths).append(address::Tables[i]))) {
      copy_widths(columns, kept.columns[i]);
    }
  }
  return opened;
}

AppState forget(AppState state) {
  const AppState fresh = initial_state();
  state.single_keys = fresh.single_keys;
  if (!state.embedding.framed && !state.embedding.alone()) {
    state.video_form = fresh.video_form;
    state.theme = fresh.theme;
  }
  if (!state.embedding.may(EmbedRight::Columns)) return state;
  state.density = fresh.density;
  for (size_t i = 0; i < TableCount; ++i)
    state.tables[i].columns = fresh.tables[i].columns;
  return state;
}

Keeper::Keeper(std::string_view text, Extent extent)
    : extent_(extent),
      had_text_(!text.empty()),
      kept_(parse(text)),
      last_(kept_of(initial_state())),
      told_(text_of(kept_, extent)) {}

std::string Keeper::text(bool view) const {
  Kept kept = kept_;
  if (!view) kept.view = View::Overview;
  return text_of(kept, extent_);
}

bool Keeper::has_view() const {
  return extent_ == Extent::All && kept_.view != View::Overview;
}

void Keeper::adopt(const AppState& now) {
  last_ = kept_of(now);
}

bool Keeper::follow(const AppState& now) {
  const Kept before = std::exchange(last_, kept_of(now));
  follow_choice(kept_.view, before.view, last_.view);
  follow_choice(kept_.form, before.form, last_.form);
  follow_choice(kept_.density, before.density, last_.density);
  follow_choice(kept_.theme, before.theme, last_.theme);
  follow_choice(kept_.single_keys, before.single_keys, last_.single_keys);
  for (size_t i = 0; i < TableCount; ++i)
    follow_columns(kept_.columns[i], before.columns[i], last_.columns[i]);
  const std::string told = std::exchange(told_, text());
  return told_ != told;
}

void Keeper::forget(const AppState& now) {
  kept_ = kept_of(initial_state());
  told_.clear();
  adopt(now);
}

}  // namespace explorer::memory
