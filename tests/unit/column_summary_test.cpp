// Summaries of columns: what they count, against counting row by row, and what they say.
#include "view/column_summary.h"

#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "query_random.h"
#include "state/query_text.h"
#include "view/format.h"
#include "view/transition.h"
#include "view/ui_sentences.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct Counted {
  std::unique_ptr<Dataset> dataset;
  QueryEngine engine{*dataset};

  explicit Counted(std::unique_ptr<Dataset> rows) : dataset(std::move(rows)) {}
  ColumnSummary ask(std::string_view query, size_t column) {
    engine.ask(parse_query(query).query, TableId::ChartEntries);
    engine.work();
    return column_summary(engine, *dataset, TableId::ChartEntries, column);
  }
};

// Positions 1 to 40 in two charts and three regions; every tenth row names no position, every fourth no
// chart.
std::unique_ptr<Dataset> chart_rows() {
  DatasetBuilder builder;
  for (int i = 0; i < 200; ++i) {
    const std::string n = std::to_string(i);
    builder.add_row(TableId::ChartEntries, "c" + n,
                    {{"title", i % 5 == 0 ? "" : "Song " + n},
                     {"chart", i % 4 == 0   ? ""
                               : i % 3 == 0 ? "North"
                                            : "South"},
                     {"region", i % 2 == 0   ? "KR"
                                : i % 3 == 0 ? "FR"
                                             : "JP"},
                     {"position", i % 10 == 0 ? "" : std::to_string(i % 40 + 1)},
                     {"date", i % 2 == 0 ? "2022-0" + std::to_string(1 + i % 9) : "2023-11-05"}});
  }
  return builder.finish();
}

uint32_t sum(const ColumnSummary& summary, uint32_t SummaryBar::*member) {
  uint32_t all = summary.missing.*member;
  for (const SummaryBar& bar : summary.bars)
    all += bar.*member;
  return all;
}

}  // namespace

TEST_CASE("a summary counts all rows, those that other filters leave, and those that all leave") {
  Counted counted(chart_rows());
  const size_t columns[] = {chart_column::Title, chart_column::Chart, chart_column::Region,
                            chart_column::Position, chart_column::Date};
  for (const std::string_view query : {"", "region:KR", "position<=10", "chart=North position:none",
                                       "-region:JP date:2022", "title:\"song 1\""}) {
    CAPTURE(query);
    for (const size_t column : columns) {
      CAPTURE(column);
      const ColumnSummary summary = counted.ask(query, column);
      CHECK(sum(summary, &SummaryBar::total) == 200);
      CHECK(sum(summary, &SummaryBar::count) == summary.rows);
      CHECK(sum(summary, &SummaryBar::kept) == counted.engine.result(TableId::ChartEntries).rows.size());
      CHECK(summary.row_total == 200);
      for (const SummaryBar& bar : summary.bars) {
        CHECK(bar.total >= bar.count);
        CHECK(bar.count >= bar.kept);
      }
      if (!summary.filtered) CHECK(sum(summary, &SummaryBar::kept) == summary.rows);
    }
  }
}

TEST_CASE("values stand in the order of the whole table, whatever is filtered, and are not too many") {
  DatasetBuilder builder;
  for (int i = 0; i < 300; ++i) {
    // Value k is stated by about 300 / k rows.
    const std::string value = "v" + std::to_string(1 + 300 / (i + 1));
    builder.add_row(TableId::ChartEntries, "c" + std::to_string(i),
                    {{"title", "x"}, {"chart", value}, {"position", std::to_string(i)}});
  }
  Counted counted(builder.finish());
  const ColumnSummary all = counted.ask("", chart_column::Chart);
  CHECK(all.bars.size() == MaxSummaryValues);
  CHECK(all.distinct > MaxSummaryValues);
  for (size_t i = 1; i < all.bars.size(); ++i)
    CHECK(all.bars[i - 1].total >= all.bars[i].total);
  const ColumnSummary few = counted.ask("position<20", chart_column::Chart);
  CHECK(same_bars(all, few));
  CHECK(!same_counts(all, few));
}

TEST_CASE("the bars of numbers begin and end where the numbers do") {
  Counted counted(chart_rows());
  const ColumnSummary summary = counted.ask("", chart_column::Position);
  CHECK(summary.bars.front().least == 2);
  CHECK(summary.bars.back().greatest == 40);
  CHECK(summary.missing.total == 20);
}

TEST_CASE("a span of days reads as days, months or years, whichever is shorter") {
  struct Case {
    CivilDate first, last;
    std::string_view words, from, to;
  };
  const Case cases[] = {
      {{2023, 12, 22}, {2023, 12, 22}, "22 Dec 2023", "2023-12-22", "2023-12-22"},
      {{2023, 12, 1}, {2023, 12, 31}, "December 2023", "2023-12", "2023-12"},
      {{2023, 1, 1}, {2023, 3, 31}, "January – March 2023", "2023-01", "2023-03"},
      {{2023, 1, 1}, {2023, 12, 31}, "2023", "2023", "2023"},
      {{2015, 1, 1}, {2019, 12, 31}, "2015–2019", "2015", "2019"},
      {{2024, 2, 1}, {2024, 2, 29}, "February 2024", "2024-02", "2024-02"},
      {{2023, 12, 30}, {2024, 1, 2}, "30 Dec 2023 – 2 Jan 2024", "2023-12-30", "2024-01-02"},
  };
  for (const Case& test : cases) {
    CAPTURE(test.words);
    const int64_t first = days_from_civil(test.first), last = days_from_civil(test.last);
    CHECK(format_date(span_date(first, last)) == test.words);
    const RangeEnds ends = range_ends(ColumnType::Date, first, last);
    CHECK(ends.from == test.from);
    CHECK(ends.to == test.to);
  }
}

