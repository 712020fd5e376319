// The pool's texts lie end to end in bytes_; offsets_ cuts them apart; slots_ is a hash table of ids with
// linear probing, at most three quarters full, so that a probe soon meets a free slot.
#include "core/string_pool.h"

#include <cassert>
#include <utility>

#include "core/hash.h"

namespace explorer {
namespace {

constexpr size_t FirstSlotCount = 16;  // a power of two, as every later size

uint32_t hash_of(std::string_view text) {
  return static_cast<uint32_t>(hash_bytes(text) >> 32);
}

}  // namespace

StringPool::StringPool(uint32_t limit) : offsets_{0, 0}, slots_(FirstSlotCount), limit_(limit) {}

// The slot that holds `text`, or the free slot where it belongs.
size_t StringPool::slot_of(std::string_view text, uint32_t hash) const {
  const size_t mask = slots_.size() - 1;
  size_t slot = hash & mask;
  while (slots_[slot].entry != 0 &&
         (slots_[slot].hash != hash || view(StringId{slots_[slot].entry - 1}) != text))
    slot = (slot + 1) & mask;
  return slot;
}

void StringPool::grow() {
  const std::vector<Slot> before = std::exchange(slots_, std::vector<Slot>(slots_.size() * 2));
  const size_t mask = slots_.size() - 1;
  for (const Slot& entry : before) {
    if (entry.entry == 0) continue;
    size_t slot = entry.hash & mask;
    while (slots_[slot].entry != 0)
      slot = (slot + 1) & mask;
    slots_[slot] = entry;
  }
}

StringId StringPool::add(std::string_view text) {
  if (text.empty()) return StringId::None;
  const uint32_t hash = hash_of(text);
  const size_t slot = slot_of(text, hash);
  if (slots_[slot].entry != 0) return StringId{slots_[slot].entry - 1};
  assert(text.size() <= room());
  const uint32_t id = size();
  bytes_.append(text);
  offsets_.push_back(static_cast<uint32_t>(bytes_.size()));
  slots_[slot] = {id + 1, hash};
  if (size() > slots_.size() / 4 * 3) grow();
  return StringId{id};
}

std::string_view StringPool::view(StringId id) const {
  const auto index = static_cast<uint32_t>(id);
  assert(index < size());
  return std::string_view(bytes_).substr(offsets_[index], offsets_[index + 1] - offsets_[index]);
}

StringId StringPool::find(std::string_view text) const {
  if (text.empty()) return StringId::None;
  const uint32_t entry = slots_[slot_of(text, hash_of(text))].entry;
  return entry == 0 ? StringId::None : StringId{entry - 1};
}

}  // namespace explorer
