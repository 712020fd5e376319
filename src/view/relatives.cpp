// See relatives.h.
#include "view/relatives.h"

#include <algorithm>

namespace explorer {
namespace {

constexpr size_t MostLinks = 256;

bool names_region(const Dataset& dataset, RowRef row, std::string_view region) {
  return row.table == TableId::ChartEntries &&
         dataset.column(TableId::ChartEntries, chart_column::Region).text(row.row) == region;
}

}  // namespace

bool is_relative(const Dataset& dataset, const std::optional<Subject>& pointed, RowRef row) {
  if (!pointed) return false;
  if (pointed->row == row) return true;
  if (!pointed->row && names_region(dataset, row, pointed->region)) return true;
  const auto links = dataset.table(row.table).links_of(row.row);
  return std::ranges::any_of(links.first(std::min(links.size(), MostLinks)), [&](RowRef link) {
    return pointed->row ? *pointed->row == link : names_region(dataset, link, pointed->region);
  });
}

}  // namespace explorer
