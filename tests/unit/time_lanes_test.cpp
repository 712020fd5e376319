// Where marks, labels, clusters and bars of the timeline lie: never on each other, whatever there is.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "scene_fixture.h"
#include "view/time_lanes.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct Timeline {
  SceneSetup setup;
  FixedMeasurer measurer;
  Results results;
  TimeFacts facts;

  explicit Timeline(const Dataset& dataset) {
    setup.dataset = &dataset;
    results = setup.results();
    facts = time_facts(dataset, results.tables);
  }
  SceneInput input() {
    return {setup.state, setup.dataset, results, setup.load, setup.environment, {}, measurer};
  }
  TimelineLayout lay_out(float width, float height = 0, bool captions = false) {
    return lay_out_timeline(input(), facts, {width, height, captions});
  }
};

Rect mark_rect(const TimelineLayout& layout, const TimeLane& lane, const TimeMark& mark) {
  const float y = lane.y + layout.rows_top + layout.row_h * static_cast<float>(mark.row);
  return {mark.x0, y, mark.x1 - mark.x0, layout.row_h};
}

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

// Marks and labels within the plot and apart, every row of each lane in one mark.
void check_sound(const Timeline& timeline, const TimelineLayout& layout) {
  const float width = layout.scale.width();
  for (const TimeLane& lane : layout.lanes) {
    size_t rows = 0;
    std::vector<Rect> taken;
    for (const TimeMark& mark : lane.marks) {
      rows += mark.rows.size();
      CHECK(mark.row < lane.rows);
      CHECK(mark.x0 >= -0.01f);
      CHECK(mark.x1 <= width + 0.01f);
      CHECK(mark.x1 >= mark.x0);
      if (!mark.backdrop) taken.push_back(mark_rect(layout, lane, mark));
      if (mark.label.empty()) continue;
      CHECK(mark.label_x >= -0.01f);
      CHECK(mark.label_x + mark.label_w <= width + 1);
      const bool inside = mark.label_x >= mark.x0 && mark.label_x < mark.x1;
      const Rect row = mark_rect(layout, lane, mark);
      if (!inside || mark.backdrop) taken.push_back({mark.label_x, row.y, mark.label_w, row.h});
    }
    for (size_t i = 0; i < taken.size(); ++i) {
      for (size_t k = i + 1; k < taken.size(); ++k)
        CHECK_FALSE(overlap(taken[i], taken[k]));
    }
    const bool all = !timeline.setup.state.time_window && !lane.histogram;
    if (all) CHECK(rows == timeline.facts.lanes[lane.facts].rows.size());
  }
}

const TimeMark* find_mark(const TimelineLayout& layout, const TimeFacts& facts, TableId table, RowIndex row) {
  for (const TimeLane& lane : layout.lanes) {
    if (facts.lanes[lane.facts].table != table) continue;
    for (const TimeMark& mark : lane.marks) {
      if (std::ranges::find(mark.rows, row) != mark.rows.end()) return &mark;
    }
  }
  return nullptr;
}

std::unique_ptr<Dataset> events(const std::vector<std::string>& dates) {
  DatasetBuilder builder;
  for (const std::string& date : dates)
    builder.add_row(TableId::Events, "e" + std::to_string(&date - dates.data()),
                    {{"title", "Event"}, {"date", date}});
  return builder.finish();
}

}  // namespace

TEST_CASE("the two articles: every mark as precise as its date, labels at any size") {
  Timeline t(shipped_dataset());
  const TimelineLayout layout = t.lay_out(1250);
  CHECK(layout.opened);
  CHECK(layout.bins.empty());
  REQUIRE(layout.lanes.size() == 4);
  const TimeMark* face = find_mark(layout, t.facts, TableId::Releases, 1);
  REQUIRE(face);
  CHECK(face->shape == TimeShape::Span);
  CHECK(face->inferred);
  CHECK(face->label.starts_with("FACE, album"));
  CHECK(find_mark(layout, t.facts, TableId::Releases, 0)->shape == TimeShape::Tick);
  CHECK(find_mark(layout, t.facts, TableId::Releases, 2)->shape == TimeShape::Bracket);
  const TimeMark* charts = find_mark(layout, t.facts, TableId::ChartEntries, 0);
  REQUIRE(charts);
  CHECK(charts->shape == TimeShape::Fade);
  CHECK(charts->rows.size() == 8);
  CHECK(charts->label.starts_with("8 chart entries"));
  CHECK(!find_mark(layout, t.facts, TableId::Videos, 0)->inferred);
  for (float width = 1; width < 2600; width = width * 1.2f + 9) {
    for (const float height : {0.0f, 60.0f, 130.0f, 200.0f, 700.0f})
      check_sound(t, t.lay_out(width, height, width < 448));
  }
}

TEST_CASE("qualifiers, open ends and dates of all kinds have a shape of their own") {
  const auto dataset = events({"2023-05-01?", "2023-05-10~", "2023-05-20/..", "../2023-04-01", "2023-06",
                               "2023-05-XX", "2023-07-01/2023-07-09", "2023-08-01"});
  Timeline t(*dataset);
  const TimelineLayout layout = t.lay_out(1600);
  const auto mark = [&](RowIndex row) { return *find_mark(layout, t.facts, TableId::Events, row); };
  CHECK(mark(0).shape == TimeShape::Tick);
  CHECK(mark(0).uncertain);
  CHECK(mark(1).shape == TimeShape::Fade);
  CHECK(mark(2).open_right);
  CHECK(mark(2).x1 == doctest::Approx(1600));
  CHECK(mark(3).open_left);
  CHECK(mark(3).x0 == 0);
  CHECK(mark(4).shape == TimeShape::Span);
  CHECK(mark(5).shape == TimeShape::Bracket);
  CHECK(mark(6).shape == TimeShape::Bracket);
  CHECK(mark(7).shape == TimeShape::Tick);
  check_sound(t, layout);
}

