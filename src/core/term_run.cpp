// See term_run.h.
#include "core/term_run.h"

#include <algorithm>

namespace explorer {
namespace {

constexpr RowIndex RowsPerStep = 65'536;
// Fewer candidates than one row in so many are looked at one by one.
constexpr uint32_t FewCandidates = 32;

}  // namespace

std::optional<size_t> answering_column(const Dataset& dataset, const Term& term, TableId table) {
  const std::optional<size_t> column = find_column(table, term.column);
  if (!column) return std::nullopt;
  const bool answers = term.op == TermOp::Missing || dataset.column(table, *column).any_stated();
  return answers ? column : std::nullopt;
}

std::vector<TableId> linked_tables(const Dataset& dataset, const Term& term, TableId table) {
  std::vector<TableId> tables;
  if (term.column.empty() || dataset.table(table).row_count == 0 || answering_column(dataset, term, table))
    return tables;
  for (const TableId other : AllTables) {
    if (other != table && answering_column(dataset, term, other)) tables.push_back(other);
  }
  return tables;
}

// Links are symmetric: the rows found in the other table know which of ours they belong to.
void add_linked(const Dataset& dataset, TableId other, const RowSet& found, TableId table, RowSet& rows) {
  const Table& theirs = dataset.table(other);
  found.for_each([&](RowIndex row) {
    for (const PackedRow link : theirs.links_of(row)) {
      if (link.table() == table) rows.add(link.row());
    }
  });
}

TermRun::TermRun(const Dataset& dataset, const Term& term, TableId table, const RowSet* candidates)
    : dataset_(dataset),
      term_(term),
      table_(table),
      candidates_(candidates),
      rows_(dataset.table(table).row_count) {
  if (!term_.column.empty()) {
    if (const auto column = answering_column(dataset, term_, table)) parts_.push_back(*column);
  } else if (term_.op == TermOp::Contains || term_.op == TermOp::Equals) {
    const auto& columns = dataset.table(table).columns;
    for (size_t column = 0; column < columns.size(); ++column) {
      if (columns[column].spec.searched) parts_.push_back(column);
    }
  }
  const bool few = candidates_ != nullptr && candidates_->count() < rows_.row_count() / FewCandidates;
  if (!few) candidates_ = nullptr;
  if (!parts_.empty()) start_part();
}

// Numbers, dates and codes of regions hold as wholes: there a longer term may hold where a shorter did not.
bool TermRun::uses_candidates() const {
  const ColumnType type = column().spec.type;
  return candidates_ != nullptr && holds_strings(type) && type != ColumnType::Region;
}

void TermRun::start_part() {
  at_ = 0;
  judge_.reset();
  any_verdict_ = false;
  if (term_.op == TermOp::Missing) {
    phase_ = Phase::Map;
    return;
  }
  judge_.emplace(term_, column());
  phase_ = judge_->is_hopeless() || column().value_count() == 0 ? Phase::Next : Phase::Judge;
  if (phase_ == Phase::Judge) verdicts_.assign(size_t{column().value_count()} + 1, 0);
}

bool TermRun::step() {
  if (part_ >= parts_.size()) return false;
  switch (phase_) {
    case Phase::Judge:
      if (judge_step()) phase_ = !any_verdict_ ? Phase::Next : column().is_list() ? Phase::Lists : Phase::Map;
      break;
    case Phase::Lists:
      lists_step();
      break;
    case Phase::Map:
      map_step();
      break;
    case Phase::Next:
      if (++part_ < parts_.size()) start_part();
      break;
  }
  return part_ < parts_.size();
}

// Returns true when all values are judged.
bool TermRun::judge_step() {
  const std::span<uint8_t> by_code = std::span(verdicts_).subspan(1);
  if (uses_candidates()) {
    judge_candidates();
  } else if (at_ < judge_->step_count()) {
    judge_->step(at_++, by_code);
    if (at_ < judge_->step_count()) return false;
  }
  any_verdict_ = std::ranges::find(by_code, uint8_t{1}) != by_code.end();
  at_ = 0;
  return true;
}

void TermRun::judge_candidates() {
  const Column& asked = column();
  const std::span<uint8_t> by_code = std::span(verdicts_).subspan(1);
  std::vector<ValueCode> codes;
  candidates_->for_each([&](RowIndex row) {
    if (asked.is_list()) {
      const auto list = asked.list(row);
      codes.insert(codes.end(), list.begin(), list.end());
    } else if (const uint32_t entry = asked.entry(row); entry != 0) {
      codes.push_back(entry - 1);
    }
  });
  judge_->judge(codes, by_code);
}

// Each distinct list once, a block of them at a time.
void TermRun::lists_step() {
  const uint32_t size = column().lists().size();
  if (at_ == 0) list_verdicts_.assign(size_t{size} + 1, 0);
  at_ = column().for_lists_of_block(at_, [this](uint32_t list, std::span<const ValueCode> codes) {
    uint8_t verdict = 0;
    for (const ValueCode code : codes)
      verdict |= verdicts_[size_t{code} + 1];
    list_verdicts_[list] = verdict;
  });
  if (at_ < size) return;
  at_ = 0;
  phase_ = Phase::Map;
}

void TermRun::map_step() {
  const RowIndex to = std::min(rows_.row_count(), at_ + RowsPerStep);
  if (term_.op == TermOp::Missing) {
    map_missing(at_, to);
  } else {
    map_rows(at_, to);
  }
  at_ = to;
  if (at_ >= rows_.row_count()) phase_ = Phase::Next;
}

void TermRun::map_rows(RowIndex from, RowIndex to) {
  const Column& asked = column();
  const auto words = rows_.words();
  const uint8_t* const verdicts = asked.is_list() ? list_verdicts_.data() : verdicts_.data();
  const uint32_t known = std::min(to, asked.entries().size());
  for (RowIndex row = from; row < known;) {
    // `from` and the blocks of entries begin at multiples of 64.
    const auto run = asked.entries().run(row, std::min(known, row + 64));
    uint64_t word = 0;
    for (size_t i = 0; i < run.size(); ++i)
      word |= uint64_t{verdicts[run[i]]} << i;
    words[row / 64] |= word;
    row += static_cast<uint32_t>(run.size());
  }
}

void TermRun::map_missing(RowIndex from, RowIndex to) {
  for (RowIndex row = from; row < to; ++row) {
    if (!column().is_stated(row)) rows_.add(row);
  }
}

}  // namespace explorer
