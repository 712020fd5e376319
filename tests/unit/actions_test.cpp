// The table of actions: what is in it when, that each does what it is called after, and how it is found.
#include "view/actions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "dataset_fixture.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct Setup : SceneSetup {
  Setup() {
    dataset = &sample_dataset();
    summaries = false;
  }
  explicit Setup(const std::vector<Command>& commands) : Setup() {
    for (const Command& command : commands)
      apply(command);
  }

  std::vector<Action> options() {
    answers = results();
    if (dataset) {
      const auto table = table_of(state.view);
      if (table && state.marks.any())
        answers.marked = count_marked(state.marks, answers.tables[static_cast<size_t>(*table)].rows);
    }
    SceneInput input{state, dataset, answers, load, environment, scrolls, measurer};
    input.map = map;
    return state.popover.kind == PopoverKind::Palette ? palette_options(input) : actions_now(input);
  }
  std::optional<Action> find(std::string_view id) {
    const auto all = options();
    const auto found = std::ranges::find(all, id, &Action::id);
    return found == all.end() ? std::nullopt : std::optional(*found);
  }
  bool has(std::string_view id) { return find(id).has_value(); }
  // Finds it, and does it.
  void run(std::string_view id) {
    const auto action = find(id);
    CAPTURE(id);
    REQUIRE(action);
    apply(action->command);
  }

  FixedMeasurer measurer;
  Results answers;
};

constexpr RowRef Video1{TableId::Videos, 1};
const command::OpenPopover OpenPalette{PopoverKind::Palette};

// What is left to the app; all others change the state.
bool is_for_app(const Command& command) {
  return std::holds_alternative<command::FocusSearch>(command) ||
         std::holds_alternative<command::FocusColumn>(command) ||
         std::holds_alternative<command::FetchMap>(command) ||
         std::holds_alternative<command::CancelLoad>(command) ||
         std::holds_alternative<command::OpenFile>(command) ||
         std::holds_alternative<command::Retry>(command) ||
         std::holds_alternative<command::Reload>(command) ||
         std::holds_alternative<command::CopyRows>(command) ||
         std::holds_alternative<command::CopyLink>(command);
}

bool same(const AppState& a, const AppState& b) {
  for (size_t table = 0; table < TableCount; ++table) {
    if (a.tables[table].columns != b.tables[table].columns) return false;
  }
  return a.view == b.view && a.query_text == b.query_text && a.selected == b.selected &&
         a.popover.kind == b.popover.kind && a.popover.column == b.popover.column && a.theme == b.theme &&
         a.density == b.density && a.map == b.map && a.time_window == b.time_window &&
         a.maximised == b.maximised && a.video_form == b.video_form && a.reading == b.reading &&
         a.single_keys == b.single_keys && a.marks.any() == b.marks.any() &&
         a.address_notes == b.address_notes;
}

// States that have every kind of action between them.
std::vector<Setup> many_states() {
  std::vector<Setup> states;
  for (size_t view = 0; view < ViewCount; ++view)
    states.emplace_back(std::vector<Command>{command::SetView{static_cast<View>(view)}});
  states.emplace_back(std::vector<Command>{command::SetQueryText{"closer kind:single sort:title-desc"},
                                           command::SelectRow{Video1}, command::SetView{View::Releases}});
  states.emplace_back(std::vector<Command>{command::MaximisePanel{Panel::Where}, command::SetMap{3, 1, 1},
                                           command::SetMapMeasure{MapMeasure::Rows},
                                           command::SetTheme{ThemeChoice::Dark}});
  states.emplace_back(std::vector<Command>{command::SetTimeWindow{TimeWindow{19000, 19100}},
                                           command::SetTheme{ThemeChoice::Light}});
  states.emplace_back(
      std::vector<Command>{command::SetView{View::Videos}, command::SetVideoForm{VideoForm::Cards},
                           command::SetDensity{Density::Compact}, command::SetSingleKeys{false},
                           command::ShowColumn{TableId::Videos, video_column::Kind, false},
                           command::PointAt{Subject{Video1, {}, {}}}, OpenPalette});
  states.emplace_back(std::vector<Command>{command::SetView{View::ChartReach}, command::SetReading{0}});
  states.emplace_back(std::vector<Command>{command::SetQueryText{"nothing is called so"}});
  for (const LoadPhase phase : {LoadPhase::Loading, LoadPhase::Failed, LoadPhase::Stopped}) {
    states.emplace_back();
    states.back().load.phase = phase;
    states.back().load.in_pieces = true;
    states.back().load.again = phase == LoadPhase::Failed ? LoadAgain::Start : LoadAgain::Continue;
  }
  states.emplace_back();
  states.back().load.warning_count = 3;
  states.back().map.failed = true;
  states.emplace_back();
  states.back().dataset = nullptr;
  return states;
}

