// Values as readers see them: never more precise than they were stated.
#include "view/format.h"

#include <doctest/doctest.h>

#include <limits>

#include "dataset_fixture.h"
#include "view/ui_text.h"

using namespace explorer;

namespace {

Quantity quantity(int64_t value, Qualifier qualifier = Qualifier::Exact) {
  return {value, qualifier, true};
}

std::string cell(const Dataset& dataset, RowRef row, std::string_view column) {
  return format_cell(dataset, row.table, row.row, *find_column(row.table, column));
}

}  // namespace

TEST_CASE("dates read as precisely as they were stated") {
  struct Case {
    std::string_view edtf, expected;
  };
  const Case cases[] = {
      {"2023-12-22", "22 Dec 2023"},
      {"2023-05-01", "1 May 2023"},
      {"2023-03", "March 2023"},
      {"2023", "2023"},
      {"0033", "AD 33"},
      {"0000", "1 BC"},
      {"-0044", "45 BC"},
      {"-0044-03-15", "15 Mar 45 BC"},
      {"Y170000002", "170000002"},
      {"2023-21", "spring 2023"},
      {"2023-22", "summer 2023"},
      {"2023-23", "autumn 2023"},
      {"2023-24", "winter 2023–24"},
      {"1999-24", "winter 1999–00"},
      {"201X", "2010s"},
      {"20XX", "2000–2099"},
      {"2023-12-14~", "about 14 Dec 2023"},
      {"2023?", "2023, perhaps"},
      {"2023-03%", "about March 2023, perhaps"},
      {"2004-XX", "a month of 2004"},
      {"2004-07-XX", "a day of July 2004"},
      {"2004-XX-XX", "a day of 2004"},
      {"2023-12-18/2023-12-22", "18–22 Dec 2023"},
      {"2023-11-28/2023-12-03", "28 Nov – 3 Dec 2023"},
      {"2023-12-28/2024-01-03", "28 Dec 2023 – 3 Jan 2024"},
      {"2023-12-18~/2023-12-22~", "about 18–22 Dec 2023"},
      {"2023-12-18~/2023-12-22", "about 18 Dec 2023 – 22 Dec 2023"},
      {"2023-03/2023-05", "March – May 2023"},
      {"2023-12/2024-01", "December 2023 – January 2024"},
      {"2004/2006", "2004–2006"},
      {"-0044/0014", "45 BC – AD 14"},
      {"2004/2006-07", "2004 – July 2006"},
      {"2023-12/2023-12-22", "December 2023 – 22 Dec 2023"},
      {"2004/..", "from 2004"},
      {"../2004-07", "until July 2004"},
      {"2004/", "from 2004, end unknown"},
      {"/2004~", "until about 2004, start unknown"},
      {"2023-12-22T09:30:00Z", "22 Dec 2023, 09:30"},
      {"2023-12-22T00:00:05Z", "22 Dec 2023, 00:00:05"},
      {"1969-12-31T23:59:59Z", "31 Dec 1969, 23:59:59"},
  };
  for (const Case& c : cases) {
    CAPTURE(std::string(c.edtf));
    const DateParse parsed = parse_edtf(c.edtf);
    REQUIRE(parsed.value);
    CHECK(format_date(*parsed.value) == c.expected);
  }
  CHECK(format_date(PartialDate()) == NotStated);
}

TEST_CASE("an interval of seasons or decades names both ends") {
  const auto interval = [](std::string_view from, std::string_view to) {
    const PartialDate a = *parse_edtf(from).value, b = *parse_edtf(to).value;
    PartialDate date = a;
    date.form = DateForm::Interval;
    date.latest = b.latest;
    date.end_precision = b.precision;
    return format_date(date);
  };
  CHECK(interval("2023-21", "2023-24") == "spring 2023 – winter 2023–24");
  CHECK(interval("2023-22", "2023-23") == "summer 2023 – autumn 2023");
  CHECK(interval("198X", "199X") == "1980s – 1990s");
}

