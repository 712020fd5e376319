// Loading as the app sees it: progress, failure in words, retry, success.
#include <doctest/doctest.h>

#include <algorithm>

#include "dataset_fixture.h"
#include "fake_host.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

LoadResult good_result(size_t rows) {
  DatasetBuilder builder;
  for (size_t i = 0; i < rows; ++i) {
    const std::string number = std::to_string(i);
    builder.add_row(TableId::Videos, number, {{"title", std::string("Video ").append(number)}});
  }
  LoadResult result;
  result.dataset = builder.finish();
  return result;
}

// Fails at once when it is asked to fetch, as a page without a network may.
struct FailingHost : FakeHost {
  App* app = nullptr;
  void fetch_dataset() override { app->load_failed("No network", "", ""); }
};

}  // namespace

TEST_CASE("progress is shown while the dataset comes, and each news of it once") {
  TestApp t;
  CHECK(t.app.load_status().phase == LoadPhase::Loading);
  t.app.load_progress({500'000, 2'000'000});
  CHECK(t.host.asked());
  t.frame();
  CHECK(t.find(Role::Paragraph, "500.0 kB of 2.0 MB") != nullptr);
  t.app.load_progress({500'000, 2'000'000});
  CHECK(!t.host.asked());
  t.app.loaded(good_result(1));
  t.frame();
  t.app.load_progress({2'000'000, 2'000'000});
  CHECK(!t.host.asked());
}

TEST_CASE("a dataset that is loaded shows its rows, and what was passed over") {
  TestApp t;
  LoadResult result = good_result(3);
  result.warnings.push_back({LoadWarningKind::SkippedArticle, {4, 2, "$.items[0]"}, "id is missing"});
  result.warning_count = 1;
  result.skipped_articles = 1;
  t.app.loaded(std::move(result));
  CHECK(t.host.asked());
  t.run(command::SetView{View::Videos});
  CHECK(t.app.load_status().phase == LoadPhase::Ready);
  CHECK(t.app.load_status().skipped_articles == 1);
  CHECK(t.find(Role::Row, "Video 2") != nullptr);
  t.run(command::OpenPopover{PopoverKind::Warnings});
  CHECK(t.find(Role::Text, "id is missing") != nullptr);
}

TEST_CASE("a dataset that cannot be read is a page with reason, place and a way to try again") {
  TestApp t;
  LoadResult result;
  LoadError& error = result.error.emplace();
  error.kind = LoadErrorKind::NotJson;
  error.place = {3, 7, "$.items[1]"};
  error.message = "A comma is missing.";
  t.app.loaded(std::move(result));
  CHECK(t.host.asked());
  t.frame();
  CHECK(t.app.load_status().phase == LoadPhase::Failed);
  CHECK(t.find(Role::Heading, "The dataset is not valid JSON") != nullptr);
  CHECK(t.app.load_status().failure_detail == "A comma is missing. (line 3, column 7, $.items[1])");
  CHECK(t.find(Role::Alert, "") != nullptr);

  t.app.activated(t.key(Role::Button, "Retry"), false);
  CHECK(t.host.asked());
  CHECK(t.host.fetches == 1);
  t.frame();
  CHECK(t.app.load_status().phase == LoadPhase::Loading);
  CHECK(t.find(Role::Heading, "Loading the dataset") != nullptr);
  t.app.loaded(good_result(1));
  t.run(command::SetView{View::Videos});
  CHECK(t.find(Role::Row, "Video 0") != nullptr);
}

TEST_CASE("each kind of unreadable dataset has a title of its own") {
  std::vector<std::string> titles;
  for (const LoadErrorKind kind : {LoadErrorKind::Empty, LoadErrorKind::NotUtf8, LoadErrorKind::NotJson,
                                   LoadErrorKind::Truncated, LoadErrorKind::WrongTopLevel}) {
    TestApp t;
    LoadResult result;
    LoadError& error = result.error.emplace();
    error.kind = kind;
    error.message = "Why.";
    t.app.loaded(std::move(result));
    const LoadStatus& status = t.app.load_status();
    CHECK(status.failure_detail == "Why.");
    CHECK(!status.failure_title.empty());
    CHECK(std::find(titles.begin(), titles.end(), status.failure_title) == titles.end());
    titles.push_back(status.failure_title);
  }
}

TEST_CASE("a failure from the page is shown in its words") {
  TestApp t;
  t.app.load_failed("Not there", "The server answered 404.", "Check the address.");
  t.frame();
  CHECK(t.find(Role::Heading, "Not there") != nullptr);
  for (const Node& node : t.app.scene().nodes())
    CHECK(node.role != Role::Grid);
}

TEST_CASE("a retry that fails at once is a failure again, not an endless wait") {
  FailingHost host;
  FixedMeasurer measurer;
  App app(host, measurer);
  host.app = &app;
  app.load_failed("First", "", "");
  app.dispatch(command::Retry{});
  CHECK(app.load_status().phase == LoadPhase::Failed);
  CHECK(app.load_status().failure_title == "No network");
  CHECK(app.update());
}

TEST_CASE("what the reader chose before outlives loading, rows of the dataset before do not") {
  TestApp t;
  t.run(command::SetView{View::Videos});
  t.run(command::SetQueryText{"title:\"video 2\""});
  t.app.loaded(good_result(5));
  t.frame();
  CHECK(t.find(Role::Row, "Video 2") != nullptr);
  CHECK(t.find(Role::Row, "Video 1") == nullptr);
  t.run(command::SelectRow{{TableId::Videos, 4}, false});
  CHECK(t.app.state().selected.has_value());
  t.app.loaded(good_result(1));
  t.run(command::SetQueryText{""});
  CHECK(!t.app.state().selected.has_value());
  CHECK(t.find(Role::Row, "Video 0") != nullptr);
  CHECK(t.find(Role::Row, "Video 4") == nullptr);
}

TEST_CASE("after a failure nothing of the dataset before is shown, and commands still do no harm") {
  TestApp t;
  t.app.loaded(good_result(5));
  t.run(command::SetView{View::Videos});
  t.run(command::SelectRow{{TableId::Videos, 1}, false});
  t.run(command::OpenPopover{PopoverKind::ColumnFilter, TableId::Videos, video_column::Kind});
  t.app.load_failed("Gone", "", "");
  t.frame();
  CHECK(t.find(Role::Grid, "Videos") == nullptr);
  for (const View view : {View::Overview, View::Articles, View::ChartReach})
    t.run(command::SetView{view});
  t.run(command::SetQueryText{"kind:x"});
  CHECK(t.find(Role::Heading, "Gone") != nullptr);
}
