#include "core/load_dataset.h"

#include <doctest/doctest.h>

#include <cstdio>

#include "load_helpers.h"

using namespace explorer;

namespace {

constexpr std::string_view Example = R"({
  "version": "https://jsonfeed.org/version/1.1",
  "title": "Two articles", "description": "What they state", "language": "en",
  "_article_explorer": {
    "about": "schema.json", "version": 1,
    "chart_entries": [
      {"id": "c1", "release": "r1", "chart": "Top Songs", "provider": "iTunes",
       "regions": {"value": 90, "qualifier": "more_than"}, "position": 1, "date": "2023-12-22", "note": "Four named",
       "inferred": ["date", "release"], "related": ["c2"], "evidence": [{"article": "a2", "paragraph": 4}]},
      {"id": "c2", "video": "v1", "chart": "Trending", "region": "kr", "position": 3},
      {"id": "c3", "video": "v1", "chart": "Trending", "region": "150", "position": {"qualifier": "at_most", "value": 2}},
      {"id": "c4", "release": "r1", "chart": "Worldwide"}
    ],
    "videos": [
      {"id": "v1", "title": "A Gift", "kind": "behind the scenes", "publisher": "BIGHIT MUSIC", "series": "S",
       "date": "2023-12-23", "duration": "PT30M", "duration_approximate": true, "people": ["Jimin", "V"],
       "tracks": [{"title": "Song", "artists": ["Jimin", "V"], "release": "r1"}, {"title": "Other", "artists": ["V"]}],
       "url": "https://example.org/v1", "thumbnail": "https://example.org/v1.jpg", "note": "N",
       "evidence": [{"article": "a1", "paragraph": 0}, {"article": "a2"}, {"article": "a1", "paragraph": 2}]}
    ],
    "releases": [
      {"id": "r1", "title": "Song", "artists": ["Jimin"], "kind": "single", "labels": ["L1", "L2"],
       "date": "2023-12-22", "parts": 10, "note": "R", "related": ["e1"], "evidence": [{"article": "a1", "paragraph": 1}]}
    ],
    "events": [
      {"id": "e1", "title": "Banquet", "kind": "visit", "date": "2023-11", "people": ["Charles"], "place": "London",
       "note": "E", "evidence": [{"article": "a1", "paragraph": 12}]}
    ]
  },
  "items": [
    {"id": "a1", "title": "First", "content_text": "Body", "summary": "Unused", "tags": ["x", "y", "x"],
     "authors": [{"name": "Ann"}, {"url": "https://example.org"}], "date_published": "2023-12-22T10:00:00Z",
     "url": "https://example.org/a1"},
    {"id": 2e0, "content_html": "<p>Fish &amp; <b>chips</b></p>"},
    {"id": "a2"}
  ]
})";

std::string file_content(const char* path) {
  std::string content;
  if (std::FILE* file = std::fopen(path, "rb")) {
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
      content += static_cast<char>(c);
    std::fclose(file);
  }
  return content;
}

}  // namespace

TEST_CASE("A document is read into its five tables whatever their order in the file") {
  const LoadResult result = load_dataset(Example);
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  for (const LoadWarning& warning : result.warnings)
    MESSAGE(warning.place.path, ": ", warning.message);
  CHECK(result.warning_count == 0);
  CHECK(data.title == "Two articles");
  CHECK(data.description == "What they state");
  CHECK(data.language == "en");
  CHECK(ids_of(data, TableId::Articles) == "a1|2e0|a2");
  CHECK(ids_of(data, TableId::Releases) == "r1");
  CHECK(ids_of(data, TableId::ChartEntries) == "c1|c2|c3|c4");
  CHECK(ids_of(data, TableId::Videos) == "v1");
  CHECK(ids_of(data, TableId::Events) == "e1");
}

TEST_CASE("The bundled dataset is read without a warning") {
  const std::string document = file_content(EXPLORER_SOURCE_DIR "/data/articles.json");
  const LoadResult result = load_dataset(document);
  REQUIRE(result.dataset);
  for (const LoadWarning& warning : result.warnings)
    MESSAGE(warning.place.path, ": ", warning.message);
  CHECK(result.warning_count == 0);
  CHECK(result.dataset->table(TableId::Articles).row_count == 2);
  for (const TableId id : AllTables) {
    for (RowIndex row = 0; id != TableId::Articles && row < result.dataset->table(id).row_count; ++row) {
      CHECK_FALSE(result.dataset->table(id).evidence_of(row).empty());
    }
  }
}

