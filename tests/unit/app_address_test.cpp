// The page's address as the app keeps it: what is told and when, what an address opens, and where Back leads
// to.
#include <doctest/doctest.h>

#include <algorithm>

#include "core/dataset_transfer.h"
#include "core/load_session.h"
#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/long_scroll.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct LoadedApp : TestApp {
  LoadedApp() {
    load(make_large_dataset());
    host.addresses.clear();
  }
  // What was told since the last call: the address, after "+" if it was pushed; several with a space between.
  std::string told() {
    std::string all;
    for (const FakeHost::Told& each : host.addresses)
      all += (all.empty() ? "" : " ") + std::string(each.pushed ? "+" : "") + each.address;
    host.addresses.clear();
    return all;
  }
  std::string told_after(const Command& command) {
    run(command);
    return told();
  }
  const Node& table_scroller() const {
    for (const Node& node : app.scene().nodes()) {
      if (node.whole_h > 0) return node;
    }
    FAIL("no table is there");
    return app.scene().node(0);
  }
  double place() const {
    for (const ScrollOffset& known : app.scrolls()) {
      if (known.key == table_scroller().key) return place_of(known);
    }
    return 0;
  }
  void scroll_to(float y) {
    app.scrolled(table_scroller().key, 0, y);
    frame();
  }
  NodeKey any_row() const {
    for (const Node& node : app.scene().nodes()) {
      if (node.role == Role::Row && node.row_index > 1 && node.activate) return node.key;
    }
    return 0;
  }
  // One in the upper half of what the table shows.
  NodeKey row_in_sight() const {
    const Node& scroller = table_scroller();
    for (const Node& node : app.scene().nodes()) {
      const bool row = node.role == Role::Row && node.row_index > 1 && node.activate;
      const double from_top = static_cast<double>(node.rect.y) - place();
      if (row && from_top > 0 && from_top < static_cast<double>(scroller.rect.h) / 2) return node.key;
    }
    return 0;
  }
};

std::unique_ptr<Dataset> two_articles() {
  DatasetBuilder builder;
  builder.add_row(TableId::Articles, "a", {{"title", "First"}});
  builder.add_row(TableId::Articles, "b", {{"title", "Second"}});
  return builder.finish();
}

std::string words_in(const App& app, Role role) {
  const auto& nodes = app.scene().nodes();
  std::string words;
  for (const Node& node : nodes) {
    const Node* at = &node;
    while (at != &nodes[0] && at->role != role)
      at = &nodes[at->parent];
    if (at->role == role && !node.text.empty()) words += node.text + "\n";
  }
  std::ranges::replace(words, '\n', ' ');
  return words;
}

}  // namespace

TEST_CASE("going somewhere makes an entry of the history, all else changes the one that is there") {
  LoadedApp t;
  CHECK(t.told_after(command::SetView{View::ChartReach}) == "+v=1&view=charts");
  t.type(InputField::Query, "region:KR");
  CHECK(t.told() == "v=1&view=charts&q=region:KR");
  CHECK(t.told_after(command::CycleSort{"date"}) == "v=1&view=charts&q=region:KR+sort:date");
  CHECK(t.told_after(command::SelectRow{{TableId::ChartEntries, 4}}) ==
        "+v=1&view=charts&q=region:KR+sort:date&row=charts:c4");
  CHECK(t.told_after(command::SelectRow{{TableId::ChartEntries, 6}}).starts_with("+"));
  CHECK(t.told_after(command::CloseDetail{}) == "+v=1&view=charts&q=region:KR+sort:date");
  CHECK(t.told_after(command::ClearTerms{}) == "v=1&view=charts&q=sort:date");
  CHECK(t.told_after(command::SetQueryText{}) == "v=1&view=charts");
  CHECK(t.told_after(command::ResizeColumn{TableId::ChartEntries, 1, 180.4f}) ==
        "v=1&view=charts&widths.charts=chart:180");
  CHECK(t.told_after(command::ResetColumns{TableId::ChartEntries}) == "v=1&view=charts");
  CHECK(t.told_after(command::SetTheme{ThemeChoice::Dark}) == "v=1&view=charts&theme=dark");
  CHECK(t.told_after(command::SetTheme{ThemeChoice::System}) == "v=1&view=charts");
  CHECK(t.told_after(command::SetReading{0}) == "+v=1&view=charts&read=1");
  CHECK(t.told_after(command::SetReading{3}) == "v=1&view=charts&read=4");
  CHECK(t.told_after(command::SetReading{}) == "+v=1&view=charts");
  CHECK(t.told_after(command::SetView{View::Overview}) == "+");
  CHECK(t.told_after(command::MaximisePanel{Panel::When}) == "+v=1&panel=when");
  CHECK(t.told_after(command::SetTimeWindow{TimeWindow{19692, 19722}}) ==
        "v=1&panel=when&time=2023-12-01..2023-12-31");
  CHECK(t.told_after(command::SetMap{2, 10, 20}) == "v=1&panel=when&map=2,10,20&time=2023-12-01..2023-12-31");
}

