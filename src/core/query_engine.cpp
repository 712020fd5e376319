// See query_engine.h.
#include "core/query_engine.h"

#include <algorithm>

#include "core/text_fold.h"

namespace explorer {
namespace {

// With fewer rows than one in so many, sorting them alone is cheaper than ordering the table.
constexpr uint32_t FewRows = 16;

bool asks_one_text(const Term& term) {
  return !term.exclude && term.op == TermOp::Contains && term.values.size() == 1;
}

}  // namespace

void QueryEngine::rows_changed() {
  terms_.clear();
  ranks_.clear();
  orders_.clear();
  counts_.clear();
  totals_.clear();
  rank_run_.reset();
  begin_question();
}

void QueryEngine::ask(const Query& query, TableId first) {
  first_ = first;
  if (question_ > 0 && query == query_) return;
  if (query.terms != query_.terms) counts_.clear();
  query_ = query;
  begin_question();
}

void QueryEngine::begin_question() {
  ++question_;
  term_run_.reset();
  order_run_.reset();
  for (const TableId table : AllTables) {
    Answer answer;
    answer.result.total = dataset_.table(table).row_count;
    answers_[static_cast<size_t>(table)] = std::move(answer);
  }
}

bool QueryEngine::work(WorkLimit limit) {
  while (step()) {
    if (limit.is_reached()) return false;
  }
  return true;
}

bool QueryEngine::step() {
  const auto open = [&](TableId table) { return !is_answered(table); };
  TableId table = first_;
  if (!open(table)) {
    const auto found = std::ranges::find_if(AllTables, open);
    if (found == AllTables.end()) return false;
    table = *found;
  }
  Answer& answer = answers_[static_cast<size_t>(table)];
  if (step_terms(table, answer) && step_order(table, answer)) answer.done = true;
  return true;
}

// Returns true when all terms are answered and joined.
bool QueryEngine::step_terms(TableId table, Answer& answer) {
  if (answer.rows.row_count() != answer.result.total) {
    answer.rows = RowSet(answer.result.total);
    answer.rows.invert();
  }
  if (answer.next_term >= query_.terms.size()) return true;
  const Term& term = query_.terms[answer.next_term];
  Term positive = term;
  positive.exclude = false;
  const RowSet* known = step_term(positive, table);
  if (known == nullptr) return false;
  if (term.exclude) {
    answer.rows.subtract(*known);
  } else {
    answer.rows.intersect(*known);
  }
  ++answer.next_term;
  return answer.next_term >= query_.terms.size();
}

// The rows of a term; null as long as there is more to do.
const RowSet* QueryEngine::step_term(const Term& term, TableId table) {
  if (KnownTerm* known = find_term(term, table)) {
    known->last_used = ++clock_;
    return &known->rows;
  }
  const std::vector<TableId> others = linked_tables(dataset_, term, table);
  if (!others.empty()) {
    for (const TableId other : others) {
      if (step_term(term, other) == nullptr) return nullptr;
    }
    RowSet rows(dataset_.table(table).row_count);
    for (const TableId other : others)
      add_linked(dataset_, other, find_term(term, other)->rows, table, rows);
    remember(term, table, std::move(rows));
    return nullptr;
  }
  // Another table may have been put first, or facets asked for, while a term was at work.
  if (!term_run_ || !term_run_->is_for(term, table))
    term_run_.emplace(dataset_, term, table, narrower_than(term, table));
  if (term_run_->step()) return nullptr;
  remember(term, table, term_run_->take_rows());
  term_run_.reset();
  return nullptr;
}

// Returns true when the rows are in order.
bool QueryEngine::step_order(TableId table, Answer& answer) {
  const std::vector<SortKey> keys = keys_of(table);
  KnownOrder* known = find_order(table, keys);
  if (known != nullptr) {
    known->last_used = ++clock_;
    finish(table, answer, known->rows.get());
    return true;
  }
  for (const SortKey& key : keys) {
    const size_t column = *find_column(table, key.column);
    if (find_ranks(table, column) != nullptr) continue;
    if (!rank_run_ || rank_table_ != table || rank_column_ != column) {
      rank_run_.emplace(dataset_.column(table, column));
      rank_table_ = table;
      rank_column_ = column;
    }
    if (rank_run_->step()) return false;
    adopt_ranks(table, column, rank_run_->take());
    rank_run_.reset();
    return false;
  }
  const uint32_t few = answer.result.total / FewRows;
  if (!query_.terms.empty() && !keys.empty() && answer.rows.count() <= few) {
    std::vector<RowIndex> rows = answer.rows.rows();
    sort_rows(ranked(table, keys), rows);
    answer.result.rows = RowList(std::make_shared<const std::vector<RowIndex>>(std::move(rows)));
    return true;
  }
  if (!order_run_ || order_table_ != table) {
    order_run_.emplace(answer.result.total, ranked(table, keys));
    order_table_ = table;
  }
  if (order_run_->step()) return false;
  remember_order(table, keys, order_run_->take());
  order_run_.reset();
  finish(table, answer, orders_.back().rows.get());
  return true;
}

void QueryEngine::remember_order(TableId table, const std::vector<SortKey>& keys,
                                 std::vector<RowIndex> rows) {
  const auto is_here = [&](const KnownOrder& order) { return order.table == table; };
  if (std::ranges::count_if(orders_, is_here) >= MaxOrdersOfTable) {
    orders_.erase(std::ranges::min_element(
        orders_, {}, [&](const KnownOrder& order) { return is_here(order) ? order.last_used : UINT64_MAX; }));
  }
  orders_.push_back({table, keys, ++clock_, std::make_shared<const std::vector<RowIndex>>(std::move(rows))});
}

void QueryEngine::finish(TableId table, Answer& answer, const std::vector<RowIndex>* order) {
  if (query_.terms.empty()) {
    answer.result.rows = RowList(find_order(table, keys_of(table))->rows);
    return;
  }
  std::vector<RowIndex> rows;
  if (keys_of(table).empty()) {
    rows = answer.rows.rows();
  } else {
    // Written whether it is wanted or not, since a guess of that would often be wrong; one place more for it.
    rows.resize(answer.rows.count() + 1);
    size_t count = 0;
    for (const RowIndex row : *order) {
      rows[count] = row;
      count += answer.rows.has(row) ? 1 : 0;
    }
    rows.pop_back();
  }
  answer.result.rows = RowList(std::make_shared<const std::vector<RowIndex>>(std::move(rows)));
}

QueryEngine::KnownTerm* QueryEngine::find_term(const Term& term, TableId table) {
  for (const auto& known : terms_) {
    if (known->table == table && known->term == term) return known.get();
  }
  return nullptr;
}

// The rows of a term that asks for a part of what `term` asks for: typing on narrows what was found.
const RowSet* QueryEngine::narrower_than(const Term& term, TableId table) {
  if (!asks_one_text(term)) return nullptr;
  const std::string wanted = fold_text(term.values[0]);
  KnownTerm* best = nullptr;
  for (const auto& known : terms_) {
    if (known->table != table || known->term.column != term.column || !asks_one_text(known->term)) continue;
    if (wanted.find(fold_text(known->term.values[0])) == std::string::npos) continue;
    if (best == nullptr || known->term.values[0].size() > best->term.values[0].size()) best = known.get();
  }
  if (best == nullptr) return nullptr;
  best->last_used = ++clock_;  // it must outlive the run that starts from it
  return &best->rows;
}

void QueryEngine::remember(const Term& term, TableId table, RowSet rows) {
  if (terms_.size() >= MaxKnownTerms) {
    terms_.erase(std::ranges::min_element(
        terms_, {}, [](const std::unique_ptr<KnownTerm>& known) { return known->last_used; }));
  }
  terms_.push_back(std::make_unique<KnownTerm>(KnownTerm{term, table, ++clock_, std::move(rows)}));
}

const ValueRanks* QueryEngine::find_ranks(TableId table, size_t column) const {
  for (const auto& known : ranks_) {
    if (known->table == table && known->column == column) return &known->ranks;
  }
  return nullptr;
}

void QueryEngine::adopt_ranks(TableId table, size_t column, ValueRanks ranks) {
  if (find_ranks(table, column) != nullptr) return;
  ranks_.push_back(std::make_unique<KnownRanks>(KnownRanks{table, column, std::move(ranks)}));
}

QueryEngine::KnownOrder* QueryEngine::find_order(TableId table, const std::vector<SortKey>& keys) {
  for (KnownOrder& known : orders_) {
    if (known.table != table || known.keys != keys) continue;
    known.last_used = ++clock_;
    return &known;
  }
  return nullptr;
}

// The question's sort keys that the table has.
std::vector<SortKey> QueryEngine::keys_of(TableId table) const {
  std::vector<SortKey> keys;
  for (const SortKey& key : query_.sort) {
    if (find_column(table, key.column)) keys.push_back(key);
  }
  return keys;
}

std::vector<RankedKey> QueryEngine::ranked(TableId table, const std::vector<SortKey>& keys) const {
  std::vector<RankedKey> result;
  for (const SortKey& key : keys) {
    const size_t column = *find_column(table, key.column);
    result.push_back({&dataset_.column(table, column), find_ranks(table, column), key.descending});
  }
  return result;
}

const FacetCounts& QueryEngine::total_counts(TableId table, size_t column) {
  for (const auto& known : totals_) {
    if (known->table == table && known->column == column) return known->counts;
  }
  RowSet all(dataset_.table(table).row_count);
  all.invert();
  totals_.push_back(std::make_unique<KnownCounts>(
      KnownCounts{table, column, count_values(dataset_.column(table, column), all)}));
  return totals_.back()->counts;
}

const FacetCounts& QueryEngine::facet_counts(TableId table, size_t column) {
  for (const auto& known : counts_) {
    if (known->table == table && known->column == column) return known->counts;
  }
  const Column& counted = dataset_.column(table, column);
  counts_.push_back(std::make_unique<KnownCounts>(
      KnownCounts{table, column, count_values(counted, rows_without(table, counted.spec.name))}));
  return counts_.back()->counts;
}

RowSet QueryEngine::rows_without(TableId table, std::string_view column) {
  const Answer& answer = answers_[static_cast<size_t>(table)];
  const auto is_own = [&](const Term& term) { return term.column == column; };
  if (std::ranges::none_of(query_.terms, is_own)) return answer.rows;
  RowSet rows(answer.result.total);
  rows.invert();
  for (const Term& term : query_.terms) {
    if (is_own(term)) continue;
    Term positive = term;
    positive.exclude = false;
    const RowSet* known = nullptr;
    while (known == nullptr)
      known = step_term(positive, table);
    if (term.exclude) {
      rows.subtract(*known);
    } else {
      rows.intersect(*known);
    }
  }
  return rows;
}

}  // namespace explorer
