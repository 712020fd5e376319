// Exports as the app runs them: pieces as the page asks for them, of the rows as they were; how they end.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"
#include "view/build_table.h"
#include "view/export_dialog.h"
#include "view/ui_text.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr TableId Charts = TableId::ChartEntries;

struct ExportingApp : TestApp {
  ExportingApp() {
    load(make_large_dataset());
    run(command::SetView{View::ChartReach});
  }
  void open(TableId table = Charts) { run(command::OpenPopover{PopoverKind::Download, table, 0}); }
  // Opens the dialog and presses its button; the number of the export, 0 if none began.
  uint32_t start(TableId table = Charts) {
    open(table);
    const size_t before = host.exports.size();
    run(command::StartDownload{});
    return host.exports.size() == before ? 0 : host.exports.back().number;
  }
  std::string piece(uint32_t number) {
    std::string bytes;
    CHECK(app.export_chunk(number, bytes) == ExportStep::More);
    return bytes;
  }
  // All that is left of it, as the page would write it.
  std::string rest(uint32_t number) {
    std::string whole;
    for (int calls = 0; calls < 100'000; ++calls) {
      std::string bytes;
      const ExportStep step = app.export_chunk(number, bytes);
      whole += bytes;
      if (step != ExportStep::More) {
        CHECK(step == ExportStep::Done);
        return whole;
      }
    }
    FAIL("an export without an end");
    return whole;
  }
  std::string end(uint32_t number, ExportOutcome outcome) {
    app.export_ended(number, outcome);
    frame();
    return said();
  }
  // By the live region of the dialog, in one line.
  std::string said() const {
    const Node* dialog = find(Role::Dialog, ui::DownloadData);
    if (dialog == nullptr) return "(no dialog)";
    const NodeKey region = Scene::child_key(Scene::child_key(dialog->key, "footer"), "outcome");
    const Node* words = app.scene().find(Scene::child_key(region, "words"));
    std::string text = words == nullptr ? "" : std::string(name_of(*words));
    std::ranges::replace(text, '\n', ' ');
    return text;
  }
  double progress() const {
    const Node* bar = find(Role::ProgressBar, ui::Downloading);
    return bar == nullptr ? -1 : static_cast<double>(bar->mark_to);
  }
};

// What the writer makes of the rows that are on screen now, at once.
std::string written(const App& app, TableId table) {
  const Dataset& dataset = *app.shown_dataset();
  exports::Export made(dataset, table, app.results().tables[static_cast<size_t>(table)].rows,
                       filled_columns(app.state(), dataset, table), app.state().download);
  std::string whole;
  while (made.step(whole, 1000)) {
  }
  return whole;
}

}  // namespace

