// Loading in pieces as the app sees it: rows that grow, Cancel, failures that keep them, going on.
#include <doctest/doctest.h>

#include "core/dataset_transfer.h"
#include "core/load_session.h"
#include "fake_host.h"
#include "scene_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// The loader's side: a session whose rows are sent to an app.
struct Pieces {
  Dataset dataset;
  LoadSession session{dataset};
  DatasetSender sender{dataset};
  uint64_t next = 1;

  explicit Pieces(TestApp& t) {
    sender.take();
    session.begin_document();
    session.write(R"({"version":"https://jsonfeed.org/version/1.1","title":"In pieces","items":[)");
    t.app.load_begun();
    t.frame();
  }
  void send(TestApp& t, size_t articles) {
    for (size_t i = 0; i < articles; ++i, ++next) {
      const std::string number = std::to_string(next);
      session.write((next > 1 ? std::string(",") : std::string()) + R"({"id":")" + number +
                    R"(","title":"Article )" + number + "\"}");
    }
    t.app.batch(sender.take());
    t.frame();
  }
};

TestApp& on_articles(TestApp& t) {
  t.run(command::SetView{View::Articles});
  return t;
}

LoadResult failed_report(LoadErrorKind kind) {
  LoadResult report;
  report.error = LoadError{kind, {}, "Why."};
  return report;
}

}  // namespace

TEST_CASE("rows are shown, searched and counted while more of them come") {
  TestApp t;
  Pieces pieces(on_articles(t));
  CHECK(t.find(Role::Heading, "Loading the dataset") != nullptr);
  CHECK(t.find(Role::Button, "Cancel") != nullptr);
  pieces.send(t, 3);
  CHECK(t.app.load_status().phase == LoadPhase::Loading);
  CHECK(t.find(Role::Heading, "Loading the dataset") == nullptr);
  CHECK(t.find(Role::Row, "Article 3") != nullptr);
  CHECK(t.find(Role::Tab, "Articles, 3") != nullptr);
  t.run(command::SetQueryText{"\"article 5\""});
  CHECK(t.find(Role::Row, "Article 5") == nullptr);
  pieces.send(t, 3);
  CHECK(t.find(Role::Row, "Article 5") != nullptr);
  CHECK(t.find(Role::Row, "Article 4") == nullptr);
  CHECK(t.app.dataset_title() == "In pieces");
}

TEST_CASE("the progress of loading in pieces is a bar with a value, and Cancel asks the host") {
  TestApp t;
  Pieces pieces(on_articles(t));
  pieces.send(t, 4);
  t.app.load_progress({250, 1000, 0, 100, 1});
  t.frame();
  const Node* bar = t.find(Role::ProgressBar, "Loading the dataset");
  REQUIRE(bar != nullptr);
  CHECK(bar->value == "4 articles, 250 bytes of 1.0 kB, 100 bytes/s");
  CHECK(bar->value_known);
  CHECK(bar->mark_to == doctest::Approx(0.25));
  CHECK(t.find(Role::Text, "Loading: 25%") != nullptr);
  t.app.activated(t.key(Role::Button, "Cancel"), false);
  CHECK(t.host.cancels == 1);
  CHECK(t.app.load_status().phase == LoadPhase::Loading);
  t.app.load_stopped();
  t.frame();
  CHECK(t.app.load_status().phase == LoadPhase::Stopped);
  CHECK(t.find(Role::ProgressBar, "Loading the dataset") == nullptr);
  CHECK(t.find(Role::Text, "Stopped at 4 articles") != nullptr);
  CHECK(t.find(Role::Row, "Article 4") != nullptr);
}

TEST_CASE("Continue goes on with the rows that are there, Reload begins without them") {
  TestApp t;
  Pieces pieces(on_articles(t));
  pieces.send(t, 4);
  t.app.load_stopped();
  t.frame();
  t.app.activated(t.key(Role::Button, "Continue"), false);
  t.frame();
  CHECK(t.host.continued == 1);
  CHECK(t.host.fetches == 0);
  CHECK(t.app.load_status().phase == LoadPhase::Loading);
  CHECK(t.find(Role::Row, "Article 4") != nullptr);
  pieces.send(t, 2);
  CHECK(t.find(Role::Row, "Article 6") != nullptr);
  t.app.load_stopped();
  t.frame();
  t.app.activated(t.key(Role::Button, "Reload"), false);
  t.frame();
  CHECK(t.host.fetches == 1);
  CHECK(t.find(Role::Row, "Article 4") == nullptr);
  CHECK(t.find(Role::Heading, "Loading the dataset") != nullptr);
}

