// Rows as texts for the clipboard.
#include "view/row_copy.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> videos(std::initializer_list<std::vector<Cell>> rows) {
  DatasetBuilder builder;
  for (const std::vector<Cell>& cells : rows)
    builder.add_row(TableId::Videos, "v", cells);
  return builder.finish();
}

RowCopy copy(const Dataset& dataset, std::vector<size_t> columns, CopyLimits limits = {}) {
  std::vector<RowIndex> rows(dataset.table(TableId::Videos).row_count);
  for (RowIndex row = 0; row < rows.size(); ++row)
    rows[row] = row;
  return copy_rows(dataset, TableId::Videos, columns, rows, limits);
}

constexpr size_t Title = video_column::Title, Date = video_column::Date, Duration = video_column::Duration,
                 People = video_column::People;

}  // namespace

TEST_CASE("rows become lines with tabs, and a table, both with a header and in the order that is asked for") {
  const auto dataset = videos({{{"title", "One"}, {"people", "Jimin|V"}}, {{"title", "Two"}}});
  const RowCopy rows = copy(*dataset, {People, Title});
  CHECK(rows.plain == "With\tTitle\nJimin, V\tOne\n\tTwo\n");
  CHECK(rows.html ==
        "<table><thead><tr><th>With</th><th>Title</th></tr></thead><tbody>"
        "<tr><td>Jimin, V</td><td>One</td></tr><tr><td></td><td>Two</td></tr></tbody></table>");
  CHECK(rows.rows == 2);
}

TEST_CASE("dates, numbers and durations can be calculated with where there are tabs, and read in the table") {
  const auto dataset =
      videos({{{"date", "2023-12-22~"}, {"duration", "200"}}, {{"date", "2023-12"}, {"duration", "~1800"}}});
  const RowCopy rows = copy(*dataset, {Date, Duration});
  CHECK(rows.plain == "Date\tDuration\n2023-12-22~\t0:03:20\n2023-12\tabout 30 min\n");
  CHECK(rows.html.find("<td>about 22 Dec 2023</td><td>3 min 20 s</td>") != rows.html.npos);
  CHECK(rows.html.find("<td>December 2023</td><td>about 30 min</td>") != rows.html.npos);

  DatasetBuilder builder;
  builder.add_row(TableId::ChartEntries, "a", {{"regions", "1234"}});
  builder.add_row(TableId::ChartEntries, "b", {{"regions", ">90"}});
  builder.add_row(TableId::ChartEntries, "c", {{"regions", "-3"}});
  const auto charts = builder.finish();
  const size_t columns[] = {chart_column::Regions};
  const RowIndex all[] = {0, 1, 2};
  const RowCopy numbers = copy_rows(*charts, TableId::ChartEntries, columns, all);
  CHECK(numbers.plain == "Regions claimed\n1234\nmore than 90\n-3\n");
  CHECK(numbers.html.find("<td>1,234</td>") != numbers.html.npos);
}

TEST_CASE("no value ends its cell, and none is a formula") {
  const auto dataset = videos({{{"title", "a\tb\nc"}},
                               {{"title", "=HYPERLINK(\"https://example.org\")"}},
                               {{"title", "+1"}},
                               {{"title", "-1"}},
                               {{"title", "@sum"}},
                               {{"title", "1 = 1"}},
                               {{"title", " ＝1"}},
                               {{"title", "x;=1"}}});
  const RowCopy rows = copy(*dataset, {Title});
  CHECK(rows.plain ==
        "Title\na b c\n'=HYPERLINK(\"https://example.org\")\n'+1\n'-1\n'@sum\n1 = 1\n'＝1\nx;'=1\n");
  CHECK(rows.html.find("<td>'=HYPERLINK(&quot;https://example.org&quot;)</td>") != rows.html.npos);
}

TEST_CASE("markup in a value is text, and control characters are seen") {
  const auto dataset = videos({{{"title", "<b>&amp;\x01"}}});
  const RowCopy rows = copy(*dataset, {Title});
  CHECK(rows.html.find("<td>&lt;b>&amp;amp;\u2401</td>") != rows.html.npos);
  CHECK(rows.plain == "Title\n<b>&amp;\u2401\n");
}

TEST_CASE("what would be too much is cut after a whole row, and counted") {
  const auto dataset = videos({{{"title", "One"}}, {{"title", "Two"}}, {{"title", "Three"}}});
  const RowCopy few = copy(*dataset, {Title}, {2, 1000});
  CHECK(few.rows == 2);
  CHECK(few.plain == "Title\nOne\nTwo\n");
  CHECK(few.html.ends_with("<tr><td>Two</td></tr></tbody></table>"));
  const size_t first =
      copy(*dataset, {Title}, {1, 1000}).html.size() - std::string_view("</tbody></table>").size();
  const RowCopy small = copy(*dataset, {Title}, {3, first});
  CHECK(small.rows == 1);
  CHECK(small.plain == "Title\nOne\n");
  CHECK(copy(*dataset, {Title}, {3, 10}).rows == 0);
}

TEST_CASE("a value is copied as it is to be pasted into a text") {
  const auto dataset = videos({{{"title", "=1+1"}, {"date", "2023-12"}}});
  CHECK(copy_value(*dataset, TableId::Videos, 0, Title).plain == "=1+1");
  CHECK(copy_value(*dataset, TableId::Videos, 0, Date).plain == "2023-12");
  CHECK(copy_value(*dataset, TableId::Videos, 0, Date).html == "December 2023");
  CHECK(copy_value(*dataset, TableId::Videos, 0, Duration).plain.empty());
}

TEST_CASE("articles are named by title and place, since their letters say nothing elsewhere") {
  DatasetBuilder builder;
  builder.add_row(TableId::Articles, "x", {{"title", "First words"}});
  builder.add_row(TableId::Articles, "y", {{"title", "Second words"}});
  builder.add_row(TableId::Videos, "v", {{"title", "One"}});
  const auto dataset = builder.finish();
  Table& table = dataset->table(TableId::Videos);
  table.evidence = {{0, 4}, {0, 5}, {1, Evidence::WholeArticle}};
  table.evidence_offsets.resize(2);
  table.evidence_offsets[1] = 3;
  const std::string named =
      "\u201cFirst words\u201d, paragraphs 4, 5; \u201cSecond words\u201d, the whole article";
  CHECK(copy_value(*dataset, TableId::Videos, 0, video_column::Source).plain == named);
  const RowCopy rows = copy(*dataset, {Title, video_column::Source});
  CHECK(rows.plain == "Title\tStated in\nOne\t" + named + "\n");
  CHECK(rows.html.find("<td>" + named + "</td>") != rows.html.npos);
}
