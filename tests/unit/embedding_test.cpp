// What a page around the explorer chooses for its frame: how it is read, what it takes from readers and from
// the scene, and the small link that says where the frame is from.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "map_fixture.h"
#include "scene_fixture.h"
#include "state/rights.h"
#include "view/actions.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr uint8_t All = Embedding::AllRights;
constexpr uint8_t bit(EmbedRight right) {
  return static_cast<uint8_t>(1 << static_cast<int>(right));
}
constexpr uint8_t without(EmbedRight right) {
  return static_cast<uint8_t>(All & ~bit(right));
}

struct ReadCase {
  std::string_view ui, may;
  EmbedPart part;
  uint8_t rights;
  std::vector<std::string> unread;
};

const ReadCase ReadCases[] = {
    {"", "all", EmbedPart::Whole, All, {}},
    {"full", "all", EmbedPart::Whole, All, {}},
    {"overview", "all", EmbedPart::Overview, All, {}},
    {"articles", "all", EmbedPart::Articles, All, {}},
    {"releases", "all", EmbedPart::Releases, All, {}},
    {"charts", "all", EmbedPart::Charts, All, {}},
    {"videos", "all", EmbedPart::Videos, All, {}},
    {"map", "all", EmbedPart::Map, All, {}},
    {"timeline", "all", EmbedPart::Timeline, All, {}},
    {"table", "all", EmbedPart::Table, All, {}},
    {"  Map ", "ALL", EmbedPart::Map, All, {}},
    {"", "", EmbedPart::Whole, 0, {}},
    {"", "search", EmbedPart::Whole, bit(EmbedRight::Search), {}},
    {"", "views,details", EmbedPart::Whole, bit(EmbedRight::Views) | bit(EmbedRight::Details), {}},
    {"", " sort , Filter,", EmbedPart::Whole, bit(EmbedRight::Sort) | bit(EmbedRight::Filter), {}},
    {"", "columns,columns,share", EmbedPart::Whole, bit(EmbedRight::Columns) | bit(EmbedRight::Share), {}},
    {"", "serach,sort", EmbedPart::Whole, bit(EmbedRight::Sort), {"may=serach"}},
    {"mpa", "all", EmbedPart::Whole, All, {"ui=mpa"}},
    {"mpa", "x,y,z,u,v", EmbedPart::Whole, 0, {"ui=mpa", "may=x", "may=y", "may=z"}},
    {"<script>", "__proto__", EmbedPart::Whole, 0, {"ui=<script>", "may=__proto__"}},
};

constexpr EmbedPart Parts[] = {EmbedPart::Overview, EmbedPart::Articles, EmbedPart::Releases,
                               EmbedPart::Charts,   EmbedPart::Videos,   EmbedPart::Map,
                               EmbedPart::Timeline, EmbedPart::Table};

SceneSetup embedded(EmbedPart part, uint8_t rights = All, Size size = {760, 560}) {
  static const std::shared_ptr<const WorldMap> map = small_map();
  SceneSetup setup;
  setup.dataset = &sample_dataset();
  setup.map.map = map;
  setup.environment = {size.w, size.h};
  setup.state.embedding.part = part;
  setup.state.embedding.rights = rights;
  keep_to_part(setup.state);
  return setup;
}

size_t count_role(const Scene& scene, Role role) {
  return static_cast<size_t>(
      std::ranges::count_if(scene.nodes(), [role](const Node& node) { return node.role == role; }));
}

const Node* find_field(const Scene& scene, InputField field) {
  const auto found =
      std::ranges::find_if(scene.nodes(), [field](const Node& node) { return node.input.field == field; });
  return found == scene.nodes().end() ? nullptr : &*found;
}

