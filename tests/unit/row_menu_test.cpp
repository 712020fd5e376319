// The menu of a row: what it offers for which cell, where it opens, and how keys walk in it.
#include "view/build_row_menu.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/grid_walk.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr TableId Videos = TableId::Videos, Charts = TableId::ChartEntries;

std::unique_ptr<Dataset> rows() {
  DatasetBuilder builder;
  builder.add_row(Videos, "a",
                  {{"title", "A \"quoted\" title"},
                   {"kind", "clip"},
                   {"people", "Jimin|V|RM|Suga"},
                   {"date", "2023-12"},
                   {"duration", "200"},
                   {"url", "https://example.org/a"}});
  builder.add_row(Videos, "b", {{"title", "Plain"}, {"url", "javascript:alert(1)"}});
  builder.add_row(Charts, "c", {{"title", "Song"}, {"region", "KR"}, {"position", "1"}, {"regions", ">90"}});
  return builder.finish();
}

struct MenuSetup : SceneSetup {
  std::unique_ptr<Dataset> own = rows();
  explicit MenuSetup(View view = View::Videos) {
    dataset = own.get();
    apply(command::SetView{view});
  }
  std::vector<RowMenuItem> items(RowRef row, size_t column) {
    apply(command::OpenRowMenu{row, column, {}});
    const Results answers = results();
    FixedMeasurer measurer;
    return row_menu_items({state, dataset, answers, load, environment, scrolls, measurer});
  }
  // The query after the item with this label.
  std::string after(RowRef row, size_t column, std::string_view label) {
    for (const RowMenuItem& item : items(row, column)) {
      if (item.label != label) continue;
      return explorer::apply(state, item.command, dataset).query_text;
    }
    return "(no such item)";
  }
  std::string labels(RowRef row, size_t column) {
    std::string all;
    for (const RowMenuItem& item : items(row, column))
      all += (item.begins ? "| " : "") + item.label + "; ";
    return all;
  }
};

struct MenuApp : TestApp {
  explicit MenuApp(Size size = {1440, 900}) : TestApp(size.w, size.h) {
    load(rows());
    run(command::SetView{View::Videos});
  }
  NodeKey cell(const char* row, uint32_t col) {
    const Node* node = find(Role::Row, row);
    REQUIRE(node != nullptr);
    const Node* stop = stop_in_row(app.scene(), *node, col);
    REQUIRE(stop != nullptr);
    return stop->key;
  }
  void focus_on(NodeKey key) {
    host.focused = key;
    app.focused(key);
    frame();
  }
  bool press(AppKey key, std::string_view text = {}) {
    const bool taken = app.key_pressed(host.focused, {key, false, false, text});
    frame();
    app.focused(host.focused);
    frame();
    return taken;
  }
  const Node* menu() const {
    for (const Node& node : app.scene().nodes()) {
      if (node.role == Role::Menu) return &node;
    }
    return nullptr;
  }
  std::vector<const Node*> items() const {
    std::vector<const Node*> found;
    for (const Node& node : app.scene().nodes()) {
      if (node.role == Role::MenuItem) found.push_back(&node);
    }
    return found;
  }
  std::string focused() const {
    const Node* node = app.scene().find(host.focused);
    return node == nullptr ? "(nothing)" : node->text;
  }
};

}  // namespace

TEST_CASE("a menu offers what can be done with the row and with the value of the cell") {
  MenuSetup setup;
  CHECK(setup.labels({Videos, 0}, video_column::Kind) ==
        "Open details; | Filter by “clip”; Leave out “clip”; | Copy row; Copy value; | Mark row; "
        "Mark all rows; | Open link; ");
  CHECK(setup.labels({Videos, 1}, video_column::Kind) ==
        "Open details; | Only rows that do not state it; Leave out rows that do not state it; | Copy row; "
        "| Mark row; Mark all rows; ");
}

