// See folded_texts.h.
#include "core/folded_texts.h"

#include "core/text_fold.h"

namespace explorer {

std::string_view FoldedTexts::of(StringId id) {
  Piece& piece = pieces_[static_cast<uint32_t>(id)];
  if (piece.begin == NotYet) {
    piece.begin = bytes_.size();
    append_folded(bytes_, strings_->view(id));
    piece.length = bytes_.size() - piece.begin;
  }
  return std::string_view(bytes_).substr(piece.begin, piece.length);
}

}  // namespace explorer
