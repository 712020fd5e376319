// What rows say of each other, once all of them are known: evidence, links and the columns derived from
// other tables. The order of the tables in the document does not matter. Knows no clock: the caller says when
// to stop between two steps.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "core/load_warnings.h"
#include "core/row_draft.h"

namespace explorer {

// Fills evidence, links and the derived columns (articles.facts, chart entries.title, videos.rank, source).
// Ids that no row has are warnings; the row is kept. May be done again after more rows.
class LinkRun {
 public:
  // Takes a millisecond or two.
  static constexpr uint32_t MostPerStep = 16'384;

  // Both must outlive the run, and no row may come before it is done. A step touches at most `most_per_step`
  // rows, references or links, more only for a single row that has more of them.
  LinkRun(FeedTables& tables, WarningLog& warnings, uint32_t most_per_step = MostPerStep)
      : tables_(tables), dataset_(tables.dataset), warnings_(warnings), most_(most_per_step) {}
  LinkRun(const LinkRun&) = delete;
  LinkRun& operator=(const LinkRun&) = delete;

  // Does one step; returns true while there is more to do. Before that is done, evidence and links do not
  // fit the rows.
  bool step();

 private:
  // One goes through a table after the other, a step at a time, and is true at the end of a table.
  using Pass = bool (LinkRun::*)(TableId id);
  static const std::array<Pass, 10> Passes;
  bool start_rows(TableId id);
  bool resolve_evidence(TableId id);
  bool resolve_references(TableId id);
  bool sum_counts(TableId id);
  bool make_room(TableId id);
  bool place_evidence(TableId id);
  bool place_references(TableId id);
  bool order_links(TableId id);
  bool close_gaps(TableId id);
  bool count_facts(TableId id);

  void count_link(RowRef a, RowRef b);
  void place_link(RowRef a, RowRef b);
  void add_evidence(TableId id, const PendingEvidence& pending);
  void apply(RowRef from, RowRef to, ReferenceKind kind);
  void miss(TableId id, const PendingReference& pending);
  ValueCode untitled_code(RowIndex article);
  void append_sources(Table& table, size_t first_evidence);

  FeedTables& tables_;
  Dataset& dataset_;
  WarningLog& warnings_;
  const uint32_t most_;
  size_t pass_ = 0;
  size_t table_ = 0;
  uint32_t at_ = 0;     // row or reference of the table
  uint32_t inner_ = 0;  // what goes along with rows: pending evidence, or links
  std::array<std::vector<PackedRow>, TableCount> unordered_;  // links as they were stated, by link_offsets
  std::array<Blocks<uint32_t>, TableCount> ends_;             // by row: where its next link goes
  std::vector<ValueCode> sources_;
};

// All steps at once.
void link_rows(FeedTables& tables, WarningLog& warnings);

}  // namespace explorer