std::vector<std::string> names(const std::vector<Action>& actions, size_t most) {
  std::vector<std::string> all;
  for (const Action& action : actions) {
    if (all.size() < most) all.push_back(action.name);
  }
  return all;
}

}  // namespace

TEST_CASE("every action changes what it says, whatever stands, and none is there twice") {
  size_t seen = 0;
  for (Setup& setup : many_states()) {
    std::set<std::string> ids, called;
    std::set<std::string_view> keys;
    for (const Action& action : setup.options()) {
      CAPTURE(action.id);
      ++seen;
      CHECK(!action.name.empty());
      CHECK(!action.about.empty());
      CHECK(ids.insert(action.id).second);
      CHECK(called.insert(action.name).second);
      if (!action.keys.empty()) CHECK(keys.insert(action.keys).second);
      const AppState after = apply(setup.state, action.command, setup.dataset);
      CHECK(same(after, setup.state) == is_for_app(action.command));
    }
  }
  CHECK(seen > 300);
}

TEST_CASE("what an action says is what it does") {
  Setup t({command::SetView{View::Videos}});
  t.run("sort-down-date");
  CHECK(t.state.query_text == "sort:date-desc");
  t.run("sort-up-title");
  CHECK(t.state.query_text == "sort:title");
  t.run("remove-sort0");
  CHECK(t.state.query_text.empty());
  t.run("filter-kind");
  CHECK(t.state.popover.kind == PopoverKind::ColumnFilter);
  CHECK(t.state.popover.column == video_column::Kind);
  t.run("columns");
  CHECK(t.state.popover.kind == PopoverKind::ColumnChooser);
  CHECK(t.state.popover.table == TableId::Videos);
  t.run("compact");
  CHECK(t.state.density == Density::Compact);
  CHECK(t.find("compact")->state == "on");
  t.run("compact");
  CHECK(t.state.density == Density::Comfortable);
  t.run("form");
  CHECK(t.state.video_form == VideoForm::Cards);
  t.run("view2");
  CHECK(t.state.view == View::Releases);
  t.run("theme2");
  CHECK(t.state.theme == ThemeChoice::Dark);
  t.run("view0");
  t.run("measure2");
  CHECK(t.state.map.measure == MapMeasure::Rows);
  t.run("enlarge1");
  CHECK(t.state.maximised == Panel::Videos);
  t.run("restore");
  CHECK(!t.state.maximised);
  t.apply(command::SetMap{4, 10, 10});
  t.run("whole-map");
  CHECK(t.state.map.zoom == 1);
  t.run("reading");
  CHECK(t.state.reading == 0U);
  t.run("reading");
  CHECK(!t.state.reading);
  t.apply(command::SetQueryText{"closer kind:single sort:title"});
  t.run("remove-term0");
  CHECK(t.state.query_text == "kind:single sort:title");
  t.run("clear-filters");
  CHECK(t.state.query_text == "sort:title");
  t.run("clear-search");
  CHECK(t.state.query_text.empty());
  t.run("single-keys");
  CHECK(!t.state.single_keys);
  t.run("shortcuts");
  CHECK(t.state.popover.kind == PopoverKind::Shortcuts);
  t.run("palette");
  CHECK(t.state.popover.kind == PopoverKind::Palette);
}

