// What every scene says to somebody who cannot see it: headings without gaps, landmarks, lists and tables
// that are whole, names that tell things apart, parts in the language that they are in.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "dataset_fixture.h"
#include "dom/element.h"
#include "fake_host.h"
#include "map_fixture.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// Of the shipped dataset unless `dataset` says otherwise.
template <typename Check>
void for_each_face(Check check) {
  using namespace command;
  std::vector<std::pair<std::string, std::vector<Command>>> faces;
  for (size_t i = 0; i < ViewCount; ++i) {
    const auto view = static_cast<View>(i);
    const std::string number = std::to_string(i);
    faces.push_back({"view " + number, {SetView{view}}});
    faces.push_back({"reading " + number, {SetView{view}, SetReading{0}}});
    faces.push_back({"filtered " + number, {SetView{view}, SetQueryText{"position:1 sort:date-desc"}}});
    faces.push_back({"empty " + number, {SetView{view}, SetQueryText{"zzzz kind:single"}}});
  }
  for (const TableId table : AllTables)
    faces.push_back({"details " + std::to_string(static_cast<int>(table)), {SelectRow{{table, 0}, true}}});
  for (const Panel panel : {Panel::Where, Panel::Videos, Panel::When, Panel::Articles, Panel::Latest})
    faces.push_back({"panel " + std::to_string(static_cast<int>(panel)), {MaximisePanel{panel}}});
  faces.push_back({"cards", {SetView{View::Videos}, SetVideoForm{VideoForm::Cards}}});
  faces.push_back({"all rows by region", {SetMapMeasure{MapMeasure::Rows}}});
  faces.push_back({"unreadable", {SetQueryText{"date:foo"}}});
  for (const PopoverKind kind : {PopoverKind::ColumnChooser, PopoverKind::Warnings, PopoverKind::Pictures,
                                 PopoverKind::Share, PopoverKind::Embed, PopoverKind::Download})
    faces.push_back({"popover", {SetView{View::ChartReach}, OpenPopover{kind, TableId::ChartEntries, 0}}});
  for (const size_t column : {chart_column::Region, chart_column::Date, chart_column::Title})
    faces.push_back(
        {"filter",
         {SetView{View::ChartReach}, OpenPopover{PopoverKind::ColumnFilter, TableId::ChartEntries, column}}});
  for (const Size size : {Size{390, 844}, Size{1440, 900}}) {
    for (const auto& [name, commands] : faces) {
      SceneSetup setup;
      setup.dataset = &shipped_dataset();
      setup.environment = {size.w, size.h};
      setup.environment.link = "https://example.org/";
      setup.map.map = small_map();
      setup.load.warnings.resize(300);
      setup.load.warning_count = 400;
      for (const Command& command : commands)
        setup.apply(command);
      CAPTURE(name);
      CAPTURE(size.w);
      check(setup.build());
    }
  }
}

// The nodes in the order in which they are read; what is only drawn is left out, with all that is in it.
std::vector<const Node*> reading_order(const Scene& scene) {
  const std::vector<Node>& nodes = scene.nodes();
  std::vector<std::vector<uint32_t>> children(nodes.size());
  for (uint32_t i = 1; i < nodes.size(); ++i)
    children[nodes[i].parent].push_back(i);
  std::vector<const Node*> order;
  std::vector<uint32_t> open{0};
  while (!open.empty()) {
    const uint32_t at = open.back();
    open.pop_back();
    if (nodes[at].role == Role::Decor) continue;
    order.push_back(&nodes[at]);
    open.insert(open.end(), children[at].rbegin(), children[at].rend());
  }
  return order;
}

const Node* first_in(const Scene& scene, Role role) {
  for (const Node& node : scene.nodes()) {
    if (node.role == role) return &node;
  }
  return nullptr;
}

std::string attribute(const Node& node, std::string_view name) {
  for (const auto& [key, value] : element_attributes(node)) {
    if (key == name) return value;
  }
  return {};
}

