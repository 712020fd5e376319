// Articles as citations: BibTeX and CSL-JSON.
#include <doctest/doctest.h>

#include "core/load_dataset.h"
#include "dataset_fixture.h"
#include "export_helpers.h"
#include "load_helpers.h"

using namespace explorer;
using namespace explorer::test;
using exports::Format;
using exports::Options;

namespace {

constexpr Options Bibtex{Format::Bibtex}, Csl{Format::Csl};

std::unique_ptr<Dataset> articles(std::initializer_list<std::vector<Cell>> rows) {
  DatasetBuilder builder;
  for (const std::vector<Cell>& cells : rows)
    builder.add_row(TableId::Articles, "an-id", cells);
  return builder.finish();
}

// The value of `issued` of an article of that date.
std::string issued(std::string_view date) {
  const auto dataset = articles({{{"title", "T"}, {"date", date}}});
  const std::string file = exported(*dataset, TableId::Articles, Csl);
  const size_t at = file.find("\"issued\":"), end = file.find("}\n]\n");
  REQUIRE(at != std::string::npos);
  REQUIRE(end != std::string::npos);
  return file.substr(at + 9, end - at - 9);
}

// The keys of all entries, joined by "|".
std::string keys(const std::string& bibtex) {
  std::string out;
  for (size_t at = bibtex.find('@'); at != std::string::npos; at = bibtex.find("\n@", at)) {
    const size_t open = bibtex.find('{', at), end = bibtex.find(',', at);
    out.append(out.empty() ? "" : "|").append(bibtex.substr(open + 1, end - open - 1));
    at = end;
  }
  return out;
}

std::string keys_of(std::initializer_list<std::vector<Cell>> rows) {
  const auto dataset = articles(rows);
  return keys(exported(*dataset, TableId::Articles, Bibtex));
}

// The title as it stands in BibTeX.
std::string tex(std::string_view title) {
  const auto dataset = articles({{{"title", title}}});
  const std::string file = exported(*dataset, TableId::Articles, Bibtex);
  const size_t at = file.find("  title = {{"), end = file.find("}},\n", at);
  REQUIRE(end != std::string::npos);
  return file.substr(at + 12, end - at - 12);
}

}  // namespace

TEST_CASE("An article as BibTeX and as CSL-JSON") {
  LoadResult result =
      load_dataset(R"({"version":"https://jsonfeed.org/version/1.1","title":"T","language":"en",
    "items":[{"id":"x","title":"The Low Tide & BTS","content_text":"x","url":"https://e.org/a_b%20c#{d}",
    "authors":[{"name":"Ada Brook"},{"name":"Seo and Co"}],"date_published":"2024-02-29T09:00:00+09:00"},
    {"id":"y","content_text":"y"}]})");
  REQUIRE(result.dataset);
  CHECK(exported(*result.dataset, TableId::Articles, Bibtex) ==
        "@online{brook2024low,\n"
        "  author = {{Ada Brook} and {Seo and Co}},\n"
        "  title = {{The Low Tide \\& BTS}},\n"
        "  date = {2024-02-29T00:00:00Z},\n"
        "  url = {https://e.org/a_b%20c#%7Bd%7D},\n"
        "  language = {en},\n"
        "}\n\n"
        "@misc{articlendy,\n"
        "  language = {en},\n"
        "}\n");
  CHECK(exported(*result.dataset, TableId::Articles, Csl) ==
        "[\n{\"id\":\"brook2024low\",\"type\":\"webpage\",\"title\":\"The Low Tide & BTS\","
        "\"author\":[{\"literal\":\"Ada Brook\"},{\"literal\":\"Seo and Co\"}],"
        "\"issued\":{\"date-parts\":[[2024,2,29]]},\"URL\":\"https://e.org/"
        "a_b%20c#{d}\",\"language\":\"en\"},\n"
        "{\"id\":\"articlendy\",\"type\":\"document\",\"language\":\"en\"}\n]\n");
}

TEST_CASE("Nothing in a title is a command of TeX") {
  CHECK(tex("100% #1 $x_y$ & more") == "100\\% \\#1 \\$x\\_y\\$ \\& more");
  CHECK(tex("a{b}c}") == "a{\\textbraceleft}b{\\textbraceright}c{\\textbraceright}");
  CHECK(tex("\\input{x}") == "{\\textbackslash}input{\\textbraceleft}x{\\textbraceright}");
  CHECK(tex("~^") == "{\\textasciitilde}{\\textasciicircum}");
  CHECK(tex("one\ntwo\x01") == "one two ");
  CHECK(tex("“무지개” שלום 😀 `x`") == "“무지개” שלום 😀 `x`");
}

