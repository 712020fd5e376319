// What the core takes natively, without browser or page: loading, questions, facets, transfer, at two sizes
// of generated datasets. Prints, and judges nothing. `longest` is the longest single step in ms: what a frame
// would wait for. Google Benchmark's own options apply, such as --benchmark_filter=sort.
#include <benchmark/benchmark.h>

#include <algorithm>
#include <ctime>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset_size.h"
#include "core/dataset_transfer.h"
#include "core/load_session.h"
#include "core/query_engine.h"
#include "generator/article_generator.h"

namespace explorer {
namespace {

constexpr int64_t Sizes[] = {100'000, 1'000'000};
constexpr size_t PieceBytes = size_t{1} << 20;
constexpr uint64_t Seed = 1;
constexpr size_t MostFacets = 200;
constexpr size_t MostBars = 60;
constexpr int Rounds = 5;
constexpr double BytesPerMegabyte = 1e6;

// Of the processor's time: the core waits for nothing, and other programs shall not count.
class Stopwatch {
 public:
  double seconds() const { return static_cast<double>(std::clock() - begin_) / CLOCKS_PER_SEC; }

 private:
  std::clock_t begin_ = std::clock();
};

struct LoadTimes {
  double seconds = 0;
  double finish_seconds = 0;
  double bytes = 0;
};

// Only the loader's own time counts: the document is generated piece by piece, never held.
LoadTimes load(Dataset& dataset, int64_t articles) {
  LoadSession session(dataset);
  session.begin_document(LoadFormat::Feed);
  ArticleGenerator generator(Seed, static_cast<uint32_t>(articles), GeneratorFormat::Feed, true);
  LoadTimes times;
  for (std::string piece; generator.write(piece, PieceBytes); piece.clear()) {
    const Stopwatch watch;
    session.write(piece);
    times.seconds += watch.seconds();
    times.bytes += static_cast<double>(piece.size());
  }
  const Stopwatch watch;
  session.end_document();
  session.finish();
  times.finish_seconds = watch.seconds();
  times.seconds += times.finish_seconds;
  return times;
}

// The dataset of one size; only one is held at a time.
Dataset& dataset_of(int64_t articles) {
  static std::unique_ptr<Dataset> held;
  static int64_t held_size = 0;
  if (held_size != articles) {
    held = std::make_unique<Dataset>();
    held_size = articles;
    load(*held, articles);
  }
  return *held;
}

void bench_load(benchmark::State& state) {
  for (auto _ : state) {
    Dataset dataset;
    const LoadTimes times = load(dataset, state.range(0));
    state.SetIterationTime(times.seconds);
    state.counters["MB"] = times.bytes / BytesPerMegabyte;
    state.counters["MB/s"] = times.bytes / BytesPerMegabyte / times.seconds;
    state.counters["finish"] = times.finish_seconds * 1000;
    state.counters["held MB"] = static_cast<double>(approximate_bytes(dataset)) / BytesPerMegabyte;
  }
}

// A question on one table, and whether all its facets and histograms are wanted too.
struct Question {
  Query query;
  TableId table = TableId::Articles;
  bool facets = false;
};

// Answers it; returns the seconds of the longest step.
double answer(QueryEngine& engine, const Dataset& dataset, const Question& question) {
  double longest = 0;
  engine.ask(question.query, question.table);
  while (!engine.is_answered(question.table)) {
    const Stopwatch watch;
    engine.work({[](void*) { return true; }, nullptr});
    longest = std::max(longest, watch.seconds());
  }
  if (!question.facets) return longest;
  const Table& table = dataset.table(question.table);
  for (size_t column = 0; column < table.columns.size(); ++column) {
    if (table.columns[column].spec.type == ColumnType::Text) continue;
    const Stopwatch watch;
    const FacetCounts& counts = engine.facet_counts(question.table, column);
    const FacetCounts& totals = engine.total_counts(question.table, column);
    if (holds_strings(table.columns[column].spec.type)) {
      benchmark::DoNotOptimize(order_facets(table.columns[column], counts, totals, {{}, MostFacets}));
    } else {
      benchmark::DoNotOptimize(histogram(table.columns[column], counts, totals, MostBars));
    }
    longest = std::max(longest, watch.seconds());
  }
  return longest;
}

// The last question is timed; those before it are what the reader had asked by then.
struct Case {
  std::string name;
  std::vector<Question> questions;
};

void bench_case(benchmark::State& state, const Case& test) {
  const Dataset& dataset = dataset_of(state.range(0));
  double longest = 0;
  uint32_t rows = 0;
  for (auto _ : state) {
    QueryEngine engine(dataset);
    for (size_t i = 0; i + 1 < test.questions.size(); ++i) {
      answer(engine, dataset, test.questions[i]);
      engine.work();
    }
    const Question& last = test.questions.back();
    const Stopwatch watch;
    longest = std::max(longest, answer(engine, dataset, last));
    state.SetIterationTime(watch.seconds());
    rows = engine.result(last.table).rows.size();
  }
  state.counters["longest"] = longest * 1000;
  state.counters["rows"] = rows;
}

Term holds(std::string column, TermOp op, std::string value) {
  return {false, std::move(column), op, {std::move(value)}};
}
Term word(std::string_view column, std::string_view text) {
  return holds(std::string(column), TermOp::Contains, std::string(text));
}
Term equal(std::string_view column, std::string_view text) {
  return holds(std::string(column), TermOp::Equals, std::string(text));
}

std::vector<Case> cases() {
  const Question nothing, with_facets = {{}, TableId::Articles, true};
  const Question by_title = {{{}, {{"title"}}}}, by_date = {{{}, {{"date"}}}};
  const auto words = [](const Term& term) { return Question{{{term}, {}}}; };
  const Term love = word("title", CommonWord), music = equal("tag", CommonTag);
  const Term region = equal("region", CommonRegion);
  const auto typed = [](std::string_view text) { return text.substr(0, text.size() - 1); };
  return {
      {"search_titles/common", {nothing, words(love)}},
      {"search_titles/rare", {nothing, words(word("title", RareWord))}},
      {"search_titles/rare_hangul", {nothing, words(word("title", RareHangulWord))}},
      {"search_all_texts/common", {nothing, words(word("", CommonWord))}},
      {"search_all_texts/rare", {nothing, words(word("", RareWord))}},
      {"type_on_titles/common", {words(word("title", typed(CommonWord))), words(love)}},
      {"type_on_titles/rare", {words(word("title", typed(RareWord))), words(word("title", RareWord))}},
      {"tag_equals", {nothing, words(music)}},
      {"region_equals/chart_entries", {nothing, {{{region}, {}}, TableId::ChartEntries}}},
      {"region_equals/articles_by_links", {nothing, words(region)}},
      {"date_range", {nothing, words({false, "date", TermOp::Range, {"2015", "2019-06"}})}},
      {"sort_title/first", {nothing, by_title}},
      {"sort_title/again", {nothing, by_title, by_date, by_title}},
      {"sort_date/first", {nothing, by_date}},
      {"sort_date/again", {nothing, by_date, by_title, by_date}},
      {"sort_two_keys/ranks_known", {by_date, by_title, {{{}, {{"date", true}, {"title"}}}}}},
      {"search_and_sort_date/common", {by_date, {{{love}, {{"date"}}}}}},
      {"search_and_sort_date/rare", {by_date, {{{word("title", RareWord)}, {{"date"}}}}}},
      {"tick_tag_with_all_facets", {with_facets, {{{music}, {}}, TableId::Articles, true}}},
      {"tick_region_with_all_facets",
       {{{}, TableId::ChartEntries, true}, {{{region}, {}}, TableId::ChartEntries, true}}},
  };
}

void bench_count_by_region(benchmark::State& state) {
  const Dataset& dataset = dataset_of(state.range(0));
  for (auto _ : state) {
    QueryEngine engine(dataset);
    answer(engine, dataset, {{}, TableId::ChartEntries});
    const Stopwatch watch;
    benchmark::DoNotOptimize(engine.facet_counts(TableId::ChartEntries, chart_column::Region));
    state.SetIterationTime(watch.seconds());
  }
  state.counters["rows"] = dataset.table(TableId::ChartEntries).row_count;
}

void bench_transfer(benchmark::State& state, bool apply) {
  Dataset& dataset = dataset_of(state.range(0));
  for (auto _ : state) {
    Dataset copy;
    const Stopwatch take_watch;
    const std::string bytes = DatasetSender(dataset).take();
    const double take_seconds = take_watch.seconds();
    const Stopwatch apply_watch;
    if (!DatasetReceiver(copy).apply(bytes)) state.SkipWithError("refused");
    state.SetIterationTime(apply ? apply_watch.seconds() : take_seconds);
    state.counters["MB"] = static_cast<double>(bytes.size()) / BytesPerMegabyte;
  }
}

void register_all() {
  static const std::vector<Case> all_cases = cases();
  for (const int64_t size : Sizes) {
    const auto set_up = [&](benchmark::internal::Benchmark* bench) {
      bench->Arg(size)->UseManualTime()->Unit(benchmark::kMillisecond);
      return bench;
    };
    set_up(benchmark::RegisterBenchmark("load", bench_load))->Iterations(1)->Repetitions(3);
    for (const Case& test : all_cases)
      set_up(benchmark::RegisterBenchmark(test.name.c_str(), bench_case, test))->Iterations(Rounds);
    set_up(benchmark::RegisterBenchmark("count_by_region", bench_count_by_region))->Iterations(Rounds);
    set_up(benchmark::RegisterBenchmark("transfer/take", bench_transfer, false))->Iterations(Rounds);
    set_up(benchmark::RegisterBenchmark("transfer/apply", bench_transfer, true))->Iterations(Rounds);
  }
}

}  // namespace
}  // namespace explorer

int main(int argc, char** argv) {
  explorer::register_all();
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
}
