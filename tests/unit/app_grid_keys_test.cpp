// Grids by keyboard, in the app: where keys lead, what they do on headers and rows, and that the focus stays
// with its row. Marking rows: app_marks_test.cpp; tables of any length: app_scroll_test.cpp.
#include <doctest/doctest.h>

#include <algorithm>

#include "grid_app.h"
#include "view/build_table.h"
#include "view/locale.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// The dataset that the project ships: its cells hold marks of articles.
std::unique_ptr<Dataset> with_evidence() {
  return std::make_unique<Dataset>(shipped_dataset());
}

}  // namespace

TEST_CASE("a grid is one stop of the Tab key, in every form and at any cursor") {
  for (const Size size : {Size{1440, 900}, Size{390, 844}}) {
    for (const VideoForm form : {VideoForm::Table, VideoForm::Cards}) {
      SceneSetup setup;
      setup.dataset = &shipped_dataset();
      setup.environment = {size.w, size.h};
      setup.apply(command::SetView{View::Videos});
      setup.apply(command::SetVideoForm{form});
      for (const uint32_t row : {1U, 2U, 4U, 7U, 900U}) {
        CAPTURE(size.w);
        CAPTURE(row);
        setup.apply(command::MoveCursor{Videos, {row, 3}, false});
        const Scene scene = setup.build();
        size_t stops = 0;
        for (const Node& node : scene.nodes()) {
          const auto spot = grid_spot(scene, node.key);
          if (!spot) continue;
          stops += node.tab_stop ? 1 : 0;
          if (node.tab_stop) CHECK(spot->row->row_index == (row > 7 ? 1 : row));
          const bool acts = node.activate || !node.href.empty();
          if (acts && node.role != Role::Row && node.role != Role::Decor) CHECK(node.by_keys);
        }
        CHECK(stops == 1);
      }
    }
  }
}

TEST_CASE("arrows walk from cell to cell and stop at the edges") {
  GridApp t;
  const uint32_t last_row = 201, columns = 3;
  CHECK(t.place() == "1,1");
  struct Step {
    AppKey key;
    bool command;
    const char* to;
  };
  const Step steps[] = {
      {AppKey::Left, false, "1,1"}, {AppKey::Up, false, "1,1"},     {AppKey::Right, false, "1,2"},
      {AppKey::Down, false, "2,2"}, {AppKey::Right, false, "2,3"},  {AppKey::Right, false, "2,3"},
      {AppKey::Home, false, "2,1"}, {AppKey::End, false, "2,3"},    {AppKey::Down, false, "3,3"},
      {AppKey::End, true, "201,3"}, {AppKey::Down, false, "201,3"}, {AppKey::Home, false, "201,1"},
      {AppKey::Up, false, "200,1"}, {AppKey::Home, true, "1,1"},    {AppKey::PageUp, false, "1,1"},
      {AppKey::Down, false, "2,1"}, {AppKey::PageUp, false, "2,1"}, {AppKey::Up, false, "1,1"},
  };
  for (const Step& step : steps) {
    CAPTURE(step.to);
    t.press(step.key, false, step.command);
    CHECK(t.place() == step.to);
    CHECK(t.stops() == 1);
    CHECK(t.app.scene().find(t.host.focused)->tab_stop);
  }
  const Node* grid = t.find(Role::Grid, "Videos");
  REQUIRE(grid != nullptr);
  CHECK(grid->row_count == last_row);
  CHECK(grid->col_count == columns);
  const auto page = static_cast<int>((grid->rect.h - size::TableHeader - size::Summary) / size::TableRow) - 1;
  t.press(AppKey::Down);
  t.press(AppKey::PageDown);
  CHECK(t.place() == std::to_string(2 + page) + ",1");
}

TEST_CASE("keys to the sides follow the direction of reading") {
  struct RightToLeft {
    RightToLeft() {
      Locale locale;
      locale.texts[static_cast<size_t>(LocaleText::Direction)] = "rtl";
      set_reader_locale(locale);
    }
    ~RightToLeft() { set_reader_locale(Locale()); }
  } reading;
  GridApp t;
  t.press(AppKey::Left);
  CHECK(t.place() == "1,2");
  t.press(AppKey::Left, true);
  const ColumnLayout& kind = t.app.state().tables[static_cast<size_t>(Videos)].columns[1];
  const float wider = kind.width_px;
  t.press(AppKey::Right, true);
  CHECK(kind.width_px == wider - 16);
  t.press(AppKey::Left, false, true);
  CHECK(t.place() == "1,3");
  t.press(AppKey::Right);
  CHECK(t.place() == "1,2");
}

