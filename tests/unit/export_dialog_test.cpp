// The dialog that takes rows along as a file: which rows, what can be chosen, how far it is, how it went.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "scene_fixture.h"
#include "view/build_table.h"
#include "view/export_dialog.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

using exports::Format;

SceneSetup downloading(const Dataset& dataset, TableId table = TableId::ChartEntries) {
  SceneSetup setup;
  setup.dataset = &dataset;
  setup.apply(command::SetView{view_of(table)});
  setup.apply(command::OpenPopover{PopoverKind::Download, table, 0});
  return setup;
}

SceneSetup with_format(SceneSetup setup, Format format) {
  exports::Options options = setup.state.download;
  options.format = format;
  setup.apply(command::SetDownload{options});
  return setup;
}

// The names of the radio buttons in a group, the chosen one in brackets.
std::vector<std::string> radios(const Scene& scene, std::string_view group) {
  std::vector<std::string> names;
  for (const Node& node : scene.nodes()) {
    if (node.role != Role::Radio || name_of(scene.node(node.parent)) != group) continue;
    const std::string name(name_of(node));
    names.push_back(node.checked == Toggle::On ? "[" + name + "]" : name);
  }
  return names;
}

// A node of the dialog by the names of it and of the part that it stands in; null without one.
const Node* part(const Scene& scene, std::string_view where, std::string_view name) {
  const Node* dialog = find_node(scene, Role::Dialog, ui::DownloadData);
  REQUIRE(dialog != nullptr);
  return scene.find(Scene::child_key(Scene::child_key(dialog->key, where), name));
}

std::string rows_of(const Scene& scene) {
  const Node* count = part(scene, "choices", "count");
  return count == nullptr ? "(none)" : std::string(name_of(*count));
}

// What the live region says, in one line.
std::string outcome(const Scene& scene) {
  const Node* region = part(scene, "footer", "outcome");
  REQUIRE(region != nullptr);
  CHECK(region->role == Role::Status);
  const Node* words = scene.find(Scene::child_key(region->key, "words"));
  std::string said = words == nullptr ? "" : std::string(name_of(*words));
  std::ranges::replace(said, '\n', ' ');
  return said;
}

const Node* download_button(const Scene& scene) {
  const Node* button = part(scene, "footer", "download");
  REQUIRE(button != nullptr);
  return button;
}

ExportStatus running(uint64_t done) {
  ExportStatus status;
  status.running = status.begun = true;
  status.table = TableId::ChartEntries;
  status.done = done;
  status.total = 100'000;
  status.bytes = 3'400'000;
  status.file_name = "many-charts.csv";
  return status;
}

}  // namespace

TEST_CASE("the dialog says which rows it is about, and lets others be chosen") {
  SceneSetup setup = downloading(large_dataset());
  CHECK(rows_of(setup.build()) == "100,000 chart entries");
  setup.apply(command::SetQueryText{"region:KR"});
  CHECK(rows_of(setup.build()) == "50,000 of 100,000 chart entries");
  // Tables without rows are not offered.
  CHECK(radios(setup.build(), ui::DownloadTable) == std::vector<std::string>{"Releases", "[Chart reach]"});
  const Scene scene = setup.build();
  setup.apply(*find_node(scene, Role::Radio, "Releases")->activate);
  CHECK(radios(setup.build(), ui::DownloadTable) == std::vector<std::string>{"[Releases]", "Chart reach"});
  CHECK(setup.state.popover.kind == PopoverKind::Download);
}

TEST_CASE("a format is one of six radio buttons, which are one stop of the Tab key") {
  SceneSetup setup = downloading(sample_dataset());
  const Scene scene = setup.build();
  const std::vector<std::string> names = radios(scene, ui::DownloadFormat);
  REQUIRE(names.size() == exports::FormatCount);
  CHECK(names[0] == "[CSV: For spreadsheets and statistics]");
  size_t stops = 0;
  for (const Node& node : scene.nodes()) {
    if (node.role != Role::Radio || name_of(scene.node(node.parent)) != std::string_view(ui::DownloadFormat))
      continue;
    stops += node.tab_stop ? 1 : 0;
    CHECK(node.tab_stop == (node.checked == Toggle::On));
    CHECK(node.by_keys != node.tab_stop);
    REQUIRE(node.activate);
    CHECK(std::holds_alternative<command::SetDownload>(*node.activate));
  }
  CHECK(stops == 1);
  const Node* json = find_node(scene, Role::Radio, ui::labelled(ui::DownloadFormats[1], ui::DownloadUses[1]));
  REQUIRE(json != nullptr);
  setup.apply(*json->activate);
  CHECK(setup.state.download.format == Format::JsonFeed);
  CHECK(setup.state.download.formula_safe);
  CHECK(radios(setup.build(), ui::DownloadFormat)[1].starts_with("["));
}

