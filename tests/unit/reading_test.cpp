// The reading view: whole tables of plain rows, page by page, with all texts in full, at every size; and
// where the focus goes.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/build_reading.h"

using namespace explorer;
using namespace explorer::test;

namespace {

SceneSetup reading(const Dataset& dataset, View view, Size size = {1440, 900}, uint32_t page = 0) {
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.environment = {size.w, size.h};
  setup.apply(command::SetView{view});
  setup.apply(command::SetReading{page});
  return setup;
}

const Node& parent_of(const Scene& scene, const Node& node) {
  return scene.node(node.parent);
}

bool is_inside(const Scene& scene, const Node& node, const Node& outer) {
  const Node* at = &node;
  while (at != &outer && at != &scene.node(0))
    at = &parent_of(scene, *at);
  return at == &outer;
}

std::vector<const Node*> all_of(const Scene& scene, Role role) {
  std::vector<const Node*> found;
  for (const Node& node : scene.nodes()) {
    if (node.role == role) found.push_back(&node);
  }
  return found;
}

// The rows of the only table, without its header.
std::vector<const Node*> rows_of(const Scene& scene) {
  std::vector<const Node*> rows = all_of(scene, Role::TableRow);
  REQUIRE(!rows.empty());
  rows.erase(rows.begin());
  return rows;
}

std::vector<const Node*> cells_of(const Scene& scene, const Node& row) {
  std::vector<const Node*> cells;
  for (const Node& node : scene.nodes()) {
    const bool cell = node.role == Role::TableCell || node.role == Role::TableRowHeader;
    if (cell && &parent_of(scene, node) == &row) cells.push_back(&node);
  }
  return cells;
}

// What a node says, in one line.
std::string said(const Node& node) {
  std::string words(name_of(node));
  std::ranges::replace(words, '\n', ' ');
  return words;
}

const Node* find_said(const Scene& scene, Role role, std::string_view words) {
  for (const Node& node : scene.nodes()) {
    if (node.role == role && said(node) == words) return &node;
  }
  return nullptr;
}

const Node& headline(const Scene& scene) {
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Heading && node.by_keys) return node;
  }
  FAIL("no headline that keys reach");
  return scene.node(0);
}

Dataset& with_address() {
  static const std::unique_ptr<Dataset> dataset = [] {
    DatasetBuilder builder;
    builder.add_row(TableId::Articles, "a",
                    {{"title", "One"}, {"url", "https://news.example/a/long/way/to/go/until/it/ends/here"}});
    builder.add_row(TableId::Articles, "b", {{"title", "Two"}, {"url", "javascript:alert(1)"}});
    return builder.finish();
  }();
  return *dataset;
}

}  // namespace

TEST_CASE("the reading view is a choice that other rows begin anew and that other things leave alone") {
  AppState state = initial_state();
  const auto run = [&](const Command& command) { state = apply(state, command, &sample_dataset()); };
  CHECK_FALSE(state.reading);
  run(command::SetReading{3});
  CHECK(state.reading == 3U);
  run(command::SelectRow{{TableId::Articles, 0}, false});
  run(command::CloseDetail{});
  run(command::SetTheme{ThemeChoice::Dark});
  CHECK(state.reading == 3U);
  run(command::SetQueryText{"jimin"});
  CHECK(state.reading == 0U);
  run(command::SetReading{2});
  run(command::SetQueryText{" jimin "});
  CHECK(state.reading == 2U);
  run(command::SetQueryText{"date:2023-13"});
  CHECK(state.reading == 2U);
  run(command::CycleSort{"title", false});
  CHECK(state.reading == 0U);
  run(command::SetReading{2});
  run(command::SetView{View::Videos});
  CHECK(state.reading == 0U);
  run(command::SetReading{});
  run(command::SetQueryText{"seven"});
  run(command::SetView{View::Articles});
  CHECK_FALSE(state.reading);
}

TEST_CASE("a table is read with all of its columns, rows and words") {
  for (const Dataset* dataset : {&shipped_dataset(), &sample_dataset()}) {
    for (const View view : {View::Articles, View::Releases, View::ChartReach, View::Videos}) {
      for (const Size size : Sizes) {
        CAPTURE(size.w);
        CAPTURE(static_cast<int>(view));
        const SceneSetup setup = reading(*dataset, view, size);
        const Scene scene = setup.build();
        CHECK(all_of(scene, Role::Grid).empty());
        REQUIRE(all_of(scene, Role::Table).size() == 1);
        const size_t headers = all_of(scene, Role::TableHeader).size();
        const TableId table = *table_of(view);
        CHECK(rows_of(scene).size() == dataset->table(table).row_count);
        for (const Node* row : rows_of(scene))
          CHECK(cells_of(scene, *row).size() == headers);
        const Node& whole = *all_of(scene, Role::Table)[0];
        for (const Node& node : scene.nodes()) {
          if (is_inside(scene, node, whole)) CHECK_FALSE(node.text.ends_with("\xE2\x80\xA6"));
        }
      }
    }
  }
}

