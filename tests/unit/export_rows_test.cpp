// Rows as CSV, NDJSON and Markdown.
#include <doctest/doctest.h>

#include "core/load_dataset.h"
#include "dataset_fixture.h"
#include "export_helpers.h"
#include "load_helpers.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;
using exports::Format;
using exports::Options;

namespace {

using namespace event_column;
constexpr Options Csv{Format::Csv}, BareCsv{Format::Csv, false, false, false}, Ndjson{Format::Ndjson},
    Markdown{Format::Markdown};

std::unique_ptr<Dataset> table_of_rows(TableId table, std::initializer_list<std::vector<Cell>> rows) {
  DatasetBuilder builder;
  for (const std::vector<Cell>& cells : rows)
    builder.add_row(table, "x", cells);
  return builder.finish();
}

// The only line below the heading of a table of events with this title, and nothing else in it.
std::string csv_of_title(std::string_view title, Options options) {
  const auto dataset = table_of_rows(TableId::Events, {{{"title", title}}});
  const std::string file = exported(*dataset, TableId::Events, options, {Title});
  REQUIRE(file.starts_with("title\r\n"));
  REQUIRE(file.ends_with("\r\n"));
  return file.substr(7, file.size() - 9);
}

std::string markdown_of_title(std::string_view title) {
  const auto dataset = table_of_rows(TableId::Events, {{{"title", title}}});
  const std::string file = exported(*dataset, TableId::Events, Markdown, {Title});
  const size_t line = file.find("| --- |\n");
  REQUIRE(line != std::string::npos);
  return file.substr(line + 8);
}

// One event, stated by the headline and a paragraph of one article, and by another as a whole.
std::unique_ptr<Dataset> stated_event() {
  LoadResult result = load_dataset(R"({"version":"https://jsonfeed.org/version/1.1","title":"Two","items":[
    {"id":"a1","title":"First","content_text":"One."},{"id":"=a2","title":"Second","content_text":"Two."}],
    "_article_explorer":{"version":1,"events":[{"id":"show","title":"Show","date":"2023-12",
    "inferred":["date","title"],"evidence":[{"article":"a1","paragraph":0},{"article":"a1","paragraph":3},
    {"article":"a1","paragraph":4},{"article":"=a2"}]}]}})");
  REQUIRE(result.dataset);
  REQUIRE(result.warning_count == 0);
  return std::move(result.dataset);
}

}  // namespace

TEST_CASE("CSV has a line for the names of columns and one for each row, in the order given") {
  const auto dataset = table_of_rows(
      TableId::Events, {{{"title", "One"}, {"date", "2023-12-22"}}, {{"title", "Two"}, {"kind", "show"}}});
  CHECK(exported(*dataset, TableId::Events, {1, 0}, BareCsv, {Date, Kind, Title}) ==
        "date,kind,title\r\n,show,Two\r\n2023-12-22,,One\r\n");
  CHECK(exported(*dataset, TableId::Events, {1}, Csv, {Kind, Date}) == "kind,date\r\n\"show\",\r\n");
}

TEST_CASE("CSV of no rows is its first line; a mark of the byte order comes first if asked for") {
  const auto dataset = table_of_rows(TableId::Events, {});
  CHECK(exported(*dataset, TableId::Events, Csv, {Title, Date}) == "title,date\r\n");
  CHECK(exported(*dataset, TableId::Events, Options{Format::Csv, true, true, false}, {Title}) ==
        "\xEF\xBB\xBFtitle\r\n");
}

TEST_CASE("A line of one empty cell is no empty line") {
  const auto dataset = table_of_rows(TableId::Events, {{{"title", "One"}}});
  CHECK(exported(*dataset, TableId::Events, Csv, {Place}) == "place\r\n\"\"\r\n");
  CHECK(exported(*dataset, TableId::Events, BareCsv, {Date}) == "date\r\n\"\"\r\n");
}

TEST_CASE("CSV quotes what would end a cell") {
  CHECK(csv_of_title("a,b", BareCsv) == "\"a,b\"");
  CHECK(csv_of_title("say \"yes\"", BareCsv) == "\"say \"\"yes\"\"\"");
  CHECK(csv_of_title("\"", BareCsv) == "\"\"\"\"");
  CHECK(csv_of_title("one\r\ntwo\nthree", BareCsv) == "\"one\r\ntwo\nthree\"");
  CHECK(csv_of_title("plain; text", BareCsv) == "plain; text");
  CHECK(csv_of_title("plain", Csv) == "\"plain\"");
}

TEST_CASE("CSV keeps texts of any script as they are, and long ones whole") {
  for (const std::string_view text :
       {"שלום עולم", "👩‍👩‍👧 🇰🇷", "\x01\x1B[31m", "`code`", "무지개", "\u202Eabc"})
    CHECK(csv_of_title(text, BareCsv) == text);
  const std::string text(3'000'000, 'x');
  CHECK(csv_of_title(text, Csv) == "\"" + text + "\"");
}

