// The events; what single values become is in feed_values.cpp.
#include "core/feed_reader.h"

#include <algorithm>
#include <cassert>
#include <cstring>
#include <iterator>

#include "core/json_place.h"

namespace explorer {

FeedReader::FeedReader(FeedTables& tables, WarningLog& warnings) : tables_(tables), warnings_(warnings) {}

void FeedReader::begin_document() {
  const Dataset& dataset = tables_.dataset;
  const std::string* const texts[] = {&dataset.title, &dataset.description, &dataset.language};
  for (size_t i = 0; i < std::size(texts); ++i) {
    if (!texts[i]->empty()) settled_feed_texts_ |= static_cast<uint8_t>(1U << i);
  }
  items_ = ItemsState::Missing;
  next_url_.clear();
  depth_ = 0;
  ignored_depth_ = 0;
  push(false, FeedNode::Feed, {}, {0, 0});
}

void FeedReader::set_bytes(std::string_view original, std::string_view parsed) {
  original_ = original;
  parsed_ = parsed;
  draft_ = &outer_;
  drafted_ = false;
  inner_count_ = 0;
}

bool FeedReader::awaits_extension() const {
  const Slot slot = top().slot;
  return slot.shape == Shape::Object && static_cast<FeedNode>(slot.target) == FeedNode::Extension;
}

bool FeedReader::states_version() const {
  constexpr uint32_t VersionBit = 1;  // the first member
  return (frames_[0].seen & VersionBit) != 0;
}

FeedReader::Mark FeedReader::mark() const {
  return {depth_, warnings_.count, skipped_articles_, skipped_rows_, top().seen, top().index, top().slot};
}

void FeedReader::take_back(const Mark& mark) {
  forget_value(mark);
  depth_ = mark.depth;
  ignored_depth_ = 0;
  top().seen = mark.seen;
  top().index = mark.index;
  top().slot = mark.slot;
}

void FeedReader::forget_value(const Mark& mark) {
  warnings_.found.clear();
  warnings_.count = mark.warning_count;
  skipped_articles_ = mark.skipped_articles;
  skipped_rows_ = mark.skipped_rows;
  drafted_ = false;
}

void FeedReader::commit_row(RowDraft& draft, const ValuePlace& place) {
  if (tables_.commit(draft, table_of(draft.node), warnings_, place)) return;
  ++(draft.node == FeedNode::Item ? skipped_articles_ : skipped_rows_);
}

void FeedReader::commit(const ValuePlace& place) {
  if (!drafted_) return;
  drafted_ = false;
  tables_.item = ReferencePlace::NoItem;
  commit_row(outer_, place);
  if (!place.is_line) tables_.item = outer_.index;
  for (size_t i = 0; i < inner_count_; ++i) {
    RowDraft& row = *inner_[i];
    if (row.evidence.empty()) row.implied_article = outer_.id;
    commit_row(row, place);
  }
}

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
    warnings_.add(LoadWarningKind::SkippedValue, token.from, words::Found,
                  {shortened(written(token)), expectation});
  } else {
    ++warnings_.count;
  }
}

void FeedReader::refuse(Token token, Slot slot, ValueKind found) {
  const FeedNode node = static_cast<FeedNode>(slot.target);
  if (slot.shape == Shape::Rows && node == FeedNode::Item) {
    items_ = ItemsState::WrongType;
    return;
  }
  if (slot.shape == Shape::Id) {
    draft().id_refused = name_of(found);
    draft().id_from = token.from;
    return;
  }
  LoadWarningKind kind = LoadWarningKind::SkippedValue;
  if (slot.shape == Shape::Object && is_row(node)) {
    kind = node == FeedNode::Item ? LoadWarningKind::SkippedArticle : LoadWarningKind::SkippedRow;
    ++(node == FeedNode::Item ? skipped_articles_ : skipped_rows_);
  }
  warnings_.add(kind, token.from, words::Found, {name_of(found), expected(slot.shape)});
}

Slot FeedReader::take(Token token, ValueKind found) {
  if (ignored_depth_ > 0) return {};
  Frame& frame = top();
  const Slot slot = frame.slot;
  if (frame.array) {
    ++frame.index;
  } else {
    frame.slot = {};
  }
  if (accepts(slot.shape, found)) return slot;
  refuse(token, slot, found);
  return {};
}

void FeedReader::null(Token token) {
  take(token, ValueKind::Null);
}

void FeedReader::boolean(Token token, bool value) {
  if (take(token, ValueKind::Bool).shape == Shape::Approximate) draft().duration_approximate = value;
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
    warnings_.add(LoadWarningKind::SkippedValue, token.from, words::FoundSurrogate);
  }
  set_text(token, slot, value);
}

void FeedReader::key(Token token, std::string_view name) {
  if (ignored_depth_ > 0) return;
  Frame& frame = top();
  frame.slot = {};
  const size_t member = find_member(frame.node, name);
  if (member == NoMember) return;
  frame.slot = members_of(frame.node)[member].slot;
  const uint32_t bit = uint32_t{1} << member;
  if ((frame.seen & bit) != 0) {
    const bool rows = frame.slot.shape == Shape::Rows || awaits_extension();
    warnings_.add(LoadWarningKind::DuplicateKey, token.from,
                  rows ? words::DuplicateKeyRows : words::DuplicateKeyLast, {name});
    forget(frame, frame.slot);
  }
  frame.seen |= bit;
}

void FeedReader::push(bool array, FeedNode node, Slot slot, Token token) {
  assert(depth_ < MaxDepth);
  const RowDraft& row = draft();
  frames_[depth_++] = {array, node, slot, 0, UINT32_MAX, token.from, row.lists.size(), row.references.size()};
}

void FeedReader::begin_array(Token token) {
  const Slot slot = take(token, ValueKind::Array);
  if (slot.shape == Shape::Ignored) {
    ++ignored_depth_;
    return;
  }
  if (slot.shape == Shape::Rows && static_cast<FeedNode>(slot.target) == FeedNode::Item)
    items_ = ItemsState::Read;
  push(true, FeedNode::Feed, element_of(slot), token);
}

void FeedReader::end_array() {
  if (ignored_depth_ > 0) {
    --ignored_depth_;
  } else {
    --depth_;
  }
}

void FeedReader::begin_row(FeedNode node, Token token) {
  const uint32_t index = top().index;
  const bool nested = depth_ > 3;  // feed, extension, rows or feed, items
  if (nested) {
    if (inner_count_ == inner_.size()) inner_.push_back(std::make_unique<RowDraft>());
    draft_ = inner_[inner_count_++].get();
  } else {
    draft_ = &outer_;
  }
  draft().start(node, token.from, index);
}

void FeedReader::begin_object(Token token) {
  const Slot slot = take(token, ValueKind::Object);
  if (slot.shape == Shape::Ignored) {
    ++ignored_depth_;
    return;
  }
  const FeedNode node =
      slot.shape == Shape::Quantity ? FeedNode::Quantity : static_cast<FeedNode>(slot.target);
  if (is_row(node)) {
    begin_row(node, token);
  } else if (node == FeedNode::Evidence) {
    evidence_ = {};
  } else if (node == FeedNode::Quantity) {
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
    if (draft_ == &outer_) drafted_ = true;
    draft_ = &outer_;
  } else if (frame.node == FeedNode::Evidence) {
    end_evidence(frame);
  } else if (frame.node == FeedNode::Quantity) {
    end_quantity(frame, {frame.from, token.end});
  }
}

}  // namespace explorer
