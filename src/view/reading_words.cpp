// See ui_text_reading.h.
#include "view/format.h"
#include "view/ui_sentences.h"
#include "view/ui_text_reading.h"

namespace explorer::ui {
namespace {

void add_further(std::string& list, std::string more) {
  list = list.empty() ? std::move(more) : fill(Further, {list, more});
}

}  // namespace

std::string reading_heading(Text title, uint64_t first, uint64_t last, uint64_t total) {
  if (first == last) return fill(ReadingOneRow, {title, format_count(first), format_count(total)});
  return fill(ReadingRows, {title, format_count(first), format_count(last), format_count(total)});
}

std::string page_of(uint64_t page, uint64_t pages) {
  return fill(PageOf, {format_count(page), format_count(pages)});
}

std::string sorted_words(const Query& query, TableId table) {
  std::string keys;
  for (const SortKey& key : query.sort) {
    if (!find_column(table, key.column)) continue;
    add_further(keys, fill(key.descending ? SortedDown : SortedUp, {column_heading(key.column)}));
  }
  return keys.empty() ? std::string(OwnOrder) : fill(SortedBy, {keys});
}

std::string filtered_words(const Query& query) {
  std::string terms;
  for (const Term& term : query.terms)
    add_further(terms, term_text(term));
  return terms.empty() ? terms : fill(FilteredBy, {terms});
}

std::string titled_table(Text title, Text sentences) {
  return fill(TitledTable, {title, sentences});
}

std::string evidence_words(std::span<const Evidence> of_one_article) {
  return article_with_places(article_sign(of_one_article.front().article), evidence_places(of_one_article));
}

std::string show_all_rows(uint64_t count, TableId table) {
  return fill(ShowAll, {count_rows(count, table)});
}

std::string show_all_regions(uint64_t count) {
  return fill(ShowAll, {count_regions({static_cast<int64_t>(count), Qualifier::Exact, true})});
}

}  // namespace explorer::ui