TEST_CASE("the columns are those that the reader shows, in the reader's order") {
  SceneSetup setup = reading(shipped_dataset(), View::Releases);
  setup.apply(command::ShowColumn{TableId::Releases, release_column::Note, true});
  setup.apply(command::ShowColumn{TableId::Releases, release_column::Label, false});
  setup.apply(command::MoveColumn{TableId::Releases, release_column::Date, 0});
  const Scene scene = setup.build();
  std::vector<std::string> names;
  for (const Node* header : all_of(scene, Role::TableHeader))
    names.emplace_back(name_of(*header));
  CHECK(names == std::vector<std::string>{"Date", "Title", "Artist", "Kind", "Parts", "Stated in", "Note"});
  bool note = false;
  for (const Node* cell : all_of(scene, Role::TableCell))
    note = note || said(*cell).find("a love letter to them") != std::string::npos;
  CHECK(note);
  CHECK(cells_of(scene, *rows_of(scene)[0])[0]->role == Role::TableRowHeader);
}

TEST_CASE("rows and cells of the reading view lie apart, and nothing is wider than the page") {
  for (const View view : {View::Overview, View::Articles, View::ChartReach, View::Videos}) {
    for (const Size size : Sizes) {
      for (const bool detail : {false, true}) {
        CAPTURE(size.w);
        SceneSetup setup = reading(shipped_dataset(), view, size);
        setup.environment.coarse_pointer = size.w < 500;
        if (detail) setup.apply(command::SelectRow{{TableId::Videos, 1}, false});
        const Scene scene = setup.build();
        std::map<const Node*, float> bottoms;  // of the rows of one parent
        for (const Node* row : all_of(scene, Role::TableRow)) {
          float& bottom = bottoms[&parent_of(scene, *row)];
          CHECK(row->rect.y == doctest::Approx(bottom));
          bottom = row->rect.y + row->rect.h;
          const auto cells = cells_of(scene, *row);
          for (size_t i = 0; i < cells.size(); ++i) {
            for (size_t k = i + 1; k < cells.size(); ++k) {
              const Rect &a = cells[i]->rect, &b = cells[k]->rect;
              REQUIRE_FALSE((a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h));
            }
          }
        }
        for (const Node* table : all_of(scene, Role::Table)) {
          const float page_w = detail && size.w >= size::WideFrom ? size.w - size::Detail : size.w;
          CHECK(table->rect.x + table->rect.w <= page_w);
        }
      }
    }
  }
}

TEST_CASE("the pages of 100,000 rows have fifty each; one beyond the end is the last") {
  Scene scene = reading(large_dataset(), View::ChartReach, {1440, 900}, 2).build();
  CHECK(said(headline(scene)) == "Chart reach, rows 101 to 150 of 100,000");
  CHECK(rows_of(scene).size() == ReadingRows);
  CHECK(rows_of(scene)[0]->row_index == 102);
  CHECK(all_of(scene, Role::Table)[0]->row_count == 100001);
  CHECK(find_said(scene, Role::Text, "Page 3 of 2,000") != nullptr);
  const Node* next = find_said(scene, Role::Button, "Next page");
  const Node* previous = find_said(scene, Role::Button, "Previous page");
  REQUIRE(next);
  REQUIRE(previous);
  CHECK(std::get<command::SetReading>(*next->activate).page == 3U);
  CHECK(std::get<command::SetReading>(*previous->activate).page == 1U);
  CHECK_FALSE(next->disabled);
  CHECK_FALSE(previous->disabled);
  CHECK(scene.nodes().size() < 2000);

  scene = reading(large_dataset(), View::ChartReach, {390, 844}, 999999).build();
  CHECK(said(headline(scene)) == "Chart reach, rows 99,951 to 100,000 of 100,000");
  CHECK(find_said(scene, Role::Button, "Next page")->disabled);
  CHECK_FALSE(find_said(scene, Role::Button, "Previous page")->disabled);
  scene = reading(large_dataset(), View::ChartReach).build();
  CHECK(find_said(scene, Role::Button, "Previous page")->disabled);
  scene = reading(shipped_dataset(), View::ChartReach).build();
  CHECK(find_said(scene, Role::Button, "Next page") == nullptr);
}

TEST_CASE("pagers fit the narrowest page") {
  const Scene scene = reading(large_dataset(), View::ChartReach, {280, 300}, 7).build();
  for (const Node* group :
       {find_said(scene, Role::Group, "Pages"), find_said(scene, Role::Group, "Pages, below the table")}) {
    REQUIRE(group);
    for (const Node& node : scene.nodes()) {
      if (&parent_of(scene, node) != group) continue;
      CHECK(node.rect.x + node.rect.w <= group->rect.w);
      CHECK(node.rect.y + node.rect.h <= group->rect.h);
    }
  }
}

