// Marking rows by keys and clicks, in the app.
#include <doctest/doctest.h>

#include "grid_app.h"

using namespace explorer;
using namespace explorer::test;

TEST_CASE("Shift with Space marks a row and takes the mark back") {
  GridApp t;
  t.go(AppKey::Down, 2);
  t.press(AppKey::Space, true);
  CHECK(t.marked() == std::vector<RowIndex>{1});
  CHECK(t.find(Role::Row, "Video 1")->marked);
  CHECK(!t.find(Role::Row, "Video 2")->marked);
  CHECK(!t.app.state().selected);
  t.go(AppKey::Down, 2);
  t.press(AppKey::Space, true);
  CHECK(t.marked() == std::vector<RowIndex>{1, 3});
  CHECK(t.app.results().marked == 2);
  t.press(AppKey::Space, true);
  CHECK(t.marked() == std::vector<RowIndex>{1});
}

TEST_CASE("Shift with the keys up and down marks from where it began, to and fro, beside other marks") {
  GridApp t;
  t.go(AppKey::Down, 1);
  t.press(AppKey::Space, true);
  t.go(AppKey::Down, 4);
  for (int i = 0; i < 3; ++i)
    t.press(AppKey::Down, true);
  CHECK(t.marked() == std::vector<RowIndex>{0, 4, 5, 6, 7});
  for (int i = 0; i < 5; ++i)
    t.press(AppKey::Up, true);
  CHECK(t.marked() == std::vector<RowIndex>{0, 2, 3, 4});
  t.press(AppKey::Down);
  t.press(AppKey::Down, true);
  CHECK(t.marked() == std::vector<RowIndex>{0, 2, 3, 4});
  t.press(AppKey::End, true, true);
  CHECK(t.marked().size() == 199);
  CHECK(t.place() == "201,3");
}

TEST_CASE("Ctrl+A marks all rows of the answer, and Escape drops the marks before it closes the details") {
  GridApp t;
  t.run(command::SetQueryText{"kind:clip"});
  t.press(AppKey::Down);
  t.press(AppKey::Enter);
  CHECK(t.ask(AppKey::Character, false, true, "a"));
  CHECK(t.app.results().marked == 100);
  CHECK(t.marked().size() == 100);
  CHECK(t.find(Role::Text, "100 rows marked") != nullptr);
  t.press(AppKey::Escape);
  CHECK(t.marked().empty());
  CHECK(t.find(Role::Text, "100 rows marked") == nullptr);
  CHECK(t.app.state().selected);
  t.press(AppKey::Escape);
  CHECK(!t.app.state().selected);
}

TEST_CASE("marks stay under other queries and orders, but only those in the answer count") {
  GridApp t;
  t.go(AppKey::Down, 1);
  for (int i = 0; i < 3; ++i)
    t.press(AppKey::Down, true);
  CHECK(t.app.results().marked == 4);
  t.run(command::SetQueryText{"kind:clip sort:title-desc"});
  CHECK(t.app.results().marked == 2);
  CHECK(t.marked() == std::vector<RowIndex>{0, 1, 2, 3});
  t.run(command::SetQueryText{"kind:nothing"});
  CHECK(t.app.results().marked == 0);
  t.run(command::SetQueryText{});
  CHECK(t.app.results().marked == 4);
  t.run(command::SetView{View::Articles});
  t.run(command::SetView{View::Videos});
  CHECK(t.marked().empty());
  CHECK(t.app.results().marked == 0);
}

TEST_CASE("clicks with Ctrl and Shift mark rows, plain ones open them") {
  GridApp t;
  const auto click = [&](const char* row, bool shift, bool command) {
    t.app.activated(t.key(Role::Row, row), shift, command);
    t.settle();
  };
  click("Video 4", false, true);
  CHECK(t.place() == "6,1");
  click("Video 7", false, true);
  CHECK(t.marked() == std::vector<RowIndex>{4, 7});
  click("Video 9", true, false);
  CHECK(t.marked() == std::vector<RowIndex>{4, 7, 8, 9});
  click("Video 5", true, false);
  CHECK(t.marked() == std::vector<RowIndex>{4, 5, 6, 7});
  click("Video 4", false, true);
  CHECK(t.marked() == std::vector<RowIndex>{5, 6, 7});
  CHECK(!t.app.state().selected);
  click("Video 8", false, false);
  CHECK(t.app.state().selected == RowRef{Videos, 8});
  CHECK(t.marked() == std::vector<RowIndex>{5, 6, 7});
}
