// See overview_facts.h.
#include "view/overview_facts.h"

#include <algorithm>

#include "core/regions.h"
#include "view/format.h"

namespace explorer {
namespace {

constexpr size_t MostDated = 600;  // more cannot be on screen

using AllResults = std::array<QueryResult, TableCount>;

const RowList& rows_of(const AllResults& results, TableId table) {
  return results[static_cast<size_t>(table)].rows;
}

// Which of a column's values, by entry, are the first place.
std::vector<bool> first_places(const Column& positions) {
  std::vector<bool> first(size_t{positions.value_count()} + 1);
  for (ValueCode code = 0; code < positions.value_count(); ++code) {
    const Quantity& position = positions.value_number(code);
    first[size_t{code} + 1] = position.value == 1 && position.qualifier == Qualifier::Exact;
  }
  return first;
}

bool is_country(std::string_view code) {
  const Region* region = find_region(code);
  return region == nullptr || region->kind == RegionKind::Country;
}

// `rows` are those at the first place.
RegionClaim region_claim(const Table& charts, const std::vector<RowIndex>& rows) {
  const Column& claims = charts.columns[chart_column::Regions];
  const Column& regions = charts.columns[chart_column::Region];
  const Column& names = charts.columns[chart_column::Chart];
  RegionClaim claim;
  if (claims.any_stated()) {
    for (const RowIndex row : rows) {
      if (!claims.is_stated(row)) continue;
      const Quantity& claimed = claims.number(row);
      if (claim.claimed.stated && claim.claimed.value >= claimed.value) continue;
      claim.claimed = claimed;
      claim.chart = names.entry(row);
    }
  }
  std::vector<bool> named(size_t{regions.value_count()} + 1);
  for (const RowIndex row : rows) {
    const bool other_chart = claim.claimed.stated && names.entry(row) != claim.chart;
    if (!other_chart) named[regions.entry(row)] = true;
  }
  for (ValueCode code = 0; code < regions.value_count(); ++code)
    claim.named += named[size_t{code} + 1] && is_country(regions.value_text(code)) ? 1 : 0;
  return claim;
}

// In order of appearance.
std::vector<std::string> distinct_values(const Column& column, const std::vector<RowIndex>& rows) {
  std::vector<bool> seen(size_t{column.value_count()} + 1);
  std::vector<std::string> texts;
  for (const RowIndex row : rows) {
    const uint32_t entry = column.entry(row);
    if (entry == 0 || seen[entry]) continue;
    seen[entry] = true;
    texts.emplace_back(column.value_text(entry - 1));
  }
  return texts;
}

std::optional<RowIndex> newest_row(const Column& dates, const RowList& rows) {
  std::optional<RowIndex> newest;
  for (const RowIndex row : rows) {
    const PartialDate& date = dates.date(row);
    if (!date.stated() || date.earliest == EarliestInstant) continue;
    if (!newest || date.earliest > dates.date(*newest).earliest) newest = row;
  }
  return newest;
}

std::optional<RowIndex> greatest_row(const Column& numbers, const RowList& rows) {
  std::optional<RowIndex> greatest;
  for (const RowIndex row : rows) {
    if (!numbers.is_stated(row)) continue;
    if (!greatest || numbers.number(row).value > numbers.number(*greatest).value) greatest = row;
  }
  return greatest;
}

std::optional<size_t> date_column(TableId table) {
  switch (table) {
    case TableId::Releases:
      return release_column::Date;
    case TableId::ChartEntries:
      return chart_column::Date;
    case TableId::Videos:
      return video_column::Date;
    case TableId::Events:
      return event_column::Date;
    case TableId::Articles:
      break;
  }
  return std::nullopt;
}

bool earlier(const Dated& a, const Dated& b) {
  const int order = compare_dates(a.date, b.date);
  if (order != 0) return order < 0;
  if (a.row.table != b.row.table) return a.row.table < b.row.table;
  return a.row.row < b.row.row;
}

// The earliest dated rows, kept as a heap whose top is the latest of them; chart entries of one date are put
// together at the end.
std::vector<Dated> dated_rows(const Dataset& dataset, const AllResults& results) {
  std::vector<Dated> kept;
  for (const TableId table : AllTables) {
    const auto column = date_column(table);
    if (!column) continue;
    const Column& dates = dataset.column(table, *column);
    for (const RowIndex row : rows_of(results, table)) {
      const PartialDate& date = dates.date(row);
      if (!date.stated() || (kept.size() == MostDated && date.earliest > kept.front().date.earliest))
        continue;
      kept.push_back({date, {table, row}});
      std::ranges::push_heap(kept, earlier);
      if (kept.size() <= MostDated) continue;
      std::ranges::pop_heap(kept, earlier);
      kept.pop_back();
    }
  }
  std::ranges::sort_heap(kept, earlier);
  std::vector<Dated> lines;
  for (const Dated& dated : kept) {
    const bool same = !lines.empty() && lines.back().row.table == TableId::ChartEntries &&
                      dated.row.table == TableId::ChartEntries && lines.back().date == dated.date;
    if (same) {
      ++lines.back().count;
    } else {
      lines.push_back(dated);
    }
  }
  return lines;
}

}  // namespace

OverviewFacts overview_facts(const Dataset& dataset, const AllResults& results) {
  const Table& charts = dataset.table(TableId::ChartEntries);
  const RowList& entries = rows_of(results, TableId::ChartEntries);
  const RowList& releases = rows_of(results, TableId::Releases);
  const Column& positions = charts.columns[chart_column::Position];
  const std::vector<bool> first = first_places(positions);
  std::vector<RowIndex> first_rows;
  for (const RowIndex row : entries) {
    if (first[positions.entry(row)]) first_rows.push_back(row);
  }
  OverviewFacts facts;
  facts.claim = region_claim(charts, first_rows);
  facts.charts_topped = distinct_values(charts.columns[chart_column::Chart], first_rows);
  facts.release_kinds =
      distinct_values(dataset.column(TableId::Releases, release_column::Kind), releases.vector());
  facts.newest_release = newest_row(dataset.column(TableId::Releases, release_column::Date), releases);
  facts.longest_video = greatest_row(dataset.column(TableId::Videos, video_column::Duration),
                                     rows_of(results, TableId::Videos));
  facts.dated = dated_rows(dataset, results);
  return facts;
}

std::string figure_quantity(const Quantity& quantity) {
  static constexpr std::string_view Signs[] = {"", "~ ", "\xE2\x89\xA5 ", "> ", "\xE2\x89\xA4 ", "< "};
  if (!quantity.stated) return std::string(NotStated);
  Quantity exact = quantity;
  exact.qualifier = Qualifier::Exact;
  return std::string(Signs[static_cast<size_t>(quantity.qualifier)]) + format_quantity(exact);
}

}  // namespace explorer