bool is_control(Role role) {
  return role == Role::Button || role == Role::Link || role == Role::CheckBox || role == Role::Tab ||
         role == Role::SearchBox || role == Role::TextBox;
}

}  // namespace

TEST_CASE("headings lead from the title down without leaving a level out") {
  for_each_face([](const Scene& scene) {
    uint8_t level = 0;
    for (const Node* node : reading_order(scene)) {
      if (node->role != Role::Heading) continue;
      CAPTURE(name_of(*node));
      REQUIRE(node->level <= level + 1);
      level = node->level;
    }
    REQUIRE(level > 0);
  });
}

TEST_CASE("everything in a list is an item, everything in a table a row or a cell") {
  struct Rule {
    Role outer;
    std::vector<Role> inner;
  };
  const Rule rules[] = {
      {Role::List, {Role::ListItem}},
      {Role::TabList, {Role::Tab}},
      {Role::Terms, {Role::Term, Role::Definition}},
      {Role::Grid, {Role::RowGroup}},
      {Role::RowGroup, {Role::Row}},
      {Role::Row, {Role::Cell, Role::RowHeader, Role::ColumnHeader}},
      {Role::Table, {Role::TableGroup}},
      {Role::TableGroup, {Role::TableRow}},
      {Role::TableRow, {Role::TableCell, Role::TableRowHeader, Role::TableHeader}},
  };
  for_each_face([&](const Scene& scene) {
    for (const Node* node : reading_order(scene)) {
      for (const Rule& rule : rules) {
        if (scene.node(node->parent).role != rule.outer) continue;
        CAPTURE(name_of(*node));
        CAPTURE(static_cast<int>(node->role));
        REQUIRE(std::ranges::find(rule.inner, node->role) != rule.inner.end());
      }
      const bool item = node->role == Role::ListItem;
      if (item) REQUIRE(scene.node(node->parent).role == Role::List);
    }
  });
}

TEST_CASE("landmarks, lists, pictures and what can be pressed have names") {
  for_each_face([](const Scene& scene) {
    for (const Node* node : reading_order(scene)) {
      const Role role = node->role;
      const bool named = is_control(role) || role == Role::Region || role == Role::Navigation ||
                         role == Role::List || role == Role::Grid || role == Role::Table ||
                         role == Role::Image || role == Role::Application || role == Role::Dialog ||
                         role == Role::TabPanel || role == Role::Complementary || role == Role::ProgressBar ||
                         role == Role::TableHeader || role == Role::ColumnHeader || role == Role::Separator;
      CAPTURE(static_cast<int>(role));
      // What a cell shows in full is named by that.
      if (named) REQUIRE_FALSE(name_of(*node).empty());
    }
  });
}

TEST_CASE("what stands beside each other has names that differ") {
  for_each_face([](const Scene& scene) {
    std::set<std::string> names;
    for (const Node* node : reading_order(scene)) {
      if (!is_control(node->role) && node->role != Role::Region && node->role != Role::List) continue;
      const std::string key = std::to_string(node->parent) + ' ' +
                              std::to_string(static_cast<int>(node->role)) + ' ' +
                              std::string(name_of(*node));
      CAPTURE(name_of(*node));
      REQUIRE(names.insert(key).second);
    }
  });
}

TEST_CASE("what leads to all of something says of what") {
  for_each_face([](const Scene& scene) {
    for (const Node* node : reading_order(scene)) {
      const bool number_alone = node->text.starts_with("Show all ") && std::isdigit(node->text.back()) != 0;
      if (!is_control(node->role) || !number_alone) continue;
      REQUIRE(node->label.starts_with(node->text));
      REQUIRE(node->label.size() > node->text.size() + 1);
    }
  });
}

TEST_CASE("the key figures are a list, and each says what it counts") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  const Scene scene = setup.build();
  const Node* list = find_node(scene, Role::List, "Key figures");
  REQUIRE(list);
  size_t items = 0;
  for (const Node& node : scene.nodes())
    items += &scene.node(node.parent) == list;
  CHECK(items == 6);
}

