// What the build tells other programs about the dataset: JSON that a page can hold, and no more than is
// stated.
#include "static_page/linked_data.h"

#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "scene_fixture.h"
#include "static_page/iso_time.h"
#include "static_page/json_text.h"
#include "text_checks.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// What is said of one row.
std::string described(TableId table, const std::vector<Cell>& cells) {
  DatasetBuilder builder;
  builder.add_row(table, "row", cells);
  const std::string all = linked_data(*builder.finish(), "");
  const std::string_view list = "\"itemListElement\":[";
  const size_t from = all.find(list);
  return from == std::string::npos ? ""
                                   : all.substr(from + list.size(), all.rfind("]}]}") - from - list.size());
}

PartialDate edtf(std::string_view text) {
  const DateParse parse = parse_edtf(text);
  REQUIRE_MESSAGE(parse.value, std::string(text));
  return *parse.value;
}

// What a dataset with these dates covers.
std::string covered(std::initializer_list<std::string_view> dates) {
  DatasetBuilder builder;
  for (const std::string_view date : dates)
    builder.add_row(TableId::Events, "row", {{"title", "E"}, {"date", date}});
  return iso_coverage(*builder.finish());
}

}  // namespace

TEST_CASE("no text of the dataset ends the script element or its own string") {
  CHECK(json_string("a \"b\" \\ </script><!--\n\t\x01\x1f\x7f") ==
        "\"a \\\"b\\\" \\\\ \\u003c/script>\\u003c!--\\u000a\\u0009\\u0001\\u001f\x7f\"");
  CHECK(json_string("caf\u00e9 \u2019 \u2028 \U0001F483") == "\"caf\u00e9 \u2019 \u2028 \U0001F483\"");
  CHECK(json_string(std::string_view("\0", 1)) == "\"\\u0000\"");
  CHECK(json_string("") == "\"\"");

  DatasetBuilder builder;
  constexpr std::string_view Nasty = "</script><script>alert(\"1\")</script>\\";
  builder.add_row(TableId::Articles, "a",
                  {{"title", Nasty}, {"author", Nasty}, {"tag", Nasty}, {"url", Nasty}});
  builder.add_row(TableId::Releases, "r", {{"title", Nasty}, {"kind", "single"}, {"artist", Nasty}});
  builder.add_row(TableId::Releases, "s", {{"title", Nasty}, {"kind", Nasty}});
  builder.add_row(TableId::Videos, "v", {{"title", Nasty}, {"kind", Nasty}, {"publisher", Nasty}});
  const auto dataset = builder.finish();
  dataset->title = dataset->description = dataset->language = Nasty;
  const std::string all = linked_data(*dataset, Nasty);
  CHECK(!holds(all, "<"));
  constexpr std::string_view Written = "\\u003c/script>\\u003cscript>alert(\\\"1\\\")\\u003c/script>\\\\";
  CHECK(count(all, Written) == 16);
  CHECK(count(all, "alert") == 16);
}

TEST_CASE("a date is written as precisely as it was stated, or not at all") {
  struct Case {
    std::string_view edtf, kept, left_out;
  };
  constexpr Case Cases[] = {
      {"2023-12-22", "2023-12-22", "2023-12-22"},
      {"2024-02-29", "2024-02-29", "2024-02-29"},
      {"1969-12-31", "1969-12-31", "1969-12-31"},
      {"0000-01-01", "0000-01-01", "0000-01-01"},
      {"2023-03", "2023-03", "2023-03"},
      {"2023", "2023", "2023"},
      {"2023-XX", "2023", "2023"},
      {"2023-XX-XX", "2023", "2023"},
      {"2023-12-XX", "2023-12", "2023-12"},
      {"2023-12-22T09:30:05+09:00", "2023-12-22T00:30:05Z", "2023-12-22"},
      {"1969-12-31T23:59:59Z", "1969-12-31T23:59:59Z", "1969-12-31"},
      // ISO 8601 has no words for these.
      {"2023-12-22~", "", ""},
      {"2023?", "", ""},
      {"2023-03%", "", ""},
      {"201X", "", ""},
      {"19XX", "", ""},
      {"2023-21", "", ""},
      {"2023-12-18/2023-12-22", "", ""},
      {"2023/..", "", ""},
      {"/2023", "", ""},
      {"-0001", "", ""},
      {"Y10000", "", ""},
  };
  for (const Case& each : Cases) {
    CAPTURE(each.edtf);
    CHECK(iso_date(edtf(each.edtf), TimeOfDay::Kept) == each.kept);
    CHECK(iso_date(edtf(each.edtf), TimeOfDay::LeftOut) == each.left_out);
  }
  CHECK(iso_date(PartialDate(), TimeOfDay::Kept).empty());
}

