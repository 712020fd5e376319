// From a byte offset in a JSON document to the place a person looks for: line, column and JSON path.
// Works after the fact, only for the few offsets that are reported, so that loading keeps no book of places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "core/load_report.h"

namespace explorer {

// Offset of the first byte at or after `from` that is neither blank nor `,` nor `:`: where the token after
// `from` starts. At most bytes.size().
size_t token_start(std::string_view bytes, size_t from);

// Appends to a path: the member whose key is `key` as it is written between its quotes; an element.
void append_member(std::string& path, std::string_view key);
void append_element(std::string& path, uint64_t index);

// Counts lines and columns over a stream that is cut anywhere.
class LineCounter {
 public:
  explicit LineCounter(uint64_t line = 1, uint64_t column = 1) : line_(line), column_(column) {}
  void pass(std::string_view bytes);
  uint64_t line() const { return line_; }      // of the next byte, from 1
  uint64_t column() const { return column_; }  // in bytes, from 1

 private:
  uint64_t line_;
  uint64_t column_;
};

// Finds places in one value of a document. Reads it once, so the offsets must be asked for in ascending
// order.
class PlaceFinder {
 public:
  // `bytes` must be JSON up to the last offset asked for; `origin` is the place of its first byte.
  PlaceFinder(std::string_view bytes, const LoadPlace& origin);

  // The place of the token or byte at `offset`; at a key, the path of its member. Offsets beyond the end
  // give the place after the last byte. Paths deeper than 64 levels are cut with "...".
  LoadPlace find(size_t offset);

 private:
  struct Level {
    bool object;
    uint32_t index;    // of the current element of an array
    size_t key_begin;  // the current key of an object, between its quotes, as it is written
    size_t key_end;
  };

  void skip_string(size_t limit);
  void step(size_t limit);
  std::string path(size_t offset) const;

  std::string_view bytes_;
  const LoadPlace& origin_;
  std::vector<Level> levels_;  // the outermost ones, as many as a path shows
  uint64_t unshown_levels_ = 0;
  size_t at_ = 0;
  size_t line_begin_ = 0;
  uint64_t line_ = 0;  // line feeds passed
  bool key_next_ = false;
};

}  // namespace explorer
