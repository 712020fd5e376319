// Every fixed English string that a reader sees or hears, in one place, with its plurals. Values are
// formatted by format.h. To change a wording or to translate, only this pair of files is touched.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "core/dataset.h"
#include "core/load_dataset.h"
#include "state/app_state.h"

namespace explorer::ui {

using Text = std::string_view;

// The page.
inline constexpr Text AppTitle = "Article Explorer";
inline constexpr Text Views = "Views";
inline constexpr Text ThemeSystem = "System colours";
inline constexpr Text ThemeLight = "Light colours";
inline constexpr Text ThemeDark = "Dark colours";
inline constexpr Text ThemeHelp = "Switch between light, dark and the system's colours";
inline constexpr Text Events = "Events";
inline constexpr Text Retry = "Retry";
inline constexpr Text Close = "Close";

// Search and filters.
inline constexpr Text Search = "Search";
inline constexpr Text SearchPlaceholder = "Search all, or filter: region:KR position<=10";
inline constexpr Text SearchHelp =
    "Words, \"phrases\", column:value, ranges such as position<=10 or date:2023-12, - to leave out, "
    "sort:date-desc";
inline constexpr Text QueryUnread = "This search cannot be read, so the last results stay.";
inline constexpr Text ActiveFilters = "Active filters";
inline constexpr Text ClearAll = "Clear all";
inline constexpr Text Contains = "Contains";
inline constexpr Text From = "From";
inline constexpr Text To = "To";
inline constexpr Text DatePlaceholder = "2023-12-22";
inline constexpr Text DurationPlaceholder = "30min";
inline constexpr Text FindValue = "Find a value";
inline constexpr Text NoValues = "No value matches";
inline constexpr Text ClearFilter = "Clear this filter";

// Tables.
inline constexpr Text Columns = "Columns";
inline constexpr Text ColumnsHelp = "Choose the columns of this table";
inline constexpr Text ResetColumns = "Reset columns";
inline constexpr Text SortHelp = "Click to sort; with Shift as a further key";
inline constexpr Text NoMatchHint = "Remove a filter or clear them all to see more.";

// The detail panel.
inline constexpr Text Details = "Details";
inline constexpr Text StatedIn = "Stated in";
inline constexpr Text LinkedTo = "Linked to";
inline constexpr Text Inferred = "Concluded from the articles; none states it";
inline constexpr Text OpensOutside = "Opens another site";

// Loading and failing.
inline constexpr Text Loading = "Loading the articles";
inline constexpr Text NotFoundTitle = "The dataset is not there";
inline constexpr Text NotFoundHint = "Check that the address of the dataset is right, then retry.";
inline constexpr Text NetworkTitle = "The dataset could not be fetched";
inline constexpr Text NetworkHint = "Check the connection, then retry.";
inline constexpr Text BrokenHint = "Correct the file, then try again.";
inline constexpr Text Warnings = "What was passed over";

// The name of a view on its tab.
Text view_name(View view);
// One row of a table, or several: "chart entry", "chart entries".
Text table_noun(TableId table, uint64_t count);
// The heading of a column by its query name; the name itself if it is unknown.
Text column_heading(std::string_view column);
// What is wrong with the dataset, as the title of the failure page.
Text failure_title(LoadErrorKind kind);
Text theme_name(ThemeChoice theme);

// "1 article", "1,234 chart entries".
std::string count_rows(uint64_t count, TableId table);
// "3 of 14".
std::string count_of(uint64_t shown, uint64_t total);
// "3 of 14 articles"; "14 articles" if all are shown.
std::string count_of_rows(uint64_t shown, uint64_t total, TableId table);
// "1 article skipped", "2 articles and 1 row skipped"; "3 warnings" if nothing was skipped; empty if all is
// well.
std::string skipped(uint64_t articles, uint64_t rows, uint64_t warnings);
// "and 12 more", for lists that are cut.
std::string and_more(uint64_t count);
// "more than 90 regions"; the quantity's own wording, see format_quantity.
std::string count_regions(const Quantity& regions);
// "No articles match".
std::string no_match(TableId table);
// "Filter by Date", "Sort by Date", "Remove the filter region:KR".
std::string filter_by(std::string_view heading);
std::string sort_by(std::string_view heading);
std::string remove_filter(std::string_view term);
// "1.2 MB of 3.4 MB", or "1.2 MB" where the whole is unknown (0).
std::string progress(uint64_t received_bytes, uint64_t expected_bytes);
// "line 12, column 5, $.items[1]"; the parts that are known.
std::string place(const LoadPlace& place);

}  // namespace explorer::ui
