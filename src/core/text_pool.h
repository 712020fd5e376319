// Texts in the order they came, end to end in large chunks, ready to be searched: a chunk is one haystack,
// and texts that are not plain ASCII are kept folded as well (ASCII folds while it is compared). Knows no
// rows.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/blocks.h"

namespace explorer {

class TextPool {
 public:
  // A text of more bytes has a chunk of its own.
  static constexpr uint32_t ChunkBytes = 1U << 20;

  uint32_t size() const { return positions_.size(); }

  // Appends `text` and returns its index. A pool holds 4 GiB at most, more than a dataset may weigh
  // (dataset_size.h).
  uint32_t add(std::string_view text);

  std::string_view view(uint32_t index) const;

  // The chunks as haystacks: texts [first_of(c), first_of(c + 1)) lie in chunk(c) without gaps.
  uint32_t chunk_count() const { return static_cast<uint32_t>(chunks_.size()); }
  std::string_view chunk(uint32_t number) const { return chunks_[number].bytes; }
  uint32_t first_of(uint32_t chunk) const {
    return chunk < chunks_.size() ? chunks_[chunk].first : positions_.size();
  }
  // Where each text of a chunk begins in it, and where the last one ends.
  void read_offsets(uint32_t chunk, std::vector<uint32_t>& offsets) const;

  // Memory, or, where long texts leave most of their chunks empty, the room of positions that is used up.
  size_t byte_size() const;

 private:
  struct Chunk {
    std::string bytes;
    uint32_t first;  // index of its first text
  };
  std::vector<Chunk> chunks_;
  Blocks<uint32_t> positions_;  // chunk * ChunkBytes + offset
};

// A pool with the folded form of each text at hand.
class SearchableTexts {
 public:
  uint32_t size() const { return texts_.size(); }
  uint32_t add(std::string_view text);
  // The same where the folded form of a text that is not plain ASCII is known already.
  uint32_t add_folded(std::string_view text, std::string_view folded);
  std::string_view view(uint32_t index) const { return texts_.view(index); }

  // fold_text of a text. Valid until the next call of append_folded_of with the same buffer.
  std::string_view folded(uint32_t index, std::string& buffer) const;

  // All texts as they are: haystacks for a needle of ASCII only.
  const TextPool& texts() const { return texts_; }
  // The folded forms of the others, and which texts they belong to (ascending).
  const TextPool& folded_texts() const { return folded_; }
  const Blocks<uint32_t>& folded_indices() const { return folded_indices_; }
  // The number among folded_texts() of a text that is not plain ASCII, else folded_texts().size().
  uint32_t folded_number(uint32_t index) const;

  size_t byte_size() const;

 private:
  TextPool texts_;
  TextPool folded_;
  Blocks<uint32_t> folded_indices_;
  std::string buffer_;
};

// Whether every byte of `text` is below 0x80.
bool is_ascii(std::string_view text);

}  // namespace explorer