TEST_CASE("a value becomes a filter of the kind that its column has") {
  MenuSetup setup;
  const RowRef first{Videos, 0}, entry{Charts, 0};
  CHECK(setup.after(first, video_column::Kind, "Filter by “clip”") == "kind=clip");
  CHECK(setup.after(first, video_column::Kind, "Leave out “clip”") == "-kind=clip");
  CHECK(setup.after(first, video_column::Title, "Filter by “A \"quoted\" title”") ==
        "title:\"A \\\"quoted\\\" title\"");
  CHECK(setup.after(first, video_column::Date, "Filter by “December 2023”") == "date:2023-12..2023-12");
  CHECK(setup.after(first, video_column::Date, "Leave out “December 2023”") == "-date:2023-12..2023-12");
  CHECK(setup.after(first, video_column::Duration, "Filter by “3 min 20 s”") == "duration:3m20s..3m20s");
  CHECK(setup.after({Videos, 1}, video_column::Date, "Only rows that do not state it") == "date:none");
  CHECK(setup.after({Videos, 1}, video_column::Date, "Leave out rows that do not state it") == "-date:none");
  CHECK(setup.after(entry, chart_column::Region, "Filter by “South Korea”") == "region=KR");
  CHECK(setup.after(entry, chart_column::Position, "Filter by “1”") == "position:1..1");
  CHECK(setup.after(entry, chart_column::Regions, "Filter by “more than 90”") == "regions:91..");
  // The row itself meets the filter that its value makes.
  for (size_t column = 0; column < column_specs(Videos).size(); ++column) {
    for (const RowMenuItem& item : setup.items(first, column)) {
      if (!item.id.starts_with("only")) continue;
      SceneSetup filtered = setup;
      filtered.apply(item.command);
      CAPTURE(filtered.state.query_text);
      CHECK(!filtered.state.query_error);
      const Results answers = filtered.results();
      const RowList& left = answers.tables[static_cast<size_t>(Videos)].rows;
      CHECK(std::ranges::find(left, first.row) != left.end());
    }
  }
}

TEST_CASE("of a list the first values are offered, each by itself; what the query has already is not") {
  MenuSetup setup;
  CHECK(setup.after({Videos, 0}, video_column::People, "Filter by “V”") == "people=V");
  CHECK(setup.after({Videos, 0}, video_column::People, "Filter by “Suga”") == "(no such item)");
  setup.apply(command::SetQueryText{"kind=clip -people=V"});
  CHECK(setup.after({Videos, 0}, video_column::Kind, "Filter by “clip”") == "(no such item)");
  CHECK(setup.after({Videos, 0}, video_column::People, "Leave out “V”") == "(no such item)");
  CHECK(setup.after({Videos, 0}, video_column::People, "Leave out “RM”") == "kind=clip -people=V -people=RM");
}

TEST_CASE("only addresses of the web are followed") {
  MenuSetup setup;
  const auto link_of = [&](RowIndex row, size_t column) {
    for (const RowMenuItem& item : setup.items({Videos, row}, column)) {
      if (!item.href.empty()) return item.href;
    }
    return std::string("(none)");
  };
  CHECK(link_of(0, video_column::Title) == "https://example.org/a");
  CHECK(link_of(0, video_column::Url) == "https://example.org/a");
  CHECK(link_of(1, video_column::Title) == "(none)");
}

TEST_CASE("a marked row's menu copies all that are marked, and takes its mark back") {
  MenuSetup setup;
  const Results answers = setup.results();
  setup.apply(
      command::MarkRows{Videos, answers.tables[static_cast<size_t>(Videos)].rows, command::MarkHow::Only});
  const std::string labels = setup.labels({Videos, 0}, video_column::Title);
  CHECK(labels.find("Copy 2 marked rows") != labels.npos);
  CHECK(labels.find("Unmark row") != labels.npos);
  CHECK(labels.find("Mark all rows") == labels.npos);
}

TEST_CASE("the menu opens at the pointer, or below the cell, and is on screen as a whole") {
  for (const Size size : {Size{1440, 900}, Size{640, 480}, Size{390, 844}, Size{280, 300}}) {
    CAPTURE(size.w);
    for (const float x : {-1.0f, 2.0f, size.w / 2, size.w - 2}) {
      for (const float y : {size.h / 2, size.h - 2}) {
        MenuApp t(size);
        const NodeKey cell = t.cell("Plain", 1);
        t.focus_on(cell);
        const std::optional<Point> at = x < 0 ? std::nullopt : std::optional(Point{x, y});
        REQUIRE(t.app.menu_requested(cell, at));
        t.frame();
        REQUIRE(t.menu() != nullptr);
        const Rect& rect = t.menu()->rect;
        CHECK(rect.x >= 0);
        CHECK(rect.y >= 0);
        CHECK(rect.x + rect.w <= size.w);
        CHECK(rect.y + rect.h <= size.h);
        const bool phone = size.w < size::PhoneBelow;
        if (phone) CHECK(rect.y + rect.h == size.h);
        if (!phone && size.h > 800 && at && y < size.h - 2 && x < size.w - 2)
          CHECK(rect.x == std::max(x, 8.0f));
        for (const Node* item : t.items())
          CHECK(item->rect.h >= (phone ? 44 : 32));
      }
    }
  }
}

