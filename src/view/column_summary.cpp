// See column_summary.h.
#include "view/column_summary.h"

#include <algorithm>

namespace explorer {
namespace {

constexpr int64_t SecondsPerDay = 86'400;
// A category of more values is like a text: none of them is a part of the rows that could be seen.
constexpr ValueCode MaxCountedValues = 65'536;
// The most frequent value is in one row of so many at least, or there is no telling them apart.
constexpr uint64_t LeastShare = 100;
constexpr int64_t MostDays = INT64_MAX / SecondsPerDay - 1;

uint32_t count_missing(const Column& column, const RowSet& rows) {
  uint32_t missing = 0;
  rows.for_each([&](RowIndex row) { missing += column.is_stated(row) ? 0 : 1; });
  return missing;
}

RowSet all_rows(uint32_t count) {
  RowSet all(count);
  all.invert();
  return all;
}

// The one bar of what is summarised by how many rows state it.
void keep_stated(ColumnSummary& summary, const QueryEngine& engine) {
  const SummaryBar& missing = summary.missing;
  SummaryBar stated;
  stated.total = summary.row_total - missing.total;
  stated.count = summary.rows - missing.count;
  stated.kept = engine.rows(summary.table).count() - missing.kept;
  summary.bars = {stated};
  summary.stated_only = true;
}

// Texts are as many as rows, so that counting each would tell nothing.
void summarise_texts(ColumnSummary& summary, const QueryEngine& engine, const Column& column,
                     const RowSet& beside) {
  summary.missing.count = count_missing(column, beside);
  const bool all = summary.rows == summary.row_total;
  summary.missing.total = all ? summary.missing.count : count_missing(column, all_rows(summary.row_total));
  summary.missing.kept =
      summary.filtered ? count_missing(column, engine.rows(summary.table)) : summary.missing.count;
  keep_stated(summary, engine);
}

void take_histogram(ColumnSummary& summary, const Column& column, const FacetCounts& counts,
                    const FacetCounts& kept, const FacetCounts& totals) {
  for (const HistogramBar& bar : histogram(column, counts, totals, MaxSummaryBars))
    summary.bars.push_back({bar.least, bar.greatest, {}, bar.total, bar.count, bar.count});
  if (&kept != &counts) {
    const std::vector<HistogramBar> own = histogram(column, kept, totals, MaxSummaryBars);
    for (size_t i = 0; i < own.size(); ++i)
      summary.bars[i].kept = own[i].count;
  }
  // The steps of dates are months and years; numbers need not begin at a round one.
  const auto range = column.spec.type == ColumnType::Date ? std::nullopt : column_range(column, totals);
  if (!range || summary.bars.empty()) return;
  summary.bars.front().least = std::max(summary.bars.front().least, range->least);
  summary.bars.back().greatest = std::min(summary.bars.back().greatest, range->greatest);
}

// By the rows of the whole table, so that a bar stays where it is whatever is filtered.
void take_values(ColumnSummary& summary, const Column& column, const FacetCounts& counts,
                 const FacetCounts& kept, const FacetCounts& totals) {
  std::vector<ValueCode> top;
  const auto more = [&](ValueCode a, ValueCode b) { return totals.by_value[a] > totals.by_value[b]; };
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    if (totals.by_value[code] == 0) continue;
    ++summary.distinct;
    if (top.size() == MaxSummaryValues && !more(code, top.back())) continue;
    top.insert(std::upper_bound(top.begin(), top.end(), code, more), code);
    if (top.size() > MaxSummaryValues) top.pop_back();
  }
  for (const ValueCode code : top) {
    summary.bars.push_back({0, 0, std::string(column.value_text(code)), totals.by_value[code],
                            counts.by_value[code], kept.by_value[code]});
  }
}

PartialDate single_date(int64_t day, DatePrecision precision) {
  PartialDate date;
  date.form = DateForm::Single;
  date.precision = precision;
  date.earliest = std::clamp(day, -MostDays, MostDays) * SecondsPerDay;
  date.latest = date.earliest + SecondsPerDay - 1;
  return date;
}

// As readers write it: "1h30m"; empty for a time before zero, which no query can say.
std::string duration_text(int64_t secs) {
  if (secs < 0) return {};
  std::string text;
  if (secs >= 3600) text = std::to_string(secs / 3600) + "h";
  if (secs / 60 % 60 > 0)
    text += std::to_string(secs / 60 % 60) + (secs % 60 == 0 && text.empty() ? "min" : "m");
  if (secs % 60 > 0 || text.empty()) text += std::to_string(secs % 60) + "s";
  return text;
}

}  // namespace