TEST_CASE("all rows are marked, and the marks dropped") {
  Setup t({command::SetView{View::Videos}});
  CHECK(!t.has("copy-marked"));
  CHECK(!t.has("drop-marks"));
  t.run("mark-all");
  CHECK(t.state.marks.rows.count() == sample_dataset().table(TableId::Videos).row_count);
  CHECK(!t.has("mark-all"));
  CHECK(t.has("copy-marked"));
  t.run("drop-marks");
  CHECK(!t.state.marks.any());
}

TEST_CASE("nothing is offered that does not apply") {
  struct Case {
    std::vector<Command> before;
    std::vector<std::string_view> there, not_there;
  };
  const Case cases[] = {
      {{},
       {"view1", "search", "enlarge0", "measure1", "theme1", "shortcuts"},
       {"view0",        "measure0",     "columns",  "compact",      "clear-search",  "clear-filters",
        "whole-map",    "whole-time",   "restore",  "theme0",       "close-details", "open-details",
        "cancel",       "continue",     "reload",   "warnings",     "map",           "sort-up-title",
        "filter-title", "column-title", "mark-all", "dismiss-notes"}},
      {{command::SetView{View::Videos}},
       {"view0", "columns", "compact", "form", "sort-up-title", "sort-down-title", "filter-title",
        "column-title", "mark-all"},
       {"view4", "reset-columns", "enlarge0", "measure1", "column-thumbnail"}},
      {{command::SetView{View::Articles}}, {"columns"}, {"form"}},
      {{command::SetView{View::Videos}, command::ShowColumn{TableId::Videos, video_column::Kind, false}},
       {"reset-columns", "filter-kind", "sort-up-kind"},
       {"column-kind"}},
      {{command::SetView{View::Videos}, command::SetQueryText{"sort:title"}},
       {"sort-down-title", "remove-sort0", "clear-search"},
       {"sort-up-title", "clear-filters"}},
      {{command::SetView{View::Videos}, command::SetQueryText{"nothing is called so"}},
       {"clear-filters", "filter-title", "remove-term3"},
       {"column-title", "mark-all"}},
      {{command::SetQueryText{"nothing is called so"}}, {"clear-search"}, {"enlarge0", "measure1"}},
      {{command::MaximisePanel{Panel::Videos}, command::SetMap{2, 0, 0}},
       {"restore", "view0", "enlarge0"},
       {"enlarge1", "measure1", "whole-map"}},
      {{command::SelectRow{Video1}}, {"close-details"}, {"open-details"}},
      {{command::PointAt{Subject{Video1, {}, {}}}, OpenPalette},
       {"open-details"},
       {"close-details", "palette"}},
      {{command::PointAt{Subject{Video1, {}, {}}}, command::SelectRow{Video1}, OpenPalette},
       {"close-details"},
       {"open-details"}},
      {{command::OpenPopover{PopoverKind::Shortcuts}}, {"palette"}, {"shortcuts"}},
      {{command::SetView{View::ChartReach}, command::SetReading{0}},
       {"filter-region", "sort-up-region", "columns"},
       {"column-region", "mark-all"}},
      {{command::SetReading{0}}, {"reading"}, {"enlarge0", "measure1"}},
  };
  for (const Case& each : cases) {
    Setup t(each.before);
    CAPTURE(&each - cases);
    for (const std::string_view id : each.there) {
      CAPTURE(id);
      CHECK(t.has(id));
    }
    for (const std::string_view id : each.not_there) {
      CAPTURE(id);
      CHECK(!t.has(id));
    }
  }
}

