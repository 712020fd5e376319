// What a browser remembers of a reader's earlier visits to a dataset, as text, and what becomes of it when
// the page is opened again. Knows no browser: app/ says when, web/remember.js keeps the text.
//
// The text is an address (address.h) with a few of its parts, view, form, columns, widths, density and theme,
// and "keys=off" behind them where keys of a single letter are switched off. It has what the reader changed;
// what a link brought along is no choice of theirs.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "state/app_state.h"

namespace explorer::memory {

// How much is remembered. In a page around it (Tables) that page decides on view and colours, so only what
// helps with reading its tables stays: columns, widths, density and keys.
enum class Extent : uint8_t { Tables, All };

// Longer texts (bytes) are nobody's memory, and passed over.
inline constexpr size_t MaxText = 8000;

// The parts of a state that are remembered.
struct Kept {
  View view = View::Overview;
  VideoForm form = VideoForm::Table;
  std::array<std::vector<ColumnLayout>, TableCount> columns;
  Density density = Density::Comfortable;
  ThemeChoice theme = ThemeChoice::System;
  bool single_keys = true;
};

// `opened` is the state of `address`; what that does not say comes from `text`. The view, the form of the
// videos and which columns are shown only if the address says nothing at all: a link shows everybody the
// same. Who may not arrange columns (AppState::embedding) has them as the address says.
AppState recall(AppState opened, std::string_view address, std::string_view text);

// As a reader starts with it; what is on screen (view, query, row) stays, and in an embedding what its page
// decides on.
AppState forget(AppState state);

// Whether there is no part in it but the version.
bool says_nothing(std::string_view address);

// Follows what a reader does, from one text to the next.
class Keeper {
 public:
  // `text`: as the browser has it; what of it cannot be read is passed over.
  Keeper(std::string_view text, Extent extent);

  // Whether there was a text at first, readable or not.
  bool had_text() const { return had_text_; }
  // What recall() takes. `view`: with the last one; else there is none to go back to.
  std::string text(bool view = true) const;

  // Whether there is a view to go back to.
  bool has_view() const;

  // `now` is where the reader is without having chosen it.
  void adopt(const AppState& now);
  // What differs from the state of the call before is the reader's choice. Returns whether text() is another
  // one.
  bool follow(const AppState& now);
  // Nothing is remembered until the reader changes something.
  void forget(const AppState& now);

 private:
  Extent extent_;
  bool had_text_;
  Kept kept_, last_;
  std::string told_;
};

}  // namespace explorer::memory