TEST_CASE("No text is a formula, unless that is turned off") {
  for (const std::string_view text :
       {"=1+1", "+1", "-1", "@SUM(A1)", "\tx", "  =1", "＝1", "＋1", "－1", "＠x", "=cmd|' /C calc'!A0"}) {
    CHECK(csv_of_title(text, Csv) == "\"'" + std::string(text) + "\"");
    CHECK(csv_of_title(text, BareCsv) == text);
  }
  CHECK(csv_of_title("\r=1", Csv) == "\"'\r'=1\"");
  CHECK(csv_of_title("\n=1", Csv) == "\"'\n'=1\"");
  // Where files are cut at semicolons that is a cell of its own.
  CHECK(csv_of_title("x;=HYPERLINK(\"a\");", Csv) == "\"x;'=HYPERLINK(\"\"a\"\");\"");
  CHECK(csv_of_title("x;\"=1\"", Csv) == "\"x;'\"\"=1\"\"\"");
  CHECK(csv_of_title("x;=1\n=2", BareCsv) == "\"x;=1\n=2\"");
  for (const std::string_view text : {"a=b", "1-2", "'quoted", "– dash", "(=1)"})
    CHECK(csv_of_title(text, Csv) == "\"" + std::string(text) + "\"");
}

TEST_CASE("Of a list each value is looked at; numbers stay as they are, and dates from year 0 on") {
  const auto events = table_of_rows(TableId::Events, {{{"date", "-0044-03-15"}, {"people", "Ada|=1|-x"}}});
  CHECK(exported(*events, TableId::Events, Csv, {Date, People}) ==
        "date,people\r\n\"'-0044-03-15\",\"Ada; '=1; '-x\"\r\n");
  CHECK(exported(*events, TableId::Events, BareCsv, {Date}) == "date\r\n-0044-03-15\r\n");
  const auto early = table_of_rows(TableId::Events, {{{"date", "0000-03-15"}}});
  CHECK(exported(*early, TableId::Events, Csv, {Date}) == "date\r\n0000-03-15\r\n");
  const auto entries =
      table_of_rows(TableId::ChartEntries, {{{"regions", ">90"}, {"position", "~30"}, {"region", "001"}},
                                            {{"regions", ">=5"}, {"position", "<=10"}},
                                            {{"regions", "-7"}, {"position", "<4"}}});
  using namespace chart_column;
  CHECK(exported(*entries, TableId::ChartEntries, BareCsv, {Regions, Position, Region}) ==
        "regions,position,region\r\n>90,~30,001\r\n>=5,<=10,\r\n-7,<4,\r\n");
}

TEST_CASE("Dates are EDTF and lengths are seconds") {
  const auto dataset = table_of_rows(TableId::Videos, {{{"date", "2023-12-14~"}, {"duration", "~1800"}},
                                                       {{"date", "201X"}, {"duration", "252"}}});
  const std::vector<size_t> columns = {video_column::Date, video_column::Duration};
  CHECK(exported(*dataset, TableId::Videos, Csv, columns) ==
        "date,duration_seconds\r\n2023-12-14~,~1800\r\n201X,252\r\n");
  CHECK(exported(*dataset, TableId::Videos, Ndjson, columns) ==
        "{\"id\":\"x\",\"date\":\"2023-12-14~\",\"duration_seconds\":{\"value\":1800,\"qualifier\":\"about\"}"
        "}\n"
        "{\"id\":\"x\",\"date\":\"201X\",\"duration_seconds\":252}\n");
}

TEST_CASE("All columns of CSV are the row's id, every column, evidence by kind, and what is inferred") {
  const auto dataset = stated_event();
  CHECK(exported(*dataset, TableId::Events, Options{Format::Csv, false, false, true}, {Title}) ==
        "id,title,kind,date,people,place,note,source,evidence_headline,evidence_paragraph,evidence_article,"
        "inferred\r\nshow,Show,,2023-12,,,,First; Second,a1,a1#3; a1#4,=a2,title; date\r\n");
  const std::string safe = exported(*dataset, TableId::Events, Options{Format::Csv, false, true, true});
  CHECK(safe.find("\"a1#3; a1#4\",\"'=a2\",\"title; date\"\r\n") != std::string::npos);
  const std::string articles =
      exported(*dataset, TableId::Articles, Options{Format::Csv, false, false, true});
  CHECK(articles ==
        "id,title,date,author,tag,facts,summary,url\r\na1,First,,,,1,One.,\r\n=a2,Second,,,,1,Two.,\r\n");
}

