// One term of a query answered for one table, in steps of a fraction of a millisecond: column after column,
// first the distinct values, then the rows that have them. Knows nothing of other terms.
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

class TermRun {
 public:
  // `candidates`, if given, is a set that is known to hold every row of the answer (before exclusion): the
  // rows of a term that this one narrows. It must outlive the run.
  TermRun(const Dataset& dataset, const Term& term, TableId table, const RowSet* candidates = nullptr);

  // Does one step; returns true while there is more to do.
  bool step();
  // The rows for which the term holds; complete when step() has returned false.
  RowSet take_rows() { return std::move(rows_); }

 private:
  struct Part {
    TableId table;
    size_t column;
  };
  enum class Phase : uint8_t { Judge, Map, Next };

  const Column& column() const { return dataset_.column(parts_[part_].table, parts_[part_].column); }
  void start_part();
  bool judge_step();
  void map_step();
  void map_rows(RowSet& rows, RowIndex from, RowIndex to) const;
  void map_missing(RowSet& rows, RowIndex from, RowIndex to) const;
  bool uses_candidates() const;
  void judge_candidates();
  void follow_links();

  const Dataset& dataset_;
  const Term term_;
  TableId table_;
  const RowSet* candidates_;
  std::vector<Part> parts_;
  bool linked_ = false;  // parts are of other tables, whose rows lead to this one's
  size_t part_ = 0;
  Phase phase_ = Phase::Next;
  uint32_t at_ = 0;  // step of the judge, or row
  std::optional<ValueJudge> judge_;
  std::vector<uint8_t> verdicts_;  // by code + 1
  bool any_verdict_ = false;
  RowSet rows_;
  RowSet linked_rows_;  // of the other table
};

}  // namespace explorer
