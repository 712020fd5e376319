// Where the bars of a summary stand: within their box, apart, each found where it is drawn.
#include "view/summary_shape.h"

#include <doctest/doctest.h>

using namespace explorer;

namespace {

ColumnSummary summary_of(size_t column, size_t bars, uint32_t missing) {
  ColumnSummary summary;
  summary.table = TableId::ChartEntries;
  summary.column = column;
  for (size_t i = 0; i < bars; ++i) {
    const auto count = static_cast<uint32_t>(10 * (i + 1));
    const auto value = static_cast<int64_t>(i);
    summary.bars.push_back({value, value, "v" + std::to_string(i), count, count / 2, count / 4});
    summary.rows += count;
  }
  summary.missing.total = summary.missing.count = summary.missing.kept = missing;
  summary.row_total = summary.rows += missing;
  summary.distinct = static_cast<uint32_t>(bars);
  return summary;
}

template <typename Check>
void for_each_shape(Check check) {
  for (const size_t column : {chart_column::Position, chart_column::Date, chart_column::Chart}) {
    for (const size_t bars : {1, 2, 7, 12, 24}) {
      for (const uint32_t missing : {0, 5}) {
        for (const float width : {32.0f, 64.0f, 117.0f, 300.0f, 700.0f}) {
          const ColumnSummary summary = summary_of(column, bars, missing);
          const bool at_end = column == chart_column::Position;
          CAPTURE(column);
          CAPTURE(bars);
          CAPTURE(missing);
          CAPTURE(width);
          check(summary, summary_shape(summary, width, 22, at_end), width);
        }
      }
    }
  }
}

}  // namespace

TEST_CASE("bars stand beside each other within their box, and rows that state nothing beside them") {
  for_each_shape([](const ColumnSummary& summary, const SummaryShape& shape, float width) {
    REQUIRE(shape.bars > 0);
    REQUIRE(shape.bars <= summary.bars.size());
    float end = 0;
    for (size_t bar = 0; bar < shape.bars; ++bar) {
      const BarSpan span = bar_span(shape, bar);
      CHECK(span.x >= end);
      CHECK(span.w >= 1);
      CHECK(span.w <= 28);
      end = span.x + span.w;
    }
    CHECK(end <= width);
    const bool missing = summary.missing.total > 0;
    if (!missing || width >= 64) CHECK((shape.missing_width > 0) == missing);
    if (shape.missing_width <= 0) return;
    CHECK(shape.missing_left >= end);
    CHECK(shape.missing_left + shape.missing_width <= width);
  });
}

TEST_CASE("each bar is found where it is drawn, and a drag covers what lies between its ends") {
  for_each_shape([](const ColumnSummary& summary, const SummaryShape& shape, float width) {
    for (size_t bar = 0; bar < shape.bars; ++bar) {
      const BarSpan span = bar_span(shape, bar);
      CHECK(bar_at(shape, summary, span.x + span.w / 2) == bar);
      const auto range = bars_between(shape, span.x + span.w / 2, shape.left - 50);
      REQUIRE(range);
      CHECK(range->first == 0);
      CHECK(range->last == bar);
    }
    const auto all = bars_between(shape, shape.left, 2 * width);
    REQUIRE(all);
    CHECK(all->last == shape.bars - 1);
    if (shape.missing_width <= 0) return;
    CHECK(bar_at(shape, summary, shape.missing_left + 1) == summary.bars.size());
    CHECK(!bars_between(shape, shape.missing_left + 1, 0));
  });
}

TEST_CASE("nothing of a picture lies outside of its box, and what there is at all can be seen") {
  for_each_shape([](const ColumnSummary& summary, const SummaryShape& shape, float width) {
    const auto picture = summary_picture(summary, shape, 0, BarRange{0, shape.bars - 1}, 0);
    for (const Picture::Box& box : picture->boxes) {
      CHECK(box.x >= 0);
      CHECK(box.x + box.w <= width + 0.01f);
      CHECK(box.y >= 0);
      CHECK(box.y + box.h <= shape.height + 1.01f);
      CHECK(box.h >= 1);
    }
    for (const Picture::Line& line : picture->lines) {
      for (const Point point : {line.from, line.to}) {
        CHECK(point.x >= shape.missing_left - 0.01f);
        CHECK(point.x <= width + 0.01f);
        CHECK(point.y >= -0.01f);
        CHECK(point.y <= shape.height + 0.01f);
      }
    }
    CHECK(picture->lines.empty() == (shape.missing_width <= 0));
  });
}

TEST_CASE("a bar is as high as its rows are many: what filters leave before the whole") {
  const ColumnSummary summary = summary_of(chart_column::Position, 4, 0);
  const SummaryShape shape = summary_shape(summary, 100, 40, false);
  const auto picture = summary_picture(summary, shape, std::nullopt, std::nullopt, 0);
  REQUIRE(picture->boxes.size() == 13);  // three a bar, and the line below them
  CHECK(picture->boxes[9].h == 40);
  CHECK(picture->boxes[10].h == 20);
  CHECK(picture->boxes[11].h == 10);
  CHECK(picture->boxes[9].opacity < picture->boxes[10].opacity);
  CHECK(picture->boxes[11].opacity == 1);
  CHECK(picture->boxes[0].h == 10);
}

TEST_CASE("texts are a line as long as the share of rows that state any") {
  ColumnSummary summary = summary_of(chart_column::Title, 1, 30);
  summary.bars[0] = {0, 0, {}, 90, 90, 90};
  summary.stated_only = true;
  summary.rows = summary.row_total = 120;
  const SummaryShape shape = summary_shape(summary, 200, 22, false);
  CHECK(shape.missing_left == 150);
  CHECK(shape.missing_width == 50);
  CHECK(bar_at(shape, summary, 180) == 1);
  CHECK(!bar_at(shape, summary, 50));
  CHECK(!bars_between(shape, 10, 100));
}

TEST_CASE("a column that no row fills has nothing to choose, and is drawn as nothing but a line") {
  ColumnSummary summary = summary_of(chart_column::Date, 0, 0);
  const SummaryShape shape = summary_shape(summary, 200, 22, false);
  CHECK(!bar_at(shape, summary, 50));
  CHECK(!bars_between(shape, 10, 100));
  CHECK(summary_picture(summary, shape, std::nullopt, std::nullopt, 0)->boxes.empty());
  CHECK(flat_picture(200, 22)->boxes.size() == 1);
}
