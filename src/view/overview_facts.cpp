// See overview_facts.h.
#include "view/overview_facts.h"

#include <algorithm>

#include "core/regions.h"
#include "view/format.h"

namespace explorer {
namespace {

const RowList& rows_of(const Results& results, TableId table) {
  return results.tables[static_cast<size_t>(table)].rows;
}

bool at_first_place(const Table& charts, RowIndex row) {
  const Quantity& position = charts.columns[chart_column::Position].number(row);
  return position.stated && position.value == 1 && position.qualifier == Qualifier::Exact;
}

bool names_country(std::string_view code) {
  if (code.empty()) return false;
  const Region* region = find_region(code);
  return region == nullptr || region->kind == RegionKind::Country;
}

}  // namespace

RegionClaim region_claim(const Dataset& dataset, const Results& results) {
  const Table& charts = dataset.table(TableId::ChartEntries);
  RegionClaim claim;
  for (const RowIndex row : rows_of(results, TableId::ChartEntries)) {
    const Quantity& regions = charts.columns[chart_column::Regions].number(row);
    if (!at_first_place(charts, row) || !regions.stated) continue;
    if (claim.claimed.stated && claim.claimed.value >= regions.value) continue;
    claim.claimed = regions;
    claim.chart = charts.columns[chart_column::Chart].entry(row);
  }
  const Column& regions = charts.columns[chart_column::Region];
  std::vector<bool> named(size_t{regions.value_count()} + 1);
  for (const RowIndex row : rows_of(results, TableId::ChartEntries)) {
    const bool other_chart =
        claim.claimed.stated && charts.columns[chart_column::Chart].entry(row) != claim.chart;
    if (!other_chart && at_first_place(charts, row)) named[regions.entry(row)] = true;
  }
  for (ValueCode code = 0; code < regions.value_count(); ++code) {
    if (named[size_t{code} + 1] && names_country(regions.value_text(code))) ++claim.named;
  }
  return claim;
}

std::vector<std::string_view> distinct_values(const Dataset& dataset, const Results& results, TableId table,
                                              size_t column, bool first_only) {
  const Table& data = dataset.table(table);
  const Column& values = data.columns[column];
  std::vector<bool> seen(size_t{values.value_count()} + 1);
  std::vector<std::string_view> texts;
  for (const RowIndex row : rows_of(results, table)) {
    const uint32_t entry = values.entry(row);
    if (entry == 0 || seen[entry]) continue;
    if (first_only && !at_first_place(data, row)) continue;
    seen[entry] = true;
    texts.push_back(values.value_text(entry - 1));
  }
  return texts;
}

std::optional<RowIndex> newest_row(const Dataset& dataset, const Results& results, TableId table,
                                   size_t column) {
  const Column& dates = dataset.column(table, column);
  std::optional<RowIndex> newest;
  for (const RowIndex row : rows_of(results, table)) {
    if (!dates.is_stated(row) || dates.date(row).earliest == EarliestInstant) continue;
    if (!newest || dates.date(row).earliest > dates.date(*newest).earliest) newest = row;
  }
  return newest;
}

std::optional<RowIndex> greatest_row(const Dataset& dataset, const Results& results, TableId table,
                                     size_t column) {
  const Column& numbers = dataset.column(table, column);
  std::optional<RowIndex> greatest;
  for (const RowIndex row : rows_of(results, table)) {
    if (!numbers.is_stated(row)) continue;
    if (!greatest || numbers.number(row).value > numbers.number(*greatest).value) greatest = row;
  }
  return greatest;
}

std::string figure_quantity(const Quantity& quantity) {
  static constexpr std::string_view Signs[] = {"", "~ ", "\xE2\x89\xA5 ", "> ", "\xE2\x89\xA4 ", "< "};
  if (!quantity.stated) return std::string(NotStated);
  Quantity exact = quantity;
  exact.qualifier = Qualifier::Exact;
  return std::string(Signs[static_cast<size_t>(quantity.qualifier)]) + format_quantity(exact);
}

}  // namespace explorer
