// One engine that is asked question after question, in the ways a reader asks them, against its naive twin.
#include "core/query_engine.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "core/text_fold.h"
#include "growing_dataset.h"
#include "query_twin.h"
#include "state/query_text.h"

namespace explorer::test {
namespace {

// Rounds that must have happened often enough for the test to be worth something. The engine takes its short
// ways below one row in 32 (narrowing) and one in 16 (sorting few rows); half of that is well below.
struct Counters {
  size_t answers = 0, some_but_not_all = 0, wide_sets = 0;
  size_t repeated = 0, narrowed = 0, few_sorted = 0, resorted = 0;
  size_t replaced = 0, grown_at_work = 0, switched_at_work = 0, facets = 0, adopted = 0;
};

// Reached when the counter is at 0.
bool count_down(void* left) {
  uint32_t& steps = *static_cast<uint32_t*>(left);
  return steps-- <= 1;
}

class Session {
 public:
  Session(Random& random, uint32_t most_articles, uint32_t most, Counters& counters)
      : random_(random), growing_(random), most_(most), counters_(counters) {
    growing_.add_rows(most_articles, most);
    growing_.relink();
  }

  void act() {
    switch (random_.below(8)) {
      case 0:
        return type_word();
      case 1:
        return grow();
      case 2:
        return again();
      case 3:
        return sort_anew();
      case 4:
        adopt();
        return ask(random_query(random_, false));
      case 5:
        return ask(with_rare_word());
      default:
        return ask(random_query(random_, false));
    }
  }

 private:
  const Dataset& dataset() const { return growing_.dataset(); }
  TableId random_table() { return AllTables[random_.below(TableCount)]; }

  // Some steps; returns whether the answer is there.
  bool work_a_little() {
    uint32_t steps = random_.below(30);
    return engine_.work({count_down, &steps});
  }

  void ask(const Query& query) {
    query_ = query;
    engine_.ask(query_, random_table());
    if (random_.one_in(8)) {
      counters_.replaced += !work_a_little();
      return;
    }
    while (!work_a_little()) {
      if (random_.one_in(6)) {
        engine_.ask(query_, random_table());
        ++counters_.switched_at_work;
      }
      if (random_.one_in(20)) grow_at_work();
      if (random_.one_in(6)) ask_facets(random_table());
    }
    check();
  }

  // A reader types: each letter is a question, and most of them are not waited for.
  void type_word() {
    const std::string word = rare_word_of_dataset();
    Query query;
    if (random_.one_in(2)) query = random_query(random_, false);
    if (query.terms.size() > 1) query.terms.resize(1);
    const std::string_view columns[] = {"", "title", "tag", "note", "source", "region"};
    query.terms.push_back(
        {random_.one_in(5), std::string(columns[random_.below(6)]), TermOp::Contains, {""}});
    uint32_t before = UINT32_MAX;
    for (size_t at = 0; at < word.size();) {
      next_code_point(word, at);
      query.terms.back().values[0] = word.substr(0, at);
      ask(query);
      const uint32_t rows = dataset().table(TableId::Articles).row_count;
      const bool answered = engine_.is_answered(TableId::Articles);
      counters_.narrowed += answered && before < rows / 64 && query.terms.size() == 1;
      before = answered ? engine_.result(TableId::Articles).rows.size() : UINT32_MAX;
    }
  }

  std::string rare_word_of_dataset() {
    const Table& articles = dataset().table(TableId::Articles);
    if (articles.row_count == 0) return "word";
    const std::string_view title = articles.columns[0].text(random_.below(articles.row_count));
    return title.empty() ? growing_.rare_word() : std::string(title.substr(0, valid_utf8_prefix(title)));
  }

  Query with_rare_word() {
    Query query = random_query(random_, false);
    query.terms.resize(std::min<size_t>(query.terms.size(), 1));
    query.terms.push_back({false, "", TermOp::Contains, {growing_.rare_word()}});
    return query;
  }

  // More rows; at times none but other links.
  void add_rows() {
    if (!random_.one_in(3)) growing_.add_rows(random_.one_in(2) ? most_ : 3, most_ / 4 + 1);
    if (random_.one_in(2)) growing_.relink();
    engine_.rows_changed();
  }

  void grow() {
    add_rows();
    ask(query_);
  }

  void grow_at_work() {
    add_rows();
    ++counters_.grown_at_work;
  }

  void again() {
    if (!earlier_.empty()) ask(earlier_[random_.below(static_cast<uint32_t>(earlier_.size()))]);
    ++counters_.repeated;
  }

  void sort_anew() {
    Query query = query_;
    query.sort = random_query(random_, false).sort;
    ask(query);
    ++counters_.resorted;
  }

  // Ranks from elsewhere, such as those of another thread.
  void adopt() {
    const TableId table = random_table();
    const size_t column = random_.below(static_cast<uint32_t>(column_specs(table).size()));
    RankRun run(dataset().column(table, column));
    while (run.step()) {
    }
    engine_.adopt_ranks(table, column, run.take());
    ++counters_.adopted;
  }

  void check() {
    for (const TableId table : AllTables) {
      const std::vector<RowIndex> expected = run_twin(dataset(), query_, table);
      const QueryResult& result = engine_.result(table);
      REQUIRE(engine_.is_answered(table));
      CHECK(result.total == dataset().table(table).row_count);
      ++counters_.answers;
      counters_.wide_sets += result.total > 64;
      counters_.some_but_not_all += !expected.empty() && expected.size() < result.total;
      const bool few = !query_.terms.empty() && expected.size() > 1 && expected.size() <= result.total / 32;
      counters_.few_sorted += few && !query_.sort.empty();
      if (!(result.rows == expected))
        FAIL_CHECK("table " << static_cast<int>(table) << ": " << format_query(query_));
      std::vector<RowIndex> ascending = expected;
      std::ranges::sort(ascending);
      if (engine_.rows(table).rows() != ascending) FAIL_CHECK("rows of " << format_query(query_));
      if (random_.one_in(4)) ask_facets(table);
    }
    if (random_.one_in(4)) earlier_.push_back(query_);
  }

