// Commands: what each does to the state. See command_sequence_test.cpp for what none may break.
#include "state/command.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "dataset_fixture.h"

using namespace explorer;

namespace {

AppState after(const std::vector<Command>& commands, const Dataset* dataset = &test::sample_dataset()) {
  AppState state = initial_state();
  for (const Command& command : commands)
    state = apply(std::move(state), command, dataset);
  return state;
}

std::string text_after(const std::vector<Command>& commands) {
  return after(commands).query_text;
}

const std::vector<ColumnLayout>& columns(const AppState& state, TableId table) {
  return state.tables[static_cast<size_t>(table)].columns;
}

// "chart region (note)": names in display order, hidden ones in brackets.
std::string layout(const AppState& state, TableId table) {
  std::string out;
  for (const ColumnLayout& column : columns(state, table)) {
    const std::string name(column_specs(table)[column.column].name);
    if (!out.empty()) out += ' ';
    out += column.hidden ? "(" + name + ")" : name;
  }
  return out;
}

bool same(const AppState& a, const AppState& b) {
  bool tables = true;
  for (TableId table : AllTables)
    tables = tables && columns(a, table) == columns(b, table);
  const bool errors = a.query_error.has_value() == b.query_error.has_value() &&
                      (!a.query_error || a.query_error->message == b.query_error->message);
  const bool popovers = a.popover.kind == b.popover.kind && a.popover.table == b.popover.table &&
                        a.popover.column == b.popover.column &&
                        a.popover.facet_search == b.popover.facet_search;
  return tables && errors && popovers && a.view == b.view && a.query_text == b.query_text &&
         a.query == b.query && a.selected == b.selected && a.theme == b.theme && a.maximised == b.maximised &&
         a.video_form == b.video_form;
}

constexpr RowRef Video0 = {TableId::Videos, 0};
constexpr RowRef Release1 = {TableId::Releases, 1};

}  // namespace

TEST_CASE("a reader starts with the columns that matter") {
  const AppState state = initial_state();
  CHECK(state.view == View::Overview);
  CHECK(layout(state, TableId::Articles) == "title tag date author facts (summary) (url)");
  CHECK(layout(state, TableId::Releases) == "title artist kind label date parts source (note)");
  CHECK(layout(state, TableId::ChartEntries) ==
        "chart region position title date source provider (regions) (note)");
  CHECK(layout(state, TableId::Videos) ==
        "title kind publisher date duration people track rank source (series) (artist) (url) (thumbnail) "
        "(note)");
  CHECK(layout(state, TableId::Events) == "title kind date people place source (note)");
}

TEST_CASE("views and tables lead to each other") {
  for (TableId table : AllTables) {
    if (table != TableId::Events) CHECK(table_of(view_of(table)) == table);
  }
  CHECK(view_of(TableId::Events) == View::Overview);
  CHECK(!table_of(View::Overview));
}

TEST_CASE("a change of view keeps the query and closes what is open") {
  const AppState state = after({command::SetQueryText{"jimin"}, command::OpenPopover{PopoverKind::Warnings},
                                command::SetView{View::Videos}});
  CHECK(state.view == View::Videos);
  CHECK(state.query_text == "jimin");
  CHECK(state.query.terms.size() == 1);
  CHECK(state.popover.kind == PopoverKind::None);
}

TEST_CASE("a selected row stays selected in every view, until its details are closed") {
  const command::SelectRow select{Video0};
  CHECK(after({select, command::SetView{View::Videos}}).selected == Video0);
  CHECK(after({select, command::SetView{View::Overview}}).selected == Video0);
  CHECK(after({select, command::SetView{View::Articles}}).selected == Video0);
  CHECK(!after({select, command::CloseDetail{}}).selected);
}

TEST_CASE("selecting a row may lead to its view") {
  CHECK(after({command::SelectRow{Release1}}).view == View::Overview);
  CHECK(after({command::SelectRow{Release1, true}}).view == View::Releases);
  const AppState event =
      after({command::SetView{View::Videos}, command::SelectRow{{TableId::Events, 0}, true}});
  CHECK(event.view == View::Overview);
  CHECK(event.selected == RowRef{TableId::Events, 0});
}

TEST_CASE("a query that cannot be read keeps the last good one") {
  const AppState state =
      after({command::SetQueryText{"kind:single"}, command::SetQueryText{"kind:single \"open"}});
  CHECK(state.query_text == "kind:single \"open");
  REQUIRE(state.query_error);
  CHECK(state.query_error->begin == 12);
  CHECK(state.query == parse_query("kind:single").query);
  const AppState mended = apply(state, command::SetQueryText{"kind:album"}, nullptr);
  CHECK(!mended.query_error);
  CHECK(mended.query == parse_query("kind:album").query);
}

