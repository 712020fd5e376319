// The events; what single values become is in feed_values.cpp.
#include "core/feed_reader.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "core/json_place.h"

namespace explorer {

FeedReader::FeedReader(std::string_view original, std::string_view parsed, FeedTables& tables,
                       WarningLog& warnings)
    : original_(original), parsed_(parsed), tables_(tables), warnings_(warnings) {}

std::string_view FeedReader::written(Token token) const {
  const size_t start = token_start(parsed_, token.from);
  return original_.substr(start, token.end - start);
}

bool FeedReader::is_mended(Token token) const {
  if (original_.data() == parsed_.data()) return false;
  return std::memcmp(original_.data() + token.from, parsed_.data() + token.from, token.end - token.from) != 0;
}

void FeedReader::refuse_value(Token token, std::string_view expectation) {
  if (warnings_.has_room()) {
    warnings_.add(LoadWarningKind::SkippedValue, token.from,
                  {"found ", shortened(written(token)), ": expected ", expectation});
  } else {
    ++warnings_.count;
  }
}

void FeedReader::refuse(Token token, Slot slot, ValueKind found) {
  const Node node = static_cast<Node>(slot.target);
  if (slot.shape == Shape::Rows && node == Node::Item) {
    items_ = ItemsState::WrongType;
    items_from_ = token.from;
    return;
  }
  if (slot.shape == Shape::Id) {
    draft_.id_refused = name_of(found);
    draft_.id_from = token.from;
    return;
  }
  LoadWarningKind kind = LoadWarningKind::SkippedValue;
  if (slot.shape == Shape::Object && is_row(node)) {
    kind = node == Node::Item ? LoadWarningKind::SkippedArticle : LoadWarningKind::SkippedRow;
    ++(node == Node::Item ? skipped_articles_ : skipped_rows_);
  }
  warnings_.add(kind, token.from, {"found ", name_of(found), ": expected ", expected(slot.shape)});
}

Slot FeedReader::take(Token token, ValueKind found) {
  if (ignored_depth_ > 0 || depth_ == 0) return {};
  Frame& frame = top();
  const Slot slot = frame.slot;
  if (!frame.array) frame.slot = {};
  if (accepts(slot.shape, found)) return slot;
  refuse(token, slot, found);
  return {};
}

void FeedReader::null(Token token) {
  take(token, ValueKind::Null);
}

void FeedReader::boolean(Token token, bool value) {
  if (take(token, ValueKind::Bool).shape == Shape::Approximate) draft_.duration_approximate = value;
}

void FeedReader::number(Token token, JsonNumber value) {
  const Slot slot = take(token, ValueKind::Number);
  if (slot.shape == Shape::Ignored) return;
  if (original_.data() != parsed_.data()) {
    // Of a mended number, blanks took the place of all but the first byte.
    const size_t end = original_.find_first_of(" \t\r\n,]}", token.end);
    token.end = static_cast<uint32_t>(std::min(end, original_.size()));
    if (is_mended(token)) value = {JsonNumber::Kind::TooGreat};
  }
  set_number(token, slot, value);
}

void FeedReader::text(Token token, std::string_view value) {
  const Slot slot = take(token, ValueKind::Text);
  if (slot.shape == Shape::Ignored) return;
  if (is_mended(token)) {
    warnings_.add(
        LoadWarningKind::SkippedValue, token.from,
        {"found half of a surrogate pair (\\uD800 to \\uDFFF): expected both halves; U+FFFD stands for it"});
  }
  set_text(token, slot, value);
}

void FeedReader::key(Token token, std::string_view name) {
  if (ignored_depth_ > 0) return;
  Frame& frame = top();
  frame.slot = {};
  const std::span<const Member> members = members_of(frame.node);
  for (size_t i = 0; i < members.size(); ++i) {
    if (members[i].name != name) continue;
    frame.slot = members[i].slot;
    const uint32_t bit = uint32_t{1} << i;
    if ((frame.seen & bit) != 0) {
      warnings_.add(LoadWarningKind::DuplicateKey, token.from,
                    {"key \"", name, "\" stands twice in one object: expected once; the last one counts"});
      forget(frame, frame.slot);
    }
    frame.seen |= bit;
    return;
  }
}

void FeedReader::push(bool array, Node node, Slot slot, Token token) {
  assert(depth_ < MaxDepth);
  frames_[depth_++] = {array, node, slot, 0, token.from, draft_.lists.size(), draft_.references.size()};
}

void FeedReader::begin_array(Token token) {
  const Slot slot = take(token, ValueKind::Array);
  if (slot.shape == Shape::Ignored) {
    ++ignored_depth_;
    return;
  }
  if (slot.shape == Shape::Rows && static_cast<Node>(slot.target) == Node::Item) items_ = ItemsState::Read;
  push(true, Node::Feed, element_of(slot), token);
}

void FeedReader::end_array() {
  if (ignored_depth_ > 0) {
    --ignored_depth_;
  } else {
    --depth_;
  }
}

void FeedReader::begin_object(Token token) {
  if (depth_ == 0 && ignored_depth_ == 0) {
    top_is_object_ = true;
    return push(false, Node::Feed, {}, token);
  }
  const Slot slot = take(token, ValueKind::Object);
  if (slot.shape == Shape::Ignored) {
    ++ignored_depth_;
    return;
  }
  const Node node = slot.shape == Shape::Quantity ? Node::Quantity : static_cast<Node>(slot.target);
  if (is_row(node)) {
    row_node_ = node;
    draft_.start(token.from);
  } else if (node == Node::Evidence) {
    evidence_ = {};
  } else if (node == Node::Quantity) {
    quantity_ = {};
    quantity_slot_ = slot;
  }
  push(false, node, {}, token);
}

void FeedReader::end_object(Token token) {
  if (ignored_depth_ > 0) {
    --ignored_depth_;
    return;
  }
  const Frame frame = frames_[--depth_];
  if (is_row(frame.node)) {
    if (tables_.commit(draft_, table_of(frame.node), warnings_)) return;
    ++(frame.node == Node::Item ? skipped_articles_ : skipped_rows_);
  } else if (frame.node == Node::Feed) {
    end_feed(frame);
  } else if (frame.node == Node::Evidence) {
    end_evidence(frame);
  } else if (frame.node == Node::Quantity) {
    end_quantity(frame, {frame.from, token.end});
  }
}

void FeedReader::end_feed(const Frame& frame) {
  constexpr uint32_t VersionBit = 1;  // the first member
  if ((frame.seen & VersionBit) != 0) return;
  warnings_.add(LoadWarningKind::SkippedValue, frame.from,
                {"version is missing: expected \"https://jsonfeed.org/version/1.1\""});
}

}  // namespace explorer