struct EmbeddedApp : TestApp {
  explicit EmbeddedApp(Embedding embedding, float w = 1440, float h = 900) : TestApp(w, h) {
    app.set_embedding(std::move(embedding));
    app.open_address({}, AddressVisit::Opened);
    load(linked_rows());
  }
  // Each video is linked to the release of its number.
  static std::unique_ptr<Dataset> linked_rows() {
    DatasetBuilder builder;
    for (int i = 0; i < 8; ++i) {
      const std::string number = std::to_string(i);
      const RowRef video =
          builder.add_row(TableId::Videos, number,
                          {{"title", "Video " + number}, {"kind", i % 2 == 0 ? "clip" : "dance video"}});
      builder.link(video, builder.add_row(TableId::Releases, number,
                                          {{"title", "Release " + number}, {"kind", "single"}}));
    }
    return builder.finish();
  }
};

Embedding with(EmbedPart part, uint8_t rights) {
  Embedding embedding;
  embedding.part = part;
  embedding.rights = rights;
  return embedding;
}

}  // namespace

TEST_CASE("the parts `ui` and `may` of a frame's address are read word by word") {
  for (const ReadCase& each : ReadCases) {
    CAPTURE(each.ui);
    CAPTURE(each.may);
    const Embedding read = read_embedding(each.ui, each.may);
    CHECK(read.part == each.part);
    CHECK(static_cast<int>(read.rights) == static_cast<int>(each.rights));
    CHECK(read.unread == each.unread);
  }
}

TEST_CASE("a long or ill-formed word is noted by its beginning, as text") {
  const Embedding read = read_embedding(std::string(39, 'x') + "\xC3\xA9 tail", "\xFF");
  CHECK(read.unread == std::vector<std::string>{"ui=" + std::string(39, 'x'), "may="});
}

TEST_CASE("what could not be read is said like faults of the address, until it is dismissed") {
  EmbeddedApp t(read_embedding("mpa", "all"));
  CHECK(t.app.state().address_notes == std::vector<AddressNote>{{AddressFault::Broken, "ui=mpa"}});
  CHECK(t.find(Role::Region, "About the address") != nullptr);
  t.app.open_address("view=videos", AddressVisit::Opened);
  CHECK(t.app.state().address_notes.size() == 1);
  t.run(command::DismissNotes{});
  t.app.open_address("view=releases", AddressVisit::Opened);
  CHECK(t.app.state().address_notes.empty());
}

TEST_CASE("a part keeps its view, whatever commands and addresses say") {
  struct Kept {
    EmbedPart part;
    View view;
    std::optional<Panel> panel;
  };
  const Kept kept[] = {
      {EmbedPart::Articles, View::Articles, {}},         {EmbedPart::Releases, View::Releases, {}},
      {EmbedPart::Charts, View::ChartReach, {}},         {EmbedPart::Videos, View::Videos, {}},
      {EmbedPart::Overview, View::Overview, {}},         {EmbedPart::Map, View::Overview, Panel::Where},
      {EmbedPart::Timeline, View::Overview, Panel::When}};
  const Command commands[] = {command::SetView{View::Releases}, command::SetView{View::Overview},
                              command::SelectRow{{TableId::Videos, 0}, true},
                              command::OpenAddress{"view=videos&q=a"}, command::OpenAddress{""}};
  for (const Kept& each : kept) {
    SceneSetup setup = embedded(each.part);
    for (const Command& command : commands) {
      CAPTURE(static_cast<int>(each.part));
      CAPTURE(command.index());
      setup.apply(command);
      CHECK(setup.state.view == each.view);
      CHECK(setup.state.maximised == each.panel);
    }
  }
  SceneSetup map = embedded(EmbedPart::Map);
  map.apply(command::OpenAddress{"panel=when&read=1"});
  CHECK(map.state.maximised == Panel::Where);
  CHECK_FALSE(map.state.reading.has_value());
  SceneSetup table = embedded(EmbedPart::Table);
  CHECK(table.state.view == View::Articles);
  table.apply(command::OpenAddress{"view=charts"});
  CHECK(table.state.view == View::ChartReach);
  table.apply(command::SetView{View::Overview});
  CHECK(table.state.view == View::Articles);
}