TEST_CASE("options are there for the formats that have them") {
  struct Case {
    Format format;
    bool columns, csv;
  };
  constexpr Case Cases[] = {{Format::Csv, true, true},      {Format::JsonFeed, false, false},
                            {Format::Ndjson, true, false},  {Format::Markdown, true, false},
                            {Format::Bibtex, false, false}, {Format::Csl, false, false}};
  for (const Case& each : Cases) {
    CAPTURE(static_cast<int>(each.format));
    const Scene scene = with_format(downloading(shipped_dataset()), each.format).build();
    CHECK(radios(scene, ui::Columns).size() == (each.columns ? 2 : 0));
    const Node* safe = find_node(scene, Role::CheckBox, ui::DownloadSafe);
    CHECK((safe != nullptr) == each.csv);
    CHECK((find_node(scene, Role::CheckBox, ui::DownloadMark) != nullptr) == each.csv);
    if (safe == nullptr) continue;
    CHECK(safe->checked == Toggle::On);
    CHECK(safe->description == std::string_view(ui::DownloadSafeWhy));
    CHECK(find_node(scene, Role::CheckBox, ui::DownloadMark)->checked == Toggle::Off);
  }
  SceneSetup setup = downloading(shipped_dataset());
  const Scene scene = setup.build();
  setup.apply(*find_node(scene, Role::CheckBox, ui::DownloadSafe)->activate);
  CHECK_FALSE(setup.state.download.formula_safe);
  setup.apply(*find_node(scene, Role::Radio, ui::DownloadAll)->activate);
  CHECK(setup.state.download.all_columns);
}

TEST_CASE("how many columns are on screen is counted as the table shows them") {
  SceneSetup setup = downloading(large_dataset());
  const size_t shown = filled_columns(setup.state, large_dataset(), TableId::ChartEntries).size();
  REQUIRE(shown > 2);
  CHECK(radios(setup.build(), ui::Columns)[0] == "[As shown (" + std::to_string(shown) + ")]");
  setup.apply(command::ShowColumn{TableId::ChartEntries, chart_column::Chart, false});
  CHECK(radios(setup.build(), ui::Columns)[0] == "[As shown (" + std::to_string(shown - 1) + ")]");
}

TEST_CASE("few rows can be copied, many not, and none not even downloaded") {
  SceneSetup setup = downloading(large_dataset());
  CHECK(find_node(setup.build(), Role::Button, ui::DownloadCopy) == nullptr);
  CHECK_FALSE(download_button(setup.build())->disabled);
  setup.apply(command::SetQueryText{"position:200"});
  REQUIRE(find_node(setup.build(), Role::Button, ui::DownloadCopy) != nullptr);
  setup.apply(command::SetQueryText{"nothing has this"});
  CHECK(find_node(setup.build(), Role::Button, ui::DownloadCopy) == nullptr);
  CHECK(download_button(setup.build())->disabled);
}

TEST_CASE("while rows still come there is nothing to be had, and that is said") {
  SceneSetup setup = downloading(sample_dataset());
  CHECK(outcome(setup.build()).empty());
  setup.load.phase = LoadPhase::Loading;
  CHECK(outcome(setup.build()) == std::string_view(ui::DownloadLoading));
  CHECK(download_button(setup.build())->disabled);
}

