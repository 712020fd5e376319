// Follows the events of a feed document through the grammar: knows at every moment what the next value
// means, checks its type and puts it into the row being read. Knows places as byte offsets only.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "core/feed_grammar.h"
#include "core/load_warnings.h"
#include "core/row_draft.h"

namespace explorer {

// The bytes of a token; blanks, `,` and `:` may stand before it in the range.
struct Token {
  uint32_t from;
  uint32_t end;
};

// A number: the whole number it is, or why it is none.
struct JsonNumber {
  enum class Kind : uint8_t { Whole, Fraction, TooGreat };
  Kind kind;
  int64_t value = 0;  // if Whole
};

enum class ItemsState : uint8_t { Missing, WrongType, Read };

class FeedReader {
 public:
  // `original` is the document; `parsed` is what the events come from: the same, or mended (mend_json.h)
  // to the same length.
  FeedReader(std::string_view original, std::string_view parsed, FeedTables& tables, WarningLog& warnings);

  void null(Token token);
  void boolean(Token token, bool value);
  void number(Token token, JsonNumber value);
  void text(Token token, std::string_view value);
  void key(Token token, std::string_view name);
  void begin_array(Token token);
  void end_array();
  void begin_object(Token token);
  void end_object(Token token);

  bool top_is_object() const { return top_is_object_; }
  bool finished() const { return top_is_object_ && depth_ == 0; }
  ItemsState items() const { return items_; }
  uint32_t items_from() const { return items_from_; }
  uint64_t skipped_articles() const { return skipped_articles_; }
  uint64_t skipped_rows() const { return skipped_rows_; }

 private:
  struct Frame {
    bool array;
    Node node;          // of an object
    Slot slot;          // what the next value means
    uint32_t seen;      // bit per member of an object
    uint32_t from;      // the object's token
    size_t first_list;  // where the object's own entries of the draft begin
    size_t first_reference;
  };
  static constexpr size_t MaxDepth = 8;  // feed, extension, rows, row, tracks, track, artists

  Slot take(Token token, ValueKind found);
  void refuse(Token token, Slot slot, ValueKind found);
  void refuse_value(Token token, std::string_view expectation);
  bool is_mended(Token token) const;
  void push(bool array, Node node, Slot slot, Token token);
  void forget_lists(const Frame& frame, size_t column);
  void forget_references(const Frame& frame, ReferenceKind kind);
  void forget_objects(const Frame& frame, Node node);
  void forget_part(Slot slot);
  void forget(const Frame& frame, Slot slot);
  void end_feed(const Frame& frame);
  void end_evidence(const Frame& frame);
  void end_quantity(const Frame& frame, Token object);
  void set_text(Token token, Slot slot, std::string_view value);
  void set_id_like(Token token, Slot slot, std::string_view value);
  void set_date(Token token, Slot slot, std::string_view value);
  void set_region(Token token, Slot slot, std::string_view value);
  void set_duration(Token token, Slot slot, std::string_view value);
  void set_inferred(Token token, std::string_view name);
  void set_number(Token token, Slot slot, JsonNumber value);
  void set_quantity(Token token, Slot slot, Quantity quantity);
  std::string& feed_text(Slot slot);
  std::string_view written(Token token) const;  // as it stands in the document, quotes included
  StringId add(std::string_view value) { return tables_.ids.add(value); }
  Frame& top() { return frames_[depth_ - 1]; }

  std::string_view original_;
  std::string_view parsed_;
  FeedTables& tables_;
  WarningLog& warnings_;
  RowDraft draft_;
  RowDraft::EvidenceDraft evidence_;
  Quantity quantity_;
  Slot quantity_slot_;
  Node row_node_ = Node::Item;
  std::array<Frame, MaxDepth> frames_;
  size_t depth_ = 0;
  uint64_t ignored_depth_ = 0;  // open containers that mean nothing to us
  bool top_is_object_ = false;
  ItemsState items_ = ItemsState::Missing;
  uint32_t items_from_ = 0;
  uint64_t skipped_articles_ = 0;
  uint64_t skipped_rows_ = 0;
};

}  // namespace explorer
