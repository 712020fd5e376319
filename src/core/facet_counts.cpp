// See facet_counts.h.
#include "core/facet_counts.h"

#include <algorithm>

#include "core/sort_indices.h"
#include "core/value_judge.h"
#include "core/value_ranks.h"

namespace explorer {

FacetCounts count_values(const Column& column, const RowSet& rows) {
  // One more in front for rows that state nothing, so that counting needs no test.
  std::vector<uint32_t> by_entry(size_t{column.value_count()} + 1);
  if (column.is_list()) {
    rows.for_each([&](RowIndex row) {
      const auto list = column.list(row);
      by_entry[0] += list.empty() ? 1 : 0;
      for (const ValueCode code : list)
        ++by_entry[size_t{code} + 1];
    });
  } else {
    rows.for_each([&](RowIndex row) { ++by_entry[column.entry(row)]; });
  }
  FacetCounts counts;
  counts.not_stated = by_entry.front();
  counts.by_value.assign(by_entry.begin() + 1, by_entry.end());
  return counts;
}

namespace {

// Of values that are equally frequent so many are put into order; of more, those that came first are taken.
constexpr size_t MaxTies = 4096;

// Leaves those that may be among the first `limit`, less than there are.
void keep_first(std::vector<FacetValue>& facets, size_t limit) {
  std::vector<uint32_t> counts;
  for (const FacetValue& facet : facets)
    counts.push_back(facet.count);
  std::nth_element(counts.begin(), counts.begin() + static_cast<std::ptrdiff_t>(limit), counts.end(),
                   std::greater<>());
  const uint32_t least = counts[limit];
  size_t room = limit + MaxTies;
  for (const FacetValue& facet : facets)
    room -= facet.count > least ? 1 : 0;
  std::erase_if(facets, [&](const FacetValue& facet) {
    if (facet.count != least) return facet.count < least;
    if (room == 0) return true;
    --room;
    return false;
  });
}

}  // namespace

std::vector<FacetValue> order_facets(const Column& column, const FacetCounts& counts,
                                     const FacetCounts& totals, const FacetChoice& choice) {
  std::vector<uint8_t> chosen(totals.by_value.size(), 1);
  if (!choice.text.empty()) {
    std::ranges::fill(chosen, uint8_t{0});
    const Term term{false, std::string(column.spec.name), TermOp::Contains, {choice.text}};
    const ValueJudge judge(term, column);
    for (uint32_t step = 0; step < judge.step_count(); ++step)
      judge.step(step, chosen);
  }
  std::vector<FacetValue> facets;
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    if (chosen[code] != 0 && totals.by_value[code] > 0)
      facets.push_back({code, counts.by_value[code], totals.by_value[code]});
  }
  const size_t limit = std::min(choice.limit, facets.size());
  if (limit < facets.size()) keep_first(facets, limit);
  std::vector<std::string> keys;
  std::vector<uint32_t> order;
  for (const FacetValue& facet : facets) {
    order.push_back(static_cast<uint32_t>(order.size()));
    keys.push_back(value_sort_key(column, facet.value));
  }
  sort_indices(order, [&](uint32_t a, uint32_t b) {
    return facets[a].count != facets[b].count ? facets[a].count > facets[b].count : keys[a] < keys[b];
  });
  std::vector<FacetValue> chosen_facets;
  for (size_t i = 0; i < limit; ++i)
    chosen_facets.push_back(facets[order[i]]);
  return chosen_facets;
}

}  // namespace explorer
