// What the timeline shows, counted by day: once an answer, since a million rows must not be walked in each
// frame. Dates do not filter here what dates would choose: the terms on dates are left out, and what they
// keep is counted beside. No layout.
#pragma once

#include <array>
#include <vector>

#include "core/facet_counts.h"
#include "state/app_state.h"

namespace explorer {

// Days are since 1970-01-01. A date counts at its first day; one with an open start at its last.
struct TimeDay {
  int64_t day = 0;
  // Rows before this day: what lies between two days is a difference.
  uint32_t count = 0;  // under every term but those on dates
  uint32_t kept = 0;   // of these, under the terms on dates too
  uint32_t vague = 0;  // of these, dates that are not one exact day
  uint32_t total = 0;  // under no term
  uint32_t total_vague = 0;
};

struct TimeLaneFacts {
  TableId table = TableId::Articles;
  std::vector<TimeDay> days;   // ascending; the last one is a sentinel behind all dates
  std::vector<RowIndex> rows;  // those of `count`, by day, then as in the table
  std::optional<RowSet> kept;  // rows under all terms; nothing: all of `rows`
  uint32_t dated() const { return days.back().count; }
};

// A date as far as it is known, for finding out where things happen: [from, to) in days.
struct Occurrence {
  double from = 0, to = 0;
  uint32_t rows = 0;
};

struct TimeFacts {
  std::vector<TimeLaneFacts> lanes;  // tables with a date in any row, in the order of lanes
  double from_day = 0, to_day = 0;   // from the first day of all to behind the last, under no term
  // What is shown if the reader chose nothing: all of that, but for a few strays among many.
  TimeWindow whole;
  std::vector<Occurrence> occurrences;  // under no term, ascending; empty where there are very many
  bool any() const { return !lanes.empty(); }
};

inline constexpr size_t MostOccurrences = 512;

// The column of the table that the timeline goes by.
size_t time_column(TableId table);

// The day that a date counts at, and the day behind its last one; an open end is that of the other end.
// Nothing for a date that is not stated or open on both sides.
struct DaySpan {
  int64_t first = 0, end = 0;
};
std::optional<DaySpan> day_span(const PartialDate& date);
// Whether the date is one day (or a time of it), without "about" or "perhaps".
bool is_exact_day(const PartialDate& date);

// Rows and counts of one table: `rows` under every term but those on dates, `kept` under all terms.
struct TimeAnswer {
  const RowSet* rows = nullptr;
  const RowSet* kept = nullptr;         // null: the same
  const FacetCounts* totals = nullptr;  // of the date column
};
TimeFacts time_facts(const Dataset& dataset, const std::array<TimeAnswer, TableCount>& answers);

// The same from the answers alone, where there is no engine: terms on dates are not left out.
TimeFacts time_facts(const Dataset& dataset, const std::array<QueryResult, TableCount>& results);

// The first of lane.days at `day` or later: always valid, the sentinel at the most.
const TimeDay& day_from(const TimeLaneFacts& lane, double day);

}  // namespace explorer
