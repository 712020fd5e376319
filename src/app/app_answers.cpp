// How the reader's question is answered between frames: the engine works a few milliseconds at a time, what
// is on screen stays until the answer for the view is there, and the newest question always wins.
#include <algorithm>
#include <utility>

#include "app/app.h"
#include "core/regions.h"

namespace explorer {
namespace {

// Of one frame: long enough for nearly every answer at a million rows, short enough that with drawing no task
// exceeds 50 ms, from which on a page feels stuck.
constexpr double WorkMs = 24;
// Of one frame in which nobody waits for anything.
constexpr double RehearsalMs = 8;
// Shown in a column's filter; searching it finds the others.
constexpr size_t MaxFacets = 2000;
// While rows come, answers are renewed when so much more of them is there: a quarter.
constexpr uint32_t RenewShare = 4;
// Of batches taken over in one frame, if there is more than one.
constexpr size_t MostBytesPerFrame = size_t{6} << 20;
// Rows that come while a question is at work wait for its answer, unless they are so many.
constexpr size_t MaxWaitingBytes = size_t{48} << 20;

uint32_t count_rows(const Dataset& dataset) {
  uint32_t count = 0;
  for (const Table& table : dataset.tables)
    count += table.row_count;
  return count;
}

}  // namespace

// The table whose rows the reader looks at.
TableId App::asked_table() const {
  if (state_.popover.kind == PopoverKind::ColumnFilter) return state_.popover.table;
  return table_of(state_.view).value_or(TableId::ChartEntries);
}

void App::forget_answers() {
  if (export_) end_export(ExportOutcome::Changed);
  engine_.reset();
  rehearsal_.reset();
  rehearsed_ = false;
  results_ = Results();
  taken_.fill(0);
  overview_of_ = regions_of_ = 0;
  facets_of_ = {};
  searched_ = 0;
  address_due_ = true;  // the selected row may go
  state_.pointed.reset();
  state_.marks = RowMarks();
  for (TableState& table : state_.tables)
    table.cursor = {};
  if (state_.popover.kind == PopoverKind::RowMenu) state_.popover = Popover();
  forget_scrolls();
  waiting_.clear();
  waiting_bytes_ = 0;
  rows_added_ = false;
}

bool App::is_at_work() const {
  return engine_ && !std::ranges::all_of(AllTables, [&](TableId id) { return engine_->is_answered(id); });
}

// Rows came. The engine is told, and its question asked again, but not for every batch of a long load: until
// then it is left alone, since what it remembers does not fit the columns any more. Returns whether it may be
// asked.
bool App::renew_question() {
  if (!rows_added_) return true;
  const uint32_t rows = count_rows(*dataset_);
  const bool asked_anew = !engine_ || is_at_work() || !(engine_->query() == state_.query) || facets_due();
  const bool loading = load_.phase == LoadPhase::Loading;
  if (loading && !asked_anew && rows < answered_rows_ + answered_rows_ / RenewShare + 1) return false;
  rows_added_ = false;
  answered_rows_ = rows;
  if (engine_) engine_->rows_changed();
  return true;
}

void App::work() {
  show_progress();
  if (!dataset_) return;
  if (!is_at_work() || waiting_bytes_ > MaxWaitingBytes) take_batches(MostBytesPerFrame);
  if (load_.phase == LoadPhase::Loading && !has_rows()) return;  // an answer now would be "none"
  bool worked = false;
  if (renew_question()) {
    if (!engine_) engine_ = std::make_unique<QueryEngine>(*dataset_);
    engine_->ask(state_.query, asked_table());
    worked = is_at_work();
    work_for_a_frame();
  }
  if (!waiting_.empty()) host_.request_frame();
  take_answers();
  drop_other_facets();
  if (worked && (facets_due() || due_summary() != nullptr)) {
    host_.request_frame();  // counting takes a good part of a frame, too
  } else {
    refresh_facets();
    refresh_summaries();
  }
  if (!worked) rehearse();
}

// Once a large dataset is complete.
void App::rehearse() {
  if (rehearsed_ || load_.phase != LoadPhase::Ready || is_at_work()) return;
  const double end_ms = host_.now_ms() + RehearsalMs;
  if (!rehearsal_ && count_rows(*dataset_) >= EngineRehearsal::LeastRows)
    rehearsal_ = std::make_unique<EngineRehearsal>(*dataset_);
  struct Watch {
    AppHost& host;
    double end_ms;
  } watch{host_, end_ms};
  const auto reached = [](void* context) {
    const auto* const own = static_cast<const Watch*>(context);
    return own->host.now_ms() >= own->end_ms;
  };
  rehearsed_ = !rehearsal_ || rehearsal_->work({reached, &watch});
  if (rehearsed_) {
    rehearsal_.reset();
  } else {
    host_.request_frame();
  }
}

void App::work_for_a_frame() {
  // The answer that the reader looks at is drawn as soon as it is there; the other tables' come after it,
  // unless there is nothing yet to show in their place.
  const bool anything = std::ranges::find(taken_, 0U) == taken_.end();
  struct Watch {
    AppHost& host;
    const QueryEngine& engine;
    TableId table;
    bool answered;
    double end_ms;
  } watch{host_, *engine_, asked_table(), !anything || engine_->is_answered(asked_table()),
          host_.now_ms() + WorkMs};
  const auto reached = [](void* context) {
    const auto* const own = static_cast<const Watch*>(context);
    return own->host.now_ms() >= own->end_ms || (!own->answered && own->engine.is_answered(own->table));
  };
  if (!engine_->work({reached, &watch})) host_.request_frame();
}

QueryEngine* App::answered_engine(TableId table) {
  if (!dataset_) return nullptr;
  if (std::exchange(rows_added_, false) && engine_) engine_->rows_changed();
  if (!engine_) engine_ = std::make_unique<QueryEngine>(*dataset_);
  engine_->ask(state_.query, table);
  const WorkLimit one_step{[](void*) { return true; }, nullptr};
  while (!engine_->is_answered(table))
    engine_->work(one_step);
  host_.request_frame();
  return engine_.get();
}

void App::take_answers() {
  const bool all = !is_at_work();
  bool taken = false;
  for (const TableId table : AllTables) {
    const auto at = static_cast<size_t>(table);
    if (!engine_->is_answered(table) || taken_[at] == engine_->question()) continue;
    taken_[at] = engine_->question();
    follow_cursor(table, engine_->result(table).rows);
    results_.tables[at] = engine_->result(table);
    taken = true;
  }
  if (taken) count_marks();
  // While rows come, one picture a renewal is enough: drawing must not hold up loading.
  dirty_ = dirty_ || (taken && (all || load_.phase != LoadPhase::Loading));
  height_due_ = height_due_ || taken;
  const bool overview = state_.view == View::Overview;
  const bool cards = state_.view == View::Videos && state_.video_form == VideoForm::Cards;
  if ((!overview && !cards) || !all) return;
  if (overview) take_regions();
  if (overview_of_ == engine_->question()) return;
  overview_of_ = engine_->question();
  results_.overview = std::make_shared<const OverviewFacts>(overview_facts(*dataset_, results_.tables));
  results_.time = std::make_shared<const TimeFacts>(count_time());
  dirty_ = height_due_ = true;
}

// What is linked to the entries of each region is counted only for a reader who wants to see it.
void App::take_regions() {
  const bool count_rows = state_.map.measure == MapMeasure::Rows;
  if (regions_of_ == engine_->question() && (results_.regions->rows_counted || !count_rows)) return;
  regions_of_ = engine_->question();
  const std::string_view column = column_specs(TableId::ChartEntries)[chart_column::Region].name;
  RowSets rows;
  for (const TableId table : AllTables) {
    if (table == TableId::ChartEntries || count_rows)
      rows[static_cast<size_t>(table)] = engine_->rows_without(table, column);
  }
  results_.regions = std::make_shared<const RegionFacts>(region_facts(*dataset_, rows, count_rows));
  dirty_ = height_due_ = true;
}

TimeFacts App::count_time() {
  std::array<TimeAnswer, TableCount> answers;
  std::array<RowSet, TableCount> rows;
  for (const TableId table : AllTables) {
    const auto at = static_cast<size_t>(table);
    rows[at] = engine_->rows_without(table, "date");
    const RowSet& kept = engine_->rows(table);
    const bool same = std::ranges::equal(rows[at].words(), kept.words());
    answers[at] = {&rows[at], same ? nullptr : &kept, &engine_->total_counts(table, time_column(table))};
  }
  return time_facts(*dataset_, answers);
}

void App::adopt_ranks(TableId table, size_t column, ValueRanks ranks) {
  // The loader has ordered regions by their English names.
  if (regions_are_renamed() && column_specs(table)[column].type == ColumnType::Region) return;
  if (dataset_ && renew_question() && engine_ &&
      ranks.by_entry.size() == size_t{dataset_->column(table, column).value_count()} + 1)
    engine_->adopt_ranks(table, column, std::move(ranks));
}

bool App::is_settled() const {
  if (!dataset_ || load_.phase == LoadPhase::Failed) return !dirty_;
  const bool whole = state_.view == View::Overview;
  const auto at = static_cast<size_t>(asked_table());
  return !dirty_ && engine_ && engine_->query() == state_.query &&
         (whole ? overview_of_ : taken_[at]) == engine_->question();
}

App::FacetsOf App::wanted_facets() const {
  const Popover& popover = state_.popover;
  return {popover.kind, popover.table, popover.column, engine_ ? engine_->question() : 0,
          popover.facet_search};
}

bool App::facets_due() const {
  return state_.popover.kind == PopoverKind::ColumnFilter && !(facets_of_ == wanted_facets());
}

// Those of another column are codes of other values.
void App::drop_other_facets() {
  const FacetsOf wanted = wanted_facets();
  if (facets_of_.kind == wanted.kind && facets_of_.table == wanted.table &&
      facets_of_.column == wanted.column)
    return;
  results_.facets.clear();
  results_.range.reset();
  facets_of_ = {};
}

void App::refresh_facets() {
  const Popover& popover = state_.popover;
  if (popover.kind != PopoverKind::ColumnFilter) return;
  if (!engine_->is_answered(popover.table) || !facets_due()) return;
  facets_of_ = wanted_facets();
  dirty_ = true;
  const Column& column = dataset_->column(popover.table, popover.column);
  const FacetCounts& totals = engine_->total_counts(popover.table, popover.column);
  results_.facets.clear();
  results_.range = column_range(column, totals);
  if (column.spec.type == ColumnType::Text || !holds_strings(column.spec.type)) return;
  results_.facets = order_facets(column, engine_->facet_counts(popover.table, popover.column), totals,
                                 {popover.facet_search, MaxFacets});
}

}  // namespace explorer
