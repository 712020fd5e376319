// One term of a query answered by a table's own columns, in steps of a fraction of a millisecond: column
// after column, first the distinct values, then the rows that have them. Knows nothing of other terms and
// tables.
#pragma once

#include <memory>
#include <optional>

#include "core/dataset.h"
#include "core/query.h"
#include "core/row_set.h"
#include "core/value_judge.h"

namespace explorer {

// The column of `table` that answers the term by itself; nothing if the table lacks it or no row states it
// (but a question for what is missing goes to the table itself).
std::optional<size_t> answering_column(const Dataset& dataset, const Term& term, TableId table);

// The tables other than `table` that can answer a term on a column which `table` lacks or never states; its
// rows then hold where a linked row does. Empty if `table` answers by itself.
std::vector<TableId> linked_tables(const Dataset& dataset, const Term& term, TableId table);

// Adds to `rows`, of `table`, those linked to a row of `found`, of `other`.
void add_linked(const Dataset& dataset, TableId other, const RowSet& found, TableId table, RowSet& rows);

// Whether the term is excluded plays no part here: the rows are those for which the rest of it holds.
class TermRun {
 public:
  // `candidates`, if given, is a set that is known to hold every row of the answer: the rows of a term that
  // this one narrows. It must outlive the run.
  TermRun(const Dataset& dataset, const Term& term, TableId table, const RowSet* candidates = nullptr);

  bool is_for(const Term& term, TableId table) const { return table_ == table && term_ == term; }

  // Does one step; returns true while there is more to do.
  bool step();
  // The rows for which the term holds; complete when step() has returned false.
  RowSet take_rows() { return std::move(rows_); }

 private:
  enum class Phase : uint8_t { Judge, Lists, Map, Next };

  const Column& column() const { return dataset_.column(table_, parts_[part_]); }
  void start_part();
  bool judge_step();
  void lists_step();
  void map_step();
  void map_rows(RowIndex from, RowIndex to);
  void map_missing(RowIndex from, RowIndex to);
  bool uses_candidates() const;
  void judge_candidates();

  const Dataset& dataset_;
  const Term term_;
  TableId table_;
  const RowSet* candidates_;
  std::vector<size_t> parts_;  // columns to ask
  size_t part_ = 0;
  Phase phase_ = Phase::Next;
  uint32_t at_ = 0;  // step of the judge, or row
  std::optional<ValueJudge> judge_;
  std::vector<uint8_t> verdicts_;       // by code + 1
  std::vector<uint8_t> list_verdicts_;  // by entry, of a column of lists
  bool any_verdict_ = false;
  RowSet rows_;
};

}  // namespace explorer
