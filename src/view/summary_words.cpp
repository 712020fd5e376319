// What the summary of a column says in words; see ui_sentences.h.
#include <algorithm>

#include "core/regions.h"
#include "view/format.h"
#include "view/ui_sentences.h"

namespace explorer::ui {
namespace {

ColumnType type_of(const ColumnSummary& summary) {
  return column_specs(summary.table)[summary.column].type;
}

std::string point_words(ColumnType type, int64_t value) {
  const Quantity quantity{value, Qualifier::Exact, true};
  return type == ColumnType::Duration ? format_duration(quantity) : format_quantity(quantity);
}

std::string span_words(ColumnType type, int64_t least, int64_t greatest) {
  if (type == ColumnType::Date) return format_date(span_date(least, greatest));
  if (least == greatest) return point_words(type, least);
  return fill(FromTo, {point_words(type, least), point_words(type, greatest)});
}

const SummaryBar& tallest_bar(const ColumnSummary& summary) {
  return *std::ranges::max_element(summary.bars, {}, &SummaryBar::count);
}

std::string with_missing(const std::string& words, const ColumnSummary& summary) {
  const uint32_t missing = summary.missing.count;
  if (missing == 0) return words;
  const std::string rows = count_rows(summary.rows, summary.table);
  return fill(Further, {words, plural(MissingIn, missing, {format_count(missing), rows})});
}

std::string value_words(const ColumnSummary& summary, const SummaryBar& bar) {
  return display_text(type_of(summary) == ColumnType::Region ? region_name(bar.value) : bar.value, 80);
}

SummaryEnds date_ends(const ColumnSummary& summary, int detail) {
  const int64_t first = summary.bars.front().least, last = summary.bars.back().greatest;
  if (detail == 1) return {format_date(span_date(first, last)), {}};
  if (detail == 0) {
    PartialDate begin = span_date(first, summary.bars.front().greatest), end = span_date(last, last);
    begin.form = DateForm::Single;
    end.precision = begin.precision;
    return {format_date(begin), summary.bars.size() > 1 ? format_date(end) : std::string()};
  }
  const int64_t from = civil_from_days(first).year, to = civil_from_days(last).year;
  return {std::to_string(from), from == to ? std::string() : std::to_string(to)};
}

}  // namespace

std::string bar_values(const ColumnSummary& summary, size_t index) {
  if (index >= summary.bars.size()) return std::string(NotStatedWords);
  const SummaryBar& bar = summary.bars[index];
  const ColumnType type = type_of(summary);
  return holds_strings(type) ? value_words(summary, bar) : span_words(type, bar.least, bar.greatest);
}

std::string bar_words(const ColumnSummary& summary, size_t index) {
  const SummaryBar& bar = index < summary.bars.size() ? summary.bars[index] : summary.missing;
  return labelled(bar_values(summary, index), count_of(bar.count, bar.total));
}

std::string summary_words(const ColumnSummary& summary) {
  const Text heading = column_heading(summary.table, summary.column);
  const ColumnType type = type_of(summary);
  if (summary.stated_only) {
    const std::string rows = count_of_rows(summary.bars[0].count, summary.rows, summary.table);
    return labelled(heading, fill(StatedInRows, {rows}));
  }
  if (summary.bars.empty()) return labelled(heading, NothingStated);
  const SummaryBar& most = tallest_bar(summary);
  std::string words = holds_strings(type)
                          ? plural(CountValues, summary.distinct, {format_count(summary.distinct)})
                          : span_words(type, summary.bars.front().least, summary.bars.back().greatest);
  const auto place = static_cast<size_t>(&most - summary.bars.data());
  if (summary.bars.size() > 1 && most.count > 0)
    words = fill(MostOften, {words, bar_values(summary, place), share(most.count, summary.rows)});
  return labelled(heading, with_missing(words, summary));
}

SummaryEnds summary_ends(const ColumnSummary& summary, int detail) {
  const ColumnType type = type_of(summary);
  if (summary.rows == 0 || summary.bars.empty()) return {};
  if (summary.stated_only) {
    if (summary.missing.total == 0 || detail > 0) return {};
    return {fill(StatedShare, {share(summary.bars[0].count, summary.rows)}), {}};
  }
  if (type == ColumnType::Date) return date_ends(summary, detail);
  if (detail == 2) return {};
  if (holds_strings(type)) {
    // Of a column that is filtered itself: of what it is filtered to.
    const SummaryBar& most = *std::ranges::max_element(summary.bars, {}, &SummaryBar::kept);
    const std::string part = share(most.kept, summary.rows);
    if (detail == 1) return {part, {}};
    return {value_words(summary, most), part};
  }
  const int64_t least = summary.bars.front().least, greatest = summary.bars.back().greatest;
  if (detail == 1 || least == greatest) return {span_words(type, least, greatest), {}};
  return {point_words(type, least), point_words(type, greatest)};
}

}  // namespace explorer::ui
