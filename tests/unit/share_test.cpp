// The dialog with the link: what the link is, what it says that it opens, and how copying went.
#include <doctest/doctest.h>

#include <algorithm>

#include "dom/element.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct SharingApp : TestApp {
  explicit SharingApp(float width_px = 1440, float height_px = 900) : TestApp(width_px, height_px) {
    load(make_large_dataset());
  }
  void open() {
    run(command::OpenPopover{PopoverKind::Share});
    app.set_link("https://example.org/explorer/", false, true);
    frame();
  }
};

// What a list says, item by item, each in one line.
std::vector<std::string> items_of(const Scene& scene, std::string_view list) {
  std::vector<std::string> items;
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::ListItem && name_of(scene.node(node.parent)) == list)
      std::ranges::replace(items.emplace_back(name_of(node)), '\n', ' ');
  }
  return items;
}

// Of the live region in the dialog; "(none)" without one.
std::string outcome(const Scene& scene) {
  std::string said = "(none)";
  for (const Node& node : scene.nodes()) {
    const Node& parent = scene.node(node.parent);
    if (node.role == Role::Status && parent.role == Role::Dialog) said.clear();
    if (parent.role == Role::Status && scene.node(parent.parent).role == Role::Dialog) said += node.text;
  }
  return said;
}

}  // namespace

TEST_CASE("the dialog has the link to what is on screen") {
  SharingApp t;
  t.run(command::OpenPopover{PopoverKind::Share});
  REQUIRE(t.host.links.size() == 1);
  CHECK(t.host.links[0].first == LinkUse::Prepare);
  CHECK(t.shown(InputField::Link) == "");  // not known yet
  t.app.set_link("https://example.org/explorer/", false, true);
  t.frame();
  CHECK(t.shown(InputField::Link) == "https://example.org/explorer/");
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetQueryText{"region:KR sort:date-desc"});
  t.open();
  CHECK(t.shown(InputField::Link) ==
        "https://example.org/explorer/#v=1&view=charts&q=region:KR+sort:date-desc");
  const Node* field = t.find(Role::TextBox, ui::LinkField);
  REQUIRE(field != nullptr);
  const auto is_read_only = [](const auto& attribute) { return attribute.first == "readonly"; };
  CHECK(std::ranges::any_of(element_attributes(*field), is_read_only));
  CHECK(std::ranges::none_of(element_attributes(*t.find_input(InputField::Query)), is_read_only));
  t.type(InputField::Link, "mine");
  CHECK(t.shown(InputField::Link).ends_with("date-desc"));
  t.app.activated(t.key(Role::Button, ui::CopyLink), false);
  REQUIRE(t.host.links.size() == 3);
  CHECK(t.host.links[2].first == LinkUse::Copy);
  CHECK(t.host.links[2].second == "v=1&view=charts&q=region:KR+sort:date-desc");
}

TEST_CASE("a link does not carry the language of who shares it; the code of a frame does") {
  const std::pair<std::string, std::string> pages[] = {
      {"?lang=ko", ""},
      {"?", "?"},
      {"?lang=ko&data=a%20b.json", "?data=a%20b.json"},
      {"?data=a.json?lang=x&lang=ko&demo=3", "?data=a.json?lang=x&demo=3"},
      {"?language=ko", "?language=ko"},
  };
  for (const auto& [search, shared] : pages) {
    const std::string page = "https://example.org/explorer/";
    SharingApp t;
    t.run(command::OpenPopover{PopoverKind::Share});
    t.app.set_link(page + search, false, true);
    t.frame();
    CHECK(t.shown(InputField::Link) == page + shared);
    t.run(command::SetView{View::ChartReach});
    t.run(command::OpenPopover{PopoverKind::Share});
    CHECK(t.shown(InputField::Link) == page + shared + "#v=1&view=charts");
  }
}

