// One row while it is read: a flat draft that is reused from row to row, checked and appended to the
// columns when its object ends, or dropped as a whole. Knows the columns' types, not JSON.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/dataset.h"
#include "core/feed_grammar.h"
#include "core/load_warnings.h"
#include "core/string_pool.h"

namespace explorer {

struct RowDraft {
  struct ListValue {
    size_t column;
    size_t begin;  // in list_text
    size_t size;
  };
  struct Reference {
    ReferenceKind kind;
    StringId id;
    uint32_t from;
    uint32_t index;  // in the list that names it
  };
  struct EvidenceDraft {
    StringId article = StringId::None;
    int32_t paragraph = Evidence::WholeArticle;
    uint32_t from = 0;  // of the article's id
    uint32_t index = 0;
  };

  FeedNode node = FeedNode::Item;
  uint32_t index = 0;           // in its list of rows
  uint32_t from = 0;            // of the row's object in the value being read
  std::string_view id_refused;  // what was found in place of an id of the right type; empty if nothing
  uint32_t id_from = 0;
  StringId id = StringId::None;
  std::array<std::string, MaxColumns> texts;
  std::array<Quantity, MaxColumns> numbers{};
  std::array<PartialDate, MaxColumns> dates{};
  std::array<std::string, ContentCount> content;
  std::vector<ListValue> lists;
  std::string list_text;
  std::vector<Reference> references;
  std::vector<EvidenceDraft> evidence;
  StringId implied_article = StringId::None;  // the evidence of a row that states none
  uint32_t inferred = 0;
  bool duration_approximate = false;

  void start(FeedNode row_node, uint32_t row_from, uint32_t row_index);
  void add_to_list(size_t column, std::string_view value);
};

// Rows found for the ids of articles (one index) or of fact rows (another), without hashing: text ids are
// small numbers.
class IdIndex {
 public:
  static constexpr RowRef Nowhere = {TableId::Articles, UINT32_MAX};
  // Returns false if the id is taken.
  bool insert(StringId id, RowRef row);
  RowRef find(StringId id) const;  // Nowhere if there is none

  size_t memory() const { return rows_.size() * sizeof(uint32_t); }

 private:
  std::vector<uint32_t> rows_;  // table and row in one number; 0 = none
};

// The value that is being read: its bytes and where they start.
struct ValuePlace {
  std::string_view bytes;
  uint32_t document;
  uint64_t line;
  uint64_t column;
  bool is_line = false;  // an item in a line of its own, outside of any list
};

// Where a row names another one that is not there yet: what is needed to put its path together later.
struct ReferencePlace {
  static constexpr uint32_t NoItem = UINT32_MAX;
  uint32_t document;
  uint32_t line;
  uint32_t column;
  uint32_t item;   // the item in whose extension the row stands, or NoItem
  uint32_t row;    // index of the row in its list
  uint32_t index;  // in the row's list of references or evidence
};

// What a row says of other rows, by their ids, until all rows are known. `place` is a number in
// FeedTables::places, meaningless if the row named was there already.
struct PendingReference {
  RowIndex row;
  uint32_t place;
  StringId id;
  ReferenceKind kind;
};
struct PendingEvidence {
  RowIndex row;
  uint32_t place;
  StringId article;
  int32_t paragraph;
};

// Gives a chart entry the title of the release or video that it is about, unless it has one.
void title_chart_entry(Dataset& dataset, RowRef entry, RowRef subject, ReferenceKind kind);

// A dataset under construction. Derived columns, evidence and links are those of the last link_rows.
struct FeedTables {
  Dataset& dataset;
  StringPool ids;  // of rows, and those that rows refer to
  std::array<std::vector<PendingReference>, TableCount> references;
  std::array<std::vector<PendingEvidence>, TableCount> evidence;
  std::vector<ReferencePlace> places;
  IdIndex articles;
  IdIndex facts;
  // What stands in for the titles of articles without one: codes of the column of titles, by article.
  std::unordered_map<RowIndex, ValueCode> untitled;
  uint32_t item = ReferencePlace::NoItem;  // the item that rows are whose extension rows are committed from

  explicit FeedTables(Dataset& target);
  // Appends the row. If its id is missing or taken, drops it with a warning and returns false.
  bool commit(RowDraft& draft, TableId table, WarningLog& warnings, const ValuePlace& place);
  // Bytes of what is kept beside the dataset.
  size_t memory() const;
  // The row that a reference of `kind` means, or Nowhere if there is none of the right table.
  RowRef find(StringId id, ReferenceKind kind) const;

 private:
  bool take_id(const RowDraft& draft, TableId id, WarningLog& warnings);
  void append_columns(RowDraft& draft, Table& table);
  void append_pending(const RowDraft& draft, TableId id, RowIndex row, const ValuePlace& place);
  uint32_t add_place(const RowDraft& draft, LineCounter& counter, size_t& counted, uint32_t from,
                     uint32_t index, const ValuePlace& place);
  std::vector<std::string_view> list_buffer_;
};

}  // namespace explorer