TEST_CASE("NDJSON has an object a line, with what is stated in its own type") {
  const auto dataset = stated_event();
  CHECK(exported(*dataset, TableId::Events, Ndjson, {Date, Kind}) ==
        "{\"id\":\"show\",\"date\":\"2023-12\"}\n");
  CHECK(exported(*dataset, TableId::Events, Options{Format::Ndjson, false, false, true}) ==
        "{\"id\":\"show\",\"title\":\"Show\",\"date\":\"2023-12\",\"source\":[\"First\",\"Second\"],"
        "\"evidence\":[{\"article\":\"a1\",\"paragraph\":0},{\"article\":\"a1\",\"paragraph\":3},"
        "{\"article\":\"a1\",\"paragraph\":4},{\"article\":\"=a2\"}],\"inferred\":[\"title\",\"date\"]}\n");
  CHECK(exported(*dataset, TableId::Events, {}, Ndjson, {Date}).empty());
}

TEST_CASE("NDJSON escapes quotes, backslashes and control characters, and keeps lines whole") {
  const auto dataset = table_of_rows(TableId::Events, {{{"title", "a\"b\\c\nd\x01 \u2028😀=1"}}});
  CHECK(exported(*dataset, TableId::Events, Ndjson, {Title}) ==
        "{\"id\":\"x\",\"title\":\"a\\\"b\\\\c\\u000ad\\u0001 \u2028😀=1\"}\n");
}

TEST_CASE("A Markdown table has the headings and values that are on screen") {
  const auto dataset =
      table_of_rows(TableId::ChartEntries,
                    {{{"chart", "Radio"}, {"regions", ">90"}, {"position", "1"}}, {{"chart", "TV"}}});
  using namespace chart_column;
  const std::string heading(ui::column_heading(TableId::ChartEntries, Position));
  CHECK(exported(*dataset, TableId::ChartEntries, Markdown, {Position, Region}) ==
        "| " + heading + " | " + std::string(ui::column_heading(TableId::ChartEntries, Region)) +
            " |\n| ---: | --- |\n| 1 | more than 90 regions |\n|  |  |\n");
  // Of all columns those that any row fills, as on screen.
  const std::string all =
      exported(*dataset, TableId::ChartEntries, Options{Format::Markdown, false, false, true});
  CHECK(all.find("\n| --- | ---: | ---: |\n") != std::string::npos);
}

TEST_CASE("No text becomes Markdown") {
  CHECK(markdown_of_title("a|b\\|c") == "| a\\|b\\\\\\|c |\n");
  CHECK(markdown_of_title("*a* _b_ `c` ~~d~~ $e$") == "| \\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~ \\$e\\$ |\n");
  CHECK(markdown_of_title("<b onclick=x>&amp;</b>") == "| \\<b onclick=x\\>\\&amp;\\</b\\> |\n");
  CHECK(markdown_of_title("![x](javascript:alert(1))") == "| !\\[x\\](javascript\\:alert(1)) |\n");
  CHECK(markdown_of_title("https://e.org www.f.org me@g.org 12:30") ==
        "| https\\://e.org www\\.f.org me\\@g.org 12:30 |\n");
  CHECK(markdown_of_title("one\ntwo\r\n\r\nthree") == "| one two three |\n");
  CHECK(markdown_of_title("a\u202Eb") == "| a‹RLO›b |\n");
}

TEST_CASE("Addresses of the web are links in Markdown, everything else is text") {
  const auto dataset =
      table_of_rows(TableId::Videos, {{{"url", "https://e.org/a|b`c"}}, {{"url", "javascript:alert(1)"}}});
  const std::string file = exported(*dataset, TableId::Videos, Markdown, {video_column::Url});
  CHECK(file.find("| <https://e.org/a%7Cb%60c> |\n| javascript\\:alert(1) |\n") != std::string::npos);
}

TEST_CASE("A file is named after dataset and table") {
  Dataset dataset;
  const auto name = [&](Format format) { return exports::file_name(dataset, TableId::ChartEntries, format); };
  dataset.title = "Café: Jimin’s “Closer”/../2023";
  CHECK(name(Format::Csv) == "cafe-jimins-closer-2023-charts.csv");
  CHECK(name(Format::JsonFeed) == "cafe-jimins-closer-2023-charts.json");
  CHECK(name(Format::Csl) == "cafe-jimins-closer-2023-charts-citations.json");
  dataset.title = "지민";
  CHECK(name(Format::Ndjson) == "article-explorer-charts.ndjson");
  dataset.title.assign(500, 'x');
  CHECK(name(Format::Markdown) == "article-explorer-charts.md");
  dataset.title = "CON";
  CHECK(name(Format::Bibtex) == "con-charts.bib");
}

TEST_CASE("How many rows a step takes makes no difference") {
  const Dataset& dataset = sample_dataset();
  for (const Format format :
       {Format::Csv, Format::JsonFeed, Format::Ndjson, Format::Markdown, Format::Bibtex, Format::Csl}) {
    for (const TableId table : AllTables) {
      const Options options{format, true, true, true};
      const std::string one = exported(dataset, table, options);
      CHECK(one == exported(dataset, table, all_rows(dataset, table), options, {}, 3));
      CHECK(one == exported(dataset, table, all_rows(dataset, table), options, {}, 1000));
    }
  }
}
