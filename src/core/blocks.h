// A growing array that never moves what it holds: values lie in blocks of 65,536, so that a million of them
// need no reallocation, no free room for copying, and cost exactly what they weigh. Knows nothing of data.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

namespace explorer {

template <typename T>
class Blocks {
 public:
  static constexpr uint32_t BlockSize = 65'536;

  uint32_t size() const { return size_; }
  bool empty() const { return size_ == 0; }

  // `index` must be less than size().
  const T& operator[](uint32_t index) const { return blocks_[index / BlockSize][index % BlockSize]; }
  T& operator[](uint32_t index) { return blocks_[index / BlockSize][index % BlockSize]; }

  const T& back() const { return blocks_.back().back(); }

  void push_back(const T& value) {
    if (size_ % BlockSize == 0) start_block();
    blocks_.back().push_back(value);
    ++size_;
  }

  void append(std::span<const T> values) {
    while (!values.empty()) {
      if (size_ % BlockSize == 0) start_block();
      const size_t count = std::min<size_t>(BlockSize - size_ % BlockSize, values.size());
      blocks_.back().insert(blocks_.back().end(), values.begin(),
                            values.begin() + static_cast<std::ptrdiff_t>(count));
      size_ += static_cast<uint32_t>(count);
      values = values.subspan(count);
    }
  }

  // Makes it `size` long; new values are `fill`.
  void resize(uint32_t size, const T& fill = T()) {
    blocks_.resize((size_t{size} + BlockSize - 1) / BlockSize);
    for (size_t i = 0; i < blocks_.size(); ++i) {
      const size_t length = std::min<size_t>(BlockSize, size - i * BlockSize);
      if (blocks_[i].size() != length) blocks_[i].resize(length, fill);
    }
    size_ = size;
  }

  // The values of [from, to) that lie together from `from` on; not empty unless from == to.
  std::span<const T> run(uint32_t from, uint32_t to) const {
    if (from >= to) return {};
    const uint32_t end = std::min(to, (from / BlockSize + 1) * BlockSize);
    return {&blocks_[from / BlockSize][from % BlockSize], end - from};
  }

  // Number of bytes held, free room included.
  size_t byte_size() const {
    size_t total = blocks_.capacity() * sizeof(blocks_[0]);
    for (const std::vector<T>& block : blocks_)
      total += block.capacity() * sizeof(T);
    return total;
  }

 private:
  void start_block() {
    blocks_.emplace_back();
    if (size_ > 0) blocks_.back().reserve(BlockSize);
  }

  std::vector<std::vector<T>> blocks_;
  uint32_t size_ = 0;
};

}  // namespace explorer
