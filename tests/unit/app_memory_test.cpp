// What the browser remembers, as the app keeps it: when the host is told, what a start makes of it, and how a
// reader has it forgotten.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/actions.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr TableId Charts = TableId::ChartEntries;

struct RememberingApp : TestApp {
  explicit RememberingApp(std::string_view text = {}, std::string_view address = {},
                          memory::Extent extent = memory::Extent::All) {
    app.recall(text, extent);
    app.open_address(address, AddressVisit::Opened);
    load(make_large_dataset());
  }
  // What the host was told since the last call, with a space between.
  std::string told() {
    std::string all;
    for (const std::string& text : host.remembered)
      all += (all.empty() ? "[" : " [") + text + "]";
    host.remembered.clear();
    return all;
  }
  std::string told_after(const Command& command) {
    run(command);
    return told();
  }
};

}  // namespace

TEST_CASE("the host is told once a frame, and only of something else") {
  RememberingApp t;
  CHECK(t.told() == "");
  CHECK(t.told_after(command::SetView{View::ChartReach}) == "[v=1&view=charts]");
  t.app.dispatch(command::ResizeColumn{Charts, 1, 100});
  t.app.dispatch(command::ResizeColumn{Charts, 1, 180});
  CHECK(t.told() == "");
  t.frame();
  CHECK(t.told() == "[v=1&view=charts&widths.charts=chart:180]");
  CHECK(t.told_after(command::SetQueryText{"region:KR"}) == "");
  CHECK(t.told_after(command::ResetColumns{Charts}) == "[v=1&view=charts]");
  CHECK(t.told_after(command::SetView{View::Overview}) == "[]");
}

TEST_CASE("without a memory nothing is told") {
  TestApp t;
  t.load(make_large_dataset());
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.run(command::SetView{View::Videos});
  t.app.open_address("", AddressVisit::Opened);
  t.frame();
  CHECK(t.host.remembered.empty());
  CHECK(t.app.state().theme == ThemeChoice::System);
}

TEST_CASE("a start takes over what is remembered, and writes the view where Back finds it") {
  RememberingApp t("v=1&view=charts&theme=dark&keys=off");
  CHECK(t.app.state().view == View::ChartReach);
  CHECK(!t.app.state().single_keys);
  CHECK(t.app.scheme() == Scheme::Dark);
  CHECK(t.host.themes.back() == ThemeChoice::Dark);
  REQUIRE(t.host.addresses.size() == 1);
  CHECK(t.host.addresses[0].address == "v=1&view=charts&theme=dark");
  CHECK(!t.host.addresses[0].pushed);
  CHECK(t.told() == "");
}

TEST_CASE("an address that says something stays as it was written") {
  RememberingApp t("v=1&view=charts&theme=dark", "view=videos");
  CHECK(t.app.state().view == View::Videos);
  CHECK(t.app.state().theme == ThemeChoice::Dark);
  CHECK(t.host.addresses.empty());
  CHECK(t.told() == "");
}

TEST_CASE("the page hears which colours it is to have where it could have read others") {
  RememberingApp broken("v=1&theme=dark", "theme=pink"), newer("v=9&theme=dark"), none;
  REQUIRE((broken.host.themes.size() == 1 && newer.host.themes.size() == 1));
  CHECK(broken.host.themes.back() == ThemeChoice::System);
  CHECK(newer.host.themes.back() == ThemeChoice::System);
  CHECK(none.host.themes.empty());
}

TEST_CASE("an address that is opened later keeps how the reader has it, but not the view") {
  RememberingApp t;
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.run(command::ResizeColumn{Charts, 1, 180});
  t.told();
  t.app.open_address("", AddressVisit::Opened);
  t.frame();
  CHECK(t.app.state().view == View::Overview);
  CHECK(t.app.state().theme == ThemeChoice::Dark);
  CHECK(t.told() == "");
  t.app.open_address("view=videos&theme=light", AddressVisit::Opened);
  t.frame();
  CHECK(t.app.state().theme == ThemeChoice::Light);
  CHECK(t.told() == "");
  CHECK(t.told_after(command::SetDensity{Density::Compact}) ==
        "[v=1&view=charts&widths.charts=chart:180&density=compact&theme=dark]");
}

TEST_CASE("what is changed and not told yet when another address comes is not lost") {
  RememberingApp t;
  t.app.dispatch(command::SetTheme{ThemeChoice::Dark});
  t.app.open_address("view=videos", AddressVisit::Opened);
  t.frame();
  CHECK(t.told() == "[v=1&theme=dark]");
  CHECK(t.app.state().theme == ThemeChoice::Dark);
}

TEST_CASE("there is something to reset once something is remembered, and it is said that it was") {
  RememberingApp t;
  const auto offers = [&] {
    t.run(command::OpenPopover{PopoverKind::Palette});
    t.type(InputField::Palette, std::string(std::string_view(ui::ForgetMemory)));
    const bool found = t.find(Role::Option, ui::ForgetMemory) != nullptr;
    t.run(command::ClosePopover{});
    return found;
  };
  CHECK(!offers());
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.run(command::ResizeColumn{Charts, 1, 180});
  t.run(command::SetSingleKeys{false});
  t.told();
  CHECK(offers());
  CHECK(t.told_after(command::Forget{}) == "[]");
  CHECK(t.app.state().theme == ThemeChoice::System);
  CHECK(t.app.state().single_keys);
  CHECK(t.app.state().view == View::ChartReach);
  CHECK(t.app.state().message == std::string_view(ui::MemoryForgotten));
  CHECK(t.host.themes.back() == ThemeChoice::System);
  CHECK(t.host.addresses.back().address == "v=1&view=charts");
  CHECK(!offers());
  CHECK(t.told() == "");
}

TEST_CASE("the list of columns can reset everything as long as something is remembered") {
  RememberingApp t("v=1&theme=dark", "view=charts");
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, Charts, 0});
  const Node* reset = t.find(Role::Button, ui::ForgetAll);
  REQUIRE(reset != nullptr);
  CHECK(reset->description == std::string_view(ui::ForgetMemory));
  t.app.activated(reset->key, false);
  t.frame();
  CHECK(t.told() == "[]");
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  CHECK(t.app.state().theme == ThemeChoice::System);
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, Charts, 0});
  CHECK(t.find(Role::Button, ui::ForgetAll) == nullptr);
  CHECK(t.find(Role::Button, ui::ResetColumns) != nullptr);
}

TEST_CASE("a phone has room for both resets") {
  TestApp t(320, 600);
  t.app.recall("v=1&theme=dark", memory::Extent::All);
  t.app.open_address("view=charts", AddressVisit::Opened);
  t.load(make_large_dataset());
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, Charts, 0});
  const Node* all = t.find(Role::Button, ui::ForgetAll);
  const Node* columns = t.find(Role::Button, ui::ResetColumns);
  REQUIRE((all != nullptr && columns != nullptr));
  CHECK(all->rect.x >= columns->rect.x + columns->rect.w);
  CHECK(all->rect.x + all->rect.w <= t.app.scene().node(all->parent).rect.w);
}
