// See linked_data.h.
#include "static_page/linked_data.h"

#include <algorithm>
#include <vector>

#include "static_page/iso_time.h"
#include "static_page/json_text.h"
#include "view/ui_text.h"

namespace explorer {

namespace {

// A row of a table with those of its values that an article states.
class StatedRow {
 public:
  StatedRow(const Dataset& dataset, TableId id, RowIndex row) : table_(dataset.table(id)), row_(row) {}

  std::string_view text(size_t column) const {
    return stated(column) ? table_.columns[column].text(row_) : std::string_view();
  }
  std::string date(size_t column, TimeOfDay time) const {
    return stated(column) ? iso_date(table_.columns[column].date(row_), time) : std::string();
  }
  std::string duration(size_t column) const {
    return stated(column) ? iso_duration(table_.columns[column].number(row_)) : std::string();
  }
  std::vector<std::string_view> list(size_t column) const {
    std::vector<std::string_view> texts;
    if (!stated(column)) return texts;
    for (const ValueCode code : table_.columns[column].list(row_))
      texts.push_back(table_.columns[column].value_text(code));
    return texts;
  }

 private:
  bool stated(size_t column) const {
    return table_.columns[column].is_stated(row_) && !table_.is_inferred(row_, column);
  }

  const Table& table_;
  RowIndex row_;
};

JsonObject thing(std::string_view type) {
  JsonObject object;
  object.text("@type", type);
  return object;
}

// One value as it is, several as a list; empty if there are none.
std::string one_or_list(const std::vector<std::string>& values) {
  return values.size() == 1 ? values.front() : json_list(values);
}

std::string texts(const std::vector<std::string_view>& values) {
  std::vector<std::string> all;
  for (const std::string_view value : values)
    all.push_back(json_string(value));
  return one_or_list(all);
}

// Things of which only the name is known, and the type if there is one.
std::string named(const std::vector<std::string_view>& names, std::string_view type = {}) {
  std::vector<std::string> all;
  for (const std::string_view name : names) {
    if (!name.empty()) all.push_back(thing(type).text("name", name).str());
  }
  return one_or_list(all);
}

std::string article(const StatedRow& row) {
  JsonObject object = thing("NewsArticle");
  object.text("headline", row.text(article_column::Title));
  // An article without a headline would be nothing but a type.
  if (row.text(article_column::Title).empty()) object.text("abstract", row.text(article_column::Summary));
  object.text("datePublished", row.date(article_column::Date, TimeOfDay::Kept));
  object.json("author", named(row.list(article_column::Author)));
  object.json("keywords", texts(row.list(article_column::Tag)));
  return object.text("url", row.text(article_column::Url)).str();
}

bool is_one_of(std::string_view kind, std::initializer_list<std::string_view> names) {
  const auto same = [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; };
  return std::ranges::any_of(names, [&](std::string_view name) {
    return std::equal(kind.begin(), kind.end(), name.begin(), name.end(), same);
  });
}

// Of a film or series the articles' "artists" are whom it is about: only music has an artist here. MusicGroup
// is schema.org's word for bands and solo musicians alike.
std::string release(const StatedRow& row) {
  const std::string_view kind = row.text(release_column::Kind);
  const bool song = is_one_of(kind, {"single", "song", "track"});
  const bool music = song || is_one_of(kind, {"album", "ep", "mini album", "mini-album", "mixtape"});
  JsonObject object = thing(song ? "MusicRecording" : music ? "MusicAlbum" : "CreativeWork");
  if (!music) object.text("additionalType", kind);
  object.text("name", row.text(release_column::Title));
  if (music) object.json("byArtist", named(row.list(release_column::Artist), "MusicGroup"));
  return object.text("datePublished", row.date(release_column::Date, TimeOfDay::LeftOut)).str();
}

std::string video(const StatedRow& row) {
  JsonObject object = thing("VideoObject");
  object.text("additionalType", row.text(video_column::Kind)).text("name", row.text(video_column::Title));
  object.json("publisher", named({row.text(video_column::Publisher)}));
  object.text("uploadDate", row.date(video_column::Date, TimeOfDay::LeftOut));
  object.text("duration", row.duration(video_column::Duration));
  object.text("url", row.text(video_column::Url));
  return object.text("thumbnailUrl", row.text(video_column::Thumbnail)).str();
}

// Empty if the table has no rows.
std::string list_of(const Dataset& dataset, TableId id, std::string (*describe)(const StatedRow&)) {
  const uint32_t count = dataset.table(id).row_count;
  if (count == 0) return {};
  std::vector<std::string> things;
  for (RowIndex row = 0; row < std::min(count, MaxListedThings); ++row)
    things.push_back(describe(StatedRow(dataset, id, row)));
  return thing("ItemList")
      .text("name", ui::table_title(id))
      .number("numberOfItems", count)
      .json("itemListElement", json_list(things))
      .str();
}

// Prose, sources, and what is not in the file but counted from it.
bool is_no_variable(const ColumnSpec& spec) {
  return spec.type == ColumnType::Text || spec.name == "source" || spec.name == "facts" ||
         spec.name == "rank";
}

// What the facts are about, by the headings of the columns.
std::string variables(const Dataset& dataset) {
  std::vector<std::string> names;
  for (const TableId id : AllTables) {
    const std::vector<Column>& columns = dataset.table(id).columns;
    for (size_t column = 0; column < columns.size(); ++column) {
      if (is_no_variable(columns[column].spec) || !columns[column].any_stated()) continue;
      const std::string name = json_string(ui::column_heading(id, column));
      if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
  }
  return json_list(names);
}

std::string dataset_thing(const Dataset& dataset, std::string_view site) {
  const std::string file = thing("DataDownload")
                               .text("encodingFormat", "application/feed+json")
                               .text("contentUrl", std::string(site) + "articles.json")
                               .str();
  return thing("Dataset")
      .text("name", dataset.title)
      .text("description", dataset.description)
      .text("url", site)
      .text("inLanguage", dataset.language)
      .text("temporalCoverage", iso_coverage(dataset))
      .json("variableMeasured", variables(dataset))
      .json("distribution", file)
      .str();
}

}  // namespace

std::string linked_data(const Dataset& dataset, std::string_view site) {
  std::vector<std::string> things = {
      dataset_thing(dataset, site), list_of(dataset, TableId::Articles, article),
      list_of(dataset, TableId::Releases, release), list_of(dataset, TableId::Videos, video)};
  std::erase(things, std::string());
  JsonObject document;
  return document.text("@context", "https://schema.org").json("@graph", json_list(things)).str();
}

}  // namespace explorer