TEST_CASE("an edit starts from the last good query and clears the error") {
  const AppState state = after({command::SetQueryText{"jimin"}, command::SetQueryText{"jimin \"op"},
                                command::ToggleValue{"kind", "single"}});
  CHECK(state.query_text == "jimin kind=single");
  CHECK(!state.query_error);
  CHECK(text_after({command::SetQueryText{"\"op"}, command::ClearTerms{}}) == "");
}

TEST_CASE("edits are written into the query text") {
  using namespace command;
  CHECK(text_after({ToggleValue{"kind", "single"}, ToggleValue{"kind", "album"}}) == "kind=single,album");
  CHECK(text_after({ToggleValue{"kind", "single"}, ToggleValue{"kind", "single"}}) == "");
  CHECK(text_after({SetContains{"title", "closer than"}}) == "title:\"closer than\"");
  CHECK(text_after({SetContains{"title", "a"}, SetContains{"title", ""}}) == "");
  CHECK(text_after({SetRange{"position", "1", "10"}}) == "position:1..10");
  CHECK(text_after({SetRange{"date", "2023-12", ""}}) == "date:2023-12..");
  CHECK(text_after({SetQueryText{"a b kind:single"}, RemoveTerm{1}}) == "a kind:single");
  CHECK(text_after({SetQueryText{"a kind:single -kind:album sort:date"}, ClearColumn{"kind"}}) ==
        "a sort:date");
  CHECK(text_after({SetQueryText{"a kind:single sort:date"}, ClearTerms{}}) == "sort:date");
  CHECK(text_after({CycleSort{"date"}}) == "sort:date");
  CHECK(text_after({CycleSort{"date"}, CycleSort{"date"}}) == "sort:date-desc");
  CHECK(text_after({CycleSort{"date"}, CycleSort{"date"}, CycleSort{"date"}}) == "");
  CHECK(text_after({CycleSort{"date"}, CycleSort{"title", true}}) == "sort:date,title");
  CHECK(text_after({CycleSort{"date"}, CycleSort{"title"}}) == "sort:title");
}

TEST_CASE("a range that is not finished is an error like any other, and the last results stay") {
  const AppState state =
      after({command::SetRange{"date", "2023", ""}, command::SetRange{"date", "2023-", ""}});
  CHECK(state.query_error);
  CHECK(state.query == parse_query("date:2023..").query);
}

TEST_CASE("columns are resized within bounds") {
  const auto width = [](float px) {
    return columns(after({command::ResizeColumn{TableId::Videos, 0, px}}), TableId::Videos)[0].width_px;
  };
  CHECK(width(200) == 200);
  CHECK(width(1) == MinColumnWidth);
  CHECK(width(-5) == MinColumnWidth);
  CHECK(width(1e9f) == MaxColumnWidth);
  CHECK(width(std::numeric_limits<float>::infinity()) == MaxColumnWidth);
  CHECK(width(std::nanf("")) == 0);
}

TEST_CASE("columns move within the display order") {
  using namespace command;
  const auto moved = [](std::string_view name, size_t before) {
    const size_t column = *find_column(TableId::Events, name);
    return layout(after({MoveColumn{TableId::Events, column, before}}), TableId::Events);
  };
  CHECK(moved("date", 0) == "date title kind people place source (note)");
  CHECK(moved("title", 2) == "kind title date people place source (note)");
  CHECK(moved("title", 7) == "kind date people place source (note) title");
  CHECK(moved("title", 0) == "title kind date people place source (note)");
  CHECK(moved("title", 1) == "title kind date people place source (note)");
  CHECK(moved("title", 8) == "title kind date people place source (note)");
}

TEST_CASE("columns are shown, hidden and reset, but one always stays") {
  using namespace command;
  const TableId table = TableId::Events;
  std::vector<Command> hide_all;
  for (size_t column = 0; column < column_specs(table).size(); ++column) {
    hide_all.push_back(ShowColumn{table, column, false});
  }
  CHECK(layout(after(hide_all), table) == "(title) (kind) (date) (people) (place) source (note)");
  CHECK(layout(after({ShowColumn{table, event_column::Note, true}}), table) ==
        "title kind date people place source note");
  hide_all.push_back(ResetColumns{table});
  CHECK(layout(after(hide_all), table) == layout(initial_state(), table));
}

