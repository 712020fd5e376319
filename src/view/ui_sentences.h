// Sentences about results and filters, made of the words in ui_text.h.
#pragma once

#include <string>

#include "core/query.h"
#include "view/build_scene.h"
#include "view/ui_text.h"

namespace explorer::ui {

// The result of the query in this view: "3 of 14 chart entries"; "2 articles, 9 of 27 facts".
std::string result_count(const Results& results, View view);
// The same in as few letters as possible; empty if all rows are shown and their number stands on the tab.
std::string result_count_short(const Results& results, View view);

// One condition as a chip shows it: "Region: South Korea", "not Tags: tour", "Position: up to 10".
std::string term_text(const Term& term);

// The values that a bar of a column stands for: "10 to 19", "March 2023", "Japan", "not stated".
std::string bar_values(const ColumnSummary& summary, size_t bar);
// With how many rows there are: "10 to 19: 3 of 14".
std::string bar_words(const ColumnSummary& summary, size_t bar);
// A whole summary: "Position: 1 to 100, most 1 to 9; 12 of 900 rows do not state it".
std::string summary_words(const ColumnSummary& summary);
// What stands at the left and right end under a summary, both in few letters; the second may be empty.
struct SummaryEnds {
  std::string left, right;
};
// `detail` from 0, the most, to SummaryDetails - 1, the least.
inline constexpr int SummaryDetails = 3;
SummaryEnds summary_ends(const ColumnSummary& summary, int detail);

// Why a table or, without one, the whole page is empty: "None of the 14 videos meets the active filter."
std::string no_match(std::optional<TableId> table, uint64_t total, size_t term_count);

// How far loading is, from all there is to say (detail 0) to the number of articles alone (LoadDetails - 1):
// "230,000 articles, 68.0 MB of 297.4 MB, 110.0 MB/s".
inline constexpr size_t LoadDetails = 4;
std::string load_progress(const LoadProgress& progress, uint64_t articles, size_t detail);
// The same in steps so great that hearing every one of them does not disturb: "Loading: 25%", or "Loading:
// more than 20,000 articles" where the whole is unknown. Empty before the first step.
std::string load_step(const LoadProgress& progress, uint64_t articles);
// 0 to 1; nothing where the whole is unknown.
std::optional<float> load_part(const LoadProgress& progress, uint64_t articles);
// "Stopped at 230,000 articles"
std::string stopped_at(uint64_t articles);
// "The 230,000 articles that came are shown."
std::string kept_articles(uint64_t articles);

}  // namespace explorer::ui
