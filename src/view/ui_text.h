// Every fixed English string that a reader sees or hears, with its plurals, in one place. Values are
// formatted by format.h; sentences about results and filters are made in ui_sentences.h. To change a wording
// or to translate, only these files are touched.
#pragma once

#include <cstdint>
#include <span>
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
inline constexpr Text KeyFigures = "Key figures";
inline constexpr Text Events = "Events";
inline constexpr Text Close = "Close";
inline constexpr Text Retry = "Retry";
inline constexpr Text ShowWhy = "Show why";
inline constexpr Text Dot = " \xC2\xB7 ";

// Search and filters.
inline constexpr Text Search = "Search or filter";
// From long to short: the longest that fits is shown.
inline constexpr Text SearchHints[] = {
    "Search or filter: region:KR, date:2023-12, \xE2\x80\x9C"
    "closer than\xE2\x80\x9D",
    "Search or filter: region:KR", "Search or filter", "Search"};
inline constexpr Text ClearSearch = "Clear the search";
inline constexpr Text ActiveFilters = "Active filters";
inline constexpr Text ClearAll = "Clear all";
inline constexpr Text Clear = "Clear";
inline constexpr Text Contains = "Contains";
inline constexpr Text From = "From";
inline constexpr Text To = "To";
inline constexpr Text FindValue = "Find a value";
inline constexpr Text NoValue = "No value matches.";
inline constexpr Text SortAscending = "Sort ascending";
inline constexpr Text SortDescending = "Sort descending";
inline constexpr Text NothingMatches = "Nothing matches";
inline constexpr Text NothingHere = "Nothing to show";
inline constexpr Text EmptyTable = "The dataset holds no rows of this kind.";
inline constexpr Text EmptyDataset = "The dataset holds no rows.";

// Tables.
inline constexpr Text Columns = "Columns";
inline constexpr Text ResetColumns = "Reset";
inline constexpr Text NothingStated = "stated in no row";
inline constexpr Text SortRow = "Sort and filter";
inline constexpr Text SortHelp = "; with Shift as a further key";
inline constexpr Text Untitled = "Untitled";
inline constexpr Text NotStatedWords = "not stated";
inline constexpr Text CompactRows = "Compact rows";
inline constexpr Text Inferred = "inferred: no article states it";

// The detail panel.
inline constexpr Text CloseDetail = "Close details";
inline constexpr Text StatedIn = "Stated in";
inline constexpr Text Related = "Related";

// The overview.
inline constexpr Text WhereTitle = "Where it charted";
// In the order of MapMeasure.
inline constexpr Text WhereLines[] = {
    "Best position by region. Only regions that an article names are coloured.",
    "Chart entries by region. Only regions that an article names are coloured.",
    "Entries, and the articles, releases and videos that belong to them, by region."};
inline constexpr Text WhereNone = "No chart entry here names a region.";
inline constexpr Text VideosTitle = "Videos";
inline constexpr Text VideosNone = "No videos here.";
inline constexpr Text VideosPlain = "Date and rank where an article states them.";
inline constexpr Text DateNotStated = "date not stated";
inline constexpr Text WhenTitle = "When things came out";
inline constexpr Text WhenNone = "Nothing here has a date.";
inline constexpr Text ArticlesTitle = "Articles";
inline constexpr Text ArticlesLine = "The letter is the sign that marks the article as a source.";
inline constexpr Text ArticlesNone = "No articles here.";
inline constexpr Text LatestTitle = "Latest";
inline constexpr Text LatestLine = "Newest first; the marks lead to the articles that state it.";
inline constexpr Text LatestNone = "Nothing here has a date.";
inline constexpr Text BackToOverview = "Back to the overview";

// Video cards.
inline constexpr Text ShowCards = "Show as cards";
inline constexpr Text ShowTable = "Show as a table";
inline constexpr Text NoLength = "length not stated";
inline constexpr Text Play = "Play";
inline constexpr Text Worldwide = "worldwide";
inline constexpr Text LegendDay = "day";
inline constexpr Text LegendSpan = "month or longer";
inline constexpr Text LegendInterval = "between two dates";
inline constexpr Text LegendAbout = "about";

// Pictures to take along.
inline constexpr Text SavePictures = "Save a picture";
inline constexpr Text SavePage = "Picture of this page (PNG)";
inline constexpr Text SaveMap = "Map (SVG)";
inline constexpr Text SaveTimeline = "Timeline (SVG)";
inline constexpr Text PictureNotDrawn = "This page is shown without a drawing.";
inline constexpr Text PictureNotShown = "Not on this page; the overview has it.";
// The timeline.
inline constexpr Text TimelineLine = "Drag to filter by date; Shift moves, Ctrl with the wheel zooms.";
inline constexpr Text TimelineTouchLine = "Two fingers move and zoom; the list below has the same dates.";
inline constexpr Text TimelineOpened = "The scale opens where things happen.";
inline constexpr Text TimelineBars = "Bars count dates where they begin.";
inline constexpr Text TimelineName = "Timeline";
inline constexpr Text DatedEntries = "Dated entries";
inline constexpr Text ZoomIn = "Zoom in";
inline constexpr Text ZoomOut = "Zoom out";
inline constexpr Text ZoomWhole = "All";
inline constexpr Text ZoomWholeHelp = "Show all dates";
inline constexpr Text ClearDates = "Clear dates";
inline constexpr Text InferredWord = "inferred";
inline constexpr Text CardDate = "Date";
inline constexpr Text CardKind = "Kind";
inline constexpr Text LegendBar = "number of dates";
inline constexpr Text LegendVague = "not known to the day";
inline constexpr Text ShortMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
// The map.
inline constexpr Text ColourBy = "Colour by";
inline constexpr Text Measures[] = {"Best position", "Entries", "All rows"};  // in the order of MapMeasure
inline constexpr Text Over = "over ";
inline constexpr Text MapName = "World map";
inline constexpr Text MapComing = "The map is coming";
inline constexpr Text MapFailed = "The map could not be loaded. The list below says the same.";
inline constexpr Text NotNamed = "not named";
inline constexpr Text NamedOnly = "named, no position";
inline constexpr Text NamedNowhere = "No article here names it.";
inline constexpr Text NotOnMap = "Not on the map:";
inline constexpr Text Regions = "Regions";
inline constexpr Text RegionsNotOnMap = "Regions that are not on the map";
inline constexpr Text ZoomReset = "Reset";
inline constexpr Text ZoomResetHelp = "Show the whole map";

