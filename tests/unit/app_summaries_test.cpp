// Summaries in the app: they come after the answer, filter by pointer, and move no longer than they should.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/build_summary.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> video_rows() {
  DatasetBuilder builder;
  for (int i = 0; i < 120; ++i) {
    const std::string n = std::to_string(i);
    builder.add_row(TableId::Videos, "v" + n,
                    {{"title", "Video " + n},
                     {"kind", i % 3 == 0 ? "dance video" : "music video"},
                     {"date", i % 2 == 0 ? "2023-" + std::to_string(10 + i % 3) : "2022-05"},
                     {"duration", i % 4 == 0 ? "" : std::to_string(60 * (1 + i % 20))}});
  }
  return builder.finish();
}

struct Videos : TestApp {
  Videos() {
    app.environment_changed(false, false, true);
    load(video_rows());
    run(command::SetView{View::Videos});
  }
  const Node& summary(size_t column) const {
    for (const Node& node : app.scene().nodes()) {
      if (node.surface.kind == Surface::Histogram && node.surface.column == column) return node;
    }
    FAIL("no summary");
    return app.scene().node(0);
  }
  const ColumnSummary& counted(size_t column) const {
    const ColumnSummary* found = find_summary(app.results().summaries, TableId::Videos, column);
    REQUIRE(found != nullptr);
    return *found;
  }
  // The middle of a bar; bars.size(): of the rows that state nothing.
  Point middle(size_t column, size_t bar) const {
    const SummaryShape shape = shape_in(counted(column), summary(column));
    if (bar >= counted(column).bars.size()) return {shape.missing_left + shape.missing_width / 2, 5};
    const BarSpan span = bar_span(shape, bar);
    return {span.x + span.w / 2, 5};
  }
  void send(size_t column, PointerPhase phase, size_t bar) {
    app.pointed(summary(column).key, phase, middle(column, bar), false);
  }
  void click(size_t column, size_t bar) {
    send(column, PointerPhase::Press, bar);
    send(column, PointerPhase::Release, bar);
    frame();
  }
  void drag(size_t column, size_t from, size_t to) {
    send(column, PointerPhase::Press, from);
    send(column, PointerPhase::Drag, to);
    frame();
    send(column, PointerPhase::Release, to);
    frame();
  }
  const std::string& query() const { return app.state().query_text; }
  size_t rows() const { return app.results().tables[static_cast<size_t>(TableId::Videos)].rows.size(); }
};

}  // namespace

TEST_CASE("each column of the table has a summary with its values in words") {
  Videos t;
  CHECK(t.summary(video_column::Kind).label == "Kind: 2 values, most music video (67%)");
  CHECK(t.summary(video_column::Title).label == "Title: stated in 120 videos");
  CHECK(t.summary(video_column::Duration).label.ends_with("; 30 of 120 videos do not state it"));
  CHECK(t.summary(video_column::Date).picture != nullptr);
}

TEST_CASE("a click on a value filters by it, and a second one takes it back") {
  Videos t;
  t.click(video_column::Kind, 1);
  CHECK(t.query() == "kind=\"dance video\"");
  CHECK(t.rows() == 40);
  CHECK(t.counted(video_column::Kind).bars[0].count == 80);
  CHECK(t.counted(video_column::Kind).bars[0].kept == 0);
  t.click(video_column::Kind, 1);
  CHECK(t.query() == "");
}

TEST_CASE("a drag over bars is a range of the column, a drag over values their list") {
  Videos t;
  const auto& bars = t.counted(video_column::Date).bars;
  REQUIRE(bars.size() > 3);
  t.drag(video_column::Date, bars.size() - 1, bars.size() - 3);
  CHECK(t.query() == "date:2023-10..2023-12");
  CHECK(t.rows() == 60);
  t.click(video_column::Date, 0);
  CHECK(t.query() == "date:2022-05..2022-05");
  CHECK(t.rows() == 60);
  t.click(video_column::Date, 0);
  CHECK(t.query() == "");
  t.drag(video_column::Kind, 0, 1);
  CHECK(t.query() == "kind=\"music video\",\"dance video\"");
}

TEST_CASE("a range of lengths is written as people write them, and leads to the rows of its bars") {
  Videos t;
  t.drag(video_column::Duration, 0, 3);
  const auto& bars = t.counted(video_column::Duration).bars;
  CHECK(t.query().starts_with("duration:2min.."));
  CHECK(t.rows() == bars[0].count + bars[1].count + bars[2].count + bars[3].count);
}