TEST_CASE("quantities say how sure they are") {
  CHECK(format_quantity(Quantity()) == NotStated);
  CHECK(format_quantity(quantity(0)) == "0");
  CHECK(format_quantity(quantity(1)) == "1");
  CHECK(format_quantity(quantity(1234567)) == "1,234,567");
  CHECK(format_quantity(quantity(-1234)) == "−1,234");
  CHECK(format_quantity(quantity(90, Qualifier::MoreThan)) == "more than 90");
  CHECK(format_quantity(quantity(30, Qualifier::About)) == "about 30");
  CHECK(format_quantity(quantity(5, Qualifier::AtLeast)) == "at least 5");
  CHECK(format_quantity(quantity(5, Qualifier::AtMost)) == "at most 5");
  CHECK(format_quantity(quantity(5, Qualifier::LessThan)) == "less than 5");
  CHECK(format_quantity(quantity(std::numeric_limits<int64_t>::min())) == "−9,223,372,036,854,775,808");
}

TEST_CASE("durations are told in the units people use") {
  CHECK(format_duration(Quantity()) == NotStated);
  CHECK(format_duration(quantity(0)) == "0 s");
  CHECK(format_duration(quantity(200)) == "3 min 20 s");
  CHECK(format_duration(quantity(1800, Qualifier::About)) == "about 30 min");
  CHECK(format_duration(quantity(3900)) == "1 h 5 min");
  CHECK(format_duration(quantity(3605)) == "1 h 5 s");
  CHECK(format_duration(quantity(-60)) == "−1 min");
  CHECK(format_duration(quantity(std::numeric_limits<int64_t>::max())) ==
        "2,562,047,788,015,215 h 30 min 7 s");
}