TEST_CASE("each right lets readers do its commands, and without it they do not") {
  const Command query = command::SetQueryText{"kind:single sort:title"};
  const std::pair<EmbedRight, Command> needed[] = {
      {EmbedRight::Search, query},
      {EmbedRight::Search, command::FocusSearch{}},
      {EmbedRight::Views, command::SetView{View::Videos}},
      {EmbedRight::Views, command::SetVideoForm{VideoForm::Cards}},
      {EmbedRight::Views, command::MaximisePanel{Panel::Where}},
      {EmbedRight::Sort, command::CycleSort{"title"}},
      {EmbedRight::Sort, command::SetQueryText{"sort:title"}},
      {EmbedRight::Filter, command::ToggleValue{"kind", "single"}},
      {EmbedRight::Filter, command::SetContains{"title", "a"}},
      {EmbedRight::Filter, command::SetRange{"date", "2023", ""}},
      {EmbedRight::Filter, command::SetValues{"region", {"KR"}}},
      {EmbedRight::Filter, command::RemoveTerm{0}},
      {EmbedRight::Filter, command::ClearTerms{}},
      {EmbedRight::Filter, command::SetQueryText{"kind:single"}},
      {EmbedRight::Filter, command::OpenPopover{PopoverKind::ColumnFilter}},
      {EmbedRight::Columns, command::ResizeColumn{TableId::Videos, 0, 90}},
      {EmbedRight::Columns, command::MoveColumn{TableId::Videos, 0, 2}},
      {EmbedRight::Columns, command::ShowColumn{TableId::Videos, 0, false}},
      {EmbedRight::Columns, command::ResetColumns{TableId::Videos}},
      {EmbedRight::Columns, command::SetDensity{Density::Compact}},
      {EmbedRight::Columns, command::OpenPopover{PopoverKind::ColumnChooser}},
      {EmbedRight::Details, command::SelectRow{{TableId::Videos, 0}}},
      {EmbedRight::Share, command::CopyLink{}},
      {EmbedRight::Share, command::ShareLink{}},
      {EmbedRight::Share, command::SavePicture{PictureFile::Page}},
      {EmbedRight::Share, command::OpenPopover{PopoverKind::Share}},
      {EmbedRight::Share, command::OpenPopover{PopoverKind::Pictures}},
      {EmbedRight::Share, command::OpenPopover{PopoverKind::Embed}},
      {EmbedRight::Share, command::OpenPopover{PopoverKind::Download}}};
  for (const auto& [right, command] : needed) {
    CAPTURE(static_cast<int>(right));
    CAPTURE(command.index());
    AppState state = initial_state();
    state.embedding.rights = bit(right);
    CHECK(reader_may(state, command));
    state.embedding.rights = 0;
    CHECK_FALSE(reader_may(state, command));
    state.embedding.rights = All;
    CHECK(reader_may(state, command));
  }
}

TEST_CASE("with no right at all readers still read, copy, close, and choose colours and keys") {
  const Command free[] = {command::SetTheme{ThemeChoice::Dark},
                          command::SetReading{0},
                          command::SetSingleKeys{false},
                          command::CloseDetail{},
                          command::ClosePopover{},
                          command::CopyRows{},
                          command::DismissNotes{},
                          command::SetMap{2, 0, 0},
                          command::SetTimeWindow{},
                          command::OpenPopover{PopoverKind::Palette},
                          command::OpenPopover{PopoverKind::Warnings}};
  AppState state = initial_state();
  state.embedding.rights = 0;
  for (const Command& command : free) {
    CAPTURE(command.index());
    CHECK(reader_may(state, command));
  }
}