TEST_CASE("order and filters are said in words, and headers say how they sort") {
  SceneSetup setup = reading(shipped_dataset(), View::ChartReach);
  Scene scene = setup.build();
  CHECK(find_said(scene, Role::Table, "Chart reach. In the order of the dataset.") != nullptr);
  setup.apply(command::SetQueryText{"region:JP -chart:bugs sort:position,date-desc,kind"});
  scene = setup.build();
  const std::string words =
      "Sorted by Position, ascending; Date, descending. Filtered by Region: Japan; not Chart: bugs.";
  CHECK(find_said(scene, Role::Table, "Chart reach. " + words) != nullptr);
  CHECK(find_said(scene, Role::Paragraph, words) != nullptr);
  CHECK(said(headline(scene)) == "Chart reach, row 1 of 1");
  const Node* position = find_said(scene, Role::TableHeader, "Position");
  REQUIRE(position);
  CHECK(position->sort == SortState::Ascending);
  CHECK(find_said(scene, Role::TableHeader, "Date")->sort == SortState::Descending);
  const Node* sort = find_said(scene, Role::Button, "Sort by Position");
  REQUIRE(sort);
  CHECK(&parent_of(scene, *sort) == position);
  CHECK(std::get<command::CycleSort>(*sort->activate).column == "position");
  CHECK_FALSE(sort->by_keys);
}

TEST_CASE("each row is named by a link of its own, each source is one in words") {
  const Scene scene = reading(shipped_dataset(), View::ChartReach).build();
  std::vector<std::string> names;
  for (const Node* link : all_of(scene, Role::Link)) {
    const auto& select = std::get<command::SelectRow>(*link->activate);
    if (select.row.table == TableId::ChartEntries) {
      names.push_back(said(*link));
    } else {
      CHECK(select.row == RowRef{TableId::Articles, 1});
      CHECK(said(*link) == "article B, paragraph 4");
    }
  }
  REQUIRE(names.size() == 9);
  CHECK(std::ranges::find(names, "iTunes Top Songs: No. 1 in Japan") != names.end());
  std::ranges::sort(names);
  CHECK(std::ranges::adjacent_find(names) == names.end());
  const Node* none = nullptr;
  for (const Node* cell : all_of(scene, Role::TableCell)) {
    if (cell->label == "not stated") none = cell;
  }
  REQUIRE(none);
  CHECK(none->text == "\xE2\x80\x93");
  // Dates here are concluded: a sign, a word for whoever hears it, and the note that explains it.
  CHECK(find_said(scene, Role::TableCell, "about 22 Dec 2023, inferred")->text == "about 22 Dec 2023*");
  CHECK(find_said(scene, Role::Paragraph, "* inferred: no article states it") != nullptr);
}

TEST_CASE("an address is a link that is read as it is written, and only of the web") {
  SceneSetup setup = reading(with_address(), View::Articles, {390, 844});
  setup.apply(command::ShowColumn{TableId::Articles, article_column::Url, true});
  const Scene scene = setup.build();
  const std::string url = "https://news.example/a/long/way/to/go/until/it/ends/here";
  const Node* link = find_said(scene, Role::Link, url);
  REQUIRE(link);
  CHECK(link->href == url);
  CHECK(link->text.find('\n') != std::string::npos);
  CHECK(find_said(scene, Role::Link, "javascript:alert(1)") == nullptr);
  CHECK(find_said(scene, Role::TableCell, "javascript:alert(1)") != nullptr);
}

TEST_CASE("on the overview the first rows of every table follow each other, events too") {
  const Scene scene = reading(large_dataset(), View::Overview).build();
  std::vector<std::string> titles;
  for (const Node* heading : all_of(scene, Role::Heading))
    titles.emplace_back(name_of(*heading));
  CHECK(titles == std::vector<std::string>{"Article Explorer", "The first rows of each table",
                                           "Releases, row 1 of 1", "Chart reach, rows 1 to 10 of 100,000"});
  const Node* all = find_said(scene, Role::Link, "Show all 100,000 chart entries");
  REQUIRE(all);
  CHECK(std::get<command::SetView>(*all->activate).view == View::ChartReach);

  DatasetBuilder builder;
  for (int i = 1; i <= 23; ++i)
    builder.add_row(TableId::Events, "e" + std::to_string(i), {{"title", "Event " + std::to_string(i)}});
  const std::unique_ptr<Dataset> events = builder.finish();
  const Scene last = reading(*events, View::Overview, {1440, 900}, 2).build();
  CHECK(find_said(last, Role::Heading, "Events, rows 21 to 23 of 23")->by_keys);
  CHECK(find_said(last, Role::Link, "Event 23") != nullptr);
  CHECK(find_said(last, Role::Button, "Next page")->disabled);
}