TEST_CASE("Every member lands in its column") {
  const LoadResult result = load_dataset(Example);
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  const struct {
    TableId table;
    size_t column;
    RowIndex row;
    std::string_view text;
  } Texts[] = {
      {TableId::Articles, article_column::Title, 0, "First"},
      {TableId::Articles, article_column::Summary, 0, "Body"},
      {TableId::Articles, article_column::Summary, 1, "Fish & chips"},
      {TableId::Articles, article_column::Summary, 2, ""},
      {TableId::Articles, article_column::Url, 0, "https://example.org/a1"},
      {TableId::Releases, release_column::Title, 0, "Song"},
      {TableId::Releases, release_column::Kind, 0, "single"},
      {TableId::Releases, release_column::Note, 0, "R"},
      {TableId::ChartEntries, chart_column::Chart, 0, "Top Songs"},
      {TableId::ChartEntries, chart_column::Provider, 0, "iTunes"},
      {TableId::ChartEntries, chart_column::Note, 0, "Four named"},
      {TableId::ChartEntries, chart_column::Region, 0, ""},
      {TableId::ChartEntries, chart_column::Region, 1, "KR"},
      {TableId::ChartEntries, chart_column::Region, 2, "150"},
      {TableId::Videos, video_column::Title, 0, "A Gift"},
      {TableId::Videos, video_column::Kind, 0, "behind the scenes"},
      {TableId::Videos, video_column::Publisher, 0, "BIGHIT MUSIC"},
      {TableId::Videos, video_column::Series, 0, "S"},
      {TableId::Videos, video_column::Url, 0, "https://example.org/v1"},
      {TableId::Videos, video_column::Thumbnail, 0, "https://example.org/v1.jpg"},
      {TableId::Videos, video_column::Note, 0, "N"},
      {TableId::Events, event_column::Title, 0, "Banquet"},
      {TableId::Events, event_column::Kind, 0, "visit"},
      {TableId::Events, event_column::Place, 0, "London"},
      {TableId::Events, event_column::Note, 0, "E"},
  };
  for (const auto& it : Texts) {
    CAPTURE(it.text);
    CHECK(text_at(data, it.table, it.column, it.row) == it.text);
  }
  CHECK(list_at(data, TableId::Articles, article_column::Tag, 0) == "x|y");
  CHECK(list_at(data, TableId::Articles, article_column::Author, 0) == "Ann");
  CHECK(list_at(data, TableId::Releases, release_column::Artist, 0) == "Jimin");
  CHECK(list_at(data, TableId::Releases, release_column::Label, 0) == "L1|L2");
  CHECK(list_at(data, TableId::Videos, video_column::People, 0) == "Jimin|V");
  CHECK(list_at(data, TableId::Events, event_column::People, 0) == "Charles");
  CHECK(number_at(data, TableId::Releases, release_column::Parts, 0) == Quantity{10, Qualifier::Exact, true});
  CHECK(number_at(data, TableId::ChartEntries, chart_column::Regions, 0) ==
        Quantity{90, Qualifier::MoreThan, true});
  CHECK(number_at(data, TableId::ChartEntries, chart_column::Position, 2) ==
        Quantity{2, Qualifier::AtMost, true});
  CHECK_FALSE(number_at(data, TableId::ChartEntries, chart_column::Position, 3).stated);
  CHECK(number_at(data, TableId::Videos, video_column::Duration, 0) ==
        Quantity{1800, Qualifier::About, true});
  const auto date = [&](TableId table, size_t column) { return data.column(table, column).date(0); };
  CHECK(date(TableId::Articles, article_column::Date) == parse_edtf("2023-12-22T10:00:00Z").value);
  CHECK(date(TableId::Releases, release_column::Date) == parse_edtf("2023-12-22").value);
  CHECK(date(TableId::ChartEntries, chart_column::Date) == parse_edtf("2023-12-22").value);
  CHECK(date(TableId::Videos, video_column::Date) == parse_edtf("2023-12-23").value);
  CHECK(date(TableId::Events, event_column::Date) == parse_edtf("2023-11").value);
}

