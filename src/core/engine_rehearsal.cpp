// See engine_rehearsal.h.
#include "core/engine_rehearsal.h"

namespace explorer {
namespace {

Term term_of(const char* column, TermOp op, std::string value) {
  return {false, column, op, {std::move(value)}};
}

// A value that some row is likely to have, so that rows are looked at, too.
std::string first_value(const Dataset& dataset, TableId table, size_t column) {
  const Column& from = dataset.column(table, column);
  return from.value_count() == 0 ? std::string("-") : std::string(from.value_text(0));
}

}  // namespace

EngineRehearsal::EngineRehearsal(const Dataset& dataset) : engine_(dataset) {
  const auto contains = term_of("title", TermOp::Contains, "an");
  const auto rare = term_of("title", TermOp::Contains, "zq");
  const auto tag =
      term_of("tag", TermOp::Equals, first_value(dataset, TableId::Articles, article_column::Tag));
  const auto region =
      term_of("region", TermOp::Equals, first_value(dataset, TableId::ChartEntries, chart_column::Region));
  questions_ = {{{{contains}, {{"date", true}}}, TableId::Articles, article_column::Tag},
                {{{rare}, {}}, TableId::Articles, article_column::Date},
                {{{tag}, {}}, TableId::Articles, article_column::Author},
                {{{region}, {}}, TableId::ChartEntries, chart_column::Region},
                {{{region}, {{"position", false}}}, TableId::ChartEntries, chart_column::Position}};
}

bool EngineRehearsal::work(WorkLimit limit) {
  while (at_ < questions_.size()) {
    const Question& question = questions_[at_];
    engine_.ask(question.query, question.table);
    if (!engine_.work(limit)) return false;
    engine_.facet_counts(question.table, question.counted);
    ++at_;
    if (limit.is_reached()) return at_ >= questions_.size();
  }
  return true;
}

}  // namespace explorer