TEST_CASE("loading is cancelled, continued and begun again where it can be") {
  Setup t;
  const auto offered = [&](LoadPhase phase, bool in_pieces, LoadAgain again) {
    t.load.phase = phase;
    t.load.in_pieces = in_pieces;
    t.load.again = again;
    std::string all;
    for (const std::string_view id : {"cancel", "continue", "reload"}) {
      if (t.has(id)) all.append(all.empty() ? "" : " ").append(id);
    }
    return all;
  };
  CHECK(offered(LoadPhase::Ready, true, LoadAgain::Start) == "");
  CHECK(offered(LoadPhase::Loading, true, LoadAgain::Start) == "cancel");
  CHECK(offered(LoadPhase::Loading, false, LoadAgain::Start) == "");
  CHECK(offered(LoadPhase::Failed, true, LoadAgain::Start) == "reload");
  CHECK(offered(LoadPhase::Failed, true, LoadAgain::Continue) == "continue");
  CHECK(offered(LoadPhase::Failed, true, LoadAgain::Never) == "");
  CHECK(offered(LoadPhase::Stopped, true, LoadAgain::Continue) == "continue reload");
}

TEST_CASE("where fingers press or colours are forced, what makes no difference is not offered") {
  Setup t({command::SetView{View::Videos}});
  t.environment.coarse_pointer = true;
  CHECK(!t.has("compact"));
  t.environment.coarse_pointer = false;
  t.environment.width_px = 390;
  CHECK(!t.has("compact"));
  CHECK(t.has("theme2"));
  t.environment.contrast = Contrast::Forced;
  CHECK(!t.has("theme1"));
  CHECK(!t.has("theme2"));
}

TEST_CASE("the key for colours is on the scheme that the button chooses") {
  struct Case {
    ThemeChoice now;
    Scheme scheme;
    std::string_view wanted;
  };
  constexpr Case Cases[] = {{ThemeChoice::System, Scheme::Light, "theme2"},
                            {ThemeChoice::System, Scheme::Dark, "theme1"},
                            {ThemeChoice::Dark, Scheme::Dark, "theme1"},
                            {ThemeChoice::Light, Scheme::Light, "theme0"}};
  for (const Case& each : Cases) {
    Setup t({command::SetTheme{each.now}});
    t.environment.scheme = each.scheme;
    const auto all = t.options();
    const auto found = std::ranges::find(all, keys_of("theme"), &Action::keys);
    REQUIRE(found != all.end());
    CHECK(found->id == each.wanted);
  }
}

TEST_CASE("keys are few, each leads to one action, and none is a browser's") {
  std::set<std::string_view> keys;
  for (const ActionKeys& each : action_keys()) {
    CAPTURE(each.keys);
    CHECK(keys.insert(each.keys).second);
    CHECK(!each.name.empty());
    CHECK((is_single_key(each.keys) || each.keys == "Mod+k"));
    // Every one of them does something somewhere.
    bool found = false;
    for (Setup& setup : many_states()) {
      const auto all = setup.options();
      found = found || std::ranges::find(all, each.keys, &Action::keys) != all.end();
    }
    CHECK(found);
  }
  CHECK(keys.size() <= 16);
  CHECK(keys_of("sort-up-title").empty());
  CHECK(keys_of("nothing").empty());
}

TEST_CASE("keys are written as the reader's keyboard has them, and as assistive technology reads them") {
  struct Case {
    std::string_view keys, shown, shown_on_apple, told, told_on_apple;
  };
  constexpr Case Cases[] = {{"Mod+k", "Ctrl+K", "\u2318K", "Control+K", "Meta+K"},
                            {"?", "?", "?", "?", "?"},
                            {"c", "C", "C", "C", "C"},
                            {"5", "5", "5", "5", "5"}};
  for (const Case& each : Cases) {
    CHECK(key_text(each.keys, false) == each.shown);
    CHECK(key_text(each.keys, true) == each.shown_on_apple);
    CHECK(aria_keys(each.keys, false) == each.told);
    CHECK(aria_keys(each.keys, true) == each.told_on_apple);
  }
  CHECK(key_caps("Shift+F10", false) == std::vector<std::string>{"Shift", "F10"});
  CHECK(key_caps("Up", false) == std::vector<std::string>{"\u2191"});
  CHECK(key_caps("Plus", false) == std::vector<std::string>{"+"});
}