TEST_CASE("what falls together is one mark with its number") {
  const auto dataset = events(std::vector<std::string>(40, "2023-05-01"));
  Timeline t(*dataset);
  const TimelineLayout layout = t.lay_out(900);
  REQUIRE(layout.lanes[0].marks.size() == 1);
  CHECK(layout.lanes[0].marks[0].rows.size() == 40);
  CHECK(layout.lanes[0].marks[0].one_date);
  std::vector<std::string> days;
  for (int i = 1; i <= 28; ++i)
    days.push_back(i < 10 ? "2023-05-0" + std::to_string(i) : "2023-05-" + std::to_string(i));
  for (int i = 0; i < 3; ++i)
    days.insert(days.end(), days.begin(), days.begin() + 28);
  const auto crowd = events(days);
  Timeline many(*crowd);
  for (float width = 30; width < 1500; width += 70)
    check_sound(many, many.lay_out(width, 60));
}

TEST_CASE("bad input: strange dates are drawn, and the drawing holds") {
  const std::vector<std::vector<std::string>> cases = {
      {"Y9999999", "2023-01-01"},
      {"-0044-03-15", "0476", "2023-12-22"},
      {"2023-12-22"},
      {"../2023", "2020/.."},
      {"2024-05-01", "2020-01-01", "2022-03-03", "1000-01-01"},
      {"Y-20000000000", "Y20000000000"},
      std::vector<std::string>(5000, "2023-05-01/2023-06-09")};
  for (const auto& dates : cases) {
    const auto dataset = events(dates);
    Timeline t(*dataset);
    CAPTURE(dates[0]);
    for (const float width : {1.0f, 40.0f, 300.0f, 1250.0f}) {
      const TimelineLayout layout = t.lay_out(width);
      check_sound(t, layout);
      CHECK(layout.bins.size() < 2000);
      CHECK(layout.lanes_h < 400);
    }
  }
}

TEST_CASE("many rows are bars that refine with the window, and marks where few are left") {
  DatasetBuilder builder;
  for (int i = 0; i < 20'000; ++i) {
    const int64_t start = int64_t{i} * 86'400 / 4;
    const PartialDate date{start - start % 86'400, start - start % 86'400 + 86'399, DateForm::Single,
                           DatePrecision::Day};
    builder.add_row(TableId::Videos, std::to_string(i), {{"title", "Video"}, {"date", format_edtf(date)}});
  }
  const auto dataset = builder.finish();
  Timeline t(*dataset);
  const TimelineLayout whole = t.lay_out(1000);
  REQUIRE(whole.lanes[0].histogram);
  CHECK(!whole.opened);
  uint64_t sum = 0;
  for (const TimeBin& bin : whole.bins) {
    sum += bin_counts(t.facts.lanes[0], bin).count;
    CHECK(bin.w >= 0);
  }
  CHECK(sum == 20'000);
  CHECK(whole.bins.size() <= 200);
  t.setup.apply(command::SetTimeWindow{TimeWindow{1000, 1100}});
  const TimelineLayout nearer = t.lay_out(1000);
  CHECK(nearer.lanes[0].histogram);
  CHECK(nearer.bins[0].to_day - nearer.bins[0].from_day == 1);
  CHECK(nearer.before == 4000);
  t.setup.apply(command::SetTimeWindow{TimeWindow{1000, 1004}});
  const TimelineLayout nearest = t.lay_out(1000);
  CHECK(!nearest.lanes[0].histogram);
  check_sound(t, nearest);
}

TEST_CASE("a place in the plot is the mark there, or near it") {
  Timeline t(shipped_dataset());
  const TimelineLayout layout = t.lay_out(1250);
  for (size_t i = 0; i < layout.lanes.size(); ++i) {
    const TimeLane& lane = layout.lanes[i];
    for (size_t k = 0; k < lane.marks.size(); ++k) {
      const Rect box = mark_box(layout, lane, lane.marks[k]);
      const auto hit = hit_timeline(layout, {box.x + box.w - 1, box.y + box.h / 2});
      REQUIRE(hit);
      CHECK(hit->lane == i);
      CHECK(hit->mark == k);
    }
  }
  CHECK(!hit_timeline(layout, {500, layout.lanes_h + 10}));
  CHECK(!hit_timeline(layout, {500, -1}));
}

TEST_CASE("a brush is as precise as the axis") {
  FixedMeasurer measurer;
  const auto range = [&](const TimeScale& scale, float from, float to) {
    const DateRange brushed = brushed_range(scale, from, to, measurer);
    return format_edtf(brushed.from) + ".." + format_edtf(brushed.to);
  };
  const auto day = [](int64_t year, int month, int of_month) {
    return static_cast<double>(days_from_civil({year, month, of_month}));
  };
  const TimeScale days(day(2023, 12, 18), day(2023, 12, 28), 1000);
  CHECK(range(days, 50, 450) == "2023-12-18..2023-12-22");
  CHECK(range(days, 450, 50) == "2023-12-18..2023-12-22");
  CHECK(range(days, -50, 5000) == "2023-12-18..2023-12-27");
  const TimeScale months(day(2023, 1, 1), day(2024, 1, 1), 900);
  CHECK(range(months, 10, 200) == "2023-01..2023-03");
  const TimeScale years(day(1900, 1, 1), day(2000, 1, 1), 600);
  CHECK(range(years, 3, 597) == "1900..1999");
}