TEST_CASE("an address is told once a frame, and only if it is another one") {
  LoadedApp t;
  for (const char* text : {"r", "re", "reg", "region:", "region:KR"})
    t.app.dispatch(command::SetQueryText{text});
  CHECK(t.told() == "");
  t.frame();
  CHECK(t.told() == "v=1&q=region:KR");
  CHECK(t.told_after(command::SetQueryText{"region:KR "}) == "");
  CHECK(t.told_after(command::PointAt{Subject{RowRef{TableId::ChartEntries, 1}, {}}}) == "");
  CHECK(t.told_after(command::OpenPopover{PopoverKind::Pictures}) == "");
  CHECK(t.told_after(command::ClosePopover{}) == "");
  // There and back in one frame.
  t.app.dispatch(command::SetView{View::Videos});
  t.app.dispatch(command::SetView{View::Overview});
  t.frame();
  CHECK(t.told() == "");
  // What cannot be read is not on screen either.
  CHECK(t.told_after(command::SetQueryText{"region:KR date:"}) == "");
}

TEST_CASE("an address is opened before the first frame, and stays as it was written") {
  FakeHost host;
  FixedMeasurer measurer;
  App app(host, measurer);
  app.open_address("view=charts&q=region:KR&theme=dark&nonsense=1&row=charts:c4", AddressVisit::Opened);
  CHECK(host.themes == std::vector<ThemeChoice>{ThemeChoice::Dark});
  app.resized(1440, 900);
  app.update();
  CHECK(app.scheme() == Scheme::Dark);
  LoadResult result;
  result.dataset = make_large_dataset();
  app.loaded(std::move(result));
  while (host.asked())
    app.update();
  CHECK(app.state().view == View::ChartReach);
  CHECK(app.results().tables[static_cast<size_t>(TableId::ChartEntries)].rows.size() == 50000);
  CHECK(app.state().selected == RowRef{TableId::ChartEntries, 4});
  const Node* row = find_node(app.scene(), Role::Row, "No. 5 in South Korea");
  REQUIRE(row != nullptr);
  CHECK(row->selected);
  CHECK(host.addresses.empty());
  app.dispatch(command::CloseDetail{});
  app.update();
  REQUIRE(host.addresses.size() == 1);
  CHECK(host.addresses[0].address == "v=1&view=charts&q=region:KR&theme=dark");
  CHECK(host.addresses[0].pushed);
}