TEST_CASE("words find in any order: starts of names before starts of words before what is inside") {
  struct Case {
    std::string_view name, about, typed;
    std::optional<int> rank;
  };
  constexpr Case Cases[] = {
      {"Sort by Title", "Table", "", 0},       {"Sort by Title", "Table", "sort", 0},
      {"Sort by Title", "Table", "title", 1},  {"Sort by Title", "Table", "itl", 2},
      {"Sort by Title", "Table", "table", 3},  {"Sort by Title", "The table", "table", 4},
      {"Sort by Title", "Table", "abl", 5},    {"Sort by Title", "Table", "title sort", 1},
      {"Sort by Title", "Table", "so ti", 1},  {"Sort by Title", "Table", "SORT  Ti", 1},
      {"Sort by Title", "Table", "zebra", {}}, {"Sort by Title", "Table", "sort zebra", {}},
      {"Op\u00e9ra", "Table", "opera", 0},     {"\ud55c\uad6d\uc5b4", "Table", "\ud55c\uad6d", 0},
      {"Clear (all)", "Search", "all", 1},     {"Sort by Title", "Table", "   ", 0}};
  for (const Case& each : Cases) {
    CAPTURE(each.typed);
    CHECK(match_rank(each.name, each.about, each.typed) == each.rank);
  }
}

TEST_CASE("the palette lists every action; what is typed is found best first, and can be searched for") {
  Setup t({command::SetView{View::Videos}});
  const auto all = names(t.options(), SIZE_MAX);
  t.apply(OpenPalette);
  auto open = all;
  std::erase(open, "Commands");
  CHECK(names(t.options(), SIZE_MAX) == open);
  struct Case {
    std::string_view typed;
    std::vector<std::string> first;
    size_t count;
  };
  const Case cases[] = {
      {"dark", {"Colours: dark", "Search for \u201cdark\u201d"}, 2},
      {"theme", {"Colours: light", "Colours: dark", "Search for \u201ctheme\u201d"}, 3},
      {"date desc", {"Sort by Date, descending"}, 2},
      {"kind filter", {"Filter Kind"}, 2},
      {"go vid", {}, 1},
      {"go over", {"Go to Overview"}, 2},
      {"zebra", {"Search for \u201czebra\u201d"}, 1},
  };
  for (const Case& each : cases) {
    CAPTURE(each.typed);
    t.apply(command::SetPaletteText{std::string(each.typed)});
    CHECK(names(t.options(), each.first.size()) == each.first);
    CHECK(t.options().size() == each.count);
    CHECK(t.options().back().id == SearchForTyped);
    AppState after = apply(t.state, t.options().back().command, t.dataset);
    CHECK(after.query_text == each.typed);
  }
  t.apply(command::SetPaletteText{"  "});
  CHECK(names(t.options(), SIZE_MAX) == open);
}

TEST_CASE("the palette's text, its choice and its row belong to it alone") {
  Setup t;
  t.apply(command::SetPaletteText{"x"});
  t.apply(command::MoveChoice{3});
  CHECK(t.state.popover.typed.empty());
  CHECK(t.state.popover.chosen == 0);
  t.apply(command::PointAt{Subject{Video1, {}, {}}});
  t.apply(OpenPalette);
  CHECK(t.state.popover.row == Video1);
  t.apply(command::MoveChoice{3});
  CHECK(t.state.popover.chosen == 3);
  t.apply(command::SetPaletteText{"x"});
  CHECK(t.state.popover.chosen == 0);
  t.apply(command::RunChoice{});
  CHECK(t.state.popover.kind == PopoverKind::None);
  t.apply(command::OpenPopover{PopoverKind::Shortcuts});
  CHECK(!t.state.popover.row);
}
