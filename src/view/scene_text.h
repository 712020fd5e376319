// The words that the scene builders put on screen, and the sentences made of them. One language; every
// other visible string is in ui_text.h.
#pragma once

#include <string>
#include <string_view>

#include "core/dataset.h"
#include "core/load_dataset.h"
#include "core/query.h"
#include "state/app_state.h"
#include "view/build_scene.h"
#include "view/ui_text.h"

namespace explorer::say {

using ui::AppTitle;
inline constexpr std::string_view Search = "Search or filter";
// From long to short: the longest that fits is shown.
inline constexpr std::string_view SearchHints[] = {
    "Search or filter: region:KR, date:2023-12, \xE2\x80\x9C"
    "closer than\xE2\x80\x9D",
    "Search or filter: region:KR", "Search or filter", "Search"};
inline constexpr std::string_view ClearSearch = "Clear the search";
using ui::Close;
using ui::Columns;
using ui::Views;
inline constexpr std::string_view CloseDetail = "Close details";
using ui::ActiveFilters;
using ui::ClearAll;
inline constexpr std::string_view SortRow = "Sort and filter";
inline constexpr std::string_view NotStatedWords = "not stated";
inline constexpr std::string_view Inferred = "inferred: no article states it";
using ui::StatedIn;
inline constexpr std::string_view Headline = "headline";
inline constexpr std::string_view WholeArticle = "the whole article";
inline constexpr std::string_view Related = "Related";
inline constexpr std::string_view Dot = " \xC2\xB7 ";
inline constexpr std::string_view ShowWhy = "Show why";
inline constexpr std::string_view Retry = "Try again";

inline constexpr std::string_view WhereTitle = "Where it charted";
inline constexpr std::string_view WhereLine =
    "Best positions first, by region. A dash: the article gives no position.";
inline constexpr std::string_view WhereNone = "No chart entry here names a region.";
inline constexpr std::string_view VideosTitle = "Videos";
inline constexpr std::string_view VideosNone = "No videos here.";
inline constexpr std::string_view VideosPlain = "Date and rank where an article states them.";
inline constexpr std::string_view WhenTitle = "When things came out";
inline constexpr std::string_view WhenLine = "Each strip is one year, January to December.";
inline constexpr std::string_view WhenNone = "Nothing here has a date.";
inline constexpr std::string_view ArticlesTitle = "Articles";
inline constexpr std::string_view ArticlesLine = "The letter is the sign that marks the article as a source.";
inline constexpr std::string_view ArticlesNone = "No articles here.";
inline constexpr std::string_view LegendDay = "day";
inline constexpr std::string_view LegendSpan = "month or longer";
inline constexpr std::string_view LegendInterval = "between two dates";
inline constexpr std::string_view LegendAbout = "about";

inline constexpr std::string_view SortAscending = "Sort ascending";
inline constexpr std::string_view SortDescending = "Sort descending";
inline constexpr std::string_view Clear = "Clear";
using ui::FindValue;
inline constexpr std::string_view NoValue = "No value matches.";
using ui::Contains;
using ui::From;
using ui::To;
inline constexpr std::string_view ResetColumns = "Reset";
inline constexpr std::string_view NothingStated = "stated in no row";
inline constexpr std::string_view WarningsTitle = "What could not be read";

inline constexpr std::string_view Loading = "Loading the dataset";
inline constexpr std::string_view NothingMatches = "Nothing matches";
inline constexpr std::string_view NothingHere = "Nothing to show";
inline constexpr std::string_view EmptyTable = "The dataset holds no rows of this kind.";
inline constexpr std::string_view EmptyDataset = "The dataset holds no rows.";

using ui::table_noun;
using ui::view_name;
// "Chart entry": the kind of a row, as a caption.
std::string_view row_kind(TableId table);
// The heading of a column.
std::string_view column_name(TableId table, size_t column);

// 1234567 as "1,234,567".
std::string number(uint64_t value);
// "3 of 14", or "14" if that is all.
std::string share(uint64_t shown, uint64_t total);
// The result of the query in this view: "3 of 14 chart entries"; "2 articles, 9 of 27 facts".
std::string result_count(const Results& results, View view);
// The same in as few letters as possible.
std::string result_count_short(const Results& results, View view);

// One condition as a chip shows it: "region: KR", "not tag: tour", "position: up to 10".
std::string term_text(const Term& term);

}  // namespace explorer::say
