// Keys that nothing in the page took: Escape, the way to the search box, arrows along tabs and rows.
#include <doctest/doctest.h>

#include "dataset_fixture.h"
#include "fake_host.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct RowsApp : TestApp {
  RowsApp() {
    DatasetBuilder builder;
    for (int i = 0; i < 200; ++i) {
      const std::string number = std::to_string(i);
      builder.add_row(TableId::Videos, number, {{"title", std::string("Video ").append(number)}});
    }
    load(builder.finish());
    run(command::SetView{View::Videos});
  }
  // The name of the node that has the focus.
  std::string focused() const {
    const Node* node = app.scene().find(host.focused);
    return node == nullptr ? "(nothing)" : node->label.empty() ? node->text : node->label;
  }
};

}  // namespace

TEST_CASE("Escape closes the dialog, then the details, then it is the browser's") {
  RowsApp t;
  t.run(command::SelectRow{{TableId::Videos, 2}, false});
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Videos});
  CHECK(t.app.key_pressed(0, AppKey::Escape));
  CHECK(t.host.asked());
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  CHECK(t.app.state().selected.has_value());
  CHECK(t.app.key_pressed(0, AppKey::Escape));
  CHECK(!t.app.state().selected.has_value());
  t.frame();
  CHECK(!t.app.key_pressed(0, AppKey::Escape));
  CHECK(!t.host.asked());
}

TEST_CASE("a slash leads to the search box, with a frame to carry the focus there") {
  RowsApp t;
  CHECK(t.app.key_pressed(t.key(Role::Row, "Video 1"), AppKey::FocusSearch));
  CHECK(t.host.focused == t.find_input(InputField::Query)->key);
  CHECK(t.host.asked());
}

TEST_CASE("arrows walk along rows and stop at both ends") {
  RowsApp t;
  struct Step {
    const char* from;
    AppKey key;
    const char* to;
  };
  const Step steps[] = {
      {"Video 0", AppKey::Down, "Video 1"},      {"Video 1", AppKey::Up, "Video 0"},
      {"Video 0", AppKey::PageDown, "Video 10"}, {"Video 12", AppKey::PageUp, "Video 2"},
      {"Video 5", AppKey::Home, "Video 0"},      {"Video 4", AppKey::PageUp, "Video 0"},
  };
  for (const Step& step : steps) {
    CAPTURE(step.from);
    CHECK(t.app.key_pressed(t.key(Role::Row, step.from), step.key));
    CHECK(t.focused() == step.to);
    CHECK(t.host.asked());
    t.frame();
  }
  t.host.focused = 0;
  CHECK(t.app.key_pressed(t.key(Role::Row, "Video 0"), AppKey::Up));
  CHECK(t.host.focused == 0);
  CHECK(!t.host.asked());
  CHECK(!t.app.key_pressed(t.key(Role::Row, "Video 0"), AppKey::Left));
  CHECK(!t.app.key_pressed(t.key(Role::Row, "Video 0"), AppKey::Right));
}

TEST_CASE("arrows choose the tab that they reach") {
  RowsApp t;
  const auto tab = [&](std::string_view name) { return t.key(Role::Tab, name); };
  CHECK(t.app.key_pressed(tab("Videos, 200"), AppKey::Left));
  CHECK(t.app.state().view == View::ChartReach);
  CHECK(t.focused() == "Chart reach, 0");
  t.frame();
  CHECK(t.app.key_pressed(tab("Chart reach, 0"), AppKey::Home));
  CHECK(t.app.state().view == View::Overview);
  t.frame();
  CHECK(t.app.key_pressed(tab("Overview"), AppKey::End));
  CHECK(t.app.state().view == View::Videos);
  CHECK(!t.app.key_pressed(tab("Overview"), AppKey::Down));
  CHECK(!t.app.key_pressed(tab("Overview"), AppKey::Up));
}

TEST_CASE("a key on what is gone, or on a row that cannot be chosen, is the browser's") {
  RowsApp t;
  NodeKey header = 0;
  for (const Node& node : t.app.scene().nodes()) {
    if (node.role == Role::Row && !node.activate) header = node.key;
  }
  REQUIRE(header != 0);
  for (const AppKey key : {AppKey::Up, AppKey::Down, AppKey::Home, AppKey::End, AppKey::PageDown}) {
    CHECK(!t.app.key_pressed(0, key));
    CHECK(!t.app.key_pressed(987654321, key));
    CHECK(!t.app.key_pressed(header, key));
    CHECK(!t.app.key_pressed(t.key(Role::Button, "Sort by Title"), key));
  }
  CHECK(!t.host.asked());
}
