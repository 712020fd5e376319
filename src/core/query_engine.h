// Answers the reader's question for all tables, in steps that fit between two frames, and remembers what may
// be asked again: the rows of each term, the order of each column, whole orders. A new question takes the
// place of the one before at once. Knows no clock: the caller says when to stop.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/facet_counts.h"
#include "core/query.h"
#include "core/row_order.h"
#include "core/row_set.h"
#include "core/term_run.h"

namespace explorer {

// Asked between steps; work goes on until it returns true.
struct WorkLimit {
  bool (*reached)(void* context) = nullptr;  // null: no limit
  void* context = nullptr;
  bool is_reached() const { return reached != nullptr && reached(context); }
};

class QueryEngine {
 public:
  // `dataset` must outlive it; after rows were added to it, or links, rows_changed() must be called.
  explicit QueryEngine(const Dataset& dataset) : dataset_(dataset) {}

  // Forgets everything that depends on rows. The question stands and has to be answered anew.
  void rows_changed();

  // Takes a question; `first` is the table whose answer is wanted soonest. The same question again keeps the
  // answers.
  void ask(const Query& query, TableId first);

  // Does one step at least. Returns true when every table is answered.
  bool work(WorkLimit limit = {});

  // The question as it stands, and its number: another one for each question, and for the same one asked of
  // other rows. 0: none yet.
  const Query& query() const { return query_; }
  uint64_t question() const { return question_; }

  bool is_answered(TableId table) const { return answers_[static_cast<size_t>(table)].done; }
  // The answer; of a table that is not yet answered, empty.
  const QueryResult& result(TableId table) const { return answers_[static_cast<size_t>(table)].result; }
  // The rows of an answered table as a set.
  const RowSet& rows(TableId table) const { return answers_[static_cast<size_t>(table)].rows; }
  // All rows of an answered table under every term but those on that column, which readers expect of what
  // filters by it. Its terms are remembered: some milliseconds only where one was pushed out since.
  RowSet rows_without(TableId table, std::string_view column);

  // How often each value of a column occurs under every term of the question but those on the column itself.
  // The table must be answered. Some milliseconds at a million rows when asked first, then remembered.
  const FacetCounts& facet_counts(TableId table, size_t column);

  // The same under no term; needs no answer.
  const FacetCounts& total_counts(TableId table, size_t column);

  // Takes ranks that were computed elsewhere (RankRun) for the column as it stands.
  void adopt_ranks(TableId table, size_t column, ValueRanks ranks);

 private:
  struct Answer {
    bool done = false;
    size_t next_term = 0;
    RowSet rows;
    QueryResult result;
  };
  struct KnownTerm {
    Term term;
    TableId table;
    uint64_t last_used;
    RowSet rows;
  };
  struct KnownOrder {
    TableId table;
    std::vector<SortKey> keys;
    uint64_t last_used;
    std::shared_ptr<const std::vector<RowIndex>> rows;
  };
  struct KnownRanks {
    TableId table;
    size_t column;
    ValueRanks ranks;
  };
  struct KnownCounts {
    TableId table;
    size_t column;
    FacetCounts counts;
  };
  static constexpr size_t MaxKnownTerms = 48;
  static constexpr std::ptrdiff_t MaxOrdersOfTable = 4;

  void begin_question();
  bool step();
  bool step_terms(TableId table, Answer& answer);
  bool step_order(TableId table, Answer& answer);
  void finish(TableId table, Answer& answer, const std::vector<RowIndex>* order);
  const RowSet* step_term(const Term& term, TableId table);
  KnownTerm* find_term(const Term& term, TableId table);
  const RowSet* narrower_than(const Term& term, TableId table);
  void remember(const Term& term, TableId table, RowSet rows);
  const ValueRanks* find_ranks(TableId table, size_t column) const;
  void remember_order(TableId table, const std::vector<SortKey>& keys, std::vector<RowIndex> rows);
  KnownOrder* find_order(TableId table, const std::vector<SortKey>& keys);
  std::vector<SortKey> keys_of(TableId table) const;
  std::vector<RankedKey> ranked(TableId table, const std::vector<SortKey>& keys) const;

  const Dataset& dataset_;
  Query query_;
  uint64_t question_ = 0;
  TableId first_ = TableId::Articles;
  std::array<Answer, TableCount> answers_;
  std::optional<TermRun> term_run_;
  std::optional<RankRun> rank_run_;
  TableId rank_table_ = TableId::Articles;
  size_t rank_column_ = 0;
  std::optional<OrderRun> order_run_;
  TableId order_table_ = TableId::Articles;
  std::vector<std::unique_ptr<KnownTerm>> terms_;
  std::vector<std::unique_ptr<KnownRanks>> ranks_;
  std::vector<KnownOrder> orders_;
  std::vector<std::unique_ptr<KnownCounts>> counts_;
  std::vector<std::unique_ptr<KnownCounts>> totals_;
  uint64_t clock_ = 0;
};

}  // namespace explorer
