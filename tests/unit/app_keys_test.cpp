// Keys that nothing in the page took: Escape, the way to the search box, arrows along tabs. Those of grids
// and lists: app_grid_keys_test.cpp, grid_walk_test.cpp.
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

TEST_CASE("a slash leads to the search box at once, and once more with a frame that is due") {
  RowsApp t;
  const NodeKey row = t.key(Role::Row, "Video 1"), search = t.find_input(InputField::Query)->key;
  CHECK(t.app.key_pressed(row, AppKey::FocusSearch));
  CHECK(t.host.focused_at_once == search);
  CHECK(!t.host.asked());
  t.host.focused = t.host.focused_at_once = 0;
  t.app.dispatch(command::SetTheme{ThemeChoice::Dark});
  t.host.frames = 0;
  CHECK(t.app.key_pressed(row, AppKey::FocusSearch));
  CHECK(t.host.focused == search);
  CHECK(t.host.asked());
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

TEST_CASE("a key on what is gone, or on what no keys belong to, is the browser's") {
  RowsApp t;
  const NodeKey button = t.key(Role::Button, "Columns");
  for (const AppKey key : {AppKey::Up, AppKey::Down, AppKey::Home, AppKey::End, AppKey::PageDown}) {
    CHECK(!t.app.key_pressed(0, key));
    CHECK(!t.app.key_pressed(987654321, key));
    CHECK(!t.app.key_pressed(button, key));
  }
  CHECK(!t.host.asked());
}