TEST_CASE("Columns that other tables determine are derived") {
  const LoadResult result = load_dataset(Example);
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(number_at(data, TableId::Articles, article_column::Facts, 0) == Quantity{3, Qualifier::Exact, true});
  CHECK(number_at(data, TableId::Articles, article_column::Facts, 1) == Quantity{0, Qualifier::Exact, true});
  CHECK(number_at(data, TableId::Articles, article_column::Facts, 2) == Quantity{2, Qualifier::Exact, true});
  CHECK(text_at(data, TableId::ChartEntries, chart_column::Title, 0) == "Song");
  CHECK(text_at(data, TableId::ChartEntries, chart_column::Title, 1) == "A Gift");
  CHECK(list_at(data, TableId::Videos, video_column::Track, 0) == "Song|Other");
  CHECK(list_at(data, TableId::Videos, video_column::Artist, 0) == "Jimin|V");
  CHECK(number_at(data, TableId::Videos, video_column::Rank, 0) == Quantity{2, Qualifier::AtMost, true});
  CHECK(list_at(data, TableId::Videos, video_column::Source, 0) == "First|a2");
  CHECK(list_at(data, TableId::ChartEntries, chart_column::Source, 0) == "a2");
  CHECK(list_at(data, TableId::ChartEntries, chart_column::Source, 1) == "");
}

TEST_CASE("Links go both ways, once, ordered by table and row") {
  const LoadResult result = load_dataset(Example);
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(links_at(data, TableId::Articles, 0) == "r1|v1|e1");
  CHECK(links_at(data, TableId::Articles, 1) == "");
  CHECK(links_at(data, TableId::Articles, 2) == "c1|v1");
  CHECK(links_at(data, TableId::Releases, 0) == "a1|c1|c4|v1|e1");
  CHECK(links_at(data, TableId::ChartEntries, 0) == "a2|r1|c2");
  CHECK(links_at(data, TableId::ChartEntries, 1) == "c1|v1");
  CHECK(links_at(data, TableId::Videos, 0) == "a1|a2|r1|c2|c3");
  CHECK(links_at(data, TableId::Events, 0) == "a1|r1");
}

TEST_CASE("Evidence keeps its paragraphs, and inferred values are marked") {
  const LoadResult result = load_dataset(Example);
  REQUIRE(result.dataset);
  const Table& videos = result.dataset->table(TableId::Videos);
  REQUIRE(videos.evidence_of(0).size() == 3);
  CHECK(videos.evidence_of(0)[0] == Evidence{0, 0});
  CHECK(videos.evidence_of(0)[1] == Evidence{2, Evidence::WholeArticle});
  CHECK(videos.evidence_of(0)[2] == Evidence{0, 2});
  const Table& charts = result.dataset->table(TableId::ChartEntries);
  CHECK(charts.evidence_of(1).empty());
  for (size_t column = 0; column < charts.columns.size(); ++column) {
    CHECK(charts.is_inferred(0, column) == (column == chart_column::Date || column == chart_column::Title));
    CHECK_FALSE(charts.is_inferred(1, column));
  }
}

TEST_CASE("A column knows whether any row states a value") {
  const LoadResult result = load_dataset(Example);
  REQUIRE(result.dataset);
  const Dataset& data = *result.dataset;
  CHECK(data.table(TableId::ChartEntries).columns[chart_column::Region].any_stated());
  CHECK(data.table(TableId::ChartEntries).columns[chart_column::Title].any_stated());
  CHECK(data.table(TableId::Videos).columns[video_column::Rank].any_stated());
  const LoadResult bare = load_dataset(feed_of(R"({"id":"a"})"));
  REQUIRE(bare.dataset);
  const Table& articles = bare.dataset->table(TableId::Articles);
  CHECK_FALSE(articles.columns[article_column::Title].any_stated());
  CHECK_FALSE(articles.columns[article_column::Date].any_stated());
  CHECK_FALSE(articles.columns[article_column::Tag].any_stated());
  CHECK(articles.columns[article_column::Facts].any_stated());
}

