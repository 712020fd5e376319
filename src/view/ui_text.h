// What a reader sees or hears, made of the strings of src/view/strings (one file for each language; en.txt
// says how to add one): ui::Close, ui::SortBy and so on, and here what depends on more than a name. Values
// are formatted by format.h; sentences about results and filters are made in ui_sentences.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "core/dataset.h"
#include "core/load_dataset.h"
#include "core/phrase.h"
#include "state/app_state.h"

namespace explorer::ui {

using namespace words;
using Text = std::string_view;

inline constexpr Text Dot = " \xC2\xB7 ";
// "first · second", or the one that is not empty.
std::string dotted(Text first, Text second);

// The name of a view on its tab.
Text view_name(View view);
// What the rows of a table are headed: "Chart reach", "Events".
Text table_title(TableId table);
// One row of a table, or several, without the number: "chart entry", "chart entries".
std::string table_noun(TableId table, uint64_t count);
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
std::string place_number(const Quantity& position);
// "No. 1–10", "1–3 entries", "4": what a step of the map's colours stands for; the first one says what is
// counted.
std::string measure_span(MapMeasure measure, uint64_t least, uint64_t greatest, bool first);
// "No. 1, 3 entries", or that no position is stated.
std::string region_standing(const Quantity& best, uint64_t entries);
// "World map: Best position, 5 regions named. Arrow keys move it, plus and minus zoom, 0 shows all of it."
std::string map_summary(MapMeasure measure, uint64_t regions);
// "article B"; "article B, headline": with its places in words, if there are any.
std::string article(Text sign);
std::string article_with_places(Text sign, Text places);
// "Enlarge Videos"
std::string maximise(Text title);
// "With Jimin and V"; "Who by Jimin"; "artists: Jimin, V"
std::string with_people(Text people);
std::string songs_by(Text songs, Text artists);
std::string artists_are(Text artists);
// "Picture at example.org", for one that is not fetched unasked
std::string picture_at(Text host);
// "Play A Gift for ARMY"
std::string play(Text title);

// "a, b" of two things, of which either may be empty.
std::string listed(Text first, Text second);
// "Region: South Korea".
std::string labelled(Text name, Text value);

// Names of controls, from the heading of the column or the words of the filter they act on.
std::string filter_by(Text heading);
std::string filter_active(Text filter);
std::string sort_by(Text heading);
// The same for the tooltip, with what Shift does.
std::string sort_with_shift(Text sort_by);
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
