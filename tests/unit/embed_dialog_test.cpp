// The dialog that embeds: what it offers, that every choice reaches code and preview, and that it fits
// everywhere.
#include <doctest/doctest.h>

#include <algorithm>
#include <limits>
#include <string>

#include "element_checks.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr std::string_view Page = "https://example.org/explorer/";

struct EmbeddingApp : TestApp {
  explicit EmbeddingApp(float width_px = 1440, float height_px = 900) : TestApp(width_px, height_px) {
    load(make_large_dataset());
    open();
  }
  void open() {
    run(command::OpenPopover{PopoverKind::Embed});
    app.set_link(std::string(Page), false, true);
    frame();
  }
  void press(Role role, std::string_view name) {
    app.activated(key(role, name), false);
    frame();
  }
  const Node* preview() const { return find(Role::Frame, ui::EmbedPreview); }
  // The address that the preview shows; "(none)" without one.
  std::string previewed() const {
    const Node* node = preview();
    return node == nullptr ? "(none)" : node->frame;
  }
  std::string code() const { return shown(InputField::EmbedCode); }
  bool is_in_code(std::string_view text) const { return code().find(text) != std::string::npos; }
};

// What the live region of the dialog says; "(none)" without one.
std::string outcome(const Scene& scene) {
  std::string said = "(none)";
  for (const Node& node : scene.nodes()) {
    const bool in_dialog = node.key == Scene::child_key(scene.node(node.parent).key, "outcome");
    if (node.role == Role::Status && in_dialog) said.clear();
    if (scene.node(node.parent).role == Role::Status && said != "(none)") said += node.text;
  }
  return said;
}

// px from the dialog's corner, as if nothing was scrolled.
Rect place_in(const Scene& scene, const Node& dialog, const Node& node) {
  Rect rect = node.rect;
  for (const Node* at = &scene.node(node.parent); at != &dialog; at = &scene.node(at->parent)) {
    rect.x += at->rect.x;
    rect.y += at->rect.y;
  }
  return rect;
}

bool is_within(const Scene& scene, const Node& outer, const Node& node) {
  const Node* at = &node;
  while (at != &outer && at != &scene.node(0))
    at = &scene.node(at->parent);
  return at == &outer;
}

}  // namespace

TEST_CASE("the dialog opens from the one that shares, from the palette and by a key") {
  TestApp t;
  t.load(make_large_dataset());
  t.run(command::OpenPopover{PopoverKind::Share});
  t.app.set_link(std::string(Page), false, true);
  t.frame();
  t.app.activated(t.key(Role::Button, ui::EmbedButton), false);
  t.frame();
  CHECK(t.find(Role::Dialog, ui::EmbedView) != nullptr);
  CHECK(t.find(Role::Dialog, ui::ShareView) == nullptr);
  // The page may show other data since: it is asked again.
  CHECK(t.host.links ==
        std::vector<std::pair<LinkUse, std::string>>{{LinkUse::Prepare, ""}, {LinkUse::Prepare, ""}});
  t.run(command::ClosePopover{});
  CHECK(t.app.key_pressed(0, {AppKey::Character, false, false, "e"}));
  t.frame();
  CHECK(t.find(Role::Dialog, ui::EmbedView) != nullptr);
  t.run(command::OpenPopover{PopoverKind::Palette});
  t.type(InputField::Palette, "embed");
  t.run(command::RunChoice{});
  CHECK(t.app.state().popover.kind == PopoverKind::Embed);
}

TEST_CASE("code and preview have the same address, of what is on screen") {
  EmbeddingApp t;
  CHECK(t.previewed() == Page);
  CHECK(t.is_in_code("src=\"https://example.org/explorer/\""));
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetQueryText{"region:KR"});
  t.open();
  CHECK(t.previewed() == std::string(Page) + "#v=1&view=charts&q=region:KR");
  CHECK(t.is_in_code("#v=1&amp;view=charts&amp;q=region:KR\""));
  t.press(Role::CheckBox, ui::EmbedAsShown);
  CHECK(t.previewed() == Page);
  CHECK(t.find(Role::CheckBox, ui::EmbedAsShown)->checked == Toggle::Off);
}

TEST_CASE("every choice reaches the code, and stays until the dialog opens again") {
  EmbeddingApp t;
  t.press(Role::Radio, ui::EmbedMap);
  t.press(Role::Radio, ui::EmbedThemes[2]);
  t.press(Role::CheckBox, ui::EmbedRights[0]);
  t.press(Role::CheckBox, ui::EmbedAttribution);
  const std::string address =
      std::string(Page) + "?ui=map&may=views,sort,filter,columns,details,share&attribution=0#v=1&theme=dark";
  CHECK(t.previewed() == address);
  CHECK(t.find(Role::Radio, ui::EmbedMap)->checked == Toggle::On);
  CHECK(t.find(Role::Radio, ui::EmbedWhole)->checked == Toggle::Off);
  CHECK(t.find(Role::CheckBox, ui::EmbedRights[0])->checked == Toggle::Off);
  t.run(command::ClosePopover{});
  t.open();
  CHECK(t.previewed() == address);
  // The reader's own colours are another thing.
  CHECK(t.app.state().theme == ThemeChoice::System);
}