TEST_CASE("a header sorts by Enter and Space, with Shift as a further key") {
  GridApp t;
  t.press(AppKey::Enter);
  CHECK(t.app.state().query_text == "sort:title");
  t.press(AppKey::Space);
  CHECK(t.app.state().query_text == "sort:title-desc");
  t.press(AppKey::Right);
  t.press(AppKey::Enter, true);
  CHECK(t.app.state().query_text == "sort:title-desc,kind");
  CHECK(t.place() == "1,2");
}

TEST_CASE("F2 on a header opens the filter of its column") {
  GridApp t;
  t.press(AppKey::Right);
  t.press(AppKey::EnterCell);
  CHECK(t.app.state().popover.kind == PopoverKind::ColumnFilter);
  CHECK(t.app.state().popover.column == video_column::Kind);
}

TEST_CASE("Shift with a side key makes a column wider, press by press") {
  GridApp t;
  const Node* header = t.app.scene().find(t.host.focused);
  REQUIRE(header != nullptr);
  const float before = header->rect.w;
  // Faster than frames.
  for (int i = 0; i < 3; ++i)
    CHECK(t.app.key_pressed(t.host.focused, {AppKey::Right, true}));
  t.settle();
  CHECK(t.app.scene().find(t.host.focused)->rect.w == before + 3 * 16);
  t.press(AppKey::Left, true);
  CHECK(t.app.scene().find(t.host.focused)->rect.w == before + 2 * 16);
  CHECK(t.place() == "1,1");
  CHECK(t.app.state().query_text.empty());
}

TEST_CASE("Ctrl with a side key moves a column past the next one that is shown, and the focus goes along") {
  GridApp t;
  t.run(command::ShowColumn{Videos, video_column::Kind, false});
  const auto shown = [&] { return filled_columns(t.app.state(), *t.app.shown_dataset(), Videos); };
  CHECK(shown() == std::vector<size_t>{video_column::Title, video_column::Duration});
  const NodeKey title = t.host.focused;
  t.press(AppKey::Right, false, true);
  CHECK(shown() == std::vector<size_t>{video_column::Duration, video_column::Title});
  CHECK(t.place() == "1,2");
  CHECK(t.host.focused == title);
  t.press(AppKey::Right, false, true);
  CHECK(t.place() == "1,2");
  t.press(AppKey::Left, false, true);
  CHECK(shown() == std::vector<size_t>{video_column::Title, video_column::Duration});
  CHECK(t.place() == "1,1");
}

TEST_CASE("keys that come faster than frames act on the row that the last one leads to") {
  GridApp t;
  const auto at_once = [&t](AppKey key, bool shift = false, bool command = false) {
    CHECK(t.app.key_pressed(t.host.focused, {key, shift, command}));
  };
  const std::string start = t.place();
  at_once(AppKey::Down);
  at_once(AppKey::Space, true);
  at_once(AppKey::Down);
  at_once(AppKey::Enter);
  CHECK(start == "1,1");
  CHECK(t.app.state().marks.rows.rows() == std::vector<RowIndex>{0});
  CHECK(t.app.state().selected == RowRef{Videos, 1});
  // Also where that row is not built yet.
  at_once(AppKey::End, false, true);
  at_once(AppKey::Space, true);
  at_once(AppKey::Enter);
  CHECK(t.app.state().marks.rows.rows() == std::vector<RowIndex>{0, 199});
  CHECK(t.app.state().selected == RowRef{Videos, 199});
  t.settle();
  CHECK(t.place().starts_with("201,"));
}

TEST_CASE("a row opens by Enter and by Space") {
  for (const AppKey key : {AppKey::Enter, AppKey::Space}) {
    GridApp t;
    t.go(AppKey::Down, 3);
    t.press(key);
    CHECK(t.app.state().selected == RowRef{Videos, 2});
    CHECK(t.place() == "4,1");
    CHECK(t.marked().empty());
  }
}

