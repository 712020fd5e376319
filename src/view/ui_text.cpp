// The wordings that depend on a value; see ui_text.h.
#include "view/ui_text.h"

#include "view/format.h"

namespace explorer::ui {
namespace {

// Columns by the names that queries call them; in the order of Headings.
constexpr Text HeadedColumns[] = {
    "artist", "author", "chart",   "date",     "duration",  "facts",     "kind",  "label",  "note",
    "parts",  "people", "place",   "position", "provider",  "publisher", "rank",  "region", "regions",
    "series", "source", "summary", "tag",      "thumbnail", "title",     "track", "url"};
static_assert(std::size(HeadedColumns) == std::size(Headings));
static_assert(std::size(CountRows) == TableCount && std::size(TableTitles) == ViewCount + 1);

template <typename Strings, typename Enum>
auto of(const Strings& strings, Enum which) {
  return strings[static_cast<size_t>(which)];
}

std::string counted(Plural phrase, uint64_t count) {
  return plural(phrase, count, {format_count(count)});
}

}  // namespace

std::string listed(Text first, Text second) {
  std::string list(first);
  if (!second.empty()) add_listed(list, second);
  return list;
}

std::string dotted(Text first, Text second) {
  if (first.empty() || second.empty()) return std::string(first.empty() ? second : first);
  return fill("{0} \xC2\xB7 {1}", {first, second});
}

std::string labelled(Text name, Text value) {
  return fill(Labelled, {name, value});
}

Text view_name(View view) {
  return of(TableTitles, view);
}

Text table_title(TableId table) {
  return table == TableId::Events ? TableTitles[ViewCount] : of(TableTitles, view_of(table));
}

std::string table_noun(TableId table, uint64_t count) {
  return plural(of(RowNouns, table), count);
}

Text row_kind(TableId table) {
  return of(RowKinds, table);
}

Text column_heading(Text column) {
  for (size_t i = 0; i < std::size(HeadedColumns); ++i) {
    if (HeadedColumns[i] == column) return Headings[i];
  }
  return column;
}

Text column_heading(TableId table, size_t column) {
  return column_heading(column_specs(table)[column].name);
}

Text failure_title(LoadErrorKind kind) {
  return of(FailureTitles, kind);
}

std::string theme_help(ThemeChoice now, ThemeChoice next) {
  return fill(of(ThemesNow, now), {of(ThemesNext, next)});
}

Text save_outcome(SaveOutcome outcome) {
  if (outcome == SaveOutcome::Done) return {};
  return SaveOutcomes[static_cast<size_t>(outcome) - 1];
}

Text picture_file_name(PictureFile what) {
  static constexpr Text Names[] = {"article-explorer.png", "article-explorer-map.svg",
                                   "article-explorer-timeline.svg"};
  return of(Names, what);
}

std::string picture_caption(Text title, Text query) {
  return dotted(title, query);
}

std::string count_rows(uint64_t count, TableId table) {
  return counted(of(CountRows, table), count);
}

std::string count_of(uint64_t shown, uint64_t total) {
  return shown == total ? format_count(total) : fill(CountOf, {format_count(shown), format_count(total)});
}

std::string count_of_rows(uint64_t shown, uint64_t total, TableId table) {
  if (shown == total) return count_rows(total, table);
  return plural(of(CountOfRows, table), total, {format_count(total), format_count(shown)});
}

std::string skipped(uint64_t articles, uint64_t rows, uint64_t warnings) {
  if (articles == 0 && rows == 0) return warnings > 0 ? counted(CountWarnings, warnings) : std::string();
  const std::string of_articles = count_rows(articles, TableId::Articles),
                    of_rows = counted(CountAnyRows, rows);
  if (rows == 0) return fill(Skipped, {of_articles});
  return fill(Skipped, {articles == 0 ? of_rows : fill(And, {of_articles, of_rows})});
}

std::string share(uint64_t part, uint64_t whole) {
  const uint64_t percent = whole == 0 ? 0 : (part * 200 + whole) / (2 * whole);
  if (percent == 0 && part > 0 && whole > 0) return std::string(LeastShare);
  if (percent >= 100 && part < whole) return std::string(GreatestShare);
  return fill(Percent, {std::to_string(percent)});
}

std::string and_more(uint64_t count) {
  return fill(AndMore, {format_count(count)});
}

std::string show_all(uint64_t count) {
  return fill(ShowAll, {format_count(count)});
}

std::string first_only(uint64_t count) {
  return fill(FirstOnly, {format_count(count)});
}

std::string count_regions(const Quantity& regions) {
  const bool exact = regions.qualifier == Qualifier::Exact;
  const auto count = static_cast<uint64_t>(regions.value);
  return plural(exact ? CountRegions : RoughRegions, count, {format_quantity(regions)});
}

std::string named_of_claimed(uint64_t named, const Quantity& claimed) {
  return fill(NamedOfClaimed, {format_count(named), format_quantity(claimed)});
}

std::string place_number(const Quantity& position) {
  const bool exact = position.qualifier == Qualifier::Exact;
  return fill(exact ? PlaceNumber : RoughPlace, {format_quantity(position)});
}

std::string measure_span(MapMeasure measure, uint64_t least, uint64_t greatest, bool first) {
  std::string span = format_count(least);
  if (greatest > least) span.append("\xE2\x80\x93").append(format_count(greatest));
  if (!first) return span;
  if (measure == MapMeasure::BestPosition) return fill(PlaceNumber, {span});
  return plural(measure == MapMeasure::Rows ? SpanRows : SpanEntries, greatest, {span});
}

std::string region_standing(const Quantity& best, uint64_t entries) {
  return listed(best.stated ? place_number(best) : std::string(PositionNotStated),
                counted(CountEntries, entries));
}

std::string map_summary(MapMeasure measure, uint64_t regions) {
  return plural(MapSummary, regions, {format_count(regions), of(Measures, measure)});
}

std::string article(Text sign) {
  return fill(ArticleNamed, {sign});
}

std::string article_with_places(Text sign, Text places) {
  return listed(article(sign), places);
}

std::string maximise(Text title) {
  return fill(Enlarge, {title});
}

std::string with_people(Text people) {
  return fill(WithPeople, {people});
}

std::string songs_by(Text songs, Text artists) {
  return fill(SongsBy, {songs, artists});
}

std::string artists_are(Text artists) {
  return fill(ArtistsAre, {artists});
}

std::string picture_at(Text host) {
  return fill(PictureAt, {host});
}

std::string play(Text title) {
  return fill(PlayTitle, {title});
}

Text lane_name(TableId table) {
  return table == TableId::ChartEntries ? ChartsLane : table_title(table);
}

std::string timeline_summary(Text dates, Text counts) {
  return fill(TimelineSummary, {dates, counts});
}

std::string dates_outside(uint64_t before, uint64_t after) {
  if (before > 0 && after > 0)
    return plural(DatesAround, before, {format_count(before), format_count(after)});
  if (before > 0) return counted(DatesBefore, before);
  return after > 0 ? counted(DatesAfter, after) : std::string();
}

std::string up_to(uint64_t count) {
  return fill(UpTo, {format_count(count)});
}

std::string filter_by(Text heading) {
  return fill(FilterBy, {heading});
}

std::string filter_active(Text filter) {
  return fill(FilterActive, {filter});
}

std::string sort_by(Text heading) {
  return fill(SortBy, {heading});
}

std::string sort_with_shift(Text sort_by) {
  return fill(SortWithShift, {sort_by});
}

std::string resize(Text heading) {
  return fill(Resize, {heading});
}

std::string move_up(Text heading) {
  return fill(MoveUp, {heading});
}

std::string move_down(Text heading) {
  return fill(MoveDown, {heading});
}

std::string remove_filter(Text term) {
  return fill(RemoveFilter, {term});
}

std::string remove_sort(Text heading) {
  return fill(RemoveSort, {heading});
}

std::string remove_quoted(Text term) {
  const std::string marks = fill(Quoted, {{}});
  const bool has_marks = term.find(Text(marks).substr(0, marks.size() / 2)) != term.npos;
  return fill(has_marks ? RemoveTerm : RemoveQuoted, {term});
}

std::string evidence_places(std::span<const Evidence> evidence) {
  std::string text, paragraphs;
  size_t count = 0;
  for (const Evidence& place : evidence) {
    if (place.paragraph == 0) text = HeadlineWord;
    if (place.paragraph == Evidence::WholeArticle) text = WholeArticle;
    if (place.paragraph <= 0) continue;
    add_listed(paragraphs, format_count(static_cast<uint64_t>(place.paragraph)));
    ++count;
  }
  if (count > 0) add_listed(text, plural(Paragraphs, count, {paragraphs}));
  return text;
}

std::string progress(uint64_t received_bytes, uint64_t expected_bytes) {
  const std::string received = format_bytes(received_bytes);
  return expected_bytes > 0 ? fill(CountOf, {received, format_bytes(expected_bytes)}) : received;
}

std::string place(const LoadPlace& place) {
  std::string text;
  if (place.document > 0) add_listed(text, fill(PlacePage, {format_count(uint64_t{place.document} + 1)}));
  if (place.line > 0) add_listed(text, fill(PlaceLine, {format_count(place.line)}));
  if (place.column > 0) add_listed(text, fill(PlaceColumn, {format_count(place.column)}));
  if (!place.path.empty()) add_listed(text, place.path);
  return text;
}

}  // namespace explorer::ui
