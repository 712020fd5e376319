// What is said about loading: the progress in four lengths, the steps that are heard.
#include <doctest/doctest.h>

#include "view/ui_sentences.h"

using namespace explorer;

TEST_CASE("the progress is said in as many words as there is room for") {
  struct Case {
    LoadProgress progress;
    uint64_t articles;
    std::string words[ui::LoadDetails];
  };
  const Case cases[] = {
      {{68'000'000, 297'400'000, 0, 110'000'000, 1},
       230'000,
       {"230,000 articles, 68.0 MB of 297.4 MB, 110.0 MB/s", "230,000 articles, 68.0 MB of 297.4 MB",
        "230,000 articles", "230,000 articles"}},
      {{3'000'000, 1'000'000, 0, 0, 12},
       900,
       {"900 articles, page 12, 3.0 MB", "900 articles, page 12, 3.0 MB", "900 articles, page 12",
        "900 articles"}},
      {{500, 0, 2000, 0, 1},
       1,
       {"1 of 2,000 articles, 500 bytes", "1 of 2,000 articles, 500 bytes", "1 of 2,000 articles",
        "1 of 2,000 articles"}},
      {{500, 0, 0, 0, 0}, 1, {"1 article, 500 bytes", "1 article, 500 bytes", "1 article", "1 article"}},
  };
  for (const Case& c : cases) {
    for (size_t detail = 0; detail < ui::LoadDetails; ++detail)
      CHECK(ui::load_progress(c.progress, c.articles, detail) == c.words[detail]);
  }
}

TEST_CASE("the part that has come is told by articles where their number is known, else by bytes") {
  CHECK(ui::load_part({500, 1000, 0, 0, 1}, 7) == doctest::Approx(0.5f));
  CHECK(ui::load_part({500, 1000, 100, 0, 1}, 75) == doctest::Approx(0.75f));
  CHECK(ui::load_part({2000, 1000, 0, 0, 1}, 7) == doctest::Approx(1.0f));
  CHECK_FALSE(ui::load_part({500, 0, 0, 0, 1}, 7).has_value());
}

TEST_CASE("what is heard changes by quarters, or by round numbers where the whole is unknown") {
  const auto by_bytes = [](uint64_t received) { return ui::load_step({received, 1000, 0, 0, 1}, 9'000'000); };
  CHECK(by_bytes(0).empty());
  CHECK(by_bytes(249).empty());
  CHECK(by_bytes(250) == "Loading: 25%");
  CHECK(by_bytes(499) == "Loading: 25%");
  CHECK(by_bytes(999) == "Loading: 75%");
  const auto by_rows = [](uint64_t articles) { return ui::load_step({1, 0, 0, 0, 1}, articles); };
  CHECK(by_rows(999).empty());
  CHECK(by_rows(1000) == "Loading: more than 1,000 articles");
  CHECK(by_rows(1999) == by_rows(1000));
  CHECK(by_rows(4999) == "Loading: more than 2,000 articles");
  CHECK(by_rows(5000) == "Loading: more than 5,000 articles");
  CHECK(by_rows(123'456) == "Loading: more than 100,000 articles");
  std::string before;
  int steps = 0;
  for (uint64_t articles = 0; articles <= 1'000'000; articles += 500) {
    const std::string step = by_rows(articles);
    steps += step != before;
    before = step;
  }
  CHECK(steps == 10);
}

TEST_CASE("what was kept is said in the number of its articles") {
  CHECK(ui::stopped_at(230'000) == "Stopped at 230,000 articles");
  CHECK(ui::stopped_at(1) == "Stopped at 1 article");
  CHECK(ui::kept_articles(2) == "The 2 articles that came are shown.");
  CHECK(ui::kept_articles(1) == "The article that came is shown.");
}
