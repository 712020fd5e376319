// One JSON Feed document while its bytes come, cut anywhere: follows the outermost object, the list of items
// and the lists of the extension, and has every element and every other member's value read by itself. Holds
// no more than one of them. What is wrong is found by the patient parser, so that it is said in the same
// words whatever the cuts.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/item_splitter.h"
#include "core/json_place.h"
#include "core/value_reader.h"

namespace explorer {

class FeedDocument {
 public:
  explicit FeedDocument(ValueReader& values) : values_(values) {}

  // `document` is its number in places.
  void begin(uint32_t document);
  // Returns false after an error.
  bool write(std::string_view bytes);
  // All bytes have come. Returns false if they were no feed.
  bool end();
  std::optional<LoadError>& error() { return error_; }

 private:
  // What may come next, between values. FirstKey and FirstElement also allow the end of the container.
  enum class Expect : uint8_t {
    Start,
    FirstKey,
    Key,
    Colon,
    Value,
    MemberEnd,
    FirstElement,
    Element,
    ElementEnd,
    End
  };
  // What is held until the rest of it comes. Faulty: from the first byte on that is wrong somehow.
  enum class Held : uint8_t { Nothing, Mark, Key, Value, Scalar, Faulty };

  ValuePlace place_at(size_t at);
  LoadPlace origin() const;
  size_t step(size_t at);
  size_t begin_value(size_t at);
  size_t hold(Held what, size_t at);
  size_t resume(std::string_view bytes);
  void finish_held();
  void end_value(ValueEnd end);
  void enter(bool array);
  void leave();
  std::string_view context() const;
  void find_fault(bool all_bytes_came);
  void fail(LoadErrorKind kind, LoadPlace place, std::string_view message);
  void fail_cut_off(LoadPlace place);

  ValueReader& values_;
  DocumentPath path_;
  LineCounter counter_;
  ItemSplitter splitter_;
  Expect expect_ = Expect::Start;
  Held held_ = Held::Nothing;
  std::string bytes_;       // what is held
  ValuePlace held_place_;   // of its first byte
  size_t next_search_ = 0;  // how many faulty bytes to wait for
  std::string_view chunk_;
  size_t counted_ = 0;  // bytes of the chunk that the counter has passed
  bool any_bytes_ = false;
  bool items_refused_ = false;  // the member being read is "items" and no list
  uint32_t document_ = 0;
  LoadPlace start_;  // of the outermost object
  LoadPlace items_;  // of what stands in place of the list of items
  std::optional<LoadError> error_;
};

}  // namespace explorer
