// What goes to the clipboard, in the app: which rows, and what is said of it.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/grid_walk.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr TableId Videos = TableId::Videos;

struct CopyApp : TestApp {
  explicit CopyApp(int count = 20) {
    DatasetBuilder builder;
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      builder.add_row(Videos, number, {{"title", "Video " + number}, {"kind", i % 2 == 0 ? "clip" : "talk"}});
    }
    builder.add_row(TableId::Releases, "r", {{"title", "A release"}});
    load(builder.finish());
    run(command::SetView{View::Videos});
  }
  void mark(std::vector<RowIndex> rows) {
    run(command::MarkRows{Videos, RowList(std::make_shared<const std::vector<RowIndex>>(std::move(rows))),
                          command::MarkHow::Only});
  }
  void focus_row(const char* name) {
    const Node* row = find(Role::Row, name);
    REQUIRE(row != nullptr);
    const Node* stop = stop_in_row(app.scene(), *row, 1);
    REQUIRE(stop != nullptr);
    app.focused(stop->key);
    frame();
  }
  // The first cells of what is copied, without the header.
  std::string copied() {
    std::string plain = app.copied().plain, titles;
    plain.erase(0, plain.find('\n') + 1);
    while (!plain.empty()) {
      titles += plain.substr(0, plain.find('\t')) + ";";
      plain.erase(0, plain.find('\n') + 1);
    }
    return titles;
  }
};

}  // namespace

TEST_CASE("marked rows are copied in the order of the answer, and only those that it has") {
  CopyApp t;
  t.mark({3, 1, 2, 8});
  CHECK(t.app.can_copy());
  CHECK(t.copied() == "Video 1;Video 2;Video 3;Video 8;");
  CHECK(t.app.state().message == "4 rows copied");
  t.run(command::SetQueryText{"kind:clip sort:title-desc"});
  CHECK(t.copied() == "Video 8;Video 2;");
  CHECK(t.app.state().message == "2 rows copied");
}

TEST_CASE("without marks it is the row that the keyboard is in, else the open one, else nothing") {
  CopyApp t;
  CHECK(!t.app.can_copy());
  CHECK(t.app.copied().plain.empty());
  CHECK(t.app.state().message.empty());
  t.run(command::SelectRow{{TableId::Releases, 0}, false});
  CHECK(t.app.copied().plain == "Title\nA release\n");
  t.focus_row("Video 4");
  CHECK(t.copied() == "Video 4;");
  CHECK(t.app.state().message == "1 row copied");
  // On a header there is no row.
  t.app.focused(t.key(Role::ColumnHeader, "Title"));
  CHECK(t.app.copied().plain == "Title\nA release\n");
}

TEST_CASE("the columns are those on screen, in their order") {
  CopyApp t;
  t.run(command::MoveColumn{Videos, video_column::Kind, 0});
  t.focus_row("Video 5");
  CHECK(t.app.copied().plain == "Kind\tTitle\ntalk\tVideo 5\n");
  t.run(command::ShowColumn{Videos, video_column::Kind, false});
  t.focus_row("Video 5");
  CHECK(t.app.copied().plain == "Title\nVideo 5\n");
}

TEST_CASE("a command copies by way of the page, and says so if the browser does not let it") {
  CopyApp t;
  t.mark({1, 2});
  t.run(command::CopyRows{});
  CHECK(t.app.state().message == "The browser did not let it be copied");
  CopiedTexts taken;
  t.host.copying = [&] { taken = t.app.copied(); };
  t.run(command::CopyRows{RowRef{Videos, 7}});
  CHECK(taken.plain == "Title\tKind\nVideo 7\ttalk\n");
  CHECK(t.app.state().message == "1 row copied");
  t.run(command::CopyRows{});
  CHECK(taken.plain == "Title\tKind\nVideo 1\ttalk\nVideo 2\tclip\n");
  t.run(command::CopyValue{{Videos, 7}, video_column::Kind});
  CHECK(taken.plain == "talk");
  CHECK(taken.html == "talk");
  CHECK(t.app.state().message == "Value copied");
  // Only while the page copies for it.
  CHECK(t.copied() == "Video 1;Video 2;");
}

TEST_CASE("of very many rows the first ones are copied, and that is said") {
  CopyApp t(100'001);
  t.run(command::MarkRows{Videos, t.app.results().tables[static_cast<size_t>(Videos)].rows,
                          command::MarkHow::Only});
  const CopiedTexts most = t.app.copied();
  CHECK(std::ranges::count(most.plain, '\n') == 1 + 100'000);
  CHECK(t.app.state().message ==
        "The first 100,000 of 100,001 rows copied; all of them would be too much at once");
}