TEST_CASE("other data is for the page around to choose where it chose anything") {
  AppState state = initial_state();
  CHECK(reader_may(state, command::OpenFile{}));
  state.embedding.rights = without(EmbedRight::Share);
  CHECK_FALSE(reader_may(state, command::OpenFile{}));
  state.embedding = with(EmbedPart::Table, All);
  CHECK_FALSE(reader_may(state, command::OpenFile{}));
}

TEST_CASE("what readers may not do stands nowhere in the scene, in any part and dialog") {
  const std::vector<std::vector<Command>> ways = {
      {},
      {command::SetQueryText{"kind:single sort:title"}},
      {command::SetQueryText{"zebra"}},
      {command::SelectRow{{TableId::Releases, 0}}},
      {command::SetView{View::Videos}},
      {command::SetView{View::Videos}, command::SetVideoForm{VideoForm::Cards}},
      {command::SetReading{0}},
      {command::SetView{View::ChartReach}, command::OpenRowMenu{{TableId::ChartEntries, 0}, 0}},
      {command::SetView{View::Releases},
       command::OpenPopover{PopoverKind::ColumnFilter, TableId::Releases, 1}},
      {command::OpenPopover{PopoverKind::Palette}},
      {command::OpenPopover{PopoverKind::Shortcuts}}};
  std::vector<uint8_t> masks = {0, All};
  for (size_t right = 0; right < EmbedRightCount; ++right)
    masks.push_back(without(static_cast<EmbedRight>(right)));
  for (const Size size : {Size{280, 400}, Size{1440, 900}}) {
    for (size_t part = 0; part < EmbedPartCount; ++part) {
      for (const uint8_t mask : masks) {
        for (size_t way = 0; way < ways.size(); ++way) {
          CAPTURE(size.w);
          CAPTURE(part);
          CAPTURE(static_cast<int>(mask));
          CAPTURE(way);
          SceneSetup setup = embedded(static_cast<EmbedPart>(part), mask, size);
          for (const Command& command : ways[way])
            setup.apply(command);
          const Scene scene = setup.build();
          for (const Node& node : scene.nodes()) {
            CAPTURE(name_of(node));
            const bool pressed = node.role == Role::Button || node.role == Role::CheckBox;
            if (pressed) REQUIRE((node.activate || node.disabled));
            if (node.activate && !node.withheld) REQUIRE(reader_may(setup.state, *node.activate));
            if (node.input.field == InputField::Query) REQUIRE((mask & bit(EmbedRight::Search)) != 0);
            if (node.drag.kind != Drag::None) REQUIRE((mask & bit(EmbedRight::Columns)) != 0);
          }
          REQUIRE(count_role(scene, Role::Main) == 1);
          const auto is_title = [](const Node& node) {
            return node.role == Role::Heading && node.level == 1;
          };
          REQUIRE(std::ranges::count_if(scene.nodes(), is_title) == 1);
        }
      }
    }
  }
}

TEST_CASE("a part alone has no tabs and no tools of the header, but what is needed to use it") {
  for (const Size size : {Size{280, 400}, Size{760, 560}, Size{1440, 900}}) {
    for (const EmbedPart part : Parts) {
      CAPTURE(static_cast<int>(part));
      CAPTURE(size.w);
      SceneSetup setup = embedded(part, All, size);
      setup.apply(command::SetQueryText{"kind:single"});
      const Scene scene = setup.build();
      CHECK(count_role(scene, Role::Tab) == 0);
      CHECK(count_role(scene, Role::TabPanel) == 0);
      CHECK(find_node(scene, Role::Button, "Share this view") == nullptr);
      CHECK(find_node(scene, Role::Button, "Commands") == nullptr);
      CHECK(find_node(scene, Role::Button, "Back to the overview") == nullptr);
      const Node* search = find_field(scene, InputField::Query);
      REQUIRE(search != nullptr);
      CHECK(search->rect.w >= 120);
      CHECK(find_node(scene, Role::Region, "Active filters") != nullptr);
      const auto counts = [](const Node& node) {
        return node.role == Role::Status && node.quiet && !node.text.empty();
      };
      if (size.w > 300) CHECK(std::ranges::any_of(scene.nodes(), counts));
    }
  }
}

