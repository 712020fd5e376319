// Texts stored once in one block of memory and named by a small number, equal texts by the same: the ids of
// rows while a dataset loads.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace explorer {

// Names a text in a StringPool. None (0) is the empty text and stands for "not stated".
enum class StringId : uint32_t { None = 0 };

class StringPool {
 public:
  explicit StringPool(uint32_t limit = UINT32_MAX);

  // Returns the id of `text`, adding it if it is new. The empty text is StringId::None.
  // Asserts that there is room() for it.
  StringId add(std::string_view text);

  // Valid until the next add(). Ids of another pool are a bug (assert).
  std::string_view view(StringId id) const;

  // Returns the id of `text` if it is there, else StringId::None.
  StringId find(std::string_view text) const;

  // How many bytes of text may still be added. A pool holds up to 4 GiB, or `limit`.
  uint32_t room() const { return limit_ - static_cast<uint32_t>(bytes_.size()); }

  // Bytes of memory that the pool needs at least.
  size_t memory() const {
    return bytes_.size() + offsets_.size() * sizeof(uint32_t) + slots_.size() * sizeof(Slot);
  }

  // Number of distinct texts, the empty one included; ids are 0 .. size() - 1.
  uint32_t size() const { return static_cast<uint32_t>(offsets_.size() - 1); }

 private:
  // The hash stands beside the id, so that neither probing nor growing reads texts that differ.
  struct Slot {
    uint32_t entry;  // id + 1; 0 = free
    uint32_t hash;
  };

  size_t slot_of(std::string_view text, uint32_t hash) const;
  void grow();

  std::string bytes_;
  std::vector<uint32_t> offsets_;  // size() + 1 entries into bytes_
  std::vector<Slot> slots_;        // open addressing
  uint32_t limit_;
};

}  // namespace explorer