TEST_CASE("Back leads to what was scrolled to and what had the focus") {
  LoadedApp t;
  t.run(command::SetView{View::ChartReach});
  const std::string from_overview = t.host.addresses.back().left;
  t.scroll_to(5000);
  const NodeKey row = t.any_row();
  REQUIRE(row != 0);
  t.app.focused(row);
  t.app.focused(0);  // the window of the browser lost it
  t.run(command::SelectRow{{TableId::ChartEntries, 200}});
  const std::string left = t.host.addresses.back().left;
  t.scroll_to(90000);
  t.app.focused(t.any_row());
  t.run(command::SetView{View::Articles});
  t.host.moves.clear();
  t.host.focused = 0;
  t.host.addresses.clear();

  t.app.open_address("v=1&view=charts", AddressVisit::Returned, left);
  t.frame();
  CHECK(t.app.state().view == View::ChartReach);
  CHECK(!t.app.state().selected);
  CHECK(t.place() == doctest::Approx(5000));
  const NodeKey scroller = t.table_scroller().key;
  CHECK(std::ranges::any_of(t.host.moves,
                            [&](const auto& move) { return move.first == scroller && move.second == 5000; }));
  CHECK(t.host.focused == row);
  CHECK(t.app.scene().find(row) != nullptr);
  CHECK(t.host.addresses.empty());

  // An entry in which nothing was scrolled yet begins at the top; opened by hand it takes no focus.
  t.app.focused(0);  // it is where addresses are typed
  t.host.focused = 0;
  t.app.open_address("v=1&view=charts&row=charts:c9", AddressVisit::Opened, "7");
  t.frame();
  CHECK(t.place() == 0);
  CHECK(t.host.focused == 0);
  CHECK(t.app.state().selected == RowRef{TableId::ChartEntries, 9});
  t.app.open_address("", AddressVisit::Returned, from_overview);
  t.frame();
  CHECK(t.app.state().view == View::Overview);
}

TEST_CASE("Back gives the focus back although the row that had it meanwhile is gone") {
  LoadedApp t;
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetQueryText{"region:KR"});
  t.scroll_to(5000);
  const NodeKey row = t.row_in_sight();
  REQUIRE(row != 0);
  t.app.focused(row);
  t.run(command::SelectRow{{TableId::ChartEntries, 200}});
  const std::string left = t.host.addresses.back().left;
  t.run(command::SetQueryText{"region:FR"});
  t.scroll_to(90000);
  const NodeKey other = t.row_in_sight();
  t.app.focused(other);
  t.frame();
  t.host.focused = 0;
  t.app.open_address("v=1&view=charts&q=region:KR", AddressVisit::Returned, left);
  t.frame();
  CHECK(t.app.scene().find(other) == nullptr);
  CHECK(t.app.scene().find(row) != nullptr);
  CHECK(t.host.focused == row);
  CHECK(t.place() == doctest::Approx(5000));
  // What the page says then changes nothing.
  t.app.focused(row);
  t.frame();
  CHECK(t.host.focused == row);
  CHECK(t.place() == doctest::Approx(5000));
}

TEST_CASE("places are kept through any address, whatever stands in it") {
  LoadedApp t;
  t.run(command::SetView{View::ChartReach});
  t.scroll_to(700);
  for (const char* marks :
       {"x", ";;;", "1;2", "1;2,3", "-1;-5,99999999999999999999,7", "1;2,3,4;", "9e9,,,"}) {
    t.app.open_address("v=1&view=charts", AddressVisit::Returned, marks);
    t.frame();
    CHECK(t.place() == 0);
  }
  // What the reader does before the rows are there counts more.
  TestApp late;
  late.app.open_address("v=1&view=charts", AddressVisit::Opened, "1;2,3,4");
  late.run(command::SetView{View::Articles});
  late.load(make_large_dataset());
  CHECK(late.app.state().view == View::Articles);
}

TEST_CASE("Back leaves the look as it is now, and its address says so") {
  LoadedApp t;
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.run(command::SetDensity{Density::Compact});
  t.told();
  t.app.open_address("", AddressVisit::Returned, "0");
  CHECK(t.told() == "v=1&density=compact&theme=dark");
  t.frame();
  CHECK(t.app.state().view == View::Overview);
  CHECK(t.app.scheme() == Scheme::Dark);
  t.app.open_address("v=1&view=videos", AddressVisit::Opened);
  t.frame();
  CHECK(t.app.scheme() == Scheme::Light);
  CHECK(t.told() == "");
}

