// The states between values; how errors are found and worded is in feed_faults.cpp.
#include "core/feed_document.h"

#include <algorithm>

namespace explorer {
namespace {

constexpr std::string_view Blanks = " \t\r\n";
constexpr std::string_view ScalarEnds = " \t\r\n,]}";
constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

}  // namespace

void FeedDocument::begin(uint32_t document) {
  path_.clear();
  counter_ = LineCounter();
  expect_ = Expect::Start;
  held_ = Held::Nothing;
  bytes_.clear();
  any_bytes_ = false;
  document_ = document;
  error_.reset();
}

ValuePlace FeedDocument::place_at(size_t at) {
  counter_.pass(chunk_.substr(counted_, at - counted_));
  counted_ = at;
  return {chunk_.substr(at), document_, counter_.line(), counter_.column()};
}

void FeedDocument::enter(bool array) {
  path_.enter(array);
  expect_ = array ? Expect::FirstElement : Expect::FirstKey;
}

void FeedDocument::leave() {
  if (path_.in_array()) {
    values_.feed().end_array();
  } else if (path_.depth() > 1) {
    values_.feed().end_object({0, 1});
  }
  path_.leave();
  expect_ = path_.depth() == 0 ? Expect::End : Expect::MemberEnd;
}

bool FeedDocument::write(std::string_view bytes) {
  if (error_) return false;
  chunk_ = bytes;
  counted_ = 0;
  size_t at = 0;
  while (at < bytes.size() && !error_) {
    if (held_ != Held::Nothing) {
      const bool mark = held_ == Held::Mark;
      at += resume(bytes.substr(at));
      if (mark && held_ == Held::Nothing) {  // it is no column
        counted_ = at;
        counter_ = LineCounter();
      }
    } else {
      at = std::min(bytes.find_first_not_of(Blanks, at), bytes.size());
      if (at < bytes.size()) at = step(at);
    }
    any_bytes_ = true;
  }
  if (!error_) place_at(bytes.size());
  chunk_ = {};
  counted_ = 0;
  return !error_;
}

// Deals with the byte at `at`, which is not blank, and what belongs to it. Returns the offset behind it.
size_t FeedDocument::step(size_t at) {
  const char c = chunk_[at];
  const bool first = expect_ == Expect::FirstKey || expect_ == Expect::FirstElement;
  switch (expect_) {
    case Expect::Start:
      if (c == ByteOrderMark[0] && at == 0 && !any_bytes_) return hold(Held::Mark, at);
      if (c != '{') break;
      held_place_ = place_at(at);
      start_ = origin();
      enter(false);
      return at + 1;
    case Expect::FirstKey:
    case Expect::Key:
      if (c == '"') return hold(Held::Key, at);
      if (c != '}' || !first) break;
      leave();
      return at + 1;
    case Expect::Colon:
      if (c != ':') break;
      expect_ = Expect::Value;
      return at + 1;
    case Expect::Value:
    case Expect::Element:
      return begin_value(at);
    case Expect::FirstElement:
      if (c != ']') return begin_value(at);
      leave();
      return at + 1;
    case Expect::MemberEnd:
    case Expect::ElementEnd:
      if (c == (path_.in_array() ? ']' : '}')) {
        leave();
        return at + 1;
      }
      if (c != ',') break;
      expect_ = path_.in_array() ? Expect::Element : Expect::Key;
      path_.in_array() ? path_.next_element() : path_.clear_key();
      return at + 1;
    case Expect::End:
      break;
  }
  return hold(Held::Faulty, at);
}

size_t FeedDocument::begin_value(size_t at) {
  const char c = chunk_[at];
  FeedReader& feed = values_.feed();
  if (expect_ == Expect::Value) {
    const bool rows = feed.awaits_rows();
    items_refused_ = rows && c != '[' && path_.depth() == 1;
    if (rows && c == '[') {
      feed.set_bytes({}, {});
      feed.begin_array({0, 1});
      enter(true);
      return at + 1;
    }
    if (feed.awaits_extension() && c == '{') {
      feed.set_bytes({}, {});
      feed.begin_object({0, 1});
      enter(false);
      return at + 1;
    }
  }
  if (ScalarEnds.find(c) != std::string_view::npos) return hold(Held::Faulty, at);
  if (c != '{' && c != '[' && c != '"') return hold(Held::Scalar, at);
  const ValuePlace place = place_at(at);
  const size_t size = values_.read_front(place, path_);
  if (size == 0) return hold(Held::Value, at);
  held_place_ = place;
  end_value(ValueEnd::Read);
  return at + size;
}

// Begins to hold what starts at `at`; the caller goes on with resume().
size_t FeedDocument::hold(Held what, size_t at) {
  held_ = what;
  held_place_ = place_at(at);
  bytes_.clear();
  splitter_.start();
  next_search_ = 0;
  return at;
}

// Adds bytes to what is held. Returns how many.
size_t FeedDocument::resume(std::string_view bytes) {
  size_t size = bytes.size();
  bool whole = false;
  if (held_ == Held::Mark) {
    size = std::min(size, ByteOrderMark.size() - bytes_.size());
    whole = bytes_.size() + size == ByteOrderMark.size();
  } else if (held_ == Held::Key || held_ == Held::Value) {
    size = splitter_.scan(bytes);
    whole = splitter_.ended();
  } else if (held_ == Held::Scalar) {
    size = std::min(bytes.find_first_of(ScalarEnds), size);
    whole = size < bytes.size();
  }
  if (whole && bytes_.empty() && held_ == Held::Value) {
    // Read where it lies, without a copy.
    held_place_.bytes = bytes.substr(0, size);
    end_value(values_.read(held_place_, path_));
    if (held_ == Held::Faulty) return 0;
    return size;
  }
  bytes_.append(bytes.substr(0, size));
  if (whole) {
    finish_held();
  } else if (held_ == Held::Faulty) {
    find_fault(false);
  } else if (!values_.may_hold(bytes_.size())) {
    end_value(ValueEnd::NoRoom);
  }
  return size;
}

void FeedDocument::finish_held() {
  held_place_.bytes = bytes_;
  if (held_ == Held::Mark) {
    held_ = bytes_ == ByteOrderMark ? Held::Nothing : Held::Faulty;
  } else if (held_ == Held::Key) {
    if (!bytes_.ends_with('"')) {
      held_ = Held::Faulty;
    } else {
      path_.set_key(std::string_view(bytes_).substr(1, bytes_.size() - 2));
      const ValueEnd end = values_.read_key(held_place_, path_);
      if (end != ValueEnd::Read) path_.clear_key();
      held_ = end == ValueEnd::Read ? Held::Nothing : Held::Faulty;
      if (end == ValueEnd::Read) expect_ = Expect::Colon;
    }
  } else {
    end_value(values_.read(held_place_, path_));
  }
  if (held_ == Held::Faulty) find_fault(false);
}

// After an attempt to read the value at held_place_.
void FeedDocument::end_value(ValueEnd end) {
  if (end == ValueEnd::NotJson) {
    held_ = Held::Faulty;
    return;
  }
  held_ = Held::Nothing;
  if (end == ValueEnd::NoRoom) {
    fail(LoadErrorKind::TooLarge, origin(), {});
    return;
  }
  if (items_refused_) items_ = origin();
  items_refused_ = false;
  expect_ = path_.in_array() ? Expect::ElementEnd : Expect::MemberEnd;
}

}  // namespace explorer
