// Follows the events of a feed document through the grammar: knows at every moment what the next value
// means, checks its type and puts it into the row being read. The document comes value by value; places are
// byte offsets in the value. A row is drafted until commit(), so that a value can be taken back and read
// anew.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

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
  FeedReader(FeedTables& tables, WarningLog& warnings);

  // Stands in the object of a new document: a key comes next.
  void begin_document();
  // What the next events are about. `original` is a value as it stands in the document; `parsed` is what the
  // events come from: the same, or mended (mend_json.h) to the same length.
  void set_bytes(std::string_view original, std::string_view parsed);

  void null(Token token);
  void boolean(Token token, bool value);
  void number(Token token, JsonNumber value);
  void text(Token token, std::string_view value);
  void key(Token token, std::string_view name);
  void begin_array(Token token);
  void end_array();
  void begin_object(Token token);
  void end_object(Token token);

  // Whether the next value, if it is an array, or an object, is one whose parts come as values of their own.
  bool awaits_rows() const { return top().slot.shape == Shape::Rows; }
  bool awaits_extension() const;
  // Whether nothing will be done with the next value.
  bool ignores_next() const { return ignored_depth_ > 0 || top().slot.shape == Shape::Ignored; }

  // Appends the row that the value was, and those that stand in it, to the tables.
  void commit(const ValuePlace& place);

  struct Mark {
    size_t depth;
    uint64_t warning_count, skipped_articles, skipped_rows;
    uint32_t seen;
    uint32_t index;
    Slot slot;
  };
  Mark mark() const;
  // As if no event had come since the mark, which was made between two values.
  void take_back(const Mark& mark);
  // As if the value since the mark had been read without a row or a warning.
  void forget_value(const Mark& mark);

  bool states_version() const;
  ItemsState items() const { return items_; }
  const std::string& next_url() const { return next_url_; }
  void count_skipped_article() { ++skipped_articles_; }
  uint64_t skipped_articles() const { return skipped_articles_; }
  uint64_t skipped_rows() const { return skipped_rows_; }

 private:
  struct Frame {
    bool array;
    FeedNode node;      // of an object
    Slot slot;          // what the next value means
    uint32_t seen;      // bit per member of an object
    uint32_t index;     // of the current element of an array
    uint32_t from;      // the object's token
    size_t first_list;  // where the object's own entries of the draft begin
    size_t first_reference;
  };
  // feed, items, item, extension, rows, row, tracks, track, artists
  static constexpr size_t MaxDepth = 10;

  Slot take(Token token, ValueKind found);
  void refuse(Token token, Slot slot, ValueKind found);
  void refuse_value(Token token, std::string_view expectation);
  bool is_mended(Token token) const;
  void push(bool array, FeedNode node, Slot slot, Token token);
  void begin_row(FeedNode node, Token token);
  void commit_row(RowDraft& draft, const ValuePlace& place);
  void forget_lists(const Frame& frame, size_t column);
  void forget_references(const Frame& frame, ReferenceKind kind);
  void forget_objects(const Frame& frame, FeedNode node);
  void forget_part(Slot slot);
  void forget(const Frame& frame, Slot slot);
  void end_evidence(const Frame& frame);
  void end_quantity(const Frame& frame, Token object);
  void set_text(Token token, Slot slot, std::string_view value);
  void set_feed_text(Slot slot, std::string_view value);
  void set_id_like(Token token, Slot slot, std::string_view value);
  void set_date(Token token, Slot slot, std::string_view value);
  void set_region(Token token, Slot slot, std::string_view value);
  void set_duration(Token token, Slot slot, std::string_view value);
  void set_inferred(Token token, std::string_view name);
  void set_number(Token token, Slot slot, JsonNumber value);
  void set_quantity(Token token, Slot slot, Quantity quantity);
  uint32_t list_index() const;
  std::string_view written(Token token) const;  // as it stands in the document, quotes included
  StringId add(std::string_view value) { return tables_.ids.add(value); }
  Frame& top() { return frames_[depth_ - 1]; }
  const Frame& top() const { return frames_[depth_ - 1]; }
  RowDraft& draft() { return *draft_; }

  std::string_view original_;
  std::string_view parsed_;
  FeedTables& tables_;
  WarningLog& warnings_;
  RowDraft outer_;                                // the row that the value is
  std::vector<std::unique_ptr<RowDraft>> inner_;  // rows in the extension of an item, reused
  size_t inner_count_ = 0;
  RowDraft* draft_ = &outer_;
  bool drafted_ = false;  // outer_ holds a whole row
  RowDraft::EvidenceDraft evidence_;
  Quantity quantity_;
  Slot quantity_slot_;
  std::array<Frame, MaxDepth> frames_;
  size_t depth_ = 0;
  uint64_t ignored_depth_ = 0;  // open containers that mean nothing to us
  ItemsState items_ = ItemsState::Missing;
  std::string next_url_;
  uint8_t settled_feed_texts_ = 0;  // bit per FeedText that a document before has stated
  uint64_t skipped_articles_ = 0;
  uint64_t skipped_rows_ = 0;
};

}  // namespace explorer