TEST_CASE("a part alone begins and ends with the column that it stands in") {
  for (const EmbedPart part : Parts) {
    CAPTURE(static_cast<int>(part));
    const Scene plain = embedded(part, 0).build();
    const auto main = std::ranges::find(plain.nodes(), Role::Main, &Node::role);
    REQUIRE(main != plain.nodes().end());
    const bool picture = part == EmbedPart::Map || part == EmbedPart::Timeline || part == EmbedPart::Overview;
    CHECK(main->rect.y == (picture ? 0 : size::Tabs));  // nothing above a picture that nobody can search
    CHECK(main->rect.y + main->rect.h == 560);
  }
}

TEST_CASE("readers without a right are not heard, the page around is") {
  EmbeddedApp t(with(EmbedPart::Videos, 0));
  const auto row = std::ranges::find_if(
      t.app.scene().nodes(), [](const Node& node) { return node.role == Role::Row && node.row_index == 2; });
  REQUIRE(row != t.app.scene().nodes().end());
  t.app.activated(row->key, false);
  t.app.key_pressed(row->key, AppKey::Enter);
  CHECK_FALSE(t.app.state().selected.has_value());
  CHECK_FALSE(t.app.key_pressed(0, {AppKey::FocusSearch, false, false, "/"}));
  CHECK_FALSE(t.app.key_pressed(0, {AppKey::Character, false, false, "c"}));
  CHECK_FALSE(t.app.key_pressed(0, {AppKey::Character, false, false, "s"}));
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  t.run(command::SetQueryText{"clip"});
  CHECK(t.app.state().query_text == "clip");
  t.run(command::SelectRow{{TableId::Videos, 2}});
  CHECK(t.app.state().selected == RowRef{TableId::Videos, 2});
  CHECK(t.find(Role::Button, "Close details") != nullptr);
  t.app.key_pressed(0, AppKey::Escape);
  CHECK_FALSE(t.app.state().selected.has_value());
}

TEST_CASE("details lead to other rows, but not out of the part") {
  EmbeddedApp t(with(EmbedPart::Table, All));
  t.run(command::SetView{View::Videos});
  t.run(command::SelectRow{{TableId::Videos, 0}});
  CHECK(t.find(Role::Complementary, "Video 0") != nullptr);
  t.app.activated(t.key(Role::Button, "Release 0"), false);
  CHECK(t.app.state().selected == RowRef{TableId::Releases, 0});
  CHECK(t.app.state().view == View::Videos);
}

TEST_CASE("Escape does not lead out of a picture alone, and is left to the page around") {
  EmbeddedApp t(with(EmbedPart::Timeline, All));
  CHECK_FALSE(t.app.key_pressed(0, AppKey::Escape));
  CHECK(t.app.state().maximised == Panel::When);
}

TEST_CASE("the palette offers what may be done, and is usable where that finds nothing") {
  EmbeddedApp t(with(EmbedPart::Map, 0));
  t.run(command::OpenPopover{PopoverKind::Palette});
  for (const Node& node : t.app.scene().nodes()) {
    const auto* run = node.activate ? std::get_if<command::RunChoice>(&*node.activate) : nullptr;
    if (run != nullptr) CHECK(run->action.find("view") == std::string::npos);
  }
  t.type(InputField::Palette, "zzzz nothing is called so");
  CHECK(t.find(Role::ListBox, "Commands") != nullptr);
  CHECK(t.app.key_pressed(0, AppKey::Down));
  CHECK(t.app.key_pressed(0, AppKey::Enter));
  CHECK(t.app.state().query_text.empty());
}