  void ask_facets(TableId table) {
    if (!engine_.is_answered(table)) return;
    const size_t column = random_.below(static_cast<uint32_t>(column_specs(table).size()));
    check_counts(table, column, engine_.facet_counts(table, column),
                 remove_column_terms(query_, column_specs(table)[column].name));
    if (random_.one_in(4)) check_counts(table, column, engine_.total_counts(table, column), {});
  }

  void check_counts(TableId table, size_t column, const FacetCounts& counts, Query query) {
    query.sort.clear();
    const std::vector<RowIndex> rows = run_twin(dataset(), query, table);
    const Column& counted = dataset().column(table, column);
    const auto missing = std::ranges::count_if(rows, [&](RowIndex row) { return !counted.is_stated(row); });
    CHECK(counts.not_stated == static_cast<uint32_t>(missing));
    REQUIRE(counts.by_value.size() == counted.value_count());
    for (uint32_t left = std::min(10U, counted.value_count()); left > 0; --left) {
      const ValueCode value = random_.below(counted.value_count());
      CHECK(counts.by_value[value] == count_twin(dataset(), rows, table, column, value));
      counters_.facets += counts.by_value[value] > 0;
    }
  }

  Random& random_;
  GrowingDataset growing_;
  QueryEngine engine_{growing_.dataset()};
  uint32_t most_;
  Query query_;
  std::vector<Query> earlier_;
  Counters& counters_;
};

}  // namespace

TEST_CASE("an engine that is asked question after question answers each as its twin does") {
  Random random(20);
  Counters counters;
  for (int round = 0; round < 60; ++round) {
    Session session(random, 40, 12, counters);
    for (int i = 0; i < 40; ++i)
      session.act();
  }
  CHECK(counters.answers > 10'000);
  CHECK(counters.some_but_not_all > counters.answers / 8);
  CHECK(counters.facets > 1000);
  CHECK(counters.replaced > 200);
  CHECK(counters.grown_at_work > 100);
  CHECK(counters.switched_at_work > 500);
  CHECK(counters.adopted > 200);
  CHECK(counters.repeated > 200);
  CHECK(counters.resorted > 200);
}

TEST_CASE("an engine over tables of many words of bits answers as its twin does, by its short ways too") {
  Random random(21);
  Counters counters;
  for (int round = 0; round < 12; ++round) {
    Session session(random, round % 3 == 0 ? 2000 : 600, 200, counters);
    for (int i = 0; i < 25; ++i)
      session.act();
  }
  CHECK(counters.answers > 1000);
  CHECK(counters.wide_sets > 500);
  CHECK(counters.narrowed > 20);
  CHECK(counters.few_sorted > 50);
  CHECK(counters.facets > 200);
}

TEST_CASE("a question of more terms than the engine remembers is answered") {
  Random random(22);
  for (int round = 0; round < 10; ++round) {
    GrowingDataset growing(random);
    growing.add_rows(30, 12);
    growing.relink();
    Query query;
    while (query.terms.size() < 60) {
      for (Term& term : random_query(random, false).terms) {
        term.exclude = !term.exclude || query.terms.empty();
        query.terms.push_back(term);
      }
    }
    QueryEngine engine(growing.dataset());
    engine.ask(query, TableId::Videos);
    while (!engine.work({[](void*) { return true; }, nullptr})) {
      for (const TableId table : AllTables) {
        if (engine.is_answered(table)) engine.facet_counts(table, random.below(6));
      }
    }
    for (const TableId table : AllTables)
      CHECK(engine.result(table).rows == run_twin(growing.dataset(), query, table));
  }
}

TEST_CASE("orders that were just in use are at hand when they are asked for again") {
  Random random(24);
  GrowingDataset growing(random);
  growing.add_rows(30, 12);
  QueryEngine engine(growing.dataset());
  const auto order_by = [&](std::vector<SortKey> keys) {
    engine.ask({{}, std::move(keys)}, TableId::Articles);
    engine.work();
    return engine.result(TableId::Articles).rows;
  };
  const RowList unsorted = order_by({}), by_title = order_by({{"title"}});
  for (int i = 0; i < 3; ++i) {
    order_by({{"date", i % 2 == 0}, {"title"}});
    CHECK(&order_by({{"title"}}).vector() == &by_title.vector());
    CHECK(&order_by({}).vector() == &unsorted.vector());
  }
  for (const std::string_view column : {"date", "author", "tag", "facts"})
    order_by({{std::string(column)}});
  CHECK(&order_by({{"title"}}).vector() != &by_title.vector());  // not for ever
}

TEST_CASE("an engine that was asked nothing answers with all rows") {
  Random random(23);
  GrowingDataset growing(random);
  QueryEngine engine(growing.dataset());
  CHECK(engine.work());
  CHECK(engine.result(TableId::Articles).rows.empty());
  growing.add_rows(30, 12);
  engine.rows_changed();
  CHECK(!engine.is_answered(TableId::Articles));
  CHECK(engine.work());
  for (const TableId table : AllTables)
    CHECK(engine.result(table).rows == run_twin(growing.dataset(), {}, table));
}

}  // namespace explorer::test
