// Keys that stand for actions, the palette at work, and where the focus goes after it.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/actions.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct ActionsApp : TestApp {
  ActionsApp() {
    DatasetBuilder builder;
    for (int i = 0; i < 40; ++i) {
      const std::string number = std::to_string(i);
      builder.add_row(TableId::Videos, number,
                      {{"title", std::string("Video ").append(number)}, {"kind", "dance"}, {"date", "2023"}});
    }
    load(builder.finish());
    run(command::SetView{View::Videos});
  }
  // Presses a key that is a character, nothing else having the focus.
  bool press(std::string_view text, bool command = false, bool shift = false, NodeKey focused = 0) {
    const bool taken = app.key_pressed(focused, {AppKey::Character, shift, command, text});
    frame();
    return taken;
  }
  bool press(AppKey key) {
    const Node* field = find_input(InputField::Palette);
    const bool taken = app.key_pressed(field == nullptr ? 0 : field->key, key);
    frame();
    return taken;
  }
  PopoverKind open() const { return app.state().popover.kind; }
  // What Enter would run.
  std::string chosen() const {
    const Node* field = find_input(InputField::Palette);
    const Node* option = field == nullptr ? nullptr : app.scene().find(field->active_option);
    return option == nullptr ? "(nothing)" : option->label;
  }
  size_t option_count() const {
    for (const Node& node : app.scene().nodes()) {
      if (node.role == Role::Option) return node.row_count;
    }
    return 0;
  }
};

}  // namespace

TEST_CASE("Ctrl+K opens the palette and closes it, from anywhere") {
  ActionsApp t;
  CHECK(t.press("k", true));
  CHECK(t.open() == PopoverKind::Palette);
  CHECK(t.press("k", true));
  CHECK(t.open() == PopoverKind::None);
  CHECK(t.press("k", true, false, t.find_input(InputField::Query)->key));
  CHECK(t.open() == PopoverKind::Palette);
  CHECK(t.press(AppKey::Escape));
  CHECK(t.open() == PopoverKind::None);
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Videos});
  CHECK(t.press("k", true));
  CHECK(t.open() == PopoverKind::Palette);
  // With Shift it is somebody else's.
  t.run(command::ClosePopover{});
  CHECK(!t.press("K", true, true));
}

TEST_CASE("typed words narrow the palette, arrows choose, Enter runs what is chosen") {
  ActionsApp t;
  t.press("k", true);
  t.type(InputField::Palette, "sort by");
  CHECK(t.shown(InputField::Palette) == "sort by");
  CHECK(t.chosen() == "Sort by Title, ascending");
  CHECK(t.press(AppKey::Down));
  CHECK(t.chosen() == "Sort by Title, descending");
  CHECK(t.press(AppKey::Enter));
  CHECK(t.open() == PopoverKind::None);
  CHECK(t.app.state().query_text == "sort:title-desc");
}

TEST_CASE("arrows go around the list, pages stop at its ends") {
  ActionsApp t;
  t.press("k", true);
  const std::string first = t.chosen();
  const size_t last = t.option_count() - 1;
  REQUIRE(last > 20);
  CHECK(t.press(AppKey::Up));
  CHECK(t.app.state().popover.chosen == last);
  CHECK(t.press(AppKey::Down));
  CHECK(t.chosen() == first);
  CHECK(t.press(AppKey::PageUp));
  CHECK(t.chosen() == first);
  CHECK(t.press(AppKey::PageDown));
  CHECK(t.app.state().popover.chosen == 10);
  for (int i = 0; i < 20; ++i)
    t.press(AppKey::PageDown);
  CHECK(t.app.state().popover.chosen == last);
  CHECK(!t.press(AppKey::Home));
  CHECK(!t.press(AppKey::Left));
}

TEST_CASE("keys that come faster than frames find what they would find after one") {
  ActionsApp t;
  t.press("k", true);
  t.app.typed(t.find_input(InputField::Palette)->key, "dark");
  CHECK(t.app.key_pressed(0, AppKey::Enter));
  t.frame();
  CHECK(t.app.state().theme == ThemeChoice::Dark);
}

TEST_CASE("what is typed can be searched for") {
  ActionsApp t;
  t.press("k", true);
  t.type(InputField::Palette, "video 7");
  t.press(AppKey::Up);
  CHECK(t.chosen() == "Search for \u201cvideo 7\u201d");
  t.press(AppKey::Enter);
  CHECK(t.app.state().query_text == "video 7");
}

TEST_CASE("an option is run by a click, too, and a palette that is closed runs nothing") {
  ActionsApp t;
  t.press("k", true);
  const NodeKey option = t.key(Role::Option, "Go to Releases");
  t.app.activated(option, false);
  t.frame();
  CHECK(t.app.state().view == View::Releases);
  CHECK(t.open() == PopoverKind::None);
  t.run(command::RunChoice{"view0"});
  CHECK(t.app.state().view == View::Releases);
  t.press("k", true);
  t.run(command::RunChoice{"nothing"});
  CHECK(t.open() == PopoverKind::Palette);
}