TEST_CASE("rights that a part has no use for cannot be chosen, and are not lost") {
  EmbeddingApp t;
  t.press(Role::Radio, ui::EmbedTimeline);
  const std::string_view sort = ui::EmbedRights[static_cast<size_t>(EmbedRight::Sort)];
  CHECK(t.find(Role::CheckBox, sort)->disabled);
  CHECK(t.find(Role::CheckBox, sort)->checked == Toggle::Off);
  CHECK(!t.find(Role::CheckBox, ui::EmbedRights[0])->disabled);
  t.press(Role::Radio, ui::EmbedWhole);
  CHECK(t.find(Role::CheckBox, sort)->checked == Toggle::On);
}

TEST_CASE("the table of the view is offered where the view has one") {
  EmbeddingApp t;
  CHECK(t.find(Role::Radio, ui::EmbedTable) == nullptr);
  t.run(command::SetView{View::Videos});
  t.open();
  t.press(Role::Radio, ui::EmbedTable);
  CHECK(t.previewed() == std::string(Page) + "?ui=table#v=1&view=videos");
  t.run(command::SetView{View::Overview});
  t.open();
  CHECK(t.find(Role::Radio, ui::EmbedWhole)->checked == Toggle::On);
}

TEST_CASE("the height is typed or stepped to, and the page in the preview stays for it") {
  EmbeddingApp t;
  const std::string before = t.previewed();
  t.type(InputField::EmbedHeight, "400");
  CHECK(t.is_in_code("height=\"400\""));
  CHECK(t.preview()->rect.h == 400);
  CHECK(t.previewed() == before);
  t.press(Role::Button, ui::EmbedHigher);
  CHECK(t.shown(InputField::EmbedHeight) == "440");
  t.press(Role::Button, ui::EmbedLower);
  t.press(Role::Button, ui::EmbedLower);
  CHECK(t.shown(InputField::EmbedHeight) == "360");
  t.type(InputField::EmbedHeight, "high");
  CHECK(t.shown(InputField::EmbedHeight) == "360");
  t.type(InputField::EmbedHeight, "1");
  t.press(Role::Button, ui::EmbedLower);
  CHECK(t.shown(InputField::EmbedHeight) == std::to_string(LeastEmbedHeight));
}

TEST_CASE("where the height is the frame's own, it is what the page in the preview says") {
  EmbeddingApp t;
  t.app.set_preview_height(300);
  t.frame();
  CHECK(t.preview()->rect.h == 560);
  t.press(Role::Radio, ui::EmbedWays[1]);
  CHECK(t.find(Role::Heading, ui::EmbedFirstHeight) != nullptr);
  CHECK(
      t.is_in_code("data-article-explorer></iframe>\n<script src=\"https://example.org/explorer/embed.js\""));
  CHECK(t.preview()->rect.h == 300);
  for (const float nonsense : {-1.0f, 0.0f, std::numeric_limits<float>::quiet_NaN()}) {
    t.app.set_preview_height(nonsense);
    t.frame();
    CHECK(t.preview()->rect.h == 560);
  }
  t.app.set_preview_height(1e9f);
  t.frame();
  CHECK(t.preview()->rect.h == MostEmbedHeight);
  t.press(Role::Radio, ui::EmbedWays[2]);
  CHECK(t.code().starts_with("<article-explorer "));
  t.open();
  CHECK(t.preview()->rect.h == 560);  // another page: not known yet
}

TEST_CASE("the height stands in the code of every way, and can be changed there") {
  for (const std::string_view way : ui::EmbedWays) {
    CAPTURE(way);
    EmbeddingApp t;
    t.press(Role::Radio, way);
    t.type(InputField::EmbedHeight, "400");
    CHECK(t.is_in_code(" height=\"400\""));
    t.press(Role::Button, ui::EmbedHigher);
    CHECK(t.shown(InputField::EmbedHeight) == "440");
    CHECK(t.is_in_code(" height=\"440\""));
  }
}

TEST_CASE("a preview has none of its own, nor has a local page; the code is there all the same") {
  EmbeddingApp t;
  t.app.set_link(std::string(Page), false, true, true);
  t.frame();
  CHECK(t.preview() == nullptr);
  CHECK(t.is_in_code("<iframe "));
  t.app.set_link("file:///home/me/index.html", false, true);
  t.frame();
  CHECK(t.preview() == nullptr);
  CHECK(t.is_in_code("<iframe "));
}

TEST_CASE("the code is copied as it stands, and the dialog says how that went") {
  EmbeddingApp t;
  CHECK(outcome(t.app.scene()) == "");
  t.press(Role::Button, ui::CopyCode);
  CHECK(t.host.links.back() == std::pair<LinkUse, std::string>{LinkUse::Code, t.code()});
  t.run(command::ReportShare{ShareOutcome::Copied});
  CHECK(t.app.state().popover.kind == PopoverKind::Embed);
  CHECK(outcome(t.app.scene()) == std::string_view(ui::CodeCopied));
  t.run(command::ReportShare{ShareOutcome::Failed});
  CHECK(t.app.state().popover.kind == PopoverKind::Embed);
  CHECK(outcome(t.app.scene()).starts_with("The browser does not allow"));
  t.open();
  CHECK(outcome(t.app.scene()) == "");
}