TEST_CASE(
    "while it runs a bar says how far it is, nothing can be changed, and the buttons keep their places") {
  SceneSetup setup = downloading(large_dataset());
  const Scene before = setup.build();
  setup.exporting = running(25'000);
  const Scene scene = setup.build();
  const Node* bar = find_node(scene, Role::ProgressBar, ui::Downloading);
  REQUIRE(bar != nullptr);
  CHECK(bar->value_known);
  CHECK(bar->mark_to == 0.25f);
  CHECK(bar->value == "25,000 of 100,000 chart entries \u00b7 3.4 MB");
  for (const Node& node : scene.nodes()) {
    if (node.role == Role::Radio || node.role == Role::CheckBox) CHECK(node.disabled);
  }
  const Node* cancel = find_node(scene, Role::Button, ui::Cancel);
  REQUIRE(cancel != nullptr);
  CHECK(std::holds_alternative<command::CancelDownload>(*cancel->activate));
  const Node* same = before.find(cancel->key);
  REQUIRE(same != nullptr);
  CHECK(std::holds_alternative<command::ClosePopover>(*same->activate));
  // Another table that is looked at meanwhile does not change what it says.
  setup.apply(command::OpenPopover{PopoverKind::Download, TableId::Releases, 0});
  CHECK(find_node(setup.build(), Role::ProgressBar, ui::Downloading)->value == bar->value);
  CHECK(rows_of(setup.build()) == "100,000 chart entries");
  setup.exporting.begun = false;
  CHECK(find_node(setup.build(), Role::ProgressBar, ui::Downloading) == nullptr);
  CHECK(outcome(setup.build()) == std::string_view(ui::DownloadWhere));
}

TEST_CASE("how it went is said in a region that is there from the start") {
  SceneSetup setup = downloading(large_dataset());
  CHECK(outcome(setup.build()).empty());
  setup.exporting = running(100'000);
  setup.exporting.running = setup.exporting.begun = false;
  const auto said = [&](ExportOutcome what) {
    setup.exporting.outcome = what;
    return outcome(setup.build());
  };
  CHECK(said(ExportOutcome::Saved) == "Downloaded many-charts.csv: 100,000 chart entries, 3.4 MB");
  CHECK(said(ExportOutcome::Given) == "Downloaded many-charts.csv: 100,000 chart entries, 3.4 MB");
  CHECK(find_node(setup.build(), Role::Button, ui::DownloadDone) != nullptr);
  CHECK(said(ExportOutcome::Unsure).ends_with("does not allow downloads."));
  CHECK(said(ExportOutcome::Copied) == "100,000 rows copied");
  CHECK(said(ExportOutcome::NotCopied) == std::string_view(ui::CopyFailed));
  CHECK(said(ExportOutcome::Cancelled) == "Cancelled. Nothing was saved.");
  CHECK(said(ExportOutcome::NoRoom) == "There is no room for the file: the disk is full.");
  CHECK(said(ExportOutcome::Changed).starts_with("The download ended, because other data"));
  CHECK(find_node(setup.build(), Role::Button, ui::DownloadDone) == nullptr);
  for (const ExportOutcome bad : {ExportOutcome::Cancelled, ExportOutcome::Blocked, ExportOutcome::Refused,
                                  ExportOutcome::NoRoom, ExportOutcome::Failed, ExportOutcome::Changed}) {
    CHECK(view::export_dialog::is_bad(bad));
    CHECK_FALSE(said(bad).empty());
  }
}

TEST_CASE("the dialog's buttons are in it at every size, and what can be chosen scrolls above them") {
  SceneSetup setup = downloading(large_dataset());
  for (const bool runs : {false, true}) {
    if (runs) setup.exporting = running(12'345);
    for (const Size& size : Sizes) {
      setup.environment.width_px = size.w;
      setup.environment.height_px = size.h;
      CAPTURE(size.w);
      CAPTURE(runs);
      const Scene scene = setup.build();
      const Node* dialog = find_node(scene, Role::Dialog, ui::DownloadData);
      REQUIRE(dialog != nullptr);
      CHECK(dialog->rect.x >= 0);
      CHECK(dialog->rect.x + dialog->rect.w <= size.w);
      CHECK(dialog->rect.y + dialog->rect.h <= size.h);
      const Node* choices = scene.find(Scene::child_key(dialog->key, "choices"));
      const Node* footer = scene.find(Scene::child_key(dialog->key, "footer"));
      REQUIRE(choices != nullptr);
      REQUIRE(footer != nullptr);
      CHECK(choices->rect.h >= 60);
      CHECK(choices->rect.y + choices->rect.h <= footer->rect.y);
      CHECK(footer->rect.y + footer->rect.h <= dialog->rect.h);
      for (const Node& node : scene.nodes()) {
        const Node* parent = &scene.node(node.parent);
        if (parent->role == Role::RadioGroup) {
          CHECK(node.rect.x + node.rect.w <= parent->rect.w + 0.5f);
          CHECK(node.rect.y + node.rect.h <= parent->rect.h + 0.5f);
        }
        if (parent != footer) continue;
        CAPTURE(name_of(node));
        CHECK(node.rect.x >= 0);
        CHECK(node.rect.x + node.rect.w <= dialog->rect.w);
        CHECK(node.rect.y + node.rect.h <= footer->rect.h);
      }
    }
  }
}

TEST_CASE("a wide table has a button for it; the menu that saves leads there at every size") {
  for (const Size& size : Sizes) {
    CAPTURE(size.w);
    SceneSetup setup;
    setup.dataset = &shipped_dataset();
    setup.environment = {size.w, size.h};
    setup.apply(command::SetView{View::Videos});
    const Scene scene = setup.build();
    const Node* button = find_node(scene, Role::Button, ui::Download);
    if (size.w < 900) CHECK(button == nullptr);
    if (size.w >= 1440) CHECK(button != nullptr);
    if (button != nullptr) CHECK(std::get<command::OpenPopover>(*button->activate).table == TableId::Videos);
    setup.apply(command::OpenPopover{PopoverKind::Pictures});
    const Scene menu = setup.build();
    const Node* entry = find_node(menu, Role::Button, ui::DownloadData);
    REQUIRE(entry != nullptr);
    CHECK(std::get<command::OpenPopover>(*entry->activate).kind == PopoverKind::Download);
    CHECK(std::get<command::OpenPopover>(*entry->activate).table == TableId::Videos);
  }
}
