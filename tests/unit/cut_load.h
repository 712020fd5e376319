// Loads a document in pieces, the way it comes from a network.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "core/load_dataset.h"
#include "core/load_session.h"

namespace explorer {

// As load_dataset, but `next_size()` says how many bytes come next (at least 1). Each piece is a copy of its
// own, so that a sanitizer sees who keeps a piece longer than it lives.
template <typename NextSize>
LoadResult load_in_pieces(std::string_view document, NextSize next_size) {
  auto dataset = std::make_unique<Dataset>();
  LoadSession session(*dataset);
  session.begin_document();
  bool good = true;
  while (!document.empty() && good) {
    const std::string piece(document.substr(0, next_size()));
    good = session.write(std::string_view(piece.data(), piece.size()));
    document.remove_prefix(piece.size());
  }
  good = good && session.end_document();
  if (good) session.finish();
  LoadResult result = report_of(session);
  if (good) result.dataset = std::move(dataset);
  return result;
}

// All that a result says, rows included, as one text to compare.
std::string account_of(const LoadResult& result);

}  // namespace explorer