TEST_CASE("the page is asked where the file goes, and gets it piece by piece") {
  ExportingApp t;
  CHECK(t.host.exports_prepared == 0);
  t.open();
  CHECK(t.host.exports_prepared == 1);
  const std::string expected = written(t.app, Charts);
  const uint32_t number = t.start();
  REQUIRE(number != 0);
  const FakeHost::Export& begun = t.host.exports.back();
  CHECK(begun.file_name.ends_with("charts.csv"));
  CHECK(begun.media_type == "text/csv;charset=utf-8");
  CHECK(begun.large);
  CHECK(t.said() == std::string_view(ui::DownloadWhere));
  std::string whole;
  double before = -1;
  for (int i = 0; i < 3; ++i) {
    const std::string piece = t.piece(number);
    CHECK_FALSE(piece.empty());
    CHECK(piece.size() < size_t{512} << 10);
    whole += piece;
    t.host.clock_ms += 1000;
    t.frame();
    CHECK(t.progress() >= before);
    before = t.progress();
  }
  CHECK(before > 0);
  CHECK(before < 0.5);
  whole += t.rest(number);
  CHECK(whole == expected);
  CHECK(std::ranges::count(whole, '\n') == 1 + 100'000);
  t.frame();
  CHECK(t.progress() == 1);
  CHECK(t.end(number, ExportOutcome::Saved)
            .starts_with("Downloaded " + begun.file_name + ": 100,000 chart entries"));
}

TEST_CASE("a piece takes a few milliseconds, however fast it is asked for") {
  ExportingApp t;
  const uint32_t number = t.start();
  const double before = t.host.clock_ms;
  CHECK_FALSE(t.piece(number).empty());
  CHECK(t.host.clock_ms - before < 20);
}

TEST_CASE("few rows are not written straight into a file") {
  ExportingApp t;
  t.run(command::SetQueryText{"position:7"});
  REQUIRE(t.start() != 0);
  CHECK_FALSE(t.host.exports.back().large);
}

TEST_CASE("rows and their order are those of the press, whatever is looked for later") {
  ExportingApp t;
  t.run(command::SetQueryText{"region:KR sort:position-desc"});
  t.open();
  const std::string expected = written(t.app, Charts);
  const uint32_t number = t.start();
  std::string whole = t.piece(number);
  t.run(command::ClosePopover{});
  t.run(command::SetQueryText{"region:FR sort:title"});
  t.run(command::ShowColumn{Charts, chart_column::Chart, false});
  whole += t.piece(number);
  t.run(command::SetView{View::Releases});
  whole += t.rest(number);
  CHECK(whole == expected);
  // Said where the reader is now.
  t.end(number, ExportOutcome::Saved);
  CHECK(t.app.state().message.starts_with("Downloaded "));
}

TEST_CASE("with its dataset an export goes, and that is said") {
  ExportingApp t;
  const uint32_t number = t.start();
  t.piece(number);
  DatasetBuilder builder;
  builder.add_row(TableId::Articles, "a", {{"title", "Another"}});
  t.load(builder.finish());
  std::string bytes;
  CHECK(t.app.export_chunk(number, bytes) == ExportStep::Broken);
  CHECK(bytes.empty());
  CHECK(t.app.state().message == "The download ended, because other data was opened. Nothing was saved.");
  // What the page then says of it is no news.
  t.app.export_ended(number, ExportOutcome::Cancelled);
  CHECK(t.app.state().message.starts_with("The download ended"));
  CHECK(t.start(TableId::Articles) > number);
}

TEST_CASE("all of it was given away when other data came: it stays") {
  ExportingApp t;
  t.run(command::SetQueryText{"position:7"});
  const uint32_t number = t.start();
  t.rest(number);
  t.load(make_large_dataset());
  CHECK(t.app.state().message.empty());
  t.run(command::ClosePopover{});
  t.end(number, ExportOutcome::Given);
  CHECK(t.app.state().message.starts_with("Downloaded "));
}

TEST_CASE("cancelled, it gives nothing more, and another one can begin at once") {
  ExportingApp t;
  const uint32_t number = t.start();
  t.piece(number);
  t.frame();
  t.app.activated(t.key(Role::Button, ui::Cancel), false);
  t.frame();
  CHECK(t.said() == "Cancelled. Nothing was saved.");
  CHECK(t.app.state().popover.kind == PopoverKind::Download);
  std::string bytes;
  CHECK(t.app.export_chunk(number, bytes) == ExportStep::Broken);
  t.run(command::StartDownload{});
  const uint32_t next = t.host.exports.back().number;
  CHECK(next != number);
  // The page is still at the first one.
  CHECK(t.app.export_chunk(number, bytes) == ExportStep::Broken);
  t.app.export_ended(number, ExportOutcome::Cancelled);
  CHECK_FALSE(t.rest(next).empty());
  CHECK(t.end(next, ExportOutcome::Given).starts_with("Downloaded"));
  // The dialog opens anew without what was said in it.
  t.run(command::ClosePopover{});
  t.open();
  CHECK(t.said().empty());
}

TEST_CASE("one export at a time; a dialog that is opened meanwhile shows it") {
  ExportingApp t;
  const uint32_t number = t.start();
  t.piece(number);
  t.run(command::StartDownload{});
  CHECK(t.host.exports.size() == 1);
  t.run(command::ClosePopover{});
  t.open(TableId::Releases);
  CHECK(t.progress() > 0);
  CHECK(t.host.exports_prepared == 1);
  t.rest(number);
  CHECK(t.end(number, ExportOutcome::NoRoom) == "There is no room for the file: the disk is full.");
  t.run(command::StartDownload{});
  CHECK(t.host.exports.size() == 2);
}

TEST_CASE("an outcome that nobody knows is a failure") {
  ExportingApp t;
  const uint32_t number = t.start();
  CHECK(t.end(number, static_cast<ExportOutcome>(99)) == "The browser could not make the file.");
}

TEST_CASE("nothing begins without the dialog, without rows, or while rows still come") {
  ExportingApp t;
  t.run(command::StartDownload{});
  CHECK(t.host.exports.empty());
  t.run(command::SetQueryText{"nothing has this"});
  CHECK(t.start() == 0);
  t.run(command::SetQueryText{});
  t.app.load_begun();
  t.frame();
  CHECK(t.start() == 0);
}

TEST_CASE("few rows go to the clipboard as the same text") {
  ExportingApp t;
  t.run(command::SetQueryText{"position:7"});
  t.open();
  const std::string expected = written(t.app, Charts);
  CopiedTexts taken;
  t.host.copying = [&] { taken = t.app.copied(); };
  t.app.activated(t.key(Role::Button, ui::DownloadCopy), false);
  t.frame();
  CHECK(taken.plain == expected);
  CHECK(taken.html.empty());
  CHECK(t.said() == "500 rows copied");
  CHECK(t.app.state().popover.kind == PopoverKind::Download);
  t.host.copying = nullptr;
  t.run(command::CopyDownload{});
  CHECK(t.said() == std::string_view(ui::CopyFailed));
  // Not of many, even if it is asked for.
  t.run(command::SetQueryText{});
  taken = {};
  t.host.copying = [&] { taken = t.app.copied(); };
  t.open();
  t.run(command::CopyDownload{});
  CHECK(taken.plain.empty());
}

TEST_CASE("arrows go round the formats and choose them, Home and End lead to the ends") {
  ExportingApp t;
  t.open();
  const auto chosen = [&] { return t.app.state().download.format; };
  const auto press = [&](AppKey key) {
    const NodeKey at = t.host.focused;
    CHECK(t.app.key_pressed(at, key));
    t.frame();
    const Node* now = t.app.scene().find(t.host.focused);
    REQUIRE(now != nullptr);
    CHECK(now->role == Role::Radio);
    CHECK(now->checked == Toggle::On);
    CHECK(now->tab_stop);
  };
  t.host.focused = t.key(Role::Radio, ui::labelled(ui::DownloadFormats[0], ui::DownloadUses[0]));
  press(AppKey::Down);
  CHECK(chosen() == exports::Format::JsonFeed);
  press(AppKey::Right);
  CHECK(chosen() == exports::Format::Ndjson);
  press(AppKey::Home);
  CHECK(chosen() == exports::Format::Csv);
  press(AppKey::Up);
  CHECK(chosen() == exports::Format::Csl);
  press(AppKey::Down);
  CHECK(chosen() == exports::Format::Csv);
  press(AppKey::End);
  CHECK(chosen() == exports::Format::Csl);
}