TEST_CASE("the sheet of keys names no key that does nothing") {
  AppState state = initial_state();
  const size_t every = action_keys().size();
  CHECK(action_keys(state).size() == every);
  state.embedding.rights = 0;
  for (const ActionKeys& each : action_keys(state)) {
    CHECK(each.keys != "/");
    CHECK(each.keys != "1");
    CHECK(each.keys != "c");
    CHECK(each.keys != "s");
  }
  CHECK(action_keys(state).size() < every);
}

TEST_CASE("a frame says where it is from, with the same state, unless its page turned that off") {
  struct Said {
    bool framed, attribution;
    std::string link, href;
  };
  const std::string page = "https://example.org/explorer/?data=x.json";
  const Said said[] = {{true, true, page, page + "#v=1&view=videos&q=clip"},
                       {true, false, page, ""},
                       {false, true, page, ""},
                       {true, true, "", ""},
                       {true, true, "javascript:alert(1)", ""},
                       {true, true, "about:srcdoc", ""}};
  for (const Said& each : said) {
    CAPTURE(each.link);
    Embedding embedding = with(EmbedPart::Videos, All);
    embedding.framed = each.framed;
    embedding.attribution = each.attribution;
    EmbeddedApp t(embedding, 760, 560);
    CHECK(t.host.links.size() == (each.framed && each.attribution ? 1 : 0));
    t.app.set_link(each.link, false, true);
    t.run(command::SetQueryText{"clip"});
    const Node* region = t.find(Role::Region, "Where this is from");
    CHECK((region != nullptr) == (each.framed && each.attribution));
    std::string href;
    for (const Node& node : t.app.scene().nodes()) {
      if (node.role != Role::Link || node.href.empty()) continue;
      href = node.href;
      CHECK(name_of(node).starts_with(node.text));
      CHECK(node.rect.h >= size::TouchLeast);
    }
    CHECK(href == each.href);
    if (region == nullptr) continue;
    CHECK(region->rect.y + region->rect.h == 560);
    const auto main = std::ranges::find(t.app.scene().nodes(), Role::Main, &Node::role);
    CHECK(main->rect.y + main->rect.h == region->rect.y);
  }
}

TEST_CASE("a frame of data that no address leads to names the explorer, and leads nowhere") {
  Embedding embedding = with(EmbedPart::Videos, All);
  embedding.framed = true;
  EmbeddedApp t(embedding, 760, 560);
  const auto leads = [&] {
    return std::ranges::any_of(t.app.scene().nodes(), [](const Node& node) {
      return node.href.starts_with("https://example.org/");
    });
  };
  t.app.set_link("https://example.org/explorer/", false, false);
  t.run(command::SetQueryText{"clip"});
  CHECK(t.find(Role::Region, "Where this is from") != nullptr);
  CHECK(!leads());
  t.app.set_link("https://example.org/explorer/", false, true);
  t.run(command::SetQueryText{"clips"});
  CHECK(leads());
}

TEST_CASE("the bar above a part has its things side by side, down to 280 px") {
  for (float w = 280; w <= 1440; w += 20) {
    for (const EmbedPart part : Parts) {
      for (const bool coarse : {false, true}) {
        SceneSetup setup = embedded(part, All, {w, 400});
        setup.environment.coarse_pointer = coarse;
        setup.apply(command::SetQueryText{"a"});
        const Scene scene = setup.build();
        float end = 0;
        for (uint32_t id = 1; id < scene.nodes().size(); ++id) {
          const Node& node = scene.node(id);
          if (scene.node(node.parent).role != Role::Banner) continue;
          CAPTURE(w);
          CAPTURE(name_of(node));
          CHECK(node.rect.x >= end);
          end = node.rect.x + node.rect.w;
          CHECK(end <= w);
          if (node.role == Role::Search) CHECK(node.rect.h >= (coarse || w < 640 ? 44 : 24));
        }
        CHECK(end > 0);
      }
    }
  }
}
