// The app between page and state: what reaches it becomes commands, and a frame is asked for only if
// something changes.
#include <doctest/doctest.h>

#include <utility>

#include "dataset_fixture.h"
#include "fake_host.h"

using namespace explorer;
using namespace explorer::test;

namespace {

std::unique_ptr<Dataset> small_dataset() {
  DatasetBuilder builder;
  const RowRef article = builder.add_row(TableId::Articles, "a", {{"title", "First"}, {"tag", "x|y"}});
  builder.add_row(TableId::Articles, "b", {{"title", "Second"}, {"tag", "y"}});
  for (int i = 0; i < 60; ++i) {
    const std::string n = std::to_string(i);
    const RowRef video = builder.add_row(TableId::Videos, "v" + n,
                                         {{"title", "Video " + n},
                                          {"kind", i % 2 == 0 ? "music video" : "dance video"},
                                          {"date", i % 3 == 0 ? "2023-12" : "2023-11-02"},
                                          {"duration", "100"}});
    builder.link(article, video);
  }
  return builder.finish();
}

struct VideosApp : TestApp {
  VideosApp() {
    load(small_dataset());
    run(command::SetView{View::Videos});
  }
  NodeKey grid() const { return key(Role::Grid, "Videos"); }
  void open_filter(size_t column) {
    run(command::OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, column});
  }
};

size_t width_of(const App& app, size_t column) {
  for (const ColumnLayout& layout : app.state().tables[static_cast<size_t>(TableId::Videos)].columns) {
    if (layout.column == column) return static_cast<size_t>(layout.width_px);
  }
  return 0;
}

}  // namespace

TEST_CASE("activating a node does what it stands for, in the next frame") {
  VideosApp t;
  t.app.activated(t.key(Role::Tab, "Articles, 2"), false);
  CHECK(t.host.asked());
  CHECK(t.app.state().view == View::Articles);
  CHECK(t.find(Role::Grid, "Articles") == nullptr);
  CHECK(t.frame());
  CHECK(t.find(Role::Grid, "Articles") != nullptr);
  CHECK(!t.frame());
}

TEST_CASE("a click on a header sorts by it, and with Shift by a further key") {
  VideosApp t;
  t.app.activated(t.key(Role::Button, "Sort by Kind"), false);
  t.frame();
  t.app.activated(t.key(Role::Button, "Sort by Title"), true);
  CHECK(t.app.state().query.sort == std::vector<SortKey>{{"kind", false}, {"title", false}});
  t.frame();
  t.app.activated(t.key(Role::Button, "Sort by Title"), false);
  CHECK(t.app.state().query.sort == std::vector<SortKey>{{"title", true}});
}

TEST_CASE("what cannot be acted on, is disabled or is gone does nothing and asks for no frame") {
  VideosApp t;
  const NodeKey old = t.key(Role::Button, "Sort by Kind");
  t.open_filter(video_column::Kind);
  const NodeKey disabled = t.key(Role::Button, "Clear");
  REQUIRE(t.app.scene().find(disabled)->disabled);
  t.app.activated(disabled, false);
  t.app.activated(t.key(Role::Dialog, "Filter Kind"), false);
  t.app.activated(123456789, false);
  t.app.typed(disabled, "text");
  t.app.typed(123456789, "text");
  t.app.scrolled(123456789, 0, 50);
  t.app.dragged(123456789, DragPhase::Start, 0, 0);
  t.app.dragged(disabled, DragPhase::Start, 0, 0);
  CHECK(!t.host.asked());
  t.run(command::SetView{View::Articles});
  t.app.activated(old, false);
  CHECK(!t.host.asked());
  CHECK(t.app.state().query.sort.empty());
}

TEST_CASE("what the page reports again is no reason for a frame") {
  VideosApp t;
  t.app.resized(1440, 900);
  t.app.environment_changed(false, false);
  t.app.scrolled(t.grid(), 0, 0);
  CHECK(!t.host.asked());
  t.app.scrolled(t.grid(), 0, 72);
  CHECK(t.host.asked());
  t.app.scrolled(t.grid(), 0, 72);
  CHECK(!t.host.asked());
  t.app.environment_changed(true, false);
  CHECK(t.host.asked());
  t.app.environment_changed(true, false);
  CHECK(!t.host.asked());
  t.app.resized(1439, 900);
  CHECK(t.host.asked());
  CHECK(t.frame());
  CHECK(!t.frame());
}

TEST_CASE("a scrolled table shows the rows there, also when other views were looked at in between") {
  VideosApp t;
  CHECK(t.find(Role::Row, "Video 0") != nullptr);
  t.app.scrolled(t.grid(), 0, 1200);
  CHECK(t.frame());
  CHECK(t.find(Role::Row, "Video 0") == nullptr);
  CHECK(t.find(Role::Row, "Video 50") != nullptr);
  t.run(command::SetView{View::Articles});
  CHECK(t.host.moves.empty());
  t.run(command::SetView{View::Videos});
  CHECK(t.find(Role::Row, "Video 50") != nullptr);
  CHECK(t.host.moves == std::vector<std::pair<NodeKey, float>>{{t.grid(), 1200}});
  t.run(command::SetView{View::Articles});
  t.load(small_dataset());
  t.run(command::SetView{View::Videos});
  CHECK(t.find(Role::Row, "Video 0") != nullptr);
}