TEST_CASE("every region of the map is in the list with its value, whatever the colours stand for") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.map.map = small_map();
  setup.apply(command::MaximisePanel{Panel::Where});
  CHECK(find_node(setup.build(), Role::Button, "Japan: No. 1, 1 entry") != nullptr);
  setup.apply(command::SetMapMeasure{MapMeasure::Rows});
  const Scene scene = setup.build();
  const Node* japan = nullptr;
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Button && node.label.starts_with("Japan: No. 1, 1 entry, ")) japan = &node;
  }
  REQUIRE(japan);
  CHECK(japan->label.ends_with(" rows"));
}

TEST_CASE("a column is made wider and narrower without dragging its edge") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.apply(command::SetView{View::ChartReach});
  const command::OpenPopover open{PopoverKind::ColumnFilter, TableId::ChartEntries, chart_column::Region};
  setup.apply(open);
  const auto width = [](const Scene& scene) {
    return find_node(scene, Role::ColumnHeader, "Region")->rect.w;
  };
  Scene scene = setup.build();
  const float before = width(scene);
  const Node* wider = find_node(scene, Role::Button, "Wider");
  REQUIRE(wider);
  setup.apply(*wider->activate);
  scene = setup.build();
  CHECK(width(scene) == before + 24);
  setup.apply(*find_node(scene, Role::Button, "Narrower")->activate);
  scene = setup.build();
  CHECK(width(scene) == before);
  setup.apply(command::ResizeColumn{TableId::ChartEntries, chart_column::Region, 0});
  scene = setup.build();
  CHECK(find_node(scene, Role::Button, "Narrower")->disabled);
  // Where columns have no widths there is nothing to press.
  setup.environment = {390, 844};
  CHECK(find_node(setup.build(), Role::Button, "Wider") == nullptr);
}

TEST_CASE("loading is a bar with a value, not a region that is read out at each step") {
  SceneSetup setup;
  setup.load.phase = LoadPhase::Loading;
  setup.load.progress = {250, 1000, 0, 0, 0};
  const Scene scene = setup.build();
  const Node* bar = find_node(scene, Role::ProgressBar, "Loading the dataset");
  REQUIRE(bar);
  CHECK(bar->value == "250 bytes of 1.0 kB");
  CHECK(attribute(*bar, "aria-valuenow") == "25");
  for (const Node* node = bar; node != &scene.node(0); node = &scene.node(node->parent))
    CHECK(node->role != Role::Status);
}

TEST_CASE("the chosen tab tells which panel it shows, and buttons tell what they open") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.apply(command::SetView{View::ChartReach});
  const Scene scene = setup.build();
  const Node* panel = first_in(scene, Role::TabPanel);
  REQUIRE(panel);
  const std::string id = attribute(*panel, "id");
  REQUIRE_FALSE(id.empty());
  size_t tabs = 0;
  for (const Node& node : scene.nodes()) {
    if (node.role != Role::Tab) continue;
    ++tabs;
    CHECK(attribute(node, "aria-controls") == (node.selected ? id : ""));
  }
  CHECK(tabs == ViewCount);
  CHECK(attribute(*find_node(scene, Role::Button, "Columns"), "aria-haspopup") == "dialog");
  CHECK(attribute(*find_node(scene, Role::Button, "Sort by Region"), "aria-haspopup").empty());
  CHECK(attribute(*find_node(scene, Role::Separator, "Resize Region"), "aria-orientation") == "vertical");
}

TEST_CASE("the row whose details are open is the current one wherever it stands") {
  SceneSetup setup;
  setup.dataset = &shipped_dataset();
  setup.apply(command::SelectRow{{TableId::Videos, 1}, false});
  for (const bool reading : {false, true}) {
    if (reading) setup.apply(command::SetView{View::Videos});
    if (reading) setup.apply(command::SetReading{0});
    const Scene scene = setup.build();
    size_t current = 0;
    for (const Node& node : scene.nodes())
      current += attribute(node, "aria-current") == "true";
    CAPTURE(reading);
    CHECK(current >= 1);
  }
}