TEST_CASE("every single key does its action, whatever the case that Caps Lock gives it") {
  struct Case {
    std::string_view key;
    bool (*done)(const AppState&);
  };
  constexpr Case Cases[] = {
      {"?", [](const AppState& s) { return s.popover.kind == PopoverKind::Shortcuts; }},
      {"1", [](const AppState& s) { return s.view == View::Overview; }},
      {"2", [](const AppState& s) { return s.view == View::Articles; }},
      {"3", [](const AppState& s) { return s.view == View::Releases; }},
      {"4", [](const AppState& s) { return s.view == View::ChartReach; }},
      {"r", [](const AppState& s) { return s.reading.has_value(); }},
      {"R", [](const AppState& s) { return s.reading.has_value(); }},
      {"c", [](const AppState& s) { return s.popover.kind == PopoverKind::ColumnChooser; }},
      {"C", [](const AppState& s) { return s.popover.kind == PopoverKind::ColumnChooser; }},
      {"d", [](const AppState& s) { return s.density == Density::Compact; }},
      {"t", [](const AppState& s) { return s.theme == ThemeChoice::Dark; }},
      {"p", [](const AppState& s) { return s.popover.kind == PopoverKind::Pictures; }},
      {"s", [](const AppState& s) { return s.popover.kind == PopoverKind::Share; }},
      {"e", [](const AppState& s) { return s.popover.kind == PopoverKind::Embed; }},
      {"x", [](const AppState& s) { return s.popover.kind == PopoverKind::Download; }}};
  for (const Case& each : Cases) {
    CAPTURE(each.key);
    ActionsApp t;
    CHECK(!each.done(t.app.state()));
    CHECK(t.press(each.key));
    CHECK(each.done(t.app.state()));
  }
  ActionsApp t;
  // The key of the view that is shown, a letter with Shift, a key of nothing, one with Ctrl.
  CHECK(!t.press("5"));
  CHECK(!t.press("C", false, true));
  CHECK(!t.press("z"));
  CHECK(!t.press("c", true));
  CHECK(!t.press(""));
  CHECK(t.open() == PopoverKind::None);
}

TEST_CASE("single keys leave fields and dialogs alone, and can be switched off") {
  ActionsApp t;
  const NodeKey query = t.find_input(InputField::Query)->key;
  CHECK(!t.press("t", false, false, query));
  CHECK(!t.press("?", false, true, query));
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Videos});
  CHECK(!t.press("t"));
  CHECK(!t.press("?", false, true));
  t.run(command::ClosePopover{});
  CHECK(t.press("?", false, true));
  CHECK(t.open() == PopoverKind::Shortcuts);
  CHECK(!t.press("t"));
  CHECK(t.press("?", false, true));
  CHECK(t.open() == PopoverKind::None);
  CHECK(t.app.state().theme == ThemeChoice::System);
  t.run(command::SetSingleKeys{false});
  for (const ActionKeys& each : action_keys()) {
    if (is_single_key(each.keys)) CHECK(!t.press(each.keys));
  }
  t.host.focused = 0;
  CHECK(!t.press(AppKey::FocusSearch));
  CHECK(t.host.focused == 0);
  CHECK(t.press("k", true));
  CHECK(t.open() == PopoverKind::Palette);
}

TEST_CASE("actions that lead somewhere move the focus") {
  ActionsApp t;
  t.press("k", true);
  t.type(InputField::Palette, "go to the search");
  t.press(AppKey::Enter);
  CHECK(t.host.focused == t.find_input(InputField::Query)->key);
  t.host.focused = 0;
  t.app.dispatch(command::FocusColumn{TableId::Videos, video_column::Date});
  CHECK((t.host.focused_at_once == t.host.focused || t.host.asked()));
  const Node* target = t.app.scene().find(t.host.focused);
  REQUIRE(target != nullptr);
  const Node& around = t.app.scene().node(target->parent);
  CHECK((target->role == Role::ColumnHeader ? *target : around).label == "Date");
  // A column that is not on screen has no header.
  t.host.focused = 0;
  t.run(command::FocusColumn{TableId::Videos, video_column::Note});
  CHECK(t.host.focused == 0);
}

TEST_CASE("the details of the row that had the focus are opened from the palette") {
  ActionsApp t;
  t.run(command::PointAt{Subject{RowRef{TableId::Videos, 3}, {}, {}}});
  t.press("k", true);
  t.app.focused(t.find_input(InputField::Palette)->key);
  t.frame();
  t.type(InputField::Palette, "open details");
  CHECK(t.chosen() == "Open details of Video 3");
  t.press(AppKey::Enter);
  CHECK(t.app.state().selected == RowRef{TableId::Videos, 3});
}

TEST_CASE("every action of every view runs from the palette") {
  for (size_t view = 0; view < ViewCount; ++view) {
    std::vector<std::string> ids;
    for (size_t at = 0; at == 0 || at < ids.size(); ++at) {
      ActionsApp t;
      t.run(command::SetView{static_cast<View>(view)});
      t.press("k", true);
      if (ids.empty()) {
        Results results = t.app.results();
        LoadStatus load = t.app.load_status();
        const SceneInput input{t.app.state(), t.app.shown_dataset(), results, load, {1440, 900}, {},
                               t.measurer};
        for (const Action& action : palette_options(input))
          ids.push_back(action.id);
        REQUIRE(ids.size() > 10);
      }
      CAPTURE(ids[at]);
      t.run(command::RunChoice{ids[at]});
      CHECK(t.open() != PopoverKind::Palette);
    }
  }
}
