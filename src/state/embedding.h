// What the page around the explorer chose for the frame that it stands in: which part of it is there, and
// what readers may do. Knows no browser.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "state/embed_choice.h"

namespace explorer {

struct Embedding {
  static constexpr uint8_t AllRights = (1 << EmbedRightCount) - 1;

  EmbedPart part = EmbedPart::Whole;
  uint8_t rights = AllRights;       // a bit for each EmbedRight
  bool framed = false;              // the page stands in another one
  bool attribution = true;          // a small link says where it is from, if it is framed
  std::vector<std::string> unread;  // what could not be read of the frame's address: "ui=mpa"

  bool may(EmbedRight right) const { return (rights >> static_cast<int>(right) & 1) != 0; }
  // A part of it without anything that leads to others.
  bool alone() const { return part != EmbedPart::Whole; }
  // Whether there is anything that readers may not do.
  bool withholds() const { return alone() || rights != AllRights; }
  friend bool operator==(const Embedding&, const Embedding&) = default;
};

// The parts `ui` and `may` of the frame's address, see README. Words are the same in any case and with blanks
// around them. `ui` empty: the whole. `may`: words with "," between, of which "all" is every right; empty:
// none. A word that nobody knows is passed over, and noted.
Embedding read_embedding(std::string_view ui, std::string_view may);

}  // namespace explorer
