// What the timeline counts: by day, without the terms on dates but with what they keep.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/time_facts.h"

using namespace explorer;
using namespace explorer::test;

namespace {

DaySpan span_of(std::string_view text) {
  const auto span = day_span(*parse_edtf(text).value);
  return span.value_or(DaySpan{});
}

int64_t day(int64_t year, int month = 1, int of_month = 1) {
  return days_from_civil({year, month, of_month});
}

struct FactsApp : TestApp {
  FactsApp() {
    DatasetBuilder builder;
    for (const char* date : {"2023-12-22", "2023-12", "2023-12-22~", "2024-01-01", "", "../2020-05-01"})
      builder.add_row(TableId::Videos, date, {{"title", "Video"}, {"kind", "clip"}, {"date", date}});
    builder.add_row(TableId::Videos, "other", {{"title", "Video"}, {"kind", "film"}, {"date", "2023-12-22"}});
    load(builder.finish());
  }
  const TimeLaneFacts& lane() const { return app.results().time->lanes.at(0); }
  // Dates that count from one day to before another.
  TimeDay between(int64_t from, int64_t to) const {
    const TimeDay& a = day_from(lane(), static_cast<double>(from));
    const TimeDay& b = day_from(lane(), static_cast<double>(to));
    return {0, b.count - a.count, b.kept - a.kept, b.vague - a.vague, b.total - a.total};
  }
};

}  // namespace

TEST_CASE("a date lies between days, an open one at the end that it has") {
  CHECK(span_of("2023-12-22").first == day(2023, 12, 22));
  CHECK(span_of("2023-12-22").end == day(2023, 12, 23));
  CHECK(span_of("2023-12").end == day(2024));
  CHECK(span_of("1969-12-31T23:00:00Z").first == -1);
  CHECK(span_of("../2020-05-01").first == day(2020, 5, 1));
  CHECK(span_of("2020-05-01/..").end == day(2020, 5, 2));
  CHECK(!day_span(PartialDate()));
}

TEST_CASE("exact days are days without a qualifier") {
  const auto exact = [](std::string_view text) { return is_exact_day(*parse_edtf(text).value); };
  CHECK(exact("2023-12-22"));
  CHECK(exact("2023-12-22T10:00:00"));
  CHECK(!exact("2023-12-22~"));
  CHECK(!exact("2023-12-22?"));
  CHECK(!exact("2023-12"));
  CHECK(!exact("2023-12-XX"));
  CHECK(!exact("2023-12-22/2023-12-23"));
}

TEST_CASE("rows are counted by the day that their date begins with") {
  FactsApp t;
  REQUIRE(t.app.results().time);
  CHECK(t.app.results().time->lanes.size() == 1);
  CHECK(t.lane().table == TableId::Videos);
  CHECK(t.lane().dated() == 6);
  CHECK(t.between(day(2023, 12, 22), day(2023, 12, 23)).count == 3);
  CHECK(t.between(day(2023, 12, 22), day(2023, 12, 23)).vague == 1);
  CHECK(t.between(day(2023, 12), day(2024)).count == 4);
  CHECK(t.between(day(1000), day(3000)).total == 6);
  CHECK(t.lane().rows.front() == 5);
  CHECK(t.app.results().time->from_day == static_cast<double>(day(2020, 5)));
  CHECK(t.app.results().time->to_day == static_cast<double>(day(2024, 1, 2)));
}

TEST_CASE("terms on dates are left out of what dates would choose, others are not") {
  FactsApp t;
  t.run(command::SetQueryText{"date:2023-12-22 kind:clip"});
  CHECK(t.lane().dated() == 5);
  const TimeDay all = t.between(day(1000), day(3000));
  CHECK(all.count == 5);
  CHECK(all.total == 6);
  CHECK(all.kept == 3);  // the month may be that day
  CHECK(t.between(day(2024), day(2025)).kept == 0);
  CHECK(t.between(day(2024), day(2025)).count == 1);
}

TEST_CASE("no dates, one date and a stray among many") {
  TestApp none;
  DatasetBuilder builder;
  builder.add_row(TableId::Videos, "v", {{"title", "Video"}});
  none.load(builder.finish());
  CHECK(!none.app.results().time->any());
  builder = DatasetBuilder();
  builder.add_row(TableId::Videos, "v", {{"title", "Video"}, {"date", "2023-12-22"}});
  TestApp one;
  one.load(builder.finish());
  const TimeWindow whole = one.app.results().time->whole;
  CHECK(whole.to_day - whole.from_day >= 30);
  builder = DatasetBuilder();
  for (int i = 0; i < 2000; ++i) {
    const std::string date =
        format_edtf(PartialDate{i * 86'400, i * 86'400 + 86'399, DateForm::Single, DatePrecision::Day});
    builder.add_row(TableId::Videos, std::to_string(i), {{"title", "Video"}, {"date", date}});
  }
  builder.add_row(TableId::Videos, "far", {{"title", "Video"}, {"date", "Y9999999"}});
  TestApp many;
  many.load(builder.finish());
  CHECK(many.app.results().time->to_day > 1e9);
  CHECK(many.app.results().time->whole.to_day < 3000);
}