TEST_CASE("no span is beyond the calendar") {
  for (const auto& [first, last] :
       {std::pair{INT64_MIN, INT64_MAX}, {INT64_MAX, INT64_MIN}, {0L, INT64_MAX}}) {
    const PartialDate date = span_date(first, last);
    CHECK(date.earliest <= date.latest);
    CHECK(!range_ends(ColumnType::Date, first, last).from.empty());
  }
}

TEST_CASE("the ends of a filter are read back as what they were written for") {
  Random random(3);
  for (int round = 0; round < 2000; ++round) {
    const int64_t secs = random.below(1u << (1 + random.below(30)));
    const RangeEnds ends = range_ends(ColumnType::Duration, secs, secs);
    CAPTURE(ends.from);
    CHECK(parse_duration(ends.from) == secs);
  }
  CHECK(range_ends(ColumnType::Duration, 1800, 5400).from == "30min");
  CHECK(range_ends(ColumnType::Duration, 1800, 5400).to == "1h30m");
  CHECK(range_ends(ColumnType::Duration, -5, 0).from.empty());
  CHECK(range_ends(ColumnType::Number, -3, 7).from == "-3");
}

TEST_CASE("a summary says in words what it draws") {
  Counted counted(chart_rows());
  CHECK(ui::summary_words(counted.ask("", chart_column::Position)) ==
        "Position: 2 to 40, most 2 to 3 (5%); 20 of 200 chart entries do not state it");
  CHECK(ui::summary_words(counted.ask("", chart_column::Region)) ==
        "Region: 3 values, most South Korea (50%)");
  CHECK(ui::summary_words(counted.ask("", chart_column::Title)) ==
        "Title: stated in 160 of 200 chart entries");
  CHECK(ui::summary_words(counted.ask("region:JP", chart_column::Region)) ==
        "Region: 3 values, most South Korea (50%)");
  const ColumnSummary chart = counted.ask("region:FR", chart_column::Chart);
  CHECK(ui::bar_words(chart, chart.bars.size()) == "not stated: 0 of 50");
}

TEST_CASE("a share is never none or all where some are") {
  struct Case {
    uint64_t part, whole;
    std::string_view text;
  };
  const Case cases[] = {{0, 10, "0%"},       {1, 1000, "<1%"}, {1, 2, "50%"}, {1, 3, "33%"},   {2, 3, "67%"},
                        {999, 1000, ">99%"}, {10, 10, "100%"}, {0, 0, "0%"},  {99, 100, "99%"}};
  for (const Case& test : cases)
    CHECK(ui::share(test.part, test.whole) == test.text);
}

TEST_CASE("a number goes over to another one in time, faster at first, and stays there") {
  CHECK(transition_part(100, 100) == 0);
  CHECK(transition_part(100, 50) == 0);
  float before = 0;
  for (double now = 110; now < 100 + TransitionMs; now += 10) {
    CHECK(transition_part(100, now) > before);
    CHECK(!transition_done(100, now));
    before = transition_part(100, now);
  }
  CHECK(transition_part(100, 100 + TransitionMs / 2) > 0.5f);
  CHECK(transition_part(100, 100 + TransitionMs) == 1);
  CHECK(transition_done(100, 100 + TransitionMs));
  CHECK(transition_part(LongAgo, 0) == 1);
  CHECK(TransitionMs < 200);
  CHECK(blend(10, 20, 0.5f) == 15);
  CHECK(blend(10, 20, 1) == 20);
}

TEST_CASE("a summary that changes begins where the last one was, also in the middle of a change") {
  Counted counted(chart_rows());
  const ColumnSummary all = counted.ask("", chart_column::Region);
  ColumnSummary some = counted.ask("chart=North", chart_column::Region);
  go_over(some, all, 1000);
  CHECK(drawn_bar(some, 0, 1000).count == static_cast<float>(all.bars[0].count));
  CHECK(drawn_bar(some, 0, 1000 + TransitionMs).count == static_cast<float>(some.bars[0].count));
  const float middle = drawn_bar(some, 0, 1050).count;
  ColumnSummary back = counted.ask("", chart_column::Region);
  go_over(back, some, 1050);
  CHECK(drawn_bar(back, 0, 1050).count == doctest::Approx(middle));
  ColumnSummary other = counted.ask("", chart_column::Chart);
  go_over(other, all, 1000);
  CHECK(other.before.empty());
}

TEST_CASE("what is pointed at is found among the bars again") {
  Counted counted(chart_rows());
  for (const size_t column : {chart_column::Region, chart_column::Position, chart_column::Date}) {
    const ColumnSummary summary = counted.ask("", column);
    for (size_t bar = 0; bar <= summary.bars.size(); ++bar)
      CHECK(pointed_bar(summary, subject_of_bar(summary, bar)) == bar);
    CHECK(!pointed_bar(summary, std::nullopt));
    CHECK(!pointed_bar(summary, Subject{RowRef{TableId::ChartEntries, 0}, {}, {}}));
  }
}