TEST_CASE("Every table has one entry a row in every column, and whole offset lists, also when it is empty") {
  for (const std::string& document : {std::string(Example), feed_of(""), feed_of(R"({"id":"a"})")}) {
    const LoadResult result = load_dataset(document);
    REQUIRE(result.dataset);
    for (const TableId id : AllTables) {
      const Table& table = result.dataset->table(id);
      REQUIRE(table.columns.size() == column_specs(id).size());
      CHECK(table.ids.size() == table.row_count);
      CHECK(table.evidence_offsets.size() == table.row_count + 1);
      CHECK(table.link_offsets.size() == table.row_count + 1);
      for (const Column& column : table.columns) {
        CHECK(column.entries().size() <= table.row_count);
      }
    }
  }
}

TEST_CASE("The content of an article is its text, else its summary, else its HTML without tags") {
  const struct {
    std::string_view members;
    std::string_view summary;
  } Cases[] = {
      {R"("content_html":"<p>H</p>","content_text":"T","summary":"S")", "T"},
      {R"("content_html":"<p>H</p>","summary":"S")", "S"},
      {R"("content_html":"<p>H</p>")", "H"},
      {R"("content_text":"","summary":"S")", "S"},
      {R"("title":"only")", ""},
      {R"("content_text":"nul \u0000 and \u0001 stay")", std::string_view("nul \0 and \1 stay", 16)},
      {R"("content_text":"\ud83d\ude00 \uc9c0\ubbfc")", "\xF0\x9F\x98\x80 \xEC\xA7\x80\xEB\xAF\xBC"},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.members);
    const LoadResult result = load_dataset(feed_of(R"({"id":"a",)" + std::string(it.members) + "}"));
    REQUIRE(result.dataset);
    CHECK(result.warning_count == 0);
    CHECK(text_at(*result.dataset, TableId::Articles, article_column::Summary, 0) == it.summary);
  }
}

TEST_CASE("The author of JSON Feed 1.0 and the authors of 1.1 are both read") {
  const LoadResult result = load_dataset(
      R"({"version":"https://jsonfeed.org/version/1","items":[{"id":"a","author":{"name":"Bo"},"authors":[{"name":"Ann"}]}]})");
  REQUIRE(result.dataset);
  CHECK(result.warning_count == 0);
  CHECK(list_at(*result.dataset, TableId::Articles, article_column::Author, 0) == "Bo|Ann");
}

TEST_CASE("Unknown members are ignored silently at any depth, even if they look like known ones") {
  const std::string document =
      R"({"_other":{"items":[{"id":5}],"version":7},"icon":null,"hubs":[[[{"id":[]}]]],)" +
      std::string(VersionMember) +
      R"(,"items":[{"id":"a1","_x":{"id":"no","title":"no","title":"twice"},"attachments":[{"url":1,"title":2}],"title":"T"}],)" +
      R"("_article_explorer":{"more":[{"id":"r0"}],"releases":[{"id":"r1","odd":{"evidence":[1]},"evidence":[{"article":"a1","why":{}}]}]}})";
  const LoadResult result = load_dataset(document);
  REQUIRE(result.dataset);
  CHECK(result.warning_count == 0);
  CHECK(ids_of(*result.dataset, TableId::Articles) == "a1");
  CHECK(text_at(*result.dataset, TableId::Articles, article_column::Title, 0) == "T");
  CHECK(ids_of(*result.dataset, TableId::Releases) == "r1");
}

TEST_CASE("A byte order mark is skipped and counts as no column") {
  const LoadResult result = load_dataset("\xEF\xBB\xBF{\"items\":[]}");
  REQUIRE(result.dataset);
  REQUIRE(result.warnings.size() == 1);
  CHECK(result.warnings[0].place.column == 1);
  const LoadResult late = load_dataset("\xEF\xBB\xBF{\"items\":[1]}");
  REQUIRE(late.warnings.size() == 2);
  CHECK(late.warnings[1].place.column == 11);
}