TEST_CASE("hovering asks for a frame only where something looks different for it") {
  VideosApp t;
  const Scene& scene = t.app.scene();
  const NodeKey row0 = t.key(Role::Row, "Video 0"), row1 = t.key(Role::Row, "Video 1");
  const NodeKey cell0 = t.key(Role::RowHeader, "Video 0"), banner = t.key(Role::Heading, "Article Explorer");
  REQUIRE(scene.find(cell0)->hover_fill == Color::None);
  struct Step {
    NodeKey over;
    bool frame;
  };
  const Step steps[] = {{banner, false}, {row0, true},   {cell0, false}, {row0, false}, {row1, true},
                        {cell0, true},   {banner, true}, {0, false},     {12345, false}};
  for (const Step& step : steps) {
    const std::optional<Subject> pointed_before = t.app.state().pointed;
    t.app.hovered(step.over);
    CHECK(t.host.asked() == step.frame);
    CHECK(t.app.hovered_key() == step.over);
    t.measurer.measured_bytes = 0;
    const bool pointed = t.app.state().pointed != pointed_before;
    CHECK(t.frame() == step.frame);
    // Nothing is laid out anew but for a row's relatives.
    CHECK((t.measurer.measured_bytes == 0) == !pointed);
  }
  const NodeKey sort = t.key(Role::Button, "Sort by Kind");
  REQUIRE(t.app.scene().find(sort)->underline_on_hover);
  t.app.hovered(sort);
  CHECK(t.host.asked());
}

TEST_CASE("typing searches, filters a column and narrows a list of values") {
  VideosApp t;
  t.type(InputField::Query, "video:");
  CHECK(t.app.state().query_error.has_value());
  t.type(InputField::Query, "kind:dance");
  CHECK(t.app.state().query.terms.size() == 1);
  CHECK(t.find(Role::Row, "Video 1") != nullptr);
  CHECK(t.find(Role::Row, "Video 2") == nullptr);
  t.type(InputField::Query, "");
  t.open_filter(video_column::Title);
  t.type(InputField::ColumnContains, "video 5");
  CHECK(t.app.state().query_text == "title:\"video 5\"");
  t.run(command::ClearTerms{});
  t.open_filter(video_column::Kind);
  CHECK(t.find(Role::CheckBox, "music video, 30") != nullptr);
  t.type(InputField::FacetSearch, "dan");
  CHECK(t.find(Role::CheckBox, "music video, 30") == nullptr);
  t.app.activated(t.key(Role::CheckBox, "dance video, 30"), false);
  CHECK(t.app.state().query_text == "kind=\"dance video\"");
}

TEST_CASE("the counts beside values follow the query and the column whose filter is open") {
  VideosApp t;
  t.open_filter(video_column::Kind);
  CHECK(t.find(Role::CheckBox, "music video, 30") != nullptr);
  t.run(command::SetQueryText{"date:2023-12"});
  CHECK(t.find(Role::CheckBox, "music video, 10") != nullptr);
  t.run(command::OpenPopover{PopoverKind::ColumnFilter, TableId::Articles, article_column::Tag});
  CHECK(t.find(Role::CheckBox, "music video, 10") == nullptr);
  CHECK(t.find(Role::CheckBox, "x, 1") != nullptr);
  t.run(command::ClosePopover{});
  t.open_filter(video_column::Kind);
  CHECK(t.find(Role::CheckBox, "music video, 10") != nullptr);
}

TEST_CASE("a range that cannot be read yet stays as typed, and the other end with it") {
  VideosApp t;
  t.open_filter(video_column::Date);
  struct Step {
    InputField field;
    std::string_view typed, from, to, query;
    bool error;
  };
  using enum InputField;
  const Step steps[] = {
      {RangeFrom, "2", "2", "", "", true},
      {RangeFrom, "2023", "2023", "", "date:2023..", false},
      {RangeFrom, "2023-", "2023-", "", "date:2023..", true},
      {RangeTo, "2", "2023-", "2", "date:2023..", true},
      {RangeTo, "2024", "2023-", "2024", "date:2023..", true},
      {RangeFrom, "2023-1", "2023-1", "2024", "date:2023..", true},
      {RangeFrom, "2023-12", "2023-12", "2024", "date:2023-12..2024", false},
      {RangeTo, "", "2023-12", "", "date:2023-12..", false},
      {RangeFrom, "", "", "", "", false},
  };
  for (const Step& step : steps) {
    CAPTURE(step.typed);
    t.type(step.field, step.typed);
    CHECK(t.shown(RangeFrom) == step.from);
    CHECK(t.shown(RangeTo) == step.to);
    CHECK(format_query(t.app.state().query) == step.query);
    CHECK(t.app.state().query_error.has_value() == step.error);
  }
}

