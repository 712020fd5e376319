// See time_facts.h.
#include "view/time_facts.h"

#include <algorithm>

#include "view/time_scale.h"

namespace explorer {
namespace {

constexpr int64_t SecondsPerDay = 86'400;
constexpr uint32_t NoSlot = UINT32_MAX;

int64_t day_of(int64_t instant) {
  return instant / SecondsPerDay - (instant % SecondsPerDay < 0 ? 1 : 0);
}

// Which of the distinct days each distinct date counts at; the days ascend.
struct DaySlots {
  std::vector<int64_t> days;
  std::vector<uint32_t> of_code;  // NoSlot: at none
};

// Dates that no row states (any more) take part in nothing.
DaySlots find_slots(const Column& dates, const FacetCounts& totals) {
  DaySlots slots;
  slots.of_code.assign(totals.by_value.size(), NoSlot);
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    const auto span = totals.by_value[code] > 0 ? day_span(dates.value_date(code)) : std::nullopt;
    if (span) slots.days.push_back(span->first);
  }
  std::ranges::sort(slots.days);
  const auto [end, last] = std::ranges::unique(slots.days);
  slots.days.erase(end, last);
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    const auto span = totals.by_value[code] > 0 ? day_span(dates.value_date(code)) : std::nullopt;
    if (!span) continue;
    const auto at = std::ranges::lower_bound(slots.days, span->first);
    slots.of_code[code] = static_cast<uint32_t>(at - slots.days.begin());
  }
  return slots;
}

// Each number becomes that of all before it.
void accumulate(std::vector<TimeDay>& days) {
  TimeDay sum;
  for (TimeDay& day : days) {
    const TimeDay own = day;
    day.count = sum.count;
    day.kept = sum.kept;
    day.vague = sum.vague;
    day.total = sum.total;
    day.total_vague = sum.total_vague;
    sum.count += own.count;
    sum.kept += own.kept;
    sum.vague += own.vague;
    sum.total += own.total;
    sum.total_vague += own.total_vague;
  }
}

TimeLaneFacts lane_facts(const Dataset& dataset, TableId table, const TimeAnswer& answer) {
  const Column& dates = dataset.column(table, time_column(table));
  const FacetCounts counts = count_values(dates, *answer.rows);
  const FacetCounts kept = answer.kept != nullptr ? count_values(dates, *answer.kept) : counts;
  const DaySlots slots = find_slots(dates, *answer.totals);
  TimeLaneFacts lane;
  lane.table = table;
  if (answer.kept != nullptr) lane.kept = *answer.kept;
  for (const int64_t day : slots.days)
    lane.days.push_back({day});
  lane.days.push_back({slots.days.empty() ? 0 : slots.days.back() + 1});
  for (ValueCode code = 0; code < slots.of_code.size(); ++code) {
    if (slots.of_code[code] == NoSlot) continue;
    TimeDay& day = lane.days[slots.of_code[code]];
    day.count += counts.by_value[code];
    day.kept += kept.by_value[code];
    day.total += answer.totals->by_value[code];
    if (is_exact_day(dates.value_date(code))) continue;
    day.vague += kept.by_value[code];
    day.total_vague += answer.totals->by_value[code];
  }
  accumulate(lane.days);
  std::vector<uint32_t> next;
  for (const TimeDay& day : lane.days)
    next.push_back(day.count);
  lane.rows.resize(lane.dated());
  answer.rows->for_each([&](RowIndex row) {
    const uint32_t entry = dates.entry(row);
    const uint32_t slot = entry == 0 ? NoSlot : slots.of_code[entry - 1];
    if (slot != NoSlot) lane.rows[next[slot]++] = row;
  });
  return lane;
}

void add_occurrences(const Column& dates, const FacetCounts& totals, TimeFacts& facts) {
  for (ValueCode code = 0; code < totals.by_value.size(); ++code) {
    const auto span = totals.by_value[code] > 0 ? day_span(dates.value_date(code)) : std::nullopt;
    if (!span) continue;
    const auto from = static_cast<double>(span->first), to = static_cast<double>(span->end);
    const bool first = facts.from_day == facts.to_day;
    facts.from_day = first ? from : std::min(facts.from_day, from);
    facts.to_day = first ? to : std::max(facts.to_day, to);
    if (facts.occurrences.size() <= MostOccurrences)
      facts.occurrences.push_back({from, to, totals.by_value[code]});
  }
}