TEST_CASE("data of this device is said to be out of reach for other pages") {
  EmbeddingApp t;
  const auto is_said = [&] {
    return std::ranges::any_of(t.app.scene().nodes(), [](const Node& node) {
      return node.text.starts_with("The data was opened on this device");
    });
  };
  CHECK(!is_said());
  t.app.set_link(std::string(Page), false, false);
  t.frame();
  CHECK(is_said());
}

TEST_CASE("code and preview as elements: text to be selected, and a frame that is named") {
  EmbeddingApp t;
  const Node* code = t.find_input(InputField::EmbedCode);
  REQUIRE(code != nullptr);
  CHECK(element_tag(*code) == "textarea");
  CHECK(attribute(*code, "readonly") == "");
  CHECK(attribute(*code, "type") == "(none)");
  CHECK(attribute(*code, "aria-label") == std::string_view(ui::EmbedCode));
  CHECK(attribute(*code, "value") == t.code());
  t.type(InputField::EmbedCode, "mine");
  CHECK(t.is_in_code("<iframe "));
  const Node* frame = t.preview();
  REQUIRE(frame != nullptr);
  CHECK(element_tag(*frame) == "iframe");
  CHECK(attribute(*frame, "data-frame") == Page);
  CHECK(attribute(*frame, "src") == "(none)");  // the page decides on that
  CHECK(attribute(*frame, "aria-label") == std::string_view(ui::EmbedPreview));
  CHECK(attribute(*t.find_input(InputField::EmbedHeight), "inputmode") == "numeric");
}

TEST_CASE("each group of radio buttons is one stop of the Tab key, at what is chosen") {
  EmbeddingApp t;
  t.press(Role::Radio, ui::EmbedTimeline);
  const Scene& scene = t.app.scene();
  int groups = 0;
  for (const Node& group : scene.nodes()) {
    if (group.role != Role::RadioGroup) continue;
    ++groups;
    int stops = 0;
    for (const Node& node : scene.nodes()) {
      if (&scene.node(node.parent) != &group || node.role != Role::Radio) continue;
      CHECK(node.tab_stop == (node.checked == Toggle::On));
      CHECK(node.by_keys != node.tab_stop);
      stops += node.tab_stop;
    }
    CHECK(stops == 1);
  }
  CHECK(groups == 3);
}

TEST_CASE("what can be used is within the dialog at every size, and nothing lies on something else") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.environment.link = Page;
  setup.environment.link_has_data = false;
  setup.apply(command::SetView{View::Videos});
  for (const bool coarse : {false, true}) {
    for (const EmbedWay way : {EmbedWay::Frame, EmbedWay::Element}) {
      for (const Size& size : Sizes) {
        setup.apply(command::OpenPopover{PopoverKind::Embed});
        setup.apply(command::ReportShare{coarse ? ShareOutcome::Failed : ShareOutcome::None});
        setup.state.embed.way = way;
        setup.environment.coarse_pointer = coarse;
        setup.environment.width_px = size.w;
        setup.environment.height_px = size.h;
        const Scene scene = setup.build();
        CAPTURE(size.w);
        CAPTURE(coarse);
        const Node* dialog = find_node(scene, Role::Dialog, ui::EmbedView);
        REQUIRE(dialog != nullptr);
        CHECK(dialog->rect.x >= 0);
        CHECK(dialog->rect.y >= 0);
        CHECK(dialog->rect.x + dialog->rect.w <= size.w);
        CHECK(dialog->rect.y + dialog->rect.h <= size.h);
        std::vector<std::pair<const Node*, Rect>> controls;
        for (const Node& node : scene.nodes()) {
          const bool used = node.activate || node.input.field != InputField::None || node.role == Role::Frame;
          if (&node == dialog || !used || node.role == Role::Decor || !is_within(scene, *dialog, node))
            continue;
          const Rect at = place_in(scene, *dialog, node);
          CAPTURE(name_of(node));
          CHECK(at.x >= 0);
          CHECK(at.x + at.w <= dialog->rect.w);
          CHECK(at.w > 8);
          // What is not within the dialog's height is in something that scrolls, as far as its content goes.
          const Node& parent = scene.node(node.parent);
          if (parent.scrolls) CHECK(node.rect.y + node.rect.h <= parent.content_h);
          for (const auto& [other, place] : controls) {
            const bool apart = at.x + at.w <= place.x || place.x + place.w <= at.x ||
                               at.y + at.h <= place.y || place.y + place.h <= at.y;
            CAPTURE(name_of(*other));
            CHECK(apart);
          }
          controls.emplace_back(&node, at);
        }
        CHECK(controls.size() > 15);
      }
    }
  }
}