ColumnSummary column_summary(QueryEngine& engine, const Dataset& dataset, TableId table, size_t index) {
  const Column& column = dataset.column(table, index);
  ColumnSummary summary;
  summary.table = table;
  summary.column = index;
  summary.question = engine.question();
  summary.row_total = dataset.table(table).row_count;
  summary.filtered = std::ranges::any_of(engine.query().terms,
                                         [&](const Term& term) { return term.column == column.spec.name; });
  const RowSet beside = engine.rows_without(table, column.spec.name);
  summary.rows = beside.count();
  const bool values = holds_strings(column.spec.type);
  if (column.spec.type == ColumnType::Text || (values && column.value_count() > MaxCountedValues)) {
    summarise_texts(summary, engine, column, beside);
    return summary;
  }
  const FacetCounts& totals = engine.total_counts(table, index);
  const FacetCounts& counts = engine.facet_counts(table, index);
  FacetCounts own;
  if (summary.filtered) own = count_values(column, engine.rows(table));
  const FacetCounts& kept = summary.filtered ? own : counts;
  summary.missing.total = totals.not_stated;
  summary.missing.count = counts.not_stated;
  summary.missing.kept = kept.not_stated;
  const auto take = values ? take_values : take_histogram;
  take(summary, column, counts, kept, totals);
  // Values that each stand in a few rows out of very many are all alike.
  const bool alike = values && !summary.bars.empty() &&
                     uint64_t{summary.bars.front().total} * LeastShare < summary.row_total;
  if (alike) keep_stated(summary, engine);
  return summary;
}

bool same_bars(const ColumnSummary& a, const ColumnSummary& b) {
  return a.row_total == b.row_total &&
         std::ranges::equal(a.bars, b.bars, [](const SummaryBar& left, const SummaryBar& right) {
           return left.least == right.least && left.greatest == right.greatest && left.value == right.value;
         });
}

bool same_counts(const ColumnSummary& a, const ColumnSummary& b) {
  return a.bars == b.bars && a.missing == b.missing && a.rows == b.rows && a.row_total == b.row_total &&
         a.filtered == b.filtered;
}

DrawnBar drawn_bar(const ColumnSummary& summary, size_t index, double now_ms) {
  const SummaryBar& bar = index < summary.bars.size() ? summary.bars[index] : summary.missing;
  const DrawnBar to{static_cast<float>(bar.count), static_cast<float>(bar.kept)};
  if (index >= summary.before.size()) return to;
  const DrawnBar& from = summary.before[index];
  const float part = transition_part(summary.changed_ms, now_ms);
  return {blend(from.count, to.count, part), blend(from.kept, to.kept, part)};
}

void go_over(ColumnSummary& next, const ColumnSummary& old, double now_ms) {
  next.before.clear();
  if (!same_bars(next, old)) return;
  for (size_t i = 0; i <= old.bars.size(); ++i)
    next.before.push_back(drawn_bar(old, i, now_ms));
  next.changed_ms = now_ms;
}

const ColumnSummary* find_summary(const std::vector<ColumnSummary>& all, TableId table, size_t column) {
  for (const ColumnSummary& summary : all) {
    if (summary.table == table && summary.column == column) return &summary;
  }
  return nullptr;
}

PartialDate span_date(int64_t first_day, int64_t last_day) {
  first_day = std::clamp(first_day, -MostDays, MostDays);
  last_day = std::clamp(last_day, first_day, MostDays);
  const CivilDate first = civil_from_days(first_day), next = civil_from_days(last_day + 1);
  const bool months = first.day == 1 && next.day == 1, years = months && first.month == 1 && next.month == 1;
  const DatePrecision precision = years    ? DatePrecision::Year
                                  : months ? DatePrecision::Month
                                           : DatePrecision::Day;
  PartialDate date = single_date(first_day, precision);
  date.end_precision = precision;
  date.latest = last_day * SecondsPerDay + (SecondsPerDay - 1);
  const int64_t steps = years    ? next.year - first.year
                        : months ? (next.year - first.year) * 12 + next.month - first.month
                                 : last_day - first_day + 1;
  if (steps > 1) date.form = DateForm::Interval;
  return date;
}

RangeEnds range_ends(ColumnType type, int64_t least, int64_t greatest) {
  if (type == ColumnType::Duration) return {duration_text(least), duration_text(greatest)};
  if (type != ColumnType::Date) return {std::to_string(least), std::to_string(greatest)};
  const DatePrecision precision = span_date(least, greatest).precision;
  return {format_edtf(single_date(least, precision)), format_edtf(single_date(greatest, precision))};
}

std::optional<size_t> pointed_bar(const ColumnSummary& summary, const std::optional<Subject>& subject) {
  if (!subject || subject->row) return std::nullopt;
  for (size_t bar = 0; bar <= summary.bars.size(); ++bar) {
    if (subject_of_bar(summary, bar) == *subject) return bar;
  }
  return std::nullopt;
}

Subject subject_of_bar(const ColumnSummary& summary, size_t index) {
  const bool missing = index >= summary.bars.size();
  const SummaryBar& bar = missing ? summary.missing : summary.bars[index];
  const ColumnType type = column_specs(summary.table)[summary.column].type;
  if (type == ColumnType::Region && !missing) return {std::nullopt, bar.value, {}};
  return {std::nullopt,
          {},
          ColumnPart{summary.table, summary.column, missing, bar.least, bar.greatest, bar.value}};
}

}  // namespace explorer
