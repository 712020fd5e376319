// The texts of a string pool as a search compares them: each distinct text is folded at most once, when it
// is first asked for. Today one lives as long as one run_query call; a dataset that is searched often can
// keep one beside it (it depends on the pool alone) without any change to the matching code.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/string_pool.h"

namespace explorer {

class FoldedTexts {
 public:
  // `strings` must outlive this object and get no new texts meanwhile.
  explicit FoldedTexts(const StringPool& strings) : strings_(&strings), pieces_(strings.size()) {}

  // fold_text of the text; valid until the next call.
  std::string_view of(StringId id);

 private:
  struct Piece {
    size_t begin = NotYet;
    size_t length = 0;
  };
  static constexpr size_t NotYet = static_cast<size_t>(-1);

  const StringPool* strings_;
  std::vector<Piece> pieces_;  // by id, into bytes_
  std::string bytes_;
};

}  // namespace explorer
