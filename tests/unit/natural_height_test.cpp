// The height that a frame is told it would take: at that height nothing of the main column has to scroll, and
// it does not depend on the height that the frame has.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "map_fixture.h"
#include "scene_fixture.h"
#include "state/rights.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr float Widths[] = {280, 320, 390, 640, 760, 900, 1000, 1280, 1440};

float height_of(const SceneSetup& setup, const Results& answers) {
  FixedMeasurer measurer;
  return natural_height({setup.state, setup.dataset, answers, setup.load, setup.environment, setup.scrolls,
                         measurer, nullptr, 0, 0, setup.map});
}

float height_of(const SceneSetup& setup) {
  return height_of(setup, setup.results());
}

// All rows are to be seen at the natural height.
bool is_whole(const AppState& state, const Results& answers) {
  const auto table = state.maximised == Panel::Videos ? TableId::Videos : table_of(state.view);
  if (!table) return true;
  const bool cards = state.maximised == Panel::Videos || state.video_form == VideoForm::Cards;
  return answers.tables[static_cast<size_t>(*table)].rows.size() <= (cards ? 4 : 12);
}

SceneSetup framed(float width, EmbedPart part, const Dataset& dataset) {
  static const std::shared_ptr<const WorldMap> map = small_map();
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.map.map = map;
  setup.environment = {width, 600};
  setup.state.embedding.part = part;
  setup.state.embedding.framed = true;
  keep_to_part(setup.state);
  return setup;
}

struct Case {
  std::string name;
  EmbedPart part;
  std::vector<Command> commands;
};

std::vector<Case> cases() {
  using namespace command;
  std::vector<Case> all;
  for (const std::string_view query : {"", "kind:single sort:title", "zebra", "date:2023-13"}) {
    const SetQueryText text{std::string(query)};
    for (size_t part = 0; part < EmbedPartCount; ++part)
      all.push_back({"part", static_cast<EmbedPart>(part), {text}});
    for (size_t view = 1; view < ViewCount; ++view)
      all.push_back({"view", EmbedPart::Whole, {SetView{static_cast<View>(view)}, text}});
    for (const Panel panel : {Panel::Where, Panel::Videos, Panel::When, Panel::Articles, Panel::Latest})
      all.push_back({"panel", EmbedPart::Whole, {MaximisePanel{panel}, text}});
    all.push_back({"cards", EmbedPart::Videos, {SetVideoForm{VideoForm::Cards}, text}});
  }
  all.push_back({"details", EmbedPart::Releases, {SelectRow{{TableId::Releases, 0}}}});
  all.push_back({"zoomed", EmbedPart::Timeline, {SetTimeWindow{TimeWindow{19000, 19900}}}});
  return all;
}

// Px by which something in the main column is higher than the place it has.
float overflow(const Scene& scene) {
  float most = 0;
  uint32_t main = 0;
  for (uint32_t id = 1; id < scene.nodes().size(); ++id) {
    const Node& node = scene.node(id);
    if (node.role == Role::Main) main = id;
    bool within = false;
    for (uint32_t at = id; at != 0 && main != 0; at = scene.node(at).parent)
      within = within || at == main;
    if (!within) continue;
    if (node.scrolls) most = std::max(most, node.content_h - node.rect.h);
    const Node& parent = scene.node(node.parent);
    if (node.role == Role::Region && parent.scrolls)
      most = std::max(most, node.rect.y + node.rect.h - std::max(parent.content_h, parent.rect.h));
  }
  return most;
}

struct FramedApp : TestApp {
  explicit FramedApp(bool is_framed = true, float w = 760) : TestApp(w, 400) {
    Embedding embedding;
    embedding.part = EmbedPart::Videos;
    embedding.framed = is_framed;
    app.set_embedding(embedding);
    app.open_address({}, AddressVisit::Opened);
    frame();
  }
  void load_videos(int count) {
    DatasetBuilder builder;
    for (int i = 0; i < count; ++i) {
      const std::string number = std::to_string(i);
      builder.add_row(TableId::Videos, number,
                      {{"title", "Video " + number}, {"kind", i % 2 == 0 ? "clip" : "dance video"}});
    }
    load(builder.finish());
  }
};

}  // namespace

TEST_CASE("the natural height is the same whatever the height is, and there nothing scrolls") {
  bool coarse = false;  // every other time: there are more cases than widths
  for (const Dataset* dataset : {&sample_dataset(), &shipped_dataset()}) {
    for (const Case& each : cases()) {
      SceneSetup setup = framed(0, each.part, *dataset);
      for (const Command& command : each.commands)
        setup.apply(command);
      const Results answers = setup.results();
      CAPTURE(each.name);
      CAPTURE(static_cast<int>(each.part));
      CAPTURE(setup.state.query_text);
      CAPTURE(static_cast<int>(setup.state.view));
      CAPTURE(setup.state.maximised ? static_cast<int>(*setup.state.maximised) : -1);
      for (const float width : Widths) {
        coarse = !coarse;
        setup.environment = {width, 600, Scheme::Light, coarse};
        CAPTURE(width);
        CAPTURE(coarse);
        const float told = height_of(setup, answers);
        CHECK(told >= 80);
        for (const float now : {120.0f, told, 3000.0f}) {
          setup.environment.height_px = now;
          CHECK(height_of(setup, answers) == told);
        }
        setup.environment.height_px = told;
        FixedMeasurer measurer;
        const Scene scene = build_scene({setup.state, setup.dataset, answers, setup.load, setup.environment,
                                         setup.scrolls, measurer, nullptr, 0, 0, setup.map});
        if (is_whole(setup.state, answers)) CHECK(overflow(scene) <= 0.5f);
      }
    }
  }
}

