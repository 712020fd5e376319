// Reads the values of a document one by one: quickly if it can, else with the patient parser, else mended;
// then appends the rows and gives the warnings their places. Knows nothing of what stands between values.
#pragma once

#include <array>
#include <string>

#include "core/dataset_size.h"
#include "core/feed_reader.h"
#include "core/row_draft.h"

namespace explorer {

// The containers of a document that are open around a value, as many as a document reader enters.
class DocumentPath {
 public:
  void clear() { depth_ = 0; }
  void enter(bool array) { levels_[depth_++] = {array, 0, {}, false}; }
  void leave() { --depth_; }
  void next_element() { ++levels_[depth_ - 1].index; }
  void set_key(std::string_view key) {
    levels_[depth_ - 1].key = key;
    levels_[depth_ - 1].keyed = true;
  }
  void clear_key() { levels_[depth_ - 1].keyed = false; }
  size_t depth() const { return depth_; }
  bool in_array() const { return levels_[depth_ - 1].array; }
  std::string text() const;

 private:
  struct Level {
    bool array;
    uint32_t index;   // of the current element
    std::string key;  // of the current member, as it is written between its quotes
    bool keyed;
  };
  std::array<Level, 3> levels_;  // feed, extension, rows
  size_t depth_ = 0;
};

enum class ValueEnd : uint8_t { Read, NotJson, NoRoom };

class ValueReader {
 public:
  explicit ValueReader(Dataset& target) : dataset_(target), tables_(target), feed_(tables_, log_) {}

  // Values that were read in an earlier attempt are read without effect.
  void begin_document();
  void restart_document();

  // place.bytes begin with a value. Returns its size, or 0 without having done anything.
  size_t read_front(const ValuePlace& place, const DocumentPath& path);
  // All of place.bytes are a value. Nothing is done if they are none, or if it does not fit.
  ValueEnd read(const ValuePlace& place, const DocumentPath& path);
  // A key, quotes included, of the object that the feed reader stands in.
  ValueEnd read_key(const ValuePlace& place, const DocumentPath& path);
  // Counts a value that cannot be read; false if it was counted in an earlier attempt.
  bool count_unread() { return ++values_ > known_values_; }

  // Whether `bytes` of a value may be held until it is whole.
  bool may_hold(size_t bytes) const { return bytes <= limit_ && bytes < UINT32_MAX; }
  void set_limit(size_t bytes) { limit_ = bytes < MaxDatasetBytes ? bytes : MaxDatasetBytes; }

  FeedReader& feed() { return feed_; }
  const FeedReader& feed() const { return feed_; }
  FeedTables& tables() { return tables_; }
  WarningLog& log() { return log_; }
  const WarningLog& log() const { return log_; }
  const Dataset& dataset() const { return dataset_; }

 private:
  bool is_within_limit();
  bool read_patiently(std::string_view bytes, const FeedReader::Mark& mark);
  void settle(const ValuePlace& place, const DocumentPath& path, const FeedReader::Mark& mark);

  Dataset& dataset_;
  FeedTables tables_;
  WarningLog log_;
  FeedReader feed_;
  std::string scratch_;
  uint64_t values_ = 0;        // keys and values of the document that have been read
  uint64_t known_values_ = 0;  // those of earlier attempts
  size_t limit_ = MaxDatasetBytes;
  size_t measured_ = 0;  // bytes of the dataset, when they were last counted
  size_t growth_ = 0;    // what may have come since, at most
};

}  // namespace explorer
