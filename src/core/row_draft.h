// One row while it is read: a flat draft that is reused from row to row, checked and appended to the
// columns when its object ends, or dropped as a whole. Knows the columns' types, not JSON.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "core/dataset.h"
#include "core/feed_grammar.h"
#include "core/load_warnings.h"
#include "core/string_pool.h"

namespace explorer {

inline constexpr size_t MaxColumns = 13;

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
  };
  struct EvidenceDraft {
    StringId article = StringId::None;
    int32_t paragraph = Evidence::WholeArticle;
    uint32_t from = 0;  // of the article's id
  };

  uint32_t from = 0;            // of the row's object in the document
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
  uint32_t inferred = 0;
  bool duration_approximate = false;

  void start(uint32_t row_from);
  void add_to_list(size_t column, std::string_view value);
};

// Rows found for the ids of articles (one index) or of fact rows (another), without hashing: text ids are
// small numbers.
class IdIndex {
 public:
  static constexpr RowRef Nowhere = {TableId::Articles, UINT32_MAX};
  // Returns false if the id is taken.
  bool insert(StringId id, RowRef row);
  void erase(StringId id);
  RowRef find(StringId id) const;  // Nowhere if there is none

 private:
  std::vector<RowRef> rows_;
};

// What a row says of other rows, by their ids, until all rows are known.
struct PendingReference {
  RowIndex row;
  uint32_t from;
  StringId id;
  ReferenceKind kind;
};
struct PendingEvidence {
  RowIndex row;
  uint32_t from;
  StringId article;
  int32_t paragraph;
};

// A dataset under construction. Derived columns, evidence and links are empty until link_rows.
struct FeedTables {
  Dataset& dataset;
  StringPool ids;  // of rows, and those that rows refer to
  std::array<std::vector<PendingReference>, TableCount> references;
  std::array<std::vector<PendingEvidence>, TableCount> evidence;
  IdIndex articles;
  IdIndex facts;
  std::vector<uint64_t> links;  // pairs of packed rows found by link_rows, in both directions

  explicit FeedTables(Dataset& target);
  // Takes all rows out of one table again.
  void clear(TableId table);
  // Appends the row. If its id is missing or taken, drops it with a warning and returns false.
  bool commit(RowDraft& draft, TableId table, WarningLog& warnings);

 private:
  void append_columns(RowDraft& draft, Table& table);
  std::vector<std::string_view> list_buffer_;
};

}  // namespace explorer
