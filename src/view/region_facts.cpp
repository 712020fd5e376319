// See region_facts.h. One pass over the entries; one more, region by region, over what they are linked to.
#include "view/region_facts.h"

#include <algorithm>

#include "view/text_layout.h"

namespace explorer {
namespace {

constexpr uint32_t NoPlace = UINT32_MAX;

// By entry of the column of positions: how good it is. A place in a chart is 1 or more, whatever is written.
std::vector<uint32_t> places(const Column& positions) {
  std::vector<uint32_t> place(size_t{positions.value_count()} + 1, NoPlace);
  for (ValueCode code = 0; code < positions.value_count(); ++code) {
    const int64_t value = positions.value_number(code).value;
    if (value >= 1 && value < NoPlace) place[size_t{code} + 1] = static_cast<uint32_t>(value);
  }
  return place;
}

class Counter {
 public:
  Counter(const Dataset& dataset, const RowSets& rows)
      : dataset_(dataset),
        rows_(rows),
        table_(dataset.table(TableId::ChartEntries)),
        regions_(table_.columns[chart_column::Region]),
        positions_(table_.columns[chart_column::Position]),
        charts_(table_.columns[chart_column::Chart]),
        place_(places(positions_)) {}

  RegionFacts count(bool with_rows) {
    std::vector<RegionFact> by_entry(size_t{regions_.value_count()} + 1);
    entries().for_each([&](RowIndex row) {
      if (const uint32_t entry = regions_.entry(row)) add(by_entry[entry], row);
    });
    if (with_rows) count_rows(by_entry);
    RegionFacts facts;
    facts.rows_counted = with_rows;
    for (ValueCode code = 0; code < regions_.value_count(); ++code) {
      RegionFact& fact = by_entry[size_t{code} + 1];
      if (fact.entries == 0) continue;
      finish(fact, regions_.value_text(code));
      facts.regions.push_back(std::move(fact));
    }
    std::ranges::sort(facts.regions, [](const RegionFact& a, const RegionFact& b) {
      if (a.best.stated != b.best.stated) return a.best.stated;
      if (a.best.value != b.best.value) return a.best.value < b.best.value;
      return a.entries != b.entries ? a.entries > b.entries : a.name < b.name;
    });
    return facts;
  }

 private:
  const RowSet& entries() const { return rows_[static_cast<size_t>(TableId::ChartEntries)]; }

  uint32_t place(RowIndex row) const { return place_[positions_.entry(row)]; }

  // An entry takes the place of a worse one of its chart.
  void add(RegionFact& fact, RowIndex row) const {
    ++fact.entries;
    const uint32_t own = place(row);
    if (own == NoPlace) ++fact.unplaced;
    uint32_t at = 0;
    while (at < fact.best_count && charts_.entry(fact.best_entries[at]) != charts_.entry(row))
      ++at;
    if (at < fact.best_count && place(fact.best_entries[at]) <= own) return;
    if (at == fact.best_count && at == RegionFact::MaxBest) {
      if (place(fact.best_entries[--at]) <= own) return;
    } else if (at == fact.best_count) {
      ++fact.best_count;
    }
    for (; at > 0 && place(fact.best_entries[at - 1]) > own; --at)
      fact.best_entries[at] = fact.best_entries[at - 1];
    fact.best_entries[at] = row;
  }

  void finish(RegionFact& fact, std::string_view code) const {
    const Region* region = find_region(code);
    fact.code = code;
    fact.name = region != nullptr ? region_name(code) : std::string_view();
    fact.group = region != nullptr && region->kind == RegionKind::Group;
    const RowIndex best = fact.best_entries[0];
    if (place(best) != NoPlace) fact.best = positions_.number(best);
  }

  // A row that entries of one region are linked to counts once for it.
  void count_rows(std::vector<RegionFact>& by_entry) const {
    std::vector<uint32_t> end(by_entry.size());
    uint32_t sum = 0;
    for (size_t entry = 0; entry < by_entry.size(); ++entry) {
      end[entry] = sum;
      sum += by_entry[entry].entries;
    }
    std::vector<RowIndex> in_order(sum);
    entries().for_each([&](RowIndex row) {
      if (const uint32_t entry = regions_.entry(row)) in_order[end[entry]++] = row;
    });
    std::array<std::vector<uint32_t>, TableCount> counted_for;
    for (const TableId table : AllTables)
      counted_for[static_cast<size_t>(table)].resize(dataset_.table(table).row_count);
    for (const RowIndex row : in_order) {
      const uint32_t entry = regions_.entry(row);
      ++by_entry[entry].rows;
      for (const PackedRow linked : table_.links_of(row)) {
        const auto table = static_cast<size_t>(linked.table());
        if (linked.table() == TableId::ChartEntries || counted_for[table][linked.row()] == entry ||
            !rows_[table].has(linked.row()))
          continue;
        counted_for[table][linked.row()] = entry;
        ++by_entry[entry].rows;
      }
    }
  }

  const Dataset& dataset_;
  const RowSets& rows_;
  const Table& table_;
  const Column& regions_;
  const Column& positions_;
  const Column& charts_;
  const std::vector<uint32_t> place_;
};

}  // namespace

std::string region_title(const RegionFact& fact) {
  return fact.name.empty() ? display_text(fact.code, 60) : std::string(fact.name);
}

const RegionFact* RegionFacts::find(std::string_view code) const {
  const auto found = std::ranges::find(regions, code, &RegionFact::code);
  return found == regions.end() ? nullptr : &*found;
}

RegionFacts region_facts(const Dataset& dataset, const RowSets& rows, bool count_rows) {
  return Counter(dataset, rows).count(count_rows);
}

}  // namespace explorer