TEST_CASE("another change of the query, or another filter, shows the range as the query has it") {
  VideosApp t;
  t.open_filter(video_column::Date);
  t.type(InputField::RangeFrom, "2023-");
  t.run(command::ClearColumn{"date"});
  CHECK(t.shown(InputField::RangeFrom) == "");
  t.type(InputField::RangeFrom, "2023-");
  t.run(command::SetQueryText{"date:2022.."});
  CHECK(t.shown(InputField::RangeFrom) == "2022");
  t.type(InputField::RangeFrom, "x");
  t.open_filter(video_column::Duration);
  CHECK(t.shown(InputField::RangeFrom) == "");
  t.open_filter(video_column::Date);
  CHECK(t.shown(InputField::RangeFrom) == "2022");
  CHECK(t.app.state().query_text == "date:x..");
}

TEST_CASE("dragging a column's edge sets its width, and giving up puts it back") {
  VideosApp t;
  const auto handle = [&] { return t.key(Role::Separator, "Resize Kind"); };
  const float before = t.app.scene().find(handle())->drag.width_px;
  t.app.dragged(handle(), DragPhase::Start, 0, 0);
  t.app.dragged(handle(), DragPhase::Move, 40, 0);
  t.frame();
  CHECK(width_of(t.app, video_column::Kind) == static_cast<size_t>(before + 40));
  t.app.dragged(handle(), DragPhase::Move, 60, 0);
  t.frame();
  CHECK(width_of(t.app, video_column::Kind) == static_cast<size_t>(before + 60));
  t.app.dragged(handle(), DragPhase::Move, -5000, 0);
  t.frame();
  CHECK(width_of(t.app, video_column::Kind) == static_cast<size_t>(MinColumnWidth));
  t.app.dragged(handle(), DragPhase::Cancel, -5000, 0);
  t.frame();
  CHECK(width_of(t.app, video_column::Kind) == static_cast<size_t>(before));
}

TEST_CASE("a column goes where its header is let go, and nowhere when the drag is given up") {
  VideosApp t;
  const auto columns = [&] { return t.app.state().tables[static_cast<size_t>(TableId::Videos)].columns; };
  const auto before = columns();
  const NodeKey kind = t.key(Role::Button, "Sort by Kind");
  t.app.dragged(kind, DragPhase::Start, 0, 300);
  t.app.dragged(kind, DragPhase::Move, -300, 0);
  t.app.dragged(kind, DragPhase::Cancel, -300, 0);
  CHECK(columns() == before);
  t.app.dragged(kind, DragPhase::End, -300, 0);
  CHECK(columns()[0].column == before[1].column);
  CHECK(columns()[1].column == before[0].column);
}

TEST_CASE("the colours follow the system until the reader chooses") {
  TestApp t;
  CHECK(t.app.scheme() == Scheme::Light);
  t.app.environment_changed(true, false);
  CHECK(t.app.scheme() == Scheme::Dark);
  t.run(command::SetTheme{ThemeChoice::Light});
  CHECK(t.app.scheme() == Scheme::Light);
  t.app.environment_changed(false, false);
  t.run(command::SetTheme{ThemeChoice::Dark});
  CHECK(t.app.scheme() == Scheme::Dark);
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.run(command::SetTheme{ThemeChoice::System});
  CHECK(t.app.scheme() == Scheme::Light);
  CHECK(t.host.themes == std::vector{ThemeChoice::Light, ThemeChoice::Dark, ThemeChoice::System});
}

TEST_CASE("more contrast and forced colours change what is drawn with, and forced ones outweigh the choice") {
  TestApp t;
  CHECK(t.app.palette() == Palette(Scheme::Light));
  t.app.contrast_changed(Contrast::More, {});
  CHECK(t.host.asked());
  CHECK(t.app.palette() == Palette(Scheme::Light, Contrast::More));
  t.run(command::SetTheme{ThemeChoice::Dark});
  CHECK(t.app.palette() == Palette(Scheme::Dark, Contrast::More));
  const SystemColors system = {0x000000ff, 0xffffffff, 0xffff00ff, 0x3ff23fff, 0x1aebffff, 0xfefefeff};
  t.app.contrast_changed(Contrast::Forced, system);
  CHECK(t.app.palette() == Palette(system));
  CHECK(t.app.scheme() == Scheme::Light);
  t.app.environment_changed(true, false);
  CHECK(t.app.scheme() == Scheme::Dark);
  t.frame();
  t.app.contrast_changed(Contrast::Forced, system);
  CHECK_FALSE(t.host.asked());
  t.app.contrast_changed(Contrast::Normal, {});
  CHECK(t.app.palette() == Palette(Scheme::Dark));
}
