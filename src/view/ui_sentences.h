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

// Why a table or, without one, the whole page is empty: "None of the 14 videos meets the active filter."
std::string no_match(std::optional<TableId> table, uint64_t total, size_t term_count);

}  // namespace explorer::ui
