// The wordings that depend on a value; see ui_text.h.
#include "view/ui_text.h"

#include "view/format.h"

namespace explorer::ui {
namespace {

struct Noun {
  Text one, many, caption;
};

// In the order of TableId.
constexpr std::array<Noun, TableCount> TableNouns = {{
    {"article", "articles", "Article"},
    {"release", "releases", "Release"},
    {"chart entry", "chart entries", "Chart entry"},
    {"video", "videos", "Video"},
    {"event", "events", "Event"},
}};

constexpr std::array<Text, ViewCount> ViewNames = {"Overview", "Articles", "Releases", "Chart reach",
                                                   "Videos"};

struct Heading {
  Text column, text;
};

constexpr Heading Headings[] = {
    {"artist", "Artist"},     {"author", "Author"},        {"chart", "Chart"},
    {"date", "Date"},         {"duration", "Duration"},    {"facts", "Facts"},
    {"kind", "Kind"},         {"label", "Label or maker"}, {"note", "Note"},
    {"parts", "Parts"},       {"people", "With"},          {"place", "Place"},
    {"position", "Position"}, {"provider", "Provider"},    {"publisher", "Publisher"},
    {"rank", "Chart rank"},   {"region", "Region"},        {"regions", "Regions claimed"},
    {"series", "Series"},     {"source", "Stated in"},     {"summary", "Summary"},
    {"tag", "Tags"},          {"thumbnail", "Picture"},    {"title", "Title"},
    {"track", "Songs"},       {"url", "Address"},
};

std::string count_noun(uint64_t count, Text one, Text many) {
  return format_count(count).append(" ").append(count == 1 ? one : many);
}

std::string joined(Text before, Text what, Text after = {}) {
  return std::string(before).append(what).append(after);
}

}  // namespace

Text view_name(View view) {
  return ViewNames[static_cast<size_t>(view)];
}

Text table_title(TableId table) {
  return table == TableId::Events ? Events : view_name(view_of(table));
}

Text table_noun(TableId table, uint64_t count) {
  const Noun& noun = TableNouns[static_cast<size_t>(table)];
  return count == 1 ? noun.one : noun.many;
}

Text row_kind(TableId table) {
  return TableNouns[static_cast<size_t>(table)].caption;
}

Text column_heading(Text column) {
  for (const Heading& heading : Headings) {
    if (heading.column == column) return heading.text;
  }
  return column;
}

Text column_heading(TableId table, size_t column) {
  return column_heading(column_specs(table)[column].name);
}

Text failure_title(LoadErrorKind kind) {
  switch (kind) {
    case LoadErrorKind::Empty:
      return "The dataset is empty";
    case LoadErrorKind::NotUtf8:
      return "The dataset is not written in UTF-8";
    case LoadErrorKind::NotJson:
      return "The dataset is not valid JSON";
    case LoadErrorKind::Truncated:
      return "The dataset breaks off in the middle";
    case LoadErrorKind::WrongTopLevel:
      return "The file is not a JSON Feed";
    case LoadErrorKind::TooLarge:
      return "The dataset is too large for this page";
  }
  return {};
}

std::string theme_help(ThemeChoice now, ThemeChoice next) {
  static constexpr Text Now[] = {"Colours: as the system", "Colours: light", "Colours: dark"};
  static constexpr Text Next[] = {"the system\xE2\x80\x99s", "light", "dark"};
  return joined(Now[static_cast<size_t>(now)], "; switch to ", Next[static_cast<size_t>(next)]);
}

Text save_outcome(SaveOutcome outcome) {
  static constexpr Text Texts[] = {
      "", "If no file came, the page around this one does not allow downloads.",
      "The page around this one does not allow downloads. Open this page by itself to save the picture.",
      "The browser could not make the picture."};
  return Texts[static_cast<size_t>(outcome)];
}

Text picture_file_name(PictureFile what) {
  static constexpr Text Names[] = {"article-explorer.png", "article-explorer-map.svg",
                                   "article-explorer-timeline.svg"};
  return Names[static_cast<size_t>(what)];
}

std::string picture_caption(Text title, Text query) {
  return query.empty() ? std::string(title) : joined(title, Dot, query);
}

std::string count_rows(uint64_t count, TableId table) {
  return count_noun(count, table_noun(table, 1), table_noun(table, 2));
}

std::string count_of(uint64_t shown, uint64_t total) {
  return shown == total ? format_count(total) : joined(format_count(shown), " of ", format_count(total));
}

std::string count_of_rows(uint64_t shown, uint64_t total, TableId table) {
  return joined(count_of(shown, total), " ", table_noun(table, total));
}

std::string skipped(uint64_t articles, uint64_t rows, uint64_t warnings) {
  std::string text;
  if (articles > 0) text = count_rows(articles, TableId::Articles);
  if (articles > 0 && rows > 0) text += " and ";
  if (rows > 0) text += count_noun(rows, "row", "rows");
  if (!text.empty()) return text.append(" skipped");
  return warnings > 0 ? count_noun(warnings, "warning", "warnings") : text;
}

std::string share(uint64_t part, uint64_t whole) {
  if (part == 0 || whole == 0) return "0%";
  const uint64_t percent = (part * 200 + whole) / (2 * whole);
  if (percent == 0) return "<1%";
  return percent >= 100 && part < whole ? ">99%" : std::to_string(percent) + "%";
}

std::string and_more(uint64_t count) {
  return joined("and ", format_count(count), " more");
}

std::string show_all(uint64_t count) {
  return joined("Show all ", format_count(count));
}

std::string first_only(uint64_t count) {
  return joined("The first ", format_count(count), "; search or filter to see others.");
}

std::string count_regions(const Quantity& regions) {
  const bool one = regions.value == 1 && regions.qualifier == Qualifier::Exact;
  return format_quantity(regions).append(one ? " region" : " regions");
}

std::string named_of_claimed(uint64_t named, const Quantity& claimed) {
  return joined(format_count(named), " named of ", format_quantity(claimed)).append(" claimed");
}

std::string place_number(Text position) {
  return joined("No. ", position);
}

Text measure_noun(MapMeasure measure, uint64_t count) {
  if (measure == MapMeasure::Rows) return count == 1 ? "row" : "rows";
  return count == 1 ? "entry" : "entries";
}

std::string region_standing(const Quantity& best, uint64_t entries) {
  return joined(best.stated ? place_number(format_quantity(best)) : joined("position ", NotStatedWords), ", ",
                count_noun(entries, "entry", "entries"));
}

std::string map_summary(MapMeasure measure, uint64_t regions) {
  return joined(joined(MapName, ": ", Measures[static_cast<size_t>(measure)]), ", ",
                count_noun(regions, "region", "regions"))
      .append(" named. Arrow keys move it, plus and minus zoom, 0 shows all of it.");
}

std::string article(Text sign) {
  return joined("article ", sign);
}

std::string maximise(Text title) {
  return joined("Enlarge ", title);
}

std::string with_people(Text people) {
  return joined("With ", people);
}

std::string by_artists(Text artists) {
  return joined("by ", artists);
}

std::string artists_are(Text artists) {
  return joined("artists: ", artists);
}

std::string picture_at(Text host) {
  return joined("Picture at ", host);
}

std::string play(Text title) {
  return joined(Play, " ", title);
}

Text lane_name(TableId table) {
  return table == TableId::ChartEntries ? "Charts" : table_title(table);
}

std::string timeline_summary(Text dates, Text counts) {
  return joined("Timeline, ", dates, ": ") + std::string(counts);
}

std::string dates_outside(uint64_t before, uint64_t after) {
  std::string text;
  if (before > 0) text = joined(format_count(before), before == 1 ? " date" : " dates", " before");
  if (after == 0) return text;
  text += before > 0 ? ", " : "";
  text += format_count(after);
  if (before == 0) text += after == 1 ? " date" : " dates";
  return text + " after";
}

std::string up_to(uint64_t count) {
  return "up to " + format_count(count);
}

std::string filter_by(Text heading) {
  return joined("Filter ", heading);
}

std::string sort_by(Text heading) {
  return joined("Sort by ", heading);
}

std::string resize(Text heading) {
  return joined("Resize ", heading);
}

std::string move_up(Text heading) {
  return joined("Move ", heading, " up");
}

std::string move_down(Text heading) {
  return joined("Move ", heading, " down");
}

std::string remove_filter(Text term) {
  return joined("Remove filter ", term);
}

std::string remove_sort(Text heading) {
  return joined("Remove sorting by ", heading);
}

std::string remove_quoted(Text term) {
  if (term.find("\xE2\x80\x9C") != term.npos) return joined("Remove ", term);
  return joined("Remove \xE2\x80\x9C", term, "\xE2\x80\x9D");
}

std::string evidence_places(std::span<const Evidence> evidence) {
  std::string text, paragraphs;
  size_t count = 0;
  for (const Evidence& place : evidence) {
    if (place.paragraph == 0) text = "headline";
    if (place.paragraph == Evidence::WholeArticle) text = "the whole article";
    if (place.paragraph <= 0) continue;
    paragraphs += (count++ == 0 ? "" : ", ") + format_count(static_cast<uint64_t>(place.paragraph));
  }
  if (count == 0) return text;
  return joined(text, text.empty() ? "" : ", ", count == 1 ? "paragraph " : "paragraphs ") + paragraphs;
}

std::string progress(uint64_t received_bytes, uint64_t expected_bytes) {
  std::string text = format_bytes(received_bytes);
  if (expected_bytes > 0) text.append(" of ").append(format_bytes(expected_bytes));
  return text;
}

std::string place(const LoadPlace& place) {
  std::string text;
  const auto add = [&text](std::string_view before, std::string_view what) {
    if (!text.empty()) text += ", ";
    text.append(before).append(what);
  };
  if (place.document > 0) add("page ", format_count(uint64_t{place.document} + 1));
  if (place.line > 0) add("line ", format_count(place.line));
  if (place.column > 0) add("column ", format_count(place.column));
  if (!place.path.empty()) add({}, place.path);
  return text;
}

}  // namespace explorer::ui