TEST_CASE("a table of few rows is as high as its rows, one of many as high as its first ones") {
  for (const float width : Widths) {
    CAPTURE(width);
    float before = 0;
    for (const int count : {1, 3, 12, 40, 400}) {
      DatasetBuilder builder;
      for (int i = 0; i < count; ++i) {
        const std::string number = std::to_string(i);
        builder.add_row(TableId::Releases, number, {{"title", "R" + number}, {"kind", "single"}});
      }
      const auto dataset = builder.finish();
      SceneSetup setup = framed(width, EmbedPart::Releases, *dataset);
      const float told = height_of(setup);
      setup.environment.height_px = told;
      CAPTURE(count);
      CHECK((overflow(setup.build()) <= 0.5f) == (count <= 12));
      if (count <= 40) CHECK(told > before);
      if (count > 40) CHECK(told == before);
      CHECK(told < 1100);
      before = told;
    }
  }
}

TEST_CASE("a hundred thousand rows do not ask for a mile") {
  SceneSetup setup = framed(760, EmbedPart::Charts, large_dataset());
  setup.summaries = false;
  CHECK(height_of(setup) < 900);
}

TEST_CASE("a dialog and details have the room that they need over a low part") {
  SceneSetup setup = framed(760, EmbedPart::Releases, sample_dataset());
  setup.apply(command::SetQueryText{"zebra"});
  CHECK(height_of(setup) < 480);
  setup.apply(command::OpenPopover{PopoverKind::ColumnChooser, TableId::Releases, 0});
  CHECK(height_of(setup) == 480);
  setup.apply(command::ClosePopover{});
  setup.apply(command::SelectRow{{TableId::Releases, 0}});
  CHECK(height_of(setup) == 480);
}

TEST_CASE("more is above and below the rows, and the frame is so much higher") {
  SceneSetup setup = framed(760, EmbedPart::Releases, sample_dataset());
  setup.state.embedding.attribution = false;
  const float plain = height_of(setup);
  setup.state.embedding.attribution = true;
  CHECK(height_of(setup) == plain + 28);
  setup.apply(command::SetQueryText{"sort:title"});
  CHECK(height_of(setup) > plain + 28);
}

TEST_CASE("the page around is told of the height when it changes, and of nothing else") {
  FramedApp t;
  CHECK(t.host.heights.empty());  // while nothing is there, the frame stays as it is
  t.load_videos(8);
  REQUIRE(t.host.heights.size() == 1);
  const int all = t.host.heights[0];
  t.app.resized(760, static_cast<float>(all));
  t.frame();
  CHECK(t.host.heights.size() == 1);
  t.run(command::SetQueryText{"\"Video 3\""});
  REQUIRE(t.host.heights.size() == 2);
  CHECK(t.host.heights[1] < all);
  t.run(command::SetQueryText{"clip"});
  REQUIRE(t.host.heights.size() == 3);
  t.run(command::SetQueryText{""});
  REQUIRE(t.host.heights.size() == 4);
  CHECK(t.host.heights[3] == all);
  t.run(command::SetTheme{ThemeChoice::Dark});
  t.run(command::MoveCursor{TableId::Videos, {3, 1}});
  t.app.hovered(t.key(Role::Grid, "Videos"));
  t.app.scrolled(t.key(Role::Grid, "Videos"), 0, 10);
  t.frame();
  CHECK(t.host.heights.size() == 4);
  t.app.resized(380, static_cast<float>(all));
  t.frame();
  CHECK(t.host.heights.size() == 5);
}

TEST_CASE("a page of its own, and a frame that is not shown, tell no height") {
  FramedApp alone(false);
  alone.load_videos(8);
  CHECK(alone.host.heights.empty());
  FramedApp hidden(true, 0);
  hidden.load_videos(8);
  CHECK(hidden.host.heights.empty());
  hidden.app.resized(760, 400);
  hidden.frame();
  CHECK(hidden.host.heights.size() == 1);
}

TEST_CASE("a failure is as high as its words") {
  FramedApp t;
  t.app.load_failed("It cannot be opened.", "The server says no.", "Try again later.");
  t.frame();
  REQUIRE(t.host.heights.size() == 1);
  CHECK(t.host.heights[0] < 480);
}