TEST_CASE("one item is the tab stop; keys walk around, to the ends, and to what begins with a letter") {
  MenuApp t;
  t.focus_on(t.cell("A \"quoted\" title", 2));
  REQUIRE(t.press(AppKey::OpenMenu));
  REQUIRE(t.menu() != nullptr);
  const auto items = t.items();
  REQUIRE(items.size() == 8);
  for (const Node* item : items) {
    CHECK(item->by_keys);
    CHECK(item->tab_stop == (item == items.front()));
  }
  // As the page does.
  t.focus_on(items.front()->key);
  CHECK(t.press(AppKey::Up));
  CHECK(t.focused() == "Open link");
  CHECK(t.press(AppKey::Down));
  CHECK(t.focused() == "Open details");
  CHECK(t.press(AppKey::Down));
  CHECK(t.focused() == "Filter by “clip”");
  CHECK(t.press(AppKey::Character, "m"));
  CHECK(t.focused() == "Mark row");
  CHECK(t.press(AppKey::Character, "M"));
  CHECK(t.focused() == "Mark all rows");
  CHECK(t.press(AppKey::Character, "m"));
  CHECK(t.focused() == "Mark row");
  CHECK(t.press(AppKey::Character, "x"));
  CHECK(t.focused() == "Mark row");
  CHECK(t.press(AppKey::Home));
  CHECK(t.focused() == "Open details");
  CHECK(t.press(AppKey::End));
  CHECK(t.focused() == "Open link");
}

TEST_CASE("the focus is there before the next key, which may come before the next frame") {
  MenuApp t;
  t.focus_on(t.cell("Plain", 1));
  REQUIRE(t.press(AppKey::OpenMenu));
  t.focus_on(t.items().front()->key);
  CHECK(t.app.key_pressed(t.host.focused, {AppKey::Character, false, false, "m"}));
  REQUIRE(t.host.focused_at_once != 0);
  CHECK(t.app.scene().find(t.host.focused_at_once)->text == "Mark row");
  t.frame();

  // What is about to change may keep it away: it is moved once more with the frame.
  t.host.frames = 0;
  t.app.dispatch(command::ClosePopover{});
  t.app.dispatch(command::FocusSearch{});
  CHECK(t.host.focused == t.find_input(InputField::Query)->key);
  CHECK(t.host.asked());
}

TEST_CASE("a menu that closes, by whatever, gives the focus back to the cell") {
  const NodeKey none = 0;
  for (const char* item : {"", "Mark row", "Filter by “clip”", "Open link"}) {
    CAPTURE(std::string(item));
    MenuApp t;
    const NodeKey cell = t.cell("A \"quoted\" title", 2);
    t.focus_on(cell);
    REQUIRE(t.press(AppKey::OpenMenu));
    t.focus_on(t.items().front()->key);
    t.host.focused = none;
    if (*item == '\0') {
      CHECK(t.app.key_pressed(t.items().front()->key, AppKey::Escape));
    } else {
      t.app.activated(t.key(Role::MenuItem, item), false);
    }
    t.frame();
    CHECK(t.app.state().popover.kind == PopoverKind::None);
    CHECK(t.menu() == nullptr);
    CHECK(t.host.focused == cell);
  }
}

TEST_CASE("no menu where there is no row, and none over what is open") {
  MenuApp t;
  CHECK(!t.app.menu_requested(t.key(Role::ColumnHeader, "Title"), std::nullopt));
  CHECK(!t.app.menu_requested(t.key(Role::Button, "Columns"), std::nullopt));
  CHECK(!t.app.menu_requested(123, std::nullopt));
  const NodeKey cell = t.cell("Plain", 1);
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, Videos});
  CHECK(!t.app.menu_requested(cell, std::nullopt));
}
