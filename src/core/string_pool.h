// Every text of a dataset, stored once in one block of memory and named by a small id.
// Equal texts have equal ids, so that categories compare as integers.
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
  StringPool();

  // Returns the id of `text`, adding it if it is new. The empty text is StringId::None.
  // Holds at most 4 GiB of text in all; asserts beyond that.
  StringId add(std::string_view text);

  // Valid until the next add(). Ids of another pool are a bug (assert).
  std::string_view view(StringId id) const;

  // Returns the id of `text` if it is there, else StringId::None.
  StringId find(std::string_view text) const;

  // Number of distinct texts, the empty one included; ids are 0 .. size() - 1.
  uint32_t size() const { return static_cast<uint32_t>(offsets_.size() - 1); }

 private:
  uint32_t slot_of(std::string_view text) const;
  void grow();

  std::string bytes_;
  std::vector<uint32_t> offsets_;  // size() + 1 entries into bytes_
  std::vector<uint32_t> slots_;    // open addressing, id + 1; 0 = free
};

}  // namespace explorer
