// What stands under a column's header: how its values are distributed, as bars, and how many rows state none.
// Counted once an answer, because at a million rows that takes a good part of a frame. No layout.
#pragma once

#include <string>
#include <vector>

#include "core/query_engine.h"
#include "state/app_state.h"
#include "view/transition.h"

namespace explorer {

// Rows that a bar stands for, from all to those that every filter leaves.
struct SummaryBar {
  int64_t least = 0, greatest = 0;  // of a number, duration (seconds) or date (days since 1970)
  std::string value = {};           // of a category
  uint32_t total = 0;               // under no term
  uint32_t count = 0;               // under every term but those on the column itself
  uint32_t kept = 0;                // under every term
  friend bool operator==(const SummaryBar&, const SummaryBar&) = default;
};

// What was drawn of a bar before it changed.
struct DrawnBar {
  float count = 0, kept = 0;
};

struct ColumnSummary {
  TableId table = TableId::Articles;
  size_t column = 0;
  uint64_t question = 0;  // of the engine, that it answers
  // Texts, and values as many as texts: only how many rows state any.
  bool stated_only = false;
  // Of numbers and dates in ascending order without gaps; of categories the most frequent values, most rows
  // of the whole table first; else one, for the rows that state any.
  std::vector<SummaryBar> bars;
  SummaryBar missing;                 // rows that state nothing
  uint32_t rows = 0;                  // under every term but those on the column
  uint32_t row_total = 0;             // under no term
  uint32_t distinct = 0;              // values of a category
  bool filtered = false;              // a term is on the column
  std::vector<DrawnBar> before = {};  // by bar, `missing` at the end; or empty
  double changed_ms = LongAgo;        // when it took the place of `before`
};

inline constexpr size_t MaxSummaryBars = 24;    // of numbers and dates
inline constexpr size_t MaxSummaryValues = 12;  // of categories

// The table must be answered.
ColumnSummary column_summary(QueryEngine& engine, const Dataset& dataset, TableId table, size_t column);

// Whether two summaries show the same things, counts aside.
bool same_bars(const ColumnSummary& a, const ColumnSummary& b);
// Whether they show the same, counts included.
bool same_counts(const ColumnSummary& a, const ColumnSummary& b);

// Takes the place of `old` at `now_ms`, going over from what is drawn of it then; at once if the bars are
// others.
void go_over(ColumnSummary& next, const ColumnSummary& old, double now_ms);
// What to draw of a bar (bars.size(): of `missing`) at `now_ms`.
DrawnBar drawn_bar(const ColumnSummary& summary, size_t bar, double now_ms);

// Null if there is none of this column.
const ColumnSummary* find_summary(const std::vector<ColumnSummary>& all, TableId table, size_t column);

// The days from first to last, both included, as one date or interval of days, months or years, whichever
// says the same in fewer words.
PartialDate span_date(int64_t first_day, int64_t last_day);

// The ends of a filter for the values from least to greatest, as the query writes them; dates no finer than
// needed. Empty: open.
struct RangeEnds {
  std::string from, to;
};
RangeEnds range_ends(ColumnType type, int64_t least, int64_t greatest);

// The bar of a summary that `subject` is, bars.size() for the rows that state nothing; nothing if none.
std::optional<size_t> pointed_bar(const ColumnSummary& summary, const std::optional<Subject>& subject);
// What pointing at that bar points at.
Subject subject_of_bar(const ColumnSummary& summary, size_t bar);

}  // namespace explorer