TEST_CASE("rows that state nothing can be asked for, in place of a range and the other way round") {
  Videos t;
  const auto missing = [&t] { return t.counted(video_column::Duration).bars.size(); };
  t.click(video_column::Duration, 0);
  t.click(video_column::Duration, missing());
  CHECK(t.query() == "duration:none");
  CHECK(t.rows() == 30);
  t.click(video_column::Duration, 1);
  CHECK(t.query().starts_with("duration:"));
  CHECK(t.query() != "duration:none");
  CHECK(t.rows() > 0);
  t.click(video_column::Duration, missing());
  t.click(video_column::Duration, missing());
  CHECK(t.query() == "");
}

TEST_CASE("while bars are brushed they say what they are, and giving up changes nothing") {
  Videos t;
  t.send(video_column::Kind, PointerPhase::Press, 0);
  t.send(video_column::Kind, PointerPhase::Drag, 1);
  t.frame();
  CHECK(t.find(Role::Decor, "music video, dance video: 120") != nullptr);
  t.send(video_column::Kind, PointerPhase::Cancel, 1);
  t.frame();
  CHECK(t.find(Role::Decor, "music video, dance video: 120") == nullptr);
  CHECK(t.query() == "");
}

TEST_CASE(
    "the bar under the pointer says its rows and lights them, and the row after it is lit in its place") {
  Videos t;
  t.send(video_column::Kind, PointerPhase::Hover, 1);
  t.frame();
  CHECK(t.summary(video_column::Kind).description == "dance video: 40");
  CHECK(t.find(Role::Row, "Video 0")->lit);
  CHECK(!t.find(Role::Row, "Video 1")->lit);
  t.send(video_column::Kind, PointerPhase::Hover, 1);
  CHECK(!t.host.asked());
  // The page tells of the row first, then that the surface was left.
  t.app.hovered(t.key(Role::Row, "Video 1"));
  t.send(video_column::Kind, PointerPhase::Leave, 1);
  t.frame();
  CHECK(t.find(Role::Row, "Video 1")->lit);
  CHECK(!t.find(Role::Row, "Video 0")->lit);
}

TEST_CASE("summaries are counted once a question and are no reason to say that there is no answer yet") {
  Videos t;
  t.run(command::SetQueryText{"kind:dance"});
  CHECK(t.counted(video_column::Date).rows == 40);
  CHECK(!t.host.asked());
  CHECK(!t.frame());
  t.app.dispatch(command::SetQueryText{"kind:music"});
  t.app.update();
  CHECK(t.app.is_settled());
}

TEST_CASE("bars go over to their new height within a moment, and after it no frame is asked for") {
  Videos t;
  t.app.environment_changed(false, false);
  t.app.dispatch(command::SetQueryText{"kind:dance"});
  int frames = 0;
  bool settled = false;
  const double start = t.host.clock_ms;
  do {
    t.host.frames = 0;
    t.app.update();
    settled = settled || t.app.is_settled();
    CHECK((!settled || t.app.is_settled()));
    ++frames;
  } while (t.host.asked());
  CHECK(frames > 3);
  CHECK(t.host.clock_ms - start < 400);
  CHECK(!t.app.update());
  CHECK(!t.host.asked());
}

TEST_CASE("there are no summaries on a phone but in the filter of a column") {
  TestApp t(390, 844);
  t.load(video_rows());
  t.run(command::SetView{View::Videos});
  const auto count = [&t] {
    return std::ranges::count_if(t.app.scene().nodes(),
                                 [](const Node& node) { return node.surface.kind == Surface::Histogram; });
  };
  CHECK(count() == 0);
  t.run(command::OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, video_column::Duration});
  CHECK(count() == 1);
  CHECK(t.find(Role::CheckBox, "not stated, 30") != nullptr);
}

TEST_CASE("a row that was selected elsewhere is in sight when its table is shown") {
  Videos t;
  t.run(command::SetView{View::Overview});
  t.run(command::SelectRow{{TableId::Videos, 100}, false});
  CHECK(t.host.moves.empty());
  t.run(command::SetView{View::Videos});
  REQUIRE(t.find(Role::Row, "Video 100") != nullptr);
  REQUIRE(t.host.moves.size() == 1);
  const float y = t.host.moves[0].second;
  const float top = 100 * size::TableRow;
  CHECK(y <= top);
  CHECK(y > 0);
  // Already in sight: nothing moves.
  t.host.moves.clear();
  t.run(command::SelectRow{{TableId::Videos, 99}, false});
  CHECK(t.host.moves.empty());
}

TEST_CASE("rows are compact where the reader wants it, but never too low for a finger") {
  Videos t;
  const auto height = [&t] { return t.find(Role::Row, "Video 0")->rect.h; };
  CHECK(height() == size::TableRow);
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Videos, 0});
  t.app.activated(t.key(Role::CheckBox, "Compact rows"), false);
  t.frame();
  CHECK(height() == size::CompactRow);
  t.app.environment_changed(false, true);
  t.frame();
  CHECK(height() == size::Touch);
  CHECK(t.find(Role::CheckBox, "Compact rows") == nullptr);
}