TEST_CASE("a row is selected when it comes, in the middle of a long load") {
  TestApp t;
  t.app.open_address("v=1&view=articles&row=articles:5", AddressVisit::Opened);
  Dataset dataset;
  LoadSession session(dataset);
  DatasetSender sender(dataset);
  sender.take();
  session.begin_document();
  session.write(R"({"version":"https://jsonfeed.org/version/1.1","title":"In pieces","items":[)");
  t.app.load_begun();
  const auto send = [&](int from, int to) {
    for (int i = from; i < to; ++i) {
      const std::string number = std::to_string(i);
      session.write((i > 0 ? std::string(",") : std::string()) + R"({"id":")" + number +
                    R"(","content_text":"x","title":"Article )" + number + "\"}");
    }
    t.app.batch(sender.take());
    t.frame();
  };
  send(0, 4);
  CHECK(!t.app.state().selected);
  CHECK(t.app.state().awaited_row == "articles:5");
  send(4, 9);
  CHECK(t.app.state().selected == RowRef{TableId::Articles, 5});
  CHECK(t.app.state().awaited_row.empty());
  t.app.load_finished({}, {});
  t.frame();
  CHECK(t.app.state().selected == RowRef{TableId::Articles, 5});
  CHECK(t.app.state().address_notes.empty());
  CHECK(t.host.addresses.empty());
}

TEST_CASE("what could not be taken over is said until it is dismissed") {
  TestApp t;
  t.app.open_address("v=2&view=articles&row=articles:z&lens=1&map=x&utm=mail", AddressVisit::Opened);
  t.frame();
  CHECK(t.find(Role::Region, ui::AddressNotes) != nullptr);
  t.load(two_articles());
  const std::string said = words_in(t.app, Role::Status);
  CAPTURE(said);
  for (const char* part : {"newer version", "articles:z", "map", "lens, utm"})
    CHECK(said.find(part) != std::string::npos);
  CHECK(t.host.addresses.empty());
  t.app.activated(t.key(Role::Button, ui::DismissNotes), false);
  t.frame();
  CHECK(t.find(Role::Region, ui::AddressNotes) == nullptr);
  CHECK(t.host.addresses.empty());
  t.run(command::SetView{View::Videos});
  REQUIRE(t.host.addresses.size() == 1);
  CHECK(t.host.addresses[0].address == "v=1&view=videos");
}

TEST_CASE("the notice fits every width and hides no control characters") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.state.address_notes = {{AddressFault::Unknown, std::string("a\xE2\x80\xAE") + std::string(300, 'b')},
                               {AddressFault::Broken, "columns.charts"},
                               {AddressFault::NoRow, "charts:" + std::string(5000, 'x')},
                               {AddressFault::Newer, {}}};
  for (const Size& size : Sizes) {
    setup.environment.width_px = size.w;
    setup.environment.height_px = size.h;
    const Scene scene = setup.build();
    const Node* notice = find_node(scene, Role::Region, ui::AddressNotes);
    REQUIRE(notice != nullptr);
    for (const Node& node : scene.nodes()) {
      CHECK(node.text.find("\xE2\x80\xAE") == std::string::npos);
      if (&scene.node(node.parent) != notice) continue;
      CHECK(node.rect.x + node.rect.w <= size.w);
      CHECK(node.rect.y + node.rect.h <= notice->rect.h);
    }
  }
}

TEST_CASE("loading again keeps the row that is open") {
  LoadedApp t;
  t.run(command::SetView{View::ChartReach});
  t.run(command::SelectRow{{TableId::ChartEntries, 70}});
  t.told();
  t.run(command::Reload{});
  CHECK(!t.app.state().selected);
  t.load(make_large_dataset());
  CHECK(t.app.state().selected == RowRef{TableId::ChartEntries, 70});
  CHECK(t.told() == "");
  // Other data do not have it.
  t.run(command::Reload{});
  t.load(two_articles());
  CHECK(!t.app.state().selected);
  CHECK(t.app.state().address_notes.size() == 1);
}