TEST_CASE("the dialog says what the link opens") {
  SharingApp t;
  t.run(command::SetView{View::ChartReach});
  t.open();
  CHECK(items_of(t.app.scene(), ui::LinkOpens) ==
        std::vector<std::string>{"Chart reach: 100,000 chart entries"});
  t.run(command::SetQueryText{"region:KR"});
  t.run(command::SelectRow{{TableId::ChartEntries, 4}});
  t.run(command::ShowColumn{TableId::ChartEntries, 0, false});
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.open();
  CHECK(items_of(t.app.scene(), ui::LinkOpens) ==
        std::vector<std::string>{"Chart reach: 50,000 of 100,000 chart entries", "Search: region:KR",
                                 "Details: No. 5 in South Korea", "As here: columns, dark colours"});
  t.run(command::SetQueryText{std::string(9000, 'x')});
  t.open();
  CHECK(items_of(t.app.scene(), ui::LinkOpens).back() == std::string_view(ui::LinkLacksQuery));
  t.app.set_link("https://example.org/explorer/", false, false);
  t.frame();
  const auto& nodes = t.app.scene().nodes();
  CHECK(std::ranges::any_of(
      nodes, [](const Node& node) { return node.text.starts_with("The data was opened on this device"); }));
}

TEST_CASE("how copying went is said in the dialog, where a live region waits for it") {
  SharingApp t;
  t.open();
  CHECK(outcome(t.app.scene()) == "");
  t.run(command::ReportShare{ShareOutcome::Copied});
  CHECK(outcome(t.app.scene()) == std::string_view(ui::LinkCopied));
  t.run(command::ReportShare{ShareOutcome::Failed});
  CHECK(outcome(t.app.scene()).starts_with("The browser does not allow"));
  t.open();
  CHECK(outcome(t.app.scene()) == "");
  // Elsewhere: said if it went well, and the dialog is there to copy by hand if not.
  t.run(command::ClosePopover{});
  t.run(command::CopyLink{});
  CHECK(t.host.links.back().first == LinkUse::Copy);
  t.run(command::ReportShare{ShareOutcome::Copied});
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  CHECK(t.app.state().message == std::string_view(ui::LinkCopied));
  t.run(command::ReportShare{ShareOutcome::None});
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  t.run(command::ReportShare{ShareOutcome::Failed});
  CHECK(t.app.state().popover.kind == PopoverKind::Share);
  CHECK(t.host.links.back().first == LinkUse::Prepare);
}

TEST_CASE("the system's own dialog is offered where there is one") {
  SharingApp t;
  t.open();
  CHECK(t.find(Role::Button, ui::ShareSheet) == nullptr);
  t.app.set_link("https://example.org/", true, true);
  t.frame();
  t.app.activated(t.key(Role::Button, ui::ShareSheet), false);
  CHECK(t.host.links.back() == std::pair<LinkUse, std::string>{LinkUse::Sheet, ""});
}

TEST_CASE("a wide page has a button for it, a phone has it in one menu with saving") {
  SharingApp wide;
  wide.app.activated(wide.key(Role::Button, ui::ShareView), false);
  wide.frame();
  CHECK(wide.find(Role::Dialog, ui::ShareView) != nullptr);
  SharingApp phone(390, 844);
  CHECK(phone.find(Role::Button, ui::ShareView) == nullptr);
  phone.app.activated(phone.key(Role::Button, ui::SaveOrShare), false);
  phone.frame();
  phone.app.activated(phone.key(Role::Button, ui::ShareView), false);
  phone.frame();
  CHECK(phone.find(Role::Dialog, ui::ShareView) != nullptr);
}

TEST_CASE("the dialog's controls are in it at every size") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.environment.link = "https://example.org/";
  setup.environment.link_sheet = true;
  setup.environment.link_has_data = false;
  setup.apply(command::SetQueryText{"a b c d e f"});
  setup.apply(command::SetTheme{ThemeChoice::Dark});
  for (const ShareOutcome outcome : {ShareOutcome::None, ShareOutcome::Failed}) {
    setup.apply(command::OpenPopover{PopoverKind::Share});
    setup.apply(command::ReportShare{outcome});
    for (const Size& size : Sizes) {
      setup.environment.width_px = size.w;
      setup.environment.height_px = size.h;
      const Scene scene = setup.build();
      const Node* dialog = find_node(scene, Role::Dialog, ui::ShareView);
      REQUIRE(dialog != nullptr);
      CHECK(dialog->rect.x >= 0);
      CHECK(dialog->rect.x + dialog->rect.w <= size.w);
      CHECK(dialog->rect.y + dialog->rect.h <= size.h);
      for (const Node& node : scene.nodes()) {
        if (&scene.node(node.parent) != dialog || (!node.activate && node.role != Role::TextBox)) continue;
        CAPTURE(size.w);
        CAPTURE(name_of(node));
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.w <= dialog->rect.w);
        CHECK(node.rect.y + node.rect.h <= dialog->rect.h);
      }
    }
  }
}
