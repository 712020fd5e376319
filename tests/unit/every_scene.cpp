// See every_scene.h.
#include "every_scene.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "dataset_fixture.h"
#include "map_fixture.h"
#include "scene_fixture.h"

namespace explorer::test {
namespace {

struct Case {
  std::string name;
  std::vector<Command> commands;
};

// Every view, every popover, selections, a filter, an empty result and a query that cannot be read.
std::vector<Case> cases() {
  using namespace command;
  std::vector<Case> all;
  for (size_t view = 0; view < ViewCount; ++view) {
    all.push_back({"view " + std::to_string(view), {SetView{static_cast<View>(view)}}});
    all.push_back(
        {"reading view " + std::to_string(view), {SetView{static_cast<View>(view)}, SetReading{0}}});
  }
  for (const TableId table : {TableId::Articles, TableId::Releases, TableId::ChartEntries, TableId::Videos}) {
    const std::string number = std::to_string(static_cast<int>(table));
    all.push_back({"selected in table " + number, {SelectRow{{table, 0}, true}}});
    all.push_back({"columns of table " + number,
                   {SetView{view_of(table)}, OpenPopover{PopoverKind::ColumnChooser, table, 0}}});
    for (size_t column = 0; column < column_specs(table).size(); ++column) {
      all.push_back({"filter " + number + "." + std::to_string(column),
                     {SetView{view_of(table)}, OpenPopover{PopoverKind::ColumnFilter, table, column}}});
    }
  }
  all.push_back({"cards", {SetView{View::Videos}, SetVideoForm{VideoForm::Cards}}});
  const RowList two(std::make_shared<const std::vector<RowIndex>>(std::vector<RowIndex>{0, 1}));
  for (const VideoForm form : {VideoForm::Table, VideoForm::Cards}) {
    all.push_back({"marks",
                   {SetView{View::Videos}, SetVideoForm{form}, MarkRows{TableId::Videos, two, MarkHow::Only},
                    MoveCursor{TableId::Videos, {3, 2}}}});
  }
  for (size_t column = 0; column < column_specs(TableId::Videos).size(); ++column) {
    all.push_back({"menu of a row, column " + std::to_string(column),
                   {SetView{View::Videos}, MarkRows{TableId::Videos, two, MarkHow::Only},
                    OpenRowMenu{{TableId::Videos, 1}, column, std::pair(100.0f, 250.0f)}}});
  }
  for (const Panel panel : {Panel::Where, Panel::Videos, Panel::When, Panel::Articles, Panel::Latest}) {
    all.push_back({"panel " + std::to_string(static_cast<int>(panel)), {MaximisePanel{panel}}});
  }
  all.push_back(
      {"timeline",
       {MaximisePanel{Panel::When}, SetQueryText{"date:2023"}, SetTimeWindow{TimeWindow{19000, 19900}}}});
  all.push_back(
      {"reading beside details",
       {SelectRow{{TableId::Videos, 1}, true}, SetQueryText{"sort:date-desc,title"}, SetReading{0}}});
  all.push_back({"event", {SelectRow{{TableId::Events, 0}, false}}});
  all.push_back({"warnings", {OpenPopover{PopoverKind::Warnings, TableId::Articles, 0}}});
  for (const TableId table : AllTables)
    all.push_back({"download", {SetView{view_of(table)}, OpenPopover{PopoverKind::Download, table, 0}}});
  all.push_back({"palette", {SetView{View::Videos}, OpenPopover{PopoverKind::Palette}, MoveChoice{20}}});
  all.push_back(
      {"palette that finds nothing",
       {OpenPopover{PopoverKind::Palette}, SetPaletteText{"a long text that is called so nowhere"}}});
  all.push_back({"shortcuts", {OpenPopover{PopoverKind::Shortcuts}}});
  all.push_back({"filtered",
                 {SetView{View::ChartReach},
                  SetQueryText{"region:KR -chart:top position<=10 \"a phrase that is rather long\" "
                               "sort:date-desc,title"}}});
  all.push_back({"no match", {SetView{View::Releases}, SetQueryText{"zzzz kind:single"}}});
  all.push_back({"unreadable", {SetQueryText{"date:foo"}}});
  return all;
}

std::vector<SceneSetup> setups() {
  std::vector<SceneSetup> all(5);
  all[1].dataset = &empty_dataset();
  all[2].dataset = &sample_dataset();
  all[3].dataset = all[4].dataset = &shipped_dataset();
  all[4].map.map = small_map();
  all[4].state.map.zoom = 2;
  all[4].state.pointed = Subject{std::nullopt, "FR", {}};
  LoadWarning& warning = all[2].load.warnings.emplace_back();
  warning.kind = LoadWarningKind::SkippedArticle;
  warning.place = {12, 5, "$.items[1]"};
  warning.message = "id is missing";
  all[2].load.warning_count = 3;
  all[2].load.skipped_articles = 1;
  return all;
}

}  // namespace

void for_each_scene(const std::function<void(const Scene&)>& check) {
  const std::vector<Case> each = cases();
  for (SceneSetup& base : setups()) {
    for (const Case& one : each) {
      for (const Size size : Sizes) {
        SceneSetup setup = base;
        setup.environment = {size.w, size.h, Scheme::Light, size.w < 500};
        for (const Command& command : one.commands)
          setup.apply(command);
        CAPTURE(one.name);
        CAPTURE(size.w);
        check(setup.build());
      }
    }
  }
}

}  // namespace explorer::test
