// What the loader noticed on its way: first by the bytes of the value being read, then, while these are still
// there, with line, column and path.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_place.h"
#include "core/load_report.h"
#include "core/phrase.h"

namespace explorer {

struct FoundWarning {
  LoadWarningKind kind;
  uint32_t from;  // the token it is about starts at the first byte from here on that is no blank, `,` or `:`
  std::string message;
};

struct WarningLog {
  std::vector<FoundWarning> found;  // in the value being read
  std::vector<LoadWarning> kept;
  uint64_t count = 0;

  bool has_room() const { return kept.size() + found.size() < MaxKeptWarnings; }
  // Fills the pattern in if there is room for one more.
  void add(LoadWarningKind kind, uint32_t from, Pattern message,
           std::initializer_list<std::string_view> values);
  void add(LoadWarningKind kind, uint32_t from, Phrase message) { add(kind, from, Pattern{message.id}, {}); }
  void add_at(LoadWarningKind kind, LoadPlace place, Pattern message,
              std::initializer_list<std::string_view> values);
  void add_at(LoadWarningKind kind, LoadPlace place, Phrase message) {
    add_at(kind, std::move(place), Pattern{message.id}, {});
  }
  // Moves what was found in `bytes`, a value that starts at `origin`, to what is kept, in order.
  void place_found(std::string_view bytes, const LoadPlace& origin);
};

// `warnings` in the order of documents, lines and columns, cut to MaxKeptWarnings.
void sort_warnings(std::vector<LoadWarning>& warnings);

// `text` for a message, cut to about 60 bytes (never inside a character).
std::string shortened(std::string_view text);

}  // namespace explorer
