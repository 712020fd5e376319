// See facet_counts.h.
#include "core/facet_counts.h"

#include <algorithm>

#include "core/sort_indices.h"
#include "core/value_judge.h"
#include "core/value_ranks.h"

namespace explorer {

namespace {

// Counts have one entry more in front, for rows that state nothing, so that counting needs no test.
std::vector<uint32_t> count_entries(const Column& column, const RowSet& rows, size_t most) {
  std::vector<uint32_t> by_entry(most + 1);
  rows.for_each([&](RowIndex row) { ++by_entry[column.entry(row)]; });
  return by_entry;
}

std::vector<uint32_t> count_listed(const Column& column, const RowSet& rows) {
  std::vector<uint32_t> by_entry(size_t{column.value_count()} + 1);
  rows.for_each([&](RowIndex row) {
    const auto list = column.list(row);
    by_entry.front() += list.empty() ? 1 : 0;
    for (const ValueCode code : list)
      ++by_entry[size_t{code} + 1];
  });
  return by_entry;
}

// Each distinct list once, as often as rows have it.
std::vector<uint32_t> count_lists(const Column& column, const RowSet& rows) {
  const uint32_t size = column.lists().size();
  const std::vector<uint32_t> by_list = count_entries(column, rows, size);
  std::vector<uint32_t> by_entry(size_t{column.value_count()} + 1);
  by_entry.front() = by_list.front();
  for (uint32_t begin = 0; begin < size;) {
    begin = column.for_lists_of_block(begin, [&](uint32_t list, std::span<const ValueCode> codes) {
      const uint32_t count = by_list[list];
      if (count == 0) return;
      for (const ValueCode code : codes)
        by_entry[size_t{code} + 1] += count;
    });
  }
  return by_entry;
}

}  // namespace

FacetCounts count_values(const Column& column, const RowSet& rows) {
  const bool few_lists = column.is_list() && column.lists().size() < rows.count();
  std::vector<uint32_t> by_entry = few_lists          ? count_lists(column, rows)
                                   : column.is_list() ? count_listed(column, rows)
                                                      : count_entries(column, rows, column.value_count());
  FacetCounts counts;
  counts.not_stated = by_entry.front();
  by_entry.erase(by_entry.begin());
  counts.by_value = std::move(by_entry);
  return counts;
}

namespace {

// Of values that are equally frequent so many are put into order; of more, those that came first are taken.
constexpr size_t MaxTies = 4096;
// Counts from here on are looked at one by one: there are few of them.
constexpr uint32_t Many = 4096;

// The values with wanted[value] that may be among the `limit` most frequent; no order.
std::vector<FacetValue> most_frequent(const FacetCounts& counts, const FacetCounts& totals,
                                      const std::vector<uint8_t>& wanted, size_t limit) {
  limit = std::min(limit, wanted.size());
  std::vector<uint32_t> with_count(Many + 1);
  for (size_t value = 0; value < wanted.size(); ++value)
    with_count[std::min(counts.by_value[value], Many)] += wanted[value];
  uint32_t least = Many;
  size_t above = 0;
  while (least > 0 && above + with_count[least] < limit)
    above += with_count[least--];
  size_t room = least == Many ? SIZE_MAX : limit - std::min(limit, above) + MaxTies;
  std::vector<FacetValue> facets;
  for (ValueCode value = 0; value < wanted.size(); ++value) {
    const uint32_t count = counts.by_value[value];
    if (wanted[value] == 0 || count < least || (count == least && room == 0)) continue;
    room -= count == least ? 1 : 0;
    facets.push_back({value, count, totals.by_value[value]});
  }
  return facets;
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
  for (ValueCode code = 0; code < chosen.size(); ++code)
    chosen[code] = chosen[code] != 0 && totals.by_value[code] > 0;
  const std::vector<FacetValue> facets = most_frequent(counts, totals, chosen, choice.limit);
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
  for (size_t i = 0; i < std::min(choice.limit, order.size()); ++i)
    chosen_facets.push_back(facets[order[i]]);
  return chosen_facets;
}

}  // namespace explorer
