// The sentences of the reading view (build_reading.h), and names that make sense away from what stands around
// them.
#pragma once

#include "core/query.h"
#include "view/ui_text.h"

namespace explorer::ui {

// "Chart reach, rows 1 to 50 of 123": those of a page, from 1.
std::string reading_heading(Text title, uint64_t first, uint64_t last, uint64_t total);
// "Page 2 of 5"
std::string page_of(uint64_t page, uint64_t pages);
// "Sorted by Position, ascending; Date, descending.", or that the order is the dataset's own.
std::string sorted_words(const Query& query, TableId table);
// "Filtered by Region: Japan; not Tags: tour."; empty without a filter.
std::string filtered_words(const Query& query);
// "Chart reach. Sorted by Position, ascending.": what a table is called.
std::string titled_table(Text title, Text sentences);
// "article B, paragraphs 4, 5": where one article states something.
std::string evidence_words(std::span<const Evidence> of_one_article);
// "Show all 14 videos", "Show all 5 regions"; the words that are seen may leave the noun out.
std::string show_all_rows(uint64_t count, TableId table);
std::string show_all_regions(uint64_t count);

}  // namespace explorer::ui
