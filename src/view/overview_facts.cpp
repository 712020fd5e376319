// See overview_facts.h.
#include "view/overview_facts.h"

#include <algorithm>
#include <bit>

#include "core/regions.h"
#include "core/text_direction.h"
#include "view/format.h"
#include "view/locale.h"
#include "view/ui_text.h"

namespace explorer {
namespace {

constexpr size_t MostDated = 600;  // more cannot be on screen
constexpr size_t MostLatest = 60;
constexpr size_t MostCodes = 12;

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
  for (ValueCode code = 0; code < regions.value_count(); ++code) {
    if (!named[size_t{code} + 1] || !is_country(regions.value_text(code))) continue;
    ++claim.named;
    if (claim.codes.size() < MostCodes) claim.codes.emplace_back(regions.value_text(code));
  }
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

// Of lengths counted by their number of binary digits: an upper bound of the middle one.
int64_t bound_of_middle(const std::array<uint64_t, 65>& by_digits, uint64_t count) {
  size_t digits = 0;
  for (uint64_t below = by_digits[0]; 2 * below < count && digits < 62;)
    below += by_digits[++digits];
  return (int64_t{1} << digits) - 1;
}

// By TableId.
constexpr size_t DateColumns[] = {article_column::Date, release_column::Date, chart_column::Date,
                                  video_column::Date, event_column::Date};

size_t date_column(TableId table) {
  return DateColumns[static_cast<size_t>(table)];
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
    if (table == TableId::Articles) continue;
    const Column& dates = dataset.column(table, date_column(table));
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

bool newer(const Dated& a, const Dated& b) {
  if (a.date.earliest != b.date.earliest) return a.date.earliest > b.date.earliest;
  const int order = compare_dates(a.date, b.date);
  if (order != 0) return order < 0;
  if (a.date.qualifier != b.date.qualifier) return a.date.qualifier < b.date.qualifier;
  if (a.row.table != b.row.table) return a.row.table < b.row.table;
  return a.row.row < b.row.row;
}

// The newest rows, kept as a heap whose top is the oldest of them. A date without a beginning is not new.
std::vector<RowRef> latest_rows(const Dataset& dataset, const AllResults& results) {
  std::vector<Dated> kept;
  for (const TableId table : AllTables) {
    const Column& dates = dataset.column(table, date_column(table));
    if (!dates.any_stated()) continue;
    for (const RowIndex row : rows_of(results, table)) {
      const PartialDate& date = dates.date(row);
      const bool full = kept.size() == MostLatest;
      if (!date.stated() || date.earliest == EarliestInstant) continue;
      if (full && date.earliest < kept.front().date.earliest) continue;
      const Dated dated{date, {table, row}};
      if (full && !newer(dated, kept.front())) continue;
      kept.push_back(dated);
      std::ranges::push_heap(kept, newer);
      if (!full) continue;
      std::ranges::pop_heap(kept, newer);
      kept.pop_back();
    }
  }
  std::ranges::sort_heap(kept, newer);
  std::vector<RowRef> rows;
  for (const Dated& dated : kept)
    rows.push_back(dated.row);
  return rows;
}

}  // namespace

VideoTime video_time(const Dataset& dataset, const AllResults& results) {
  constexpr int64_t Longest = int64_t{1}
                              << 40;  // beyond is no length of a video; keeps sums within their type
  constexpr int64_t Outlier = 16;     // times the middle length: drawn as "longer than this"
  const Column& lengths = dataset.column(TableId::Videos, video_column::Duration);
  VideoTime time;
  std::array<uint64_t, 65> by_digits{};
  for (const RowIndex row : rows_of(results, TableId::Videos)) {
    if (!lengths.is_stated(row)) continue;
    const Quantity& length = lengths.number(row);
    const int64_t secs = std::clamp<int64_t>(length.value, 0, Longest);
    if (!time.longest.stated || length.value > time.longest.value) {
      time.longest = length;
      time.longest_inferred = dataset.table(TableId::Videos).is_inferred(row, video_column::Duration);
    }
    time.secs += secs;
    ++time.stated;
    time.scale_secs = std::max(time.scale_secs, secs);
    ++by_digits[static_cast<size_t>(std::bit_width(static_cast<uint64_t>(secs)))];
    time.at_least =
        time.at_least || length.qualifier == Qualifier::AtLeast || length.qualifier == Qualifier::MoreThan;
    time.about = time.about || length.qualifier == Qualifier::About ||
                 length.qualifier == Qualifier::AtMost || length.qualifier == Qualifier::LessThan;
  }
  if (time.stated > 0)
    time.scale_secs = std::min(time.scale_secs, bound_of_middle(by_digits, time.stated) * Outlier);
  return time;
}

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
  facts.video_time = video_time(dataset, results);
  facts.dated = dated_rows(dataset, results);
  facts.latest = latest_rows(dataset, results);
  return facts;
}

std::string figure_quantity(const Quantity& quantity) {
  Quantity exact = quantity;
  exact.qualifier = Qualifier::Exact;
  const std::string number = format_quantity(exact);
  if (!quantity.stated || quantity.qualifier == Qualifier::Exact) return number;
  const std::string text = fill(ui::FigureSigned[static_cast<size_t>(quantity.qualifier) - 1], {number});
  // Where everything is read from the right, a sign before the number stands at the right of it.
  return reader_locale().right_to_left() ? directed(text, Direction::RightToLeft) : text;
}

}  // namespace explorer