// Loading and failing.
inline constexpr Text Loading = "Loading the dataset";
inline constexpr Text BrokenHint = "Correct the file, then try again.";
inline constexpr Text Cancel = "Cancel";
inline constexpr Text Continue = "Continue";
inline constexpr Text Reload = "Reload";
inline constexpr Text StoppedTitle = "Loading was stopped";
inline constexpr Text StoppedDetail = "Nothing had come yet.";
inline constexpr Text TooLargeHint = "Filter what you have, or open a smaller file.";
inline constexpr Text Warnings = "What could not be read";

// The name of a view on its tab.
Text view_name(View view);
// What the rows of a table are headed: "Chart reach", "Events".
Text table_title(TableId table);
// One row of a table, or several: "chart entry", "chart entries".
Text table_noun(TableId table, uint64_t count);
// "Chart entry": the kind of a row, as a caption.
Text row_kind(TableId table);
// The heading of a column by its query name; the name itself if it is unknown.
Text column_heading(Text column);
Text column_heading(TableId table, size_t column);
// What is wrong with the dataset, as the title of the failure page.
Text failure_title(LoadErrorKind kind);
// The tooltip of the theme button: what is chosen and what a press chooses.
std::string theme_help(ThemeChoice now, ThemeChoice next);

// How saving a picture went, as far as there is something to say.
Text save_outcome(SaveOutcome outcome);
// The name of the file.
Text picture_file_name(PictureFile what);
// What a picture shows: the dataset's title, and the query if there is one.
std::string picture_caption(Text title, Text query);

// What a lane of the timeline is called: "Charts".
Text lane_name(TableId table);
// "December 2023 to March 2024: 3 releases, 9 chart entries": what a timeline shows, in one sentence.
std::string timeline_summary(Text dates, Text counts);
// "12 dates before, 34 after": what lies out of sight; empty if nothing does.
std::string dates_outside(uint64_t before, uint64_t after);
// "up to 120": what the tallest bar stands for.
std::string up_to(uint64_t count);
// "1 article", "1,234 chart entries".
std::string count_rows(uint64_t count, TableId table);
// "3 of 14"; "14" if that is all.
std::string count_of(uint64_t shown, uint64_t total);
// "3 of 14 articles"; "14 articles" if all are shown.
std::string count_of_rows(uint64_t shown, uint64_t total, TableId table);
// "1 article skipped", "2 articles and 1 row skipped"; "3 warnings" if nothing was skipped; empty if all is
// well.
std::string skipped(uint64_t articles, uint64_t rows, uint64_t warnings);
// "and 12 more", for lists that are cut.
std::string and_more(uint64_t count);
std::string show_all(uint64_t count);
// "The first 12; search or filter to see others."
std::string first_only(uint64_t count);
// "56%", "<1%", ">99%": whole percent that never say none or all where that is wrong.
std::string share(uint64_t part, uint64_t whole);
// "more than 90 regions"; the quantity's own wording, see format_quantity.
std::string count_regions(const Quantity& regions);
// "4 named of more than 90 claimed".
std::string named_of_claimed(uint64_t named, const Quantity& claimed);
// "No. 3", as a place in a chart.
std::string place_number(Text position);
// What a measure of the map counts: "entry", "entries", "rows".
Text measure_noun(MapMeasure measure, uint64_t count);
// "No. 1, 3 entries", or that no position is stated.
std::string region_standing(const Quantity& best, uint64_t entries);
// "World map: Best position, 5 regions named. Arrow keys move it, plus and minus zoom, 0 shows all of it."
std::string map_summary(MapMeasure measure, uint64_t regions);
// Under the headline of the videos: how to read the bars.
inline constexpr Text VideosLine =
    "Lengths on one scale; a fading end is an \xE2\x80\x9C"
    "about\xE2\x80\x9D.";
// "article B"
std::string article(Text sign);
// "Enlarge Videos"
std::string maximise(Text title);
// "With Jimin and V"; "by Jimin"
std::string with_people(Text people);
std::string by_artists(Text artists);
std::string artists_are(Text artists);
// "Picture at example.org", for one that is not fetched unasked
std::string picture_at(Text host);
// "Play A Gift for ARMY"
std::string play(Text title);

// Names of controls, from the heading of the column or the words of the filter they act on.
std::string filter_by(Text heading);
std::string sort_by(Text heading);
std::string resize(Text heading);
std::string move_up(Text heading);
std::string move_down(Text heading);
std::string remove_filter(Text term);
std::string remove_sort(Text heading);
// A button that takes back one filter: its words in quotation marks, unless they have some.
std::string remove_quoted(Text term);

// "headline, paragraphs 1, 3, 4" for the places of one article.
std::string evidence_places(std::span<const Evidence> evidence);
// "1.2 MB of 3.4 MB", or "1.2 MB" where the whole is unknown (0).
std::string progress(uint64_t received_bytes, uint64_t expected_bytes);
// "page 2, line 12, column 5, $.items[1]"; the parts that are known.
std::string place(const LoadPlace& place);

}  // namespace explorer::ui