TEST_CASE("a failure keeps the rows, says how many, and Retry goes on there") {
  TestApp t;
  Pieces pieces(on_articles(t));
  pieces.send(t, 4);
  t.app.load_failed("Gone", "Page 2.", "Wait.", LoadAgain::Continue);
  t.frame();
  CHECK(t.find(Role::Row, "Article 4") != nullptr);
  CHECK(t.find(Role::Text, "Gone") != nullptr);
  CHECK(t.find(Role::Text, "The 4 articles that came are shown. Page 2. Wait.") != nullptr);
  t.app.activated(t.key(Role::Button, "Retry"), false);
  t.frame();
  CHECK(t.host.continued == 1);
  CHECK(t.find(Role::Row, "Article 4") != nullptr);
  CHECK(t.find(Role::ProgressBar, "Loading the dataset") != nullptr);
}

TEST_CASE("what can be tried again follows from why loading failed") {
  struct Case {
    LoadErrorKind kind;
    std::string_view button;  // empty: none
  };
  for (const Case& c : {Case{LoadErrorKind::Truncated, "Retry"}, Case{LoadErrorKind::NotJson, "Retry"},
                        Case{LoadErrorKind::TooLarge, ""}}) {
    TestApp t;
    Pieces pieces(on_articles(t));
    pieces.send(t, 2);
    t.app.load_finished(failed_report(c.kind), "");
    t.frame();
    CHECK(t.app.load_status().phase == LoadPhase::Failed);
    CHECK(t.find(Role::Row, "Article 2") != nullptr);
    for (const std::string_view name : {"Retry", "Reload"})
      CHECK((t.find(Role::Button, name) != nullptr) == (name == c.button));
  }
}

TEST_CASE("loading in pieces ends like loading at once, with what was passed over and a note") {
  TestApp t;
  Pieces pieces(on_articles(t));
  pieces.send(t, 2);
  LoadResult report;
  report.skipped_articles = 1;
  report.warning_count = 1;
  report.warnings.push_back({LoadWarningKind::SkippedArticle, {4, 2, "$.items[0]"}, "id is missing"});
  t.app.load_finished(std::move(report), "There are more.");
  t.frame();
  CHECK(t.app.load_status().phase == LoadPhase::Ready);
  CHECK(t.find(Role::ProgressBar, "Loading the dataset") == nullptr);
  CHECK(t.find(Role::Text, "1 article skipped") != nullptr);
  CHECK(t.find(Role::Text, "There are more.") != nullptr);
}

TEST_CASE("stopped or failed before anything came is a page of its own") {
  TestApp t;
  Pieces pieces(on_articles(t));
  t.app.activated(t.key(Role::Button, "Cancel"), false);
  t.app.load_stopped();
  t.frame();
  CHECK(t.find(Role::Heading, "Loading was stopped") != nullptr);
  t.app.activated(t.key(Role::Button, "Retry"), false);
  CHECK(t.host.continued == 1);
  t.app.load_failed("Nothing can help", "", "", LoadAgain::Never);
  t.frame();
  CHECK(t.find(Role::Heading, "Nothing can help") != nullptr);
  CHECK(t.find(Role::Button, "Retry") == nullptr);
}

TEST_CASE("pieces that nobody waits for are ignored") {
  TestApp t;
  t.app.batch("anything");
  t.app.load_stopped();
  t.app.load_finished({}, "");
  t.frame();
  CHECK(t.app.load_status().phase == LoadPhase::Loading);
  CHECK(t.find(Role::Heading, "Loading the dataset") != nullptr);
  t.app.activated(0, false);
  t.run(command::CancelLoad{});
  CHECK(t.host.cancels == 0);
}

TEST_CASE("the strip fits every size of page, whatever it says") {
  for (const Size& size : Sizes) {
    TestApp t(size.w, size.h);
    Pieces pieces(t);
    pieces.send(t, 2);
    t.app.load_progress({68'000'000, 297'400'000, 0, 110'000'000, 1});
    t.frame();
    const auto fits = [&] {
      for (const Node& node : t.app.scene().nodes()) {
        const Node& parent = t.app.scene().node(node.parent);
        if (parent.role != Role::Alert && parent.label != "Loading the dataset") continue;
        CHECK(node.rect.x + node.rect.w <= parent.rect.w + 0.5f);
        CHECK(node.rect.y + node.rect.h <= parent.rect.h + 0.5f);
      }
    };
    fits();
    t.app.load_failed("The dataset did not come completely",
                      "https://example.org/a/long/address.json: broke.",
                      "Check the connection, then try again.", LoadAgain::Continue);
    t.frame();
    REQUIRE(t.find(Role::Button, "Retry") != nullptr);
    fits();
  }
}
