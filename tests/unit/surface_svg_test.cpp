// Map and timeline as files: what of the scene goes in, where it stands, and that markup in data stays text.
#include "view/surface_svg.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "fake_host.h"
#include "scene_fixture.h"
#include "text_checks.h"
#include "view/picture_svg.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

uint32_t add(Scene& scene, uint32_t parent, std::string_view name, Role role, Rect rect,
             std::string_view text = {}) {
  const uint32_t id = scene.add(parent, name);
  Node& node = scene.node(id);
  node.role = role;
  node.rect = rect;
  node.text = text;
  return id;
}

// A panel in a scrolled page: headline, a map with a disc and a name, a legend, a button.
struct MapScene {
  Scene scene{{0, 0, 800, 600}};
  uint32_t page, panel, map;
  std::vector<ScrollOffset> scrolls;

  MapScene() {
    page = add(scene, 0, "page", Role::Group, {0, 100, 800, 500});
    scene.node(page).scrolls = true;
    scrolls.push_back({scene.node(page).key, 0, 150});
    panel = add(scene, page, "panel", Role::Region, {40, 200, 400, 300});
    scene.node(panel).label = "Where it charted";
    add(scene, panel, "title", Role::Heading, {8, 0, 200, 20}, "Where <it> charted & \"more\"");
    map = add(scene, panel, "map", Role::Image, {0, 40, 400, 200});
    scene.node(map).surface = {Surface::Map};
    scene.node(map).label = "World map of 4 regions";
    scene.node(map).clip = true;
    Picture picture;
    picture.discs.push_back({{10, 20}, 5, Color::Accent, Color::None, 1});
    scene.node(map).picture = std::make_shared<const Picture>(picture);
    add(scene, map, "name", Role::Button, {300, 50, 80, 20}, "Japan\n1");
    add(scene, map, "away", Role::Text, {500, 50, 80, 20}, "beyond the map");
    add(scene, panel, "button", Role::Button, {0, 260, 100, 20}, "Zoom in");
    const uint32_t gauge = add(scene, panel, "gauge", Role::Decor, {0, 250, 100, 8});
    scene.node(gauge).mark = Mark::Gauge;
    scene.node(gauge).mark_to = 0.25f;
    scene.node(gauge).color = Color::Accent;
    const uint32_t legend = add(scene, panel, "legend", Role::Text, {300, 260, 92, 20}, "No. 1");
    scene.node(legend).align = Align::End;
    scene.node(legend).color = Color::Soft;
    scene.node(legend).font = Font::SmallStrong;
    add(scene, page, "other", Role::Paragraph, {0, 600, 100, 20}, "elsewhere");
  }

  std::string svg(Surface surface = Surface::Map, std::string_view caption = "Two articles") const {
    return surface_svg({scene, scrolls, Scheme::Light, caption}, surface);
  }
};

// What the scene's alert says, without the breaks of its lines.
std::string alert(const TestApp& t) {
  std::string text;
  for (const Node& node : t.app.scene().nodes()) {
    if (node.role == Role::Alert) text = node.text;
  }
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

}  // namespace

TEST_CASE("a map as a file is its panel, at its own corner, with title, description and caption") {
  const std::string svg = MapScene().svg();
  CHECK(
      svg.starts_with("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"400\" height=\"332\""));
  CHECK(svg.ends_with("</svg>"));
  CHECK(holds(svg, "<title>Where it charted</title><desc>World map of 4 regions. Two articles</desc>"));
  CHECK(holds(svg, "font-family=\"Inter,system-ui,-apple-system,&quot;Segoe UI&quot;"));
  CHECK(holds(svg, "<rect x=\"0\" y=\"0\" width=\"400\" height=\"332\" fill=\"#fbfbf9\"/>"));
  CHECK(holds(svg, ">Two articles</text>"));
  CHECK(MapScene()
            .svg(Surface::Map, {})
            .starts_with(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"400\" height=\"300\""));
}