TEST_CASE("A key is made of author or site, year, and the first word that means something") {
  CHECK(keys_of({{{"title", "The Tide"}, {"author", "Brook, Ada|Jun"}, {"date", "2023"}}}) ==
        "brook2023tide");
  CHECK(keys_of({{{"title", "A Tide"}, {"url", "https://me@www.news.example.co.uk:80/x"}}}) ==
        "examplendtide");
  CHECK(keys_of({{{"title", "Élan"}, {"author", "José Núñez"}, {"date", "../2023"}}}) == "nunez2023elan");
  // No such letters: the id stands in.
  CHECK(keys_of({{{"title", "무지개"}, {"author", "지민"}, {"date", "2023-12-22"}}}) == "article2023id");
}

TEST_CASE("Equal keys are told apart by their order in the dataset, whatever is exported") {
  const std::vector<Cell> tide = {{"title", "Tide"}, {"author", "Brook"}, {"date", "2023"}};
  CHECK(keys_of({tide, tide, {{"title", "Ebb"}}, tide}) ==
        "brook2023tide|brook2023tide-b|articlendebb|brook2023tide-c");
  const auto dataset = articles({tide, tide, {{"title", "Ebb"}}, tide});
  CHECK(keys(exported(*dataset, TableId::Articles, {3, 1}, Bibtex)) == "brook2023tide-c|brook2023tide-b");
}

TEST_CASE("Of facts the articles that state them are cited, each once, in the order of the facts") {
  LoadResult result = load_dataset(R"({"version":"https://jsonfeed.org/version/1.1","title":"T","items":[
    {"id":"a","title":"Alpha","content_text":"x"},{"id":"b","title":"Beta","content_text":"x"},
    {"id":"c","title":"Gamma","content_text":"x"}],"_article_explorer":{"version":1,"events":[
    {"id":"e","title":"E","evidence":[{"article":"b","paragraph":1},{"article":"b","paragraph":2}]},
    {"id":"f","title":"F","evidence":[{"article":"a"},{"article":"b"}]}]}})");
  REQUIRE(result.dataset);
  CHECK(keys(exported(*result.dataset, TableId::Events, Bibtex)) == "articlendbeta|articlendalpha");
  CHECK(keys(exported(*result.dataset, TableId::Events, {1}, Bibtex)) == "articlendalpha|articlendbeta");
}

TEST_CASE("A date says in CSL what is known of it, and no more") {
  CHECK(issued("2023-12-22") == R"({"date-parts":[[2023,12,22]]})");
  CHECK(issued("2023-12~") == R"({"date-parts":[[2023,12]],"circa":true})");
  CHECK(issued("2023?") == R"({"date-parts":[[2023]],"circa":true})");
  CHECK(issued("2023-XX") == R"({"date-parts":[[2023]]})");
  CHECK(issued("2023-12-XX") == R"({"date-parts":[[2023,12]]})");
  CHECK(issued("2023-24") == R"({"date-parts":[[2023]],"season":4})");
  CHECK(issued("2023-12-18/2024-01") == R"({"date-parts":[[2023,12,18],[2024,1]]})");
  CHECK(issued("-0044-03-15") == R"({"date-parts":[[-44,3,15]]})");
  CHECK(issued("1969-12-31T23:59:59Z") == R"({"date-parts":[[1969,12,31]]})");
  CHECK(issued("201X") == R"({"literal":"201X"})");
  CHECK(issued("2023/..") == R"({"literal":"2023/.."})");
}

TEST_CASE("Dates stay as they are in BibTeX; an address that is none is left out") {
  const auto dataset = articles({{{"title", "T"}, {"date", "2023-12~"}, {"url", "javascript:x"}}});
  CHECK(exported(*dataset, TableId::Articles, Bibtex) ==
        "@misc{article2023t,\n  title = {{T}},\n  date = {2023-12~},\n}\n");
  CHECK(exported(*dataset, TableId::Articles, Csl).find("javascript") == std::string::npos);
}

TEST_CASE("No articles are no citations") {
  const auto dataset = articles({});
  CHECK(exported(*dataset, TableId::Articles, Bibtex).empty());
  CHECK(exported(*dataset, TableId::Articles, Csl) == "[]\n");
}
