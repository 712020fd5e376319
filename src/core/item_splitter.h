// Finds where a JSON value ends that may come in pieces, cut anywhere: follows texts, escapes and nesting,
// and trusts all else to who reads the value afterwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace explorer {

class ItemSplitter {
 public:
  // Before the first byte of a value that begins with `{`, `[` or `"`.
  void start();

  // Goes on with the next bytes. Returns how many of them belong to the value: all, unless it has ended.
  // A byte that JSON forbids in a text (a control character) ends the value too, so that a missing quote
  // does not swallow the rest of a document.
  size_t scan(std::string_view bytes);

  bool ended() const { return ended_; }

 private:
  size_t scan_text(std::string_view bytes, size_t at);

  uint64_t depth_ = 0;
  bool in_text_ = false;
  bool escaped_ = false;
  bool ended_ = false;
};

}  // namespace explorer
