// The pool's texts lie end to end in bytes_; offsets_ cuts them apart; slots_ is a hash table of ids with
// linear probing, at most half full, so that a probe soon meets a free slot.
#include "core/string_pool.h"

#include <cassert>
#include <cstring>
#include <limits>

namespace explorer {
namespace {

constexpr size_t FirstSlotCount = 16;  // a power of two, as every later size

// Eight bytes a step; the multiplier is 2^64 divided by the golden ratio, made odd.
uint32_t hash_of(std::string_view text) {
  constexpr uint64_t Multiplier = 0x9E3779B97F4A7C15u;
  uint64_t hash = text.size() * Multiplier;
  while (!text.empty()) {
    const size_t count = text.size() < 8 ? text.size() : 8;
    uint64_t block = 0;
    std::memcpy(&block, text.data(), count);
    hash = (hash ^ block) * Multiplier;
    hash ^= hash >> 32;
    text.remove_prefix(count);
  }
  return static_cast<uint32_t>(hash);
}

}  // namespace

StringPool::StringPool() : offsets_{0, 0}, slots_(FirstSlotCount, 0) {}

// The slot that holds `text`, or the free slot where it belongs.
uint32_t StringPool::slot_of(std::string_view text) const {
  const auto mask = static_cast<uint32_t>(slots_.size() - 1);
  uint32_t slot = hash_of(text) & mask;
  while (slots_[slot] != 0 && view(StringId{slots_[slot] - 1}) != text)
    slot = (slot + 1) & mask;
  return slot;
}

void StringPool::grow() {
  slots_.assign(slots_.size() * 2, 0);
  for (uint32_t id = 1; id < size(); ++id)
    slots_[slot_of(view(StringId{id}))] = id + 1;
}

StringId StringPool::add(std::string_view text) {
  if (text.empty()) return StringId::None;
  uint32_t slot = slot_of(text);
  if (slots_[slot] != 0) return StringId{slots_[slot] - 1};
  assert(text.size() <= std::numeric_limits<uint32_t>::max() - bytes_.size());
  const uint32_t id = size();
  bytes_.append(text);
  offsets_.push_back(static_cast<uint32_t>(bytes_.size()));
  slots_[slot] = id + 1;
  if (size() > slots_.size() / 2) grow();
  return StringId{id};
}

std::string_view StringPool::view(StringId id) const {
  const auto index = static_cast<uint32_t>(id);
  assert(index < size());
  return std::string_view(bytes_).substr(offsets_[index], offsets_[index + 1] - offsets_[index]);
}

StringId StringPool::find(std::string_view text) const {
  if (text.empty()) return StringId::None;
  const uint32_t entry = slots_[slot_of(text)];
  return entry == 0 ? StringId::None : StringId{entry - 1};
}

}  // namespace explorer