TEST_CASE("F2 leads into a cell, whose links the side keys walk along; Escape and F2 lead back") {
  GridApp t(with_evidence(), View::Articles, {1440, 900});
  t.run(command::SetView{View::Videos});
  const Node* row = t.find(Role::Row, "A Gift for ARMY");
  REQUIRE(row != nullptr);
  // The last column tells where it is stated.
  t.host.focused = stop_in_row(t.app.scene(), *row, 99)->key;
  t.settle();
  const std::string cell = t.place();
  const auto marks = controls_in(t.app.scene(), *t.app.scene().find(t.host.focused));
  REQUIRE(!marks.empty());
  const NodeKey first = marks[0]->key;
  for (const AppKey back : {AppKey::Escape, AppKey::EnterCell}) {
    t.press(AppKey::EnterCell);
    CHECK(t.host.focused == first);
    CHECK(t.place() == "in " + cell);
    CHECK(t.app.scene().find(first)->tab_stop);
    t.press(AppKey::Right);
    t.press(AppKey::Right);
    CHECK(t.place() == "in " + cell);
    t.press(back);
    CHECK(t.place() == cell);
    CHECK(t.stops() == 1);
  }
  // A cell that holds nothing of that kind cannot be entered.
  t.press(AppKey::Home);
  CHECK(!t.ask(AppKey::EnterCell));
}

TEST_CASE("the cursor goes with its row where a new order has it, and what has the focus stays in sight") {
  GridApp t;
  t.go(AppKey::Down, 3);
  CHECK(t.name() == "Video 2");
  t.run(command::SetQueryText{"sort:duration"});
  t.settle();
  CHECK(t.name() == "Video 2");
  CHECK(t.place() == "199,1");
  const Node* row = t.find(Role::Row, "Video 2");
  REQUIRE(row != nullptr);
  const Node* grid = t.find(Role::Grid, "Videos");
  const auto& scrolls = t.app.scrolls();
  const auto offset = std::ranges::find(scrolls, grid->key, &ScrollOffset::key);
  REQUIRE(offset != scrolls.end());
  const float top = row->rect.y + size::TableHeader + size::Summary - offset->y;
  CHECK(top >= size::TableHeader + size::Summary);
  CHECK(top + row->rect.h <= grid->rect.h);
}

TEST_CASE("a row that a query leaves out hands the focus to the one in its place") {
  GridApp t;
  t.go(AppKey::Down, 4);
  CHECK(t.name() == "Video 3");
  t.run(command::SetQueryText{"kind:clip"});
  t.settle();
  CHECK(t.place() == "5,1");
  CHECK(t.name() == "Video 6");
  CHECK(t.stops() == 1);
  t.run(command::SetQueryText{"title=\"Video 6\""});
  t.settle();
  CHECK(t.place() == "2,1");
  t.run(command::SetQueryText{"title=\"Video 7\""});
  t.settle();
  CHECK(t.place() == "2,1");
  CHECK(t.name() == "Video 7");
}

TEST_CASE("a cell that goes away with its column hands the focus to the one beside it") {
  GridApp t;
  t.press(AppKey::Down);
  t.press(AppKey::End);
  CHECK(t.place() == "2,3");
  t.run(command::ShowColumn{Videos, video_column::Duration, false});
  t.settle();
  CHECK(t.place() == "2,2");
}

TEST_CASE("cards and the phone's rows have the focus as a whole") {
  GridApp t(videos(40), View::Videos, {390, 844});
  t.press(AppKey::Down);
  CHECK(t.name() == "Video 0");
  CHECK(t.app.scene().find(t.host.focused)->role == Role::Row);
  t.press(AppKey::Right);
  CHECK(t.name() == "Video 0");
  t.press(AppKey::End);
  CHECK(t.name() == "Video 39");
  t.press(AppKey::Home);
  CHECK(t.name() == "Video 0");
  t.press(AppKey::Up);
  CHECK(t.place() == "1,1");
  t.press(AppKey::End);
  CHECK(t.name() == "Columns");
  t.press(AppKey::Enter);
  CHECK(t.app.state().popover.kind == PopoverKind::ColumnChooser);
}