// Of many dates a few strays (a mistyped year) must not squeeze all others into one bar.
TimeWindow whole_window(const TimeFacts& facts) {
  constexpr uint32_t StrayShare = 500;
  constexpr double FarOff = 8;
  if (!facts.any() || !facts.occurrences.empty()) return padded(facts.from_day, facts.to_day);
  double from = facts.to_day, to = facts.from_day;
  for (const TimeLaneFacts& lane : facts.lanes) {
    const uint32_t total = lane.days.back().total, strays = total / StrayShare;
    const auto before = [](const TimeDay& day) { return day.total; };
    const auto first = std::ranges::upper_bound(lane.days, strays, {}, before) - 1;
    const auto last = std::ranges::lower_bound(lane.days, total - strays, {}, before) - 1;
    from = std::min(from, static_cast<double>(first->day));
    to = std::max(to, static_cast<double>(last->day) + 1);
  }
  const bool strayed = facts.to_day - facts.from_day > FarOff * (to - from);
  return strayed ? padded(from, to) : padded(facts.from_day, facts.to_day);
}

}  // namespace

size_t time_column(TableId table) {
  constexpr size_t Columns[] = {article_column::Date, release_column::Date, chart_column::Date,
                                video_column::Date, event_column::Date};
  return Columns[static_cast<size_t>(table)];
}

std::optional<DaySpan> day_span(const PartialDate& date) {
  const bool starts = date.earliest != EarliestInstant, ends = date.latest != LatestInstant;
  if (!date.stated() || (!starts && !ends)) return std::nullopt;
  const int64_t first = day_of(starts ? date.earliest : date.latest);
  const int64_t last = day_of(ends ? date.latest : date.earliest);
  return DaySpan{std::min(first, last), std::max(first, last) + 1};
}

bool is_exact_day(const PartialDate& date) {
  return date.form == DateForm::Single && date.precision >= DatePrecision::Day && !date.unspecified &&
         date.qualifier == DateQualifier::None;
}

TimeFacts time_facts(const Dataset& dataset, const std::array<TimeAnswer, TableCount>& answers) {
  constexpr TableId Lanes[] = {TableId::Releases, TableId::Videos, TableId::ChartEntries, TableId::Events,
                               TableId::Articles};
  TimeFacts facts;
  for (const TableId table : Lanes) {
    const TimeAnswer& answer = answers[static_cast<size_t>(table)];
    TimeLaneFacts lane = lane_facts(dataset, table, answer);
    if (lane.days.back().total == 0) continue;
    add_occurrences(dataset.column(table, time_column(table)), *answer.totals, facts);
    facts.lanes.push_back(std::move(lane));
  }
  if (facts.occurrences.size() > MostOccurrences) facts.occurrences.clear();
  facts.whole = whole_window(facts);
  std::ranges::sort(facts.occurrences, [](const Occurrence& a, const Occurrence& b) {
    return a.from != b.from ? a.from < b.from : a.to < b.to;
  });
  return facts;
}

TimeFacts time_facts(const Dataset& dataset, const std::array<QueryResult, TableCount>& results) {
  std::array<TimeAnswer, TableCount> answers;
  std::array<RowSet, TableCount> rows;
  std::array<FacetCounts, TableCount> totals;
  for (const TableId table : AllTables) {
    const auto at = static_cast<size_t>(table);
    rows[at] = RowSet(dataset.table(table).row_count);
    RowSet all = rows[at];
    all.invert();
    totals[at] = count_values(dataset.column(table, time_column(table)), all);
    for (const RowIndex row : results[at].rows)
      rows[at].add(row);
    answers[at] = {&rows[at], nullptr, &totals[at]};
  }
  return time_facts(dataset, answers);
}

const TimeDay& day_from(const TimeLaneFacts& lane, double day) {
  const auto at = std::ranges::lower_bound(lane.days, day, {},
                                           [](const TimeDay& each) { return static_cast<double>(each.day); });
  return at == lane.days.end() ? lane.days.back() : *at;
}

}  // namespace explorer