TEST_CASE("shapes and words of the panel stand where they are on the page, the rest is left out") {
  const std::string svg = MapScene().svg();
  CHECK(holds(svg,
              "<svg x=\"0\" y=\"40\" width=\"400\" height=\"200\" viewBox=\"0 0 400 200 \">"
              "<circle cx=\"10\" cy=\"20\" r=\"5\" fill=\"#0f5cc0\" stroke=\"none\"/></svg>"));
  // Baselines 0.35 of the size below the middle of a line of 20 px.
  CHECK(holds(svg,
              "<text x=\"8\" y=\"14.9\" font-size=\"14\" fill=\"#1b1c1e\">"
              "Where &lt;it> charted &amp; &quot;more&quot;</text>"));
  CHECK(holds(svg, "<text x=\"300\" y=\"104.9\" font-size=\"14\" fill=\"#1b1c1e\">Japan</text>"));
  CHECK(holds(svg, "<text x=\"300\" y=\"124.9\" font-size=\"14\" fill=\"#1b1c1e\">1</text>"));
  CHECK(holds(svg,
              "<text x=\"392\" y=\"274.5\" font-size=\"13\" font-weight=\"600\" text-anchor=\"end\" "
              "fill=\"#5d6167\">No. 1</text>"));
  CHECK(holds(svg,
              "<rect x=\"0\" y=\"250\" width=\"100\" height=\"8\" rx=\"4\" fill=\"#e6e7e3\"/>"
              "<rect x=\"0\" y=\"250\" width=\"25\" height=\"8\" fill=\"#0f5cc0\"/>"));
  CHECK_FALSE(holds(svg, "beyond the map"));
  CHECK_FALSE(holds(svg, "Zoom in"));
  CHECK_FALSE(holds(svg, "elsewhere"));
  CHECK(count(svg, "<svg") == count(svg, "</svg>"));
  CHECK(count(svg, "<text") == count(svg, "</text>"));
}

TEST_CASE("a surface that scrolls shows what is in sight, one without a region stands alone") {
  MapScene setup;
  setup.scene.node(setup.map).scrolls = true;
  setup.scrolls.push_back({setup.scene.node(setup.map).key, 0, 90});
  CHECK_FALSE(holds(setup.svg(), "Japan"));
  setup.scrolls.back().y = 30;
  CHECK(holds(setup.svg(), "y=\"74.9\" font-size=\"14\" fill=\"#1b1c1e\">Japan"));
  setup.scene.node(setup.panel).role = Role::Group;
  const std::string alone = setup.svg();
  CHECK(holds(alone, "width=\"400\" height=\"232\""));
  CHECK(holds(alone, "<title>World map of 4 regions</title>"));
  CHECK_FALSE(holds(alone, "charted"));
  CHECK(setup.svg(Surface::Timeline).empty());
}

TEST_CASE("characters that XML does not allow are left out") {
  std::string out;
  svg::append_escaped(out, std::string_view("a\0b\x1b<c", 6));
  CHECK(out == "ab&lt;c");
}

TEST_CASE("the menu of pictures offers what there is and says why the rest is not") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.apply(command::SetView{View::Videos});
  setup.apply(command::OpenPopover{PopoverKind::Pictures});
  setup.environment.drawn = false;
  for (const Size& size : Sizes) {
    setup.environment.width_px = size.w;
    setup.environment.height_px = size.h;
    const Scene scene = setup.build();
    const bool phone = size.w < size::PhoneBelow;
    const Node* dialog = find_node(scene, Role::Dialog, phone ? ui::SaveOrShare : ui::SavePictures);
    REQUIRE(dialog != nullptr);
    for (const std::string_view name : {ui::SavePage, ui::SaveMap, ui::SaveTimeline}) {
      const Node* choice = find_node(scene, Role::Button, name);
      CAPTURE(name);
      REQUIRE(choice != nullptr);
      CHECK(choice->disabled);
      CHECK_FALSE(choice->description.empty());
    }
  }
  setup.environment.drawn = true;
  CHECK_FALSE(find_node(setup.build(), Role::Button, ui::SavePage)->disabled);
  setup.environment.contrast = Contrast::Forced;
  const Scene forced = setup.build();
  for (const Node& node : forced.nodes())
    CHECK_FALSE(name_of(node).starts_with("Colours"));
}

TEST_CASE("saving closes the menu, which opens again only to say what went wrong") {
  TestApp t;
  auto dataset = make_large_dataset();
  dataset->title = "Many charts";
  t.load(std::move(dataset));
  t.run(command::SetQueryText{"region:KR"});
  t.run(command::OpenPopover{PopoverKind::Pictures});
  t.app.activated(t.key(Role::Button, ui::SavePage), false);
  t.frame();
  REQUIRE(t.host.saved.size() == 1);
  CHECK(t.host.saved[0].first == "article-explorer.png");
  CHECK(t.host.saved[0].second == "Many charts \u00b7 region:KR");
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  t.run(command::ReportSave{SaveOutcome::Done});
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  for (const SaveOutcome outcome : {SaveOutcome::Perhaps, SaveOutcome::Blocked, SaveOutcome::Failed}) {
    t.run(command::ReportSave{outcome});
    CHECK(alert(t) == ui::save_outcome(outcome));
  }
  t.run(command::OpenPopover{PopoverKind::Pictures});
  CHECK(alert(t).empty());
  CHECK(ui::picture_caption("Two articles", "") == "Two articles");
  CHECK(ui::picture_caption("", "region:KR") == "region:KR");
  CHECK(ui::picture_caption("Two articles", "\u0627\u0644\u0644\u064a\u0644") ==
        "Two articles \u00b7 \u2068\u0627\u0644\u0644\u064a\u0644\u2069");
}