TEST_CASE("sizes are told in decimal units") {
  struct Case {
    uint64_t bytes;
    std::string_view expected;
  };
  const Case cases[] = {{0, "0 bytes"},
                        {1, "1 byte"},
                        {999, "999 bytes"},
                        {1000, "1.0 kB"},
                        {1049, "1.0 kB"},
                        {1050, "1.1 kB"},
                        {999'949, "999.9 kB"},
                        {999'950, "1.0 MB"},
                        {12'345'678, "12.3 MB"},
                        {2'000'000'000, "2.0 GB"},
                        {5'000'000'000'000, "5,000.0 GB"}};
  for (const Case& c : cases)
    CHECK(format_bytes(c.bytes) == c.expected);
}

TEST_CASE("evidence is marked by article and paragraph") {
  CHECK(article_sign(0) == "A");
  CHECK(article_sign(25) == "Z");
  CHECK(article_sign(26) == "AA");
  CHECK(article_sign(27) == "AB");
  CHECK(article_sign(701) == "ZZ");
  CHECK(article_sign(702) == "AAA");
  CHECK(format_evidence({1, 4}) == "B 4");
  CHECK(format_evidence({1, 0}) == "B headline");
  CHECK(format_evidence({1, Evidence::WholeArticle}) == "B");
  CHECK(describe_evidence({1, 4}) == "article B, paragraph 4");
  CHECK(describe_evidence({1, 0}) == "article B, headline");
  CHECK(describe_evidence({30, Evidence::WholeArticle}) == "article AE");
}

TEST_CASE("cells of every type read well, and a dash stands where nothing is stated") {
  test::DatasetBuilder builder;
  const RowRef claim = builder.add_row(TableId::ChartEntries, "claim",
                                       {{"title", "Song\u202E"},
                                        {"chart", "Top"},
                                        {"regions", ">90"},
                                        {"position", "1"},
                                        {"date", "2023-12-22~"}});
  const RowRef one = builder.add_row(TableId::ChartEntries, "one", {{"regions", "1"}});
  const RowRef korea =
      builder.add_row(TableId::ChartEntries, "korea", {{"region", "KR"}, {"regions", ">90"}});
  const RowRef odd = builder.add_row(TableId::ChartEntries, "odd", {{"region", "Q9"}});
  const RowRef video = builder.add_row(TableId::Videos, "video",
                                       {{"people", "Jimin|V"}, {"duration", "~1800"}, {"rank", "2"}});
  const auto dataset = builder.finish();
  Table& table = dataset->table(TableId::ChartEntries);
  table.evidence = {{1, 4}, {0, 0}};
  table.evidence_offsets.resize(0);
  table.evidence_offsets.append(std::vector<uint32_t>{0, 2, 2, 2, 2});

  CHECK(cell(*dataset, claim, "title") == "Song‹RLO›");
  CHECK(cell(*dataset, claim, "chart") == "Top");
  CHECK(cell(*dataset, claim, "provider") == NotStated);
  CHECK(cell(*dataset, claim, "region") == "more than 90 regions");
  CHECK(cell(*dataset, claim, "regions") == "more than 90");
  CHECK(cell(*dataset, claim, "position") == "1");
  CHECK(cell(*dataset, claim, "date") == "about 22 Dec 2023");
  CHECK(cell(*dataset, claim, "source") == "B 4, A headline");
  CHECK(cell(*dataset, one, "region") == "1 region");
  CHECK(cell(*dataset, one, "date") == NotStated);
  CHECK(cell(*dataset, one, "position") == NotStated);
  CHECK(cell(*dataset, one, "source") == NotStated);
  CHECK(cell(*dataset, korea, "region") == "South Korea");
  CHECK(cell(*dataset, odd, "region") == "Q9");
  CHECK(cell(*dataset, video, "people") == "Jimin, V");
  CHECK(cell(*dataset, video, "duration") == "about 30 min");
  CHECK(cell(*dataset, video, "rank") == "2");
  CHECK(cell(*dataset, video, "artist") == NotStated);
}

TEST_CASE("a cell with endless lists ends somewhere") {
  test::DatasetBuilder builder;
  std::string people;
  for (int i = 0; i < 5000; ++i)
    people += "Somebody " + std::to_string(i) + "|";
  const RowRef row = builder.add_row(TableId::Videos, "video", {{"people", people}});
  const auto dataset = builder.finish();
  const std::string text = cell(*dataset, row, "people");
  CHECK(text.size() < 5000);
  CHECK(text.ends_with(", …"));
}

TEST_CASE("sentences count in singular and plural") {
  CHECK(ui::count_rows(1, TableId::ChartEntries) == "1 chart entry");
  CHECK(ui::count_rows(0, TableId::Videos) == "0 videos");
  CHECK(ui::count_rows(1234, TableId::Articles) == "1,234 articles");
  CHECK(ui::count_of(3, 14) == "3 of 14");
  CHECK(ui::count_of(14, 14) == "14");
  CHECK(ui::remove_quoted("Region: Japan") == "Remove \u201CRegion: Japan\u201D");
  CHECK(ui::remove_quoted("\u201Ccloser\u201D") == "Remove \u201Ccloser\u201D");
  CHECK(ui::count_of_rows(3, 14, TableId::Releases) == "3 of 14 releases");
  CHECK(ui::count_of_rows(0, 1, TableId::Releases) == "0 of 1 release");
  CHECK(ui::count_of_rows(14, 14, TableId::Events) == "14 events");
  CHECK(ui::skipped(1, 0, 1) == "1 article skipped");
  CHECK(ui::skipped(2, 1, 3) == "2 articles and 1 row skipped");
  CHECK(ui::skipped(0, 2, 2) == "2 rows skipped");
  CHECK(ui::skipped(0, 0, 1) == "1 warning");
  CHECK(ui::skipped(0, 0, 0) == "");
  CHECK(ui::and_more(12) == "and 12 more");
  CHECK(ui::progress(1'200'000, 3'400'000) == "1.2 MB of 3.4 MB");
  CHECK(ui::progress(1'200'000, 0) == "1.2 MB");
  CHECK(ui::place({12, 5, "$.items[1]"}) == "line 12, column 5, $.items[1]");
  CHECK(ui::place({}) == "");
}

TEST_CASE("every column has a heading that is not its query name") {
  for (TableId table : AllTables) {
    for (const ColumnSpec& spec : column_specs(table)) {
      CAPTURE(std::string(spec.name));
      const std::string_view heading = ui::column_heading(spec.name);
      CHECK(heading != spec.name);
      CHECK((heading[0] >= 'A' && heading[0] <= 'Z'));
    }
  }
  CHECK(ui::column_heading("nonsense") == "nonsense");
}