TEST_CASE("texts say their language where it is not that of the interface") {
  DatasetBuilder builder;
  builder.add_row(
      TableId::Videos, "v",
      {{"title", "Nah dran"}, {"kind", "Musikvideo"}, {"date", "2023-12-22"}, {"duration", "245"}});
  const std::unique_ptr<Dataset> dataset = builder.finish();
  dataset->title = "Aus der Zeitung";
  const auto languages = [&](std::string_view language, bool reading) {
    dataset->language = language;
    SceneSetup setup;
    setup.dataset = dataset.get();
    setup.apply(command::SelectRow{{TableId::Videos, 0}, true});
    if (reading) setup.apply(command::SetReading{0});
    const Scene scene = setup.build();
    std::set<std::string> found;
    for (const Node& node : scene.nodes()) {
      const std::string lang = attribute(node, "lang");
      if (!lang.empty()) found.insert(lang + ' ' + node.text);
    }
    return found;
  };
  const std::set<std::string> expected = {"de-AT Aus der Zeitung", "de-AT Musikvideo", "de-AT Nah dran"};
  CHECK(languages("de-AT", false) == expected);
  CHECK(languages("de-AT", true) == expected);
  for (const std::string_view none : {"", "en", "EN-us", "no language", "1234"}) {
    CAPTURE(none);
    CHECK(languages(none, false).empty());
  }
}

TEST_CASE("lines that end within a word do not cut it in two for whoever hears it") {
  DatasetBuilder builder;
  const std::string title =
      "Donaudampfschifffahrtsgesellschaftskapitaenswitwenrentenantragsformularausgabestelle";
  builder.add_row(TableId::Releases, "r", {{"title", title}});
  const std::unique_ptr<Dataset> dataset = builder.finish();
  SceneSetup setup;
  setup.dataset = dataset.get();
  setup.apply(command::SelectRow{{TableId::Releases, 0}, true});
  const Scene scene = setup.build();
  const Node* heading = find_node(scene, Role::Heading, title);
  REQUIRE(heading);
  CHECK(heading->text.find('\n') != std::string::npos);
}

TEST_CASE("a file can be opened without dropping it: the host is asked for one, all else stays") {
  TestApp t;
  t.load(make_large_dataset());
  t.run(command::SetView{View::ChartReach});
  t.run(command::OpenFile{});
  CHECK(t.host.files_asked == 1);
  CHECK(t.host.fetches == 0);
  CHECK(t.app.state().view == View::ChartReach);
  CHECK(t.app.load_status().phase == LoadPhase::Ready);
}

TEST_CASE("what a mark of the timeline says beside the pointer it says beside the focus, too") {
  TestApp t;
  DatasetBuilder builder;
  builder.add_row(TableId::Videos, "a", {{"title", "First film"}, {"date", "2023-03-04"}});
  builder.add_row(TableId::Videos, "b", {{"title", "Second film"}, {"date", "2023-09-30"}});
  t.load(builder.finish());
  const auto on_card = [&] {
    size_t count = 0;
    for (const Node& node : t.app.scene().nodes())
      count += node.role == Role::Decor && node.text == "Second film";
    return count;
  };
  NodeKey entry = 0;
  for (const Node& node : t.app.scene().nodes()) {
    const bool mark = node.role == Role::Button && node.label.starts_with("Second film. ");
    if (mark) entry = node.key;
  }
  REQUIRE(entry != 0);
  CHECK(on_card() == 0);
  t.app.focused(entry);
  t.frame();
  CHECK(on_card() == 1);
  t.app.focused(0);
  t.frame();
  CHECK(on_card() == 0);
}