TEST_CASE("one popover is open at a time, and typing narrows only a list of values") {
  using namespace command;
  const OpenPopover filter{PopoverKind::ColumnFilter, TableId::Videos, video_column::Kind};
  const AppState open = after({filter, SetFacetSearch{"da"}});
  CHECK(open.popover.kind == PopoverKind::ColumnFilter);
  CHECK(open.popover.table == TableId::Videos);
  CHECK(open.popover.column == video_column::Kind);
  CHECK(open.popover.facet_search == "da");
  CHECK(after({filter, SetFacetSearch{"da"}, filter}).popover.facet_search.empty());
  CHECK(after({filter, OpenPopover{PopoverKind::Warnings}}).popover.kind == PopoverKind::Warnings);
  CHECK(after({filter, ClosePopover{}}).popover.kind == PopoverKind::None);
  CHECK(after({filter, OpenPopover{PopoverKind::None}}).popover.kind == PopoverKind::None);
  CHECK(after({SetFacetSearch{"da"}}).popover.facet_search.empty());
}

TEST_CASE("a view may come with the query that shows what was asked for there") {
  const AppState state =
      after({command::SetQueryText{"jimin"}, command::SetView{View::ChartReach, "position=1"}});
  CHECK(state.view == View::ChartReach);
  CHECK(state.query_text == "position=1");
  CHECK(state.query == parse_query("position=1").query);
}

TEST_CASE("a panel keeps the whole page until it is given back or the overview is chosen again") {
  using namespace command;
  CHECK(after({MaximisePanel{Panel::Latest}}).maximised == Panel::Latest);
  CHECK(!after({MaximisePanel{Panel::When}, MaximisePanel{}}).maximised);
  CHECK(after({MaximisePanel{Panel::When}, SetView{View::Videos}}).maximised == Panel::When);
  CHECK(after({MaximisePanel{Panel::When}, SetView{View::Videos}, SetView{View::Overview}}).maximised ==
        Panel::When);
  CHECK(!after({MaximisePanel{Panel::When}, SetView{View::Overview}}).maximised);
}

TEST_CASE("videos are shown as the reader chose") {
  CHECK(initial_state().video_form == VideoForm::Table);
  CHECK(after({command::SetVideoForm{VideoForm::Cards}}).video_form == VideoForm::Cards);
}

TEST_CASE("the theme is the reader's choice") {
  CHECK(after({command::SetTheme{ThemeChoice::Dark}}).theme == ThemeChoice::Dark);
}

TEST_CASE("what does not exist changes nothing") {
  using namespace command;
  const auto no_table = static_cast<TableId>(9);
  const Command nonsense[] = {
      SetView{static_cast<View>(9)},
      ToggleValue{"nonsense", "a"},
      ToggleValue{"kind", ""},
      SetContains{"nonsense", "a"},
      SetContains{"", "a"},
      SetRange{"nonsense", "1", "2"},
      RemoveTerm{1},
      RemoveTerm{static_cast<size_t>(-1)},
      ClearColumn{"nonsense"},
      ClearColumn{"kind"},
      CycleSort{"nonsense"},
      SelectRow{{TableId::Videos, 100000}, true},
      SelectRow{{no_table, 0}},
      ResizeColumn{TableId::Videos, 99, 100},
      ResizeColumn{no_table, 0, 100},
      MoveColumn{TableId::Videos, 99, 0},
      MoveColumn{TableId::Videos, 0, 99},
      MoveColumn{no_table, 0, 0},
      ShowColumn{TableId::Videos, 99, false},
      ShowColumn{no_table, 0, false},
      ResetColumns{no_table},
      OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, 99},
      OpenPopover{PopoverKind::ColumnFilter, no_table, 0},
      OpenPopover{PopoverKind::ColumnChooser, no_table, 0},
      OpenPopover{PopoverKind::Download, no_table, 0},
      SetDownload{{static_cast<exports::Format>(99)}},
      OpenPopover{static_cast<PopoverKind>(99)},
      SetTheme{static_cast<ThemeChoice>(9)},
      SetVideoForm{static_cast<VideoForm>(9)},
      MaximisePanel{static_cast<Panel>(9)},
      Retry{},
  };
  const AppState before =
      after({SetQueryText{" Title:x  sort:date"}, SelectRow{Video0},
             OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, video_column::Kind}});
  for (const Command& command : nonsense) {
    CAPTURE(command.index());
    CHECK(same(apply(before, command, &test::sample_dataset()), before));
  }
  CHECK(same(apply(before, SelectRow{Release1, true}, nullptr), before));
}