TEST_CASE("what no row meets is said in place of the table") {
  SceneSetup setup = reading(shipped_dataset(), View::Overview);
  setup.apply(command::SetQueryText{"kind:single"});
  Scene scene = setup.build();
  CHECK(find_said(scene, Role::Paragraph, "Filtered by Kind: single.") != nullptr);
  CHECK(find_said(scene, Role::Paragraph, "None of the 6 videos meets the active filter.") != nullptr);
  setup.apply(command::SetView{View::Videos});
  scene = setup.build();
  CHECK(all_of(scene, Role::Table).empty());
  CHECK(find_said(scene, Role::Heading, "Nothing matches") != nullptr);
}

TEST_CASE("a button beside the tabs turns reading on and off, or one that fingers find") {
  for (const bool on : {false, true}) {
    for (const View view : {View::Overview, View::Videos}) {
      SceneSetup setup = reading(shipped_dataset(), view);
      if (!on) setup.apply(command::SetReading{});
      const Scene scene = setup.build();
      const Node* button = find_said(scene, Role::Button, "Read as plain tables");
      REQUIRE(button);
      CHECK((button->checked == Toggle::On) == on);
      CHECK(std::get<command::SetReading>(*button->activate).page.has_value() != on);
    }
  }
  for (const View view : {View::Overview, View::ChartReach, View::Videos}) {
    SceneSetup setup = reading(shipped_dataset(), view, {390, 844});
    const std::string_view back = view == View::Overview ? "Back to the overview" : "Back to the table";
    CHECK(find_said(setup.build(), Role::Button, back) != nullptr);
    setup.apply(command::SetReading{});
    CHECK(find_said(setup.build(), Role::Button, "Read as plain tables") != nullptr);
  }
}

TEST_CASE("the focus goes to the headline when reading begins and a page is turned, and back to the rows") {
  TestApp t;
  t.load(make_large_dataset());
  t.run(command::SetView{View::ChartReach});
  t.host.focused = 0;
  t.app.activated(t.key(Role::Button, "Read as plain tables"), false);
  t.frame();
  const NodeKey first = headline(t.app.scene()).key;
  CHECK(t.host.focused == first);
  CHECK(said(headline(t.app.scene())) == "Chart reach, rows 1 to 50 of 100,000");

  t.host.focused = 0;
  t.host.moves.clear();
  const Node* area = &headline(t.app.scene());
  while (!area->scrolls)
    area = &parent_of(t.app.scene(), *area);
  const NodeKey scroller = area->key;
  t.app.scrolled(scroller, 0, 900);
  t.app.activated(t.key(Role::Button, "Next page"), false);
  t.frame();
  CHECK(t.host.focused == headline(t.app.scene()).key);
  CHECK(said(headline(t.app.scene())) == "Chart reach, rows 51 to 100 of 100,000");
  CHECK(t.host.moves == std::vector<std::pair<NodeKey, float>>{{scroller, 0.0f}});

  t.host.focused = 0;
  t.app.activated(t.key(Role::Button, "Back to the table"), false);
  t.frame();
  const Node* focused = t.app.scene().find(t.host.focused);
  REQUIRE(focused);
  const Node* grid = focused;
  while (grid->role != Role::Grid && grid != &t.app.scene().node(0))
    grid = &parent_of(t.app.scene(), *grid);
  CHECK(grid->role == Role::Grid);
}

TEST_CASE("Escape closes what lies over the reading view before the view itself") {
  TestApp t;
  t.load(make_large_dataset());
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetReading{1});
  t.run(command::SelectRow{{TableId::ChartEntries, 3}, false});
  t.run(command::OpenPopover{PopoverKind::ColumnChooser, TableId::ChartEntries, 0});
  const auto escape = [&] {
    CHECK(t.app.key_pressed(0, AppKey::Escape));
    t.frame();
  };
  escape();
  CHECK(t.app.state().popover.kind == PopoverKind::None);
  CHECK(t.app.state().selected);
  escape();
  CHECK_FALSE(t.app.state().selected);
  CHECK(t.app.state().reading == 1U);
  escape();
  CHECK_FALSE(t.app.state().reading);
  CHECK_FALSE(t.app.key_pressed(0, AppKey::Escape));
}

TEST_CASE("a search while reading goes on reading, from the first page, and leaves the focus where it is") {
  TestApp t;
  t.load(make_large_dataset());
  t.run(command::SetView{View::ChartReach});
  t.run(command::SetReading{5});
  t.host.focused = 0;
  t.type(InputField::Query, "region:KR");
  CHECK(said(headline(t.app.scene())) == "Chart reach, rows 1 to 50 of 50,000");
  CHECK(t.host.focused == 0);
}
