// See text_pool.h.
#include "core/text_pool.h"

#include <algorithm>
#include <cassert>

#include "core/byte_vector.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

[[maybe_unused]] constexpr size_t MaxChunks = size_t{1} << 12;  // positions are 32 bits

}  // namespace

bool is_ascii(std::string_view text) {
  constexpr uint64_t HighBits = 0x8080808080808080u;
  uint64_t seen = 0;
  for (; text.size() >= sizeof(seen); text.remove_prefix(sizeof(seen)))
    seen |= load_word(text.data());
  for (const char c : text)
    seen |= static_cast<unsigned char>(c);
  return (seen & HighBits) == 0;
}

uint32_t TextPool::add(std::string_view text) {
  // A position must lie below the chunk's nominal size, so a text never begins at its very end.
  if (chunks_.empty() || chunks_.back().bytes.size() + text.size() >= ChunkBytes) {
    assert(chunks_.size() < MaxChunks);
    if (!chunks_.empty()) chunks_.back().bytes.shrink_to_fit();
    const bool first = chunks_.empty();
    chunks_.push_back({{}, positions_.size()});
    if (!first && text.size() < ChunkBytes) chunks_.back().bytes.reserve(ChunkBytes);
  }
  Chunk& chunk = chunks_.back();
  const auto position = static_cast<uint32_t>((chunks_.size() - 1) * ChunkBytes + chunk.bytes.size());
  chunk.bytes.append(text);
  positions_.push_back(position);
  return positions_.size() - 1;
}

std::string_view TextPool::view(uint32_t index) const {
  const uint32_t position = positions_[index];
  const uint32_t number = position / ChunkBytes;
  const std::string_view chunk = chunks_[number].bytes;
  const size_t begin = position % ChunkBytes;
  const bool last = index + 1 == first_of(number + 1);
  const size_t end = last ? chunk.size() : positions_[index + 1] % ChunkBytes;
  return {chunk.data() + begin, end - begin};
}

void TextPool::read_offsets(uint32_t chunk, std::vector<uint32_t>& offsets) const {
  const uint32_t first = first_of(chunk), end = first_of(chunk + 1);
  offsets.resize(size_t{end - first} + 1);
  for (uint32_t index = first; index < end;) {
    const std::span<const uint32_t> run = positions_.run(index, end);
    std::ranges::transform(run, offsets.begin() + (index - first),
                           [](uint32_t position) { return position % ChunkBytes; });
    index += static_cast<uint32_t>(run.size());
  }
  offsets.back() = static_cast<uint32_t>(chunks_[chunk].bytes.size());
}

size_t TextPool::byte_size() const {
  size_t total = positions_.byte_size();
  for (const Chunk& chunk : chunks_)
    total += chunk.bytes.capacity();
  return std::max(total, chunks_.empty() ? 0 : (chunks_.size() - 1) * size_t{ChunkBytes});
}

uint32_t SearchableTexts::add(std::string_view text) {
  const uint32_t index = texts_.add(text);
  if (is_ascii(text)) return index;
  buffer_.clear();
  append_folded(buffer_, text);
  folded_.add(buffer_);
  folded_indices_.push_back(index);
  return index;
}

uint32_t SearchableTexts::add_folded(std::string_view text, std::string_view folded) {
  const uint32_t index = texts_.add(text);
  folded_.add(folded);
  folded_indices_.push_back(index);
  return index;
}

uint32_t SearchableTexts::folded_number(uint32_t index) const {
  uint32_t low = 0;
  uint32_t high = folded_indices_.size();
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (folded_indices_[middle] < index) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low < folded_indices_.size() && folded_indices_[low] == index ? low : folded_indices_.size();
}

std::string_view SearchableTexts::folded(uint32_t index, std::string& buffer) const {
  const std::string_view text = texts_.view(index);
  if (!is_ascii(text)) return folded_.view(folded_number(index));
  buffer.clear();
  append_folded(buffer, text);
  return buffer;
}

size_t SearchableTexts::byte_size() const {
  return texts_.byte_size() + folded_.byte_size() + folded_indices_.byte_size();
}

}  // namespace explorer
