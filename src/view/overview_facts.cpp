// See overview_facts.h.
#include "view/overview_facts.h"

#include <algorithm>

#include "core/regions.h"
#include "view/format.h"

namespace explorer {
namespace {

const std::vector<RowIndex>& rows_of(const Results& results, TableId table) {
  return results.tables[static_cast<size_t>(table)].rows;
}

bool at_first_place(const Table& charts, RowIndex row) {
  const Quantity& position = charts.columns[chart_column::Position].numbers[row];
  return position.stated && position.value == 1 && position.qualifier == Qualifier::Exact;
}

bool names_country(const Dataset& dataset, StringId code) {
  if (code == StringId::None) return false;
  const Region* region = find_region(dataset.text(code));
  return region == nullptr || region->kind == RegionKind::Country;
}

}  // namespace

RegionClaim region_claim(const Dataset& dataset, const Results& results) {
  const Table& charts = dataset.table(TableId::ChartEntries);
  RegionClaim claim;
  for (const RowIndex row : rows_of(results, TableId::ChartEntries)) {
    const Quantity& regions = charts.columns[chart_column::Regions].numbers[row];
    if (!at_first_place(charts, row) || !regions.stated) continue;
    if (claim.claimed.stated && claim.claimed.value >= regions.value) continue;
    claim.claimed = regions;
    claim.chart = charts.columns[chart_column::Chart].strings[row];
  }
  std::vector<StringId> named;
  for (const RowIndex row : rows_of(results, TableId::ChartEntries)) {
    const bool other_chart =
        claim.claimed.stated && charts.columns[chart_column::Chart].strings[row] != claim.chart;
    const StringId code = charts.columns[chart_column::Region].strings[row];
    if (at_first_place(charts, row) && !other_chart && names_country(dataset, code)) named.push_back(code);
  }
  std::sort(named.begin(), named.end());
  claim.named = static_cast<uint32_t>(std::unique(named.begin(), named.end()) - named.begin());
  return claim;
}

std::vector<StringId> distinct_values(const Dataset& dataset, const Results& results, TableId table,
                                      size_t column, bool first_only) {
  const Table& data = dataset.table(table);
  std::vector<bool> seen(dataset.strings.size());
  std::vector<StringId> values;
  for (const RowIndex row : rows_of(results, table)) {
    const StringId value = data.columns[column].strings[row];
    if (value == StringId::None || seen[static_cast<size_t>(value)]) continue;
    if (first_only && !at_first_place(data, row)) continue;
    seen[static_cast<size_t>(value)] = true;
    values.push_back(value);
  }
  return values;
}

std::optional<RowIndex> newest_row(const Dataset& dataset, const Results& results, TableId table,
                                   size_t column) {
  const auto& dates = dataset.table(table).columns[column].dates;
  std::optional<RowIndex> newest;
  for (const RowIndex row : rows_of(results, table)) {
    if (!dates[row].stated() || dates[row].earliest == EarliestInstant) continue;
    if (!newest || dates[row].earliest > dates[*newest].earliest) newest = row;
  }
  return newest;
}

std::optional<RowIndex> greatest_row(const Dataset& dataset, const Results& results, TableId table,
                                     size_t column) {
  const auto& numbers = dataset.table(table).columns[column].numbers;
  std::optional<RowIndex> greatest;
  for (const RowIndex row : rows_of(results, table)) {
    if (!numbers[row].stated) continue;
    if (!greatest || numbers[row].value > numbers[*greatest].value) greatest = row;
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