TEST_CASE("only an exact duration is written") {
  const auto written = [](int64_t seconds, Qualifier qualifier = Qualifier::Exact) {
    return iso_duration({seconds, qualifier, true});
  };
  CHECK(written(252) == "PT4M12S");
  CHECK(written(1800) == "PT30M");
  CHECK(written(0) == "PT0S");
  CHECK(written(3600) == "PT1H");
  CHECK(written(90061) == "PT25H1M1S");
  for (const Qualifier other :
       {Qualifier::About, Qualifier::AtLeast, Qualifier::MoreThan, Qualifier::AtMost, Qualifier::LessThan})
    CHECK(written(1800, other).empty());
  CHECK(iso_duration(Quantity()).empty());
}

TEST_CASE("the dataset covers what its dates span, with ends as precise as they were stated") {
  CHECK(covered({}) == "");
  CHECK(covered({""}) == "");
  CHECK(covered({"2023-12-22"}) == "2023-12-22");
  CHECK(covered({"2023-03", "2023-12-22"}) == "2023-03/2023-12-22");
  CHECK(covered({"2023-12-22", "2023"}) == "2023");
  CHECK(covered({"2023", "2023-01-01"}) == "2023-01-01/2023");
  CHECK(covered({"2023-12-22T09:30:00Z"}) == "2023-12-22");
  CHECK(covered({"2023-12-18/2024-01"}) == "2023-12-18/2024-01");
  CHECK(covered({"201X", "2023-12-14~"}) == "2010/2023-12-14");
  CHECK(covered({"2023-21"}) == "2023-03/2023-05");
  CHECK(covered({"2023-12-XX"}) == "2023-12");
  CHECK(covered({"2010/.."}) == "2010/..");
  CHECK(covered({"../2010", "2012"}) == "../2012");
  CHECK(covered({"../2010", "2012/.."}) == "");
  // A beginning or an end that is unknown is nobody's word.
  CHECK(covered({"2010/"}) == "");
  CHECK(covered({"/2010", "2008"}) == "2008/2010");
  CHECK(covered({"-0500"}) == "");
}

