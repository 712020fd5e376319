// The wordings that depend on a value; see ui_text.h.
#include "view/ui_text.h"

#include "view/format.h"

namespace explorer::ui {
namespace {

struct Noun {
  Text one, many;
};

// In the order of TableId.
constexpr std::array<Noun, TableCount> TableNouns = {{
    {"article", "articles"},
    {"release", "releases"},
    {"chart entry", "chart entries"},
    {"video", "videos"},
    {"event", "events"},
}};

constexpr std::array<Text, ViewCount> ViewNames = {"Overview", "Articles", "Releases", "Chart reach",
                                                   "Videos"};

struct Heading {
  Text column, text;
};

constexpr Heading Headings[] = {
    {"artist", "Artist"},     {"author", "Author"},     {"chart", "Chart"},
    {"date", "Date"},         {"duration", "Duration"}, {"facts", "Facts"},
    {"kind", "Kind"},         {"label", "Label"},       {"note", "Note"},
    {"parts", "Parts"},       {"people", "With"},       {"place", "Place"},
    {"position", "Position"}, {"provider", "Provider"}, {"publisher", "Publisher"},
    {"rank", "Chart rank"},   {"region", "Region"},     {"regions", "Regions claimed"},
    {"series", "Series"},     {"source", "Stated in"},  {"summary", "Summary"},
    {"tag", "Tags"},          {"title", "Title"},       {"track", "Songs"},
    {"url", "Address"},
};

std::string count_noun(uint64_t count, Noun noun) {
  return format_count(count).append(" ").append(count == 1 ? noun.one : noun.many);
}

std::string joined(Text before, std::string_view what) {
  return std::string(before).append(what);
}

}  // namespace

Text view_name(View view) {
  return ViewNames[static_cast<size_t>(view)];
}

Text table_noun(TableId table, uint64_t count) {
  const Noun& noun = TableNouns[static_cast<size_t>(table)];
  return count == 1 ? noun.one : noun.many;
}

Text column_heading(std::string_view column) {
  for (const Heading& heading : Headings) {
    if (heading.column == column) return heading.text;
  }
  return column;
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
  }
  return {};
}

Text theme_name(ThemeChoice theme) {
  constexpr Text Names[] = {ThemeSystem, ThemeLight, ThemeDark};
  return Names[static_cast<size_t>(theme)];
}

std::string count_rows(uint64_t count, TableId table) {
  return count_noun(count, TableNouns[static_cast<size_t>(table)]);
}

std::string count_of(uint64_t shown, uint64_t total) {
  return format_count(shown).append(" of ").append(format_count(total));
}

std::string count_of_rows(uint64_t shown, uint64_t total, TableId table) {
  if (shown == total) return count_rows(total, table);
  return format_count(shown).append(" of ").append(count_rows(total, table));
}

std::string skipped(uint64_t articles, uint64_t rows, uint64_t warnings) {
  std::string text;
  if (articles > 0) text = count_rows(articles, TableId::Articles);
  if (articles > 0 && rows > 0) text += " and ";
  if (rows > 0) text += count_noun(rows, {"row", "rows"});
  if (!text.empty()) return text.append(" skipped");
  return warnings > 0 ? count_noun(warnings, {"warning", "warnings"}) : text;
}

std::string and_more(uint64_t count) {
  return joined("and ", format_count(count)).append(" more");
}

std::string count_regions(const Quantity& regions) {
  const bool one = regions.value == 1 && regions.qualifier == Qualifier::Exact;
  return format_quantity(regions).append(one ? " region" : " regions");
}

std::string no_match(TableId table) {
  return joined("No ", table_noun(table, 0)).append(" match");
}

std::string filter_by(std::string_view heading) {
  return joined("Filter by ", heading);
}

std::string sort_by(std::string_view heading) {
  return joined("Sort by ", heading);
}

std::string remove_filter(std::string_view term) {
  return joined("Remove the filter ", term);
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
  if (place.line > 0) add("line ", format_count(place.line));
  if (place.column > 0) add("column ", format_count(place.column));
  if (!place.path.empty()) add({}, place.path);
  return text;
}

}  // namespace explorer::ui