TEST_CASE("a thing is said to be what its row states") {
  CHECK(
      described(TableId::Articles, {{"title", "A"},
                                    {"date", "2023-12-22T09:30:00+09:00"},
                                    {"author", "Ada Brook|The Desk"},
                                    {"tag", "folk"},
                                    {"summary", "S"},
                                    {"url", "https://example.org/a"}}) ==
      R"({"@type":"NewsArticle","headline":"A","datePublished":"2023-12-22T00:30:00Z",)"
      R"("author":[{"name":"Ada Brook"},{"name":"The Desk"}],"keywords":"folk","url":"https://example.org/a"})");
  CHECK(described(TableId::Articles, {{"summary", "A note."}, {"tag", "folk|radio"}}) ==
        R"({"@type":"NewsArticle","abstract":"A note.","keywords":["folk","radio"]})");
  CHECK(
      described(TableId::Releases,
                {{"title", "Low Tide"}, {"kind", "Single"}, {"artist", "Ada|Jun"}, {"date", "2024-02"}}) ==
      R"({"@type":"MusicRecording","name":"Low Tide",)"
      R"("byArtist":[{"@type":"MusicGroup","name":"Ada"},{"@type":"MusicGroup","name":"Jun"}],"datePublished":"2024-02"})");
  CHECK(described(TableId::Releases, {{"title", "FACE"}, {"kind", "album"}, {"artist", "Jimin"}}) ==
        R"({"@type":"MusicAlbum","name":"FACE","byArtist":{"@type":"MusicGroup","name":"Jimin"}})");
  // Its "artists" are whom it is about.
  CHECK(described(TableId::Releases, {{"title", "Diary"}, {"kind", "docuseries"}, {"artist", "BTS"}}) ==
        R"({"@type":"CreativeWork","additionalType":"docuseries","name":"Diary"})");
  CHECK(described(TableId::Releases, {{"title", "Untold"}, {"artist", "BTS"}}) ==
        R"({"@type":"CreativeWork","name":"Untold"})");
  CHECK(described(TableId::Videos, {{"title", "Clip"},
                                    {"kind", "music video"},
                                    {"publisher", "HYBE"},
                                    {"date", "2023-12-22"},
                                    {"duration", "245"},
                                    {"url", "https://example.org/v"},
                                    {"thumbnail", "https://example.org/v.jpg"}}) ==
        R"({"@type":"VideoObject","additionalType":"music video","name":"Clip","publisher":{"name":"HYBE"},)"
        R"("uploadDate":"2023-12-22","duration":"PT4M5S","url":"https://example.org/v",)"
        R"("thumbnailUrl":"https://example.org/v.jpg"})");
  CHECK(described(TableId::Videos, {{"title", "Behind"}, {"duration", "~1800"}, {"date", "2023-12~"}}) ==
        R"({"@type":"VideoObject","name":"Behind"})");
  CHECK(described(TableId::Events, {{"title", "Premiere"}}).empty());
  CHECK(described(TableId::ChartEntries, {{"title", "Low Tide"}, {"chart", "Radio"}}).empty());
}

TEST_CASE("what was concluded and not stated is left out") {
  DatasetBuilder builder;
  builder.add_row(TableId::Releases, "r",
                  {{"title", "FACE"}, {"kind", "album"}, {"artist", "Jimin"}, {"date", "2023-03"}});
  const auto dataset = builder.finish();
  CHECK(holds(linked_data(*dataset, ""), "\"datePublished\":\"2023-03\""));
  dataset->table(TableId::Releases)
      .inferred.push_back(1U << release_column::Date | 1U << release_column::Artist);
  const std::string all = linked_data(*dataset, "");
  CHECK(holds(all, R"({"@type":"MusicAlbum","name":"FACE"})"));
  CHECK(!holds(all, "datePublished"));
}

TEST_CASE("a long list is cut and says how long it is") {
  DatasetBuilder builder;
  for (int i = 0; i < 21; ++i)
    builder.add_row(TableId::Articles, "a", {{"title", "Headline " + std::to_string(i)}});
  const std::string all = linked_data(*builder.finish(), "");
  CHECK(holds(all, R"({"@type":"ItemList","name":"Articles","numberOfItems":21,"itemListElement":[)"));
  CHECK(count(all, "NewsArticle") == MaxListedThings);
  CHECK(holds(all, "\"Headline 19\""));
  CHECK(!holds(all, "\"Headline 20\""));
  CHECK(count(all, "ItemList\"") == 1);
}

TEST_CASE("the dataset says what it is, and where its file lies") {
  const std::string nothing = linked_data(empty_dataset(), "");
  CHECK(holds(nothing, R"({"@context":"https://schema.org","@graph":[{"@type":"Dataset")"));
  CHECK(!holds(nothing, "ItemList"));
  CHECK(!holds(nothing, "temporalCoverage"));
  CHECK(!holds(nothing, "variableMeasured"));

  DatasetBuilder builder;
  builder.add_row(TableId::ChartEntries, "c",
                  {{"title", "T"}, {"region", "KR"}, {"position", "1"}, {"date", "2023"}, {"note", "N"}});
  builder.add_row(TableId::Events, "e", {{"title", "T"}, {"date", "2024"}, {"place", "P"}});
  builder.add_row(TableId::Articles, "a", {{"title", "T"}, {"facts", "2"}});
  builder.add_row(TableId::Videos, "v", {{"title", "T"}, {"rank", "1"}});
  const auto dataset = builder.finish();
  dataset->title = "T";
  dataset->language = "en";
  const std::string here = R"({"@type":"Dataset","name":"T",)";
  const std::string rest =
      R"("inLanguage":"en","temporalCoverage":"2023/2024",)"
      R"("variableMeasured":["Region","Position","Date"],"distribution":{"@type":"DataDownload",)"
      R"("encodingFormat":"application/feed+json","contentUrl":)";
  CHECK(holds(linked_data(*dataset, ""), here + rest + R"("articles.json"})"));
  CHECK(holds(
      linked_data(*dataset, "https://example.org/x/"),
      here + R"("url":"https://example.org/x/",)" + rest + R"("https://example.org/x/articles.json"})"));
}
