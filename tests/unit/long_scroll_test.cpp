// Scrolling over content that is higher than an element can be, with a page that reports and obeys.
#include "view/long_scroll.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

using namespace explorer;

namespace {

// What a browser does: keeps its offset within the scroll area, reports it, and is moved where it is told to.
struct Reader {
  ScrollHeights heights;
  ScrollOffset at = {};
  int moves = 0;  // of the page by the program

  double reach() const { return std::max(shown_height(heights.content) - heights.window, 0.0); }
  double last() const { return std::max(heights.content - heights.window, 0.0); }
  double place() const { return place_of(at); }
  double bar() const { return static_cast<double>(at.y); }
  void frame() {
    const ScrollOffset now = settled(heights, at);
    if (now.shift != at.shift) ++moves;
    at = now;
    REQUIRE(bar() >= 0);
    REQUIRE(bar() <= reach());
    REQUIRE(place() >= 0);
    REQUIRE(place() <= last());
  }
  void to(double y) {
    at = scrolled(heights, at, 0, static_cast<float>(std::clamp(y, 0.0, reach())));
    at.resting = false;
    frame();
  }
  void by(double px) { to(bar() + px); }
  void rest() {
    at.resting = true;
    frame();
  }
  // Drags the scroll bar there, from far away.
  void drag(double share) {
    to(share > 0.5 ? 0 : reach());
    to(std::round(reach() * share));
  }
  // How far the scroll bar is from where it belongs, as a share of its way.
  double off() const { return std::abs(bar() / reach() - place() / last()); }
};

constexpr double Contents[] = {4'000'001, 4'010'000, 5'000'000, 36'000'068, 64'000'024, 360'000'068};
constexpr double Windows[] = {180, 500, 844, 2000};

template <class Check>
void for_long_contents(Check check) {
  for (const double content : Contents) {
    for (const double window : Windows) {
      CAPTURE(content);
      CAPTURE(window);
      check(Reader{{content, window}});
    }
  }
}

}  // namespace

TEST_CASE("content that fits into an element is scrolled as it is") {
  for (const double content : {0.0, 300.0, 100'800.0, 3'600'000.0, MaxContentPx}) {
    CHECK(shown_height(content) == content);
    Reader reader{{content, 800}};
    for (const double y : {0.0, 10.0, 3'000'000.0, 1e9, 50'000.0}) {
      reader.to(y);
      CHECK(reader.at.shift == 0);
      CHECK(reader.place() == std::min(y, reader.last()));
    }
    CHECK(reader.moves == 0);
  }
}

TEST_CASE("no scroll area is higher than the limit, and its ends are the ends of the content") {
  for_long_contents([](Reader reader) {
    CHECK(shown_height(reader.heights.content) <= MaxContentPx);
    CHECK(shown_height(reader.heights.content) > MaxContentPx - 1);
    reader.drag(1);
    CHECK(reader.place() == reader.last());
    reader.drag(0);
    CHECK(reader.place() == 0);
  });
}

TEST_CASE("the scroll bar stands for the share of the content, and further down is never further up") {
  for_long_contents([](Reader reader) {
    double before = -1;
    for (int i = 0; i <= 1000; ++i) {
      reader.drag(i / 1000.0);
      CHECK(reader.place() > before);
      CHECK(reader.off() < 0.015);
      before = reader.place();
    }
    reader.drag(0.5);
    CHECK(reader.place() == doctest::Approx(reader.last() / 2));
  });
}

TEST_CASE("steps of wheel, finger and arrow keys move the content by exactly as much, wherever it stands") {
  for_long_contents([](Reader reader) {
    for (const double share :
         {0.0, 0.0062, 0.0124, 0.0126, 0.02, 0.3, 0.5, 0.777, 0.98, 0.9874, 0.9876, 0.999, 1.0}) {
      for (const int direction : {1, -1}) {
        reader.drag(share);
        for (int px = 1; px <= 120; ++px) {
          const double wanted = std::clamp(reader.place() + direction * px, 0.0, reader.last());
          reader.by(direction * px);
          REQUIRE(reader.place() == wanted);
          if (px % 10 != 0) continue;
          reader.rest();
          REQUIRE(reader.place() == wanted);
        }
      }
    }
  });
}

TEST_CASE("page by page every px of the content is reached, down and up, with few moves of the page") {
  for (const double content : {4'010'000.0, 36'000'068.0}) {
    for (const bool rests : {false, true}) {
      Reader reader{{content, 844}};
      const double page = 700;
      for (double wanted = 0; wanted < reader.last();) {
        wanted = std::min(wanted + page, reader.last());
        reader.by(page);
        REQUIRE(reader.place() == wanted);
        if (rests) reader.rest();
      }
      CHECK(reader.bar() == reader.reach());
      for (double wanted = reader.last(); wanted > 0;) {
        wanted = std::max(wanted - page, 0.0);
        reader.by(-page);
        REQUIRE(reader.place() == wanted);
        if (rests) reader.rest();
      }
      CHECK(reader.bar() == 0);
      if (!rests) CHECK(reader.moves < 2 * content / 25'000);
    }
  }
}

TEST_CASE("at rest the scroll bar is put right, once, and the content stays") {
  for_long_contents([](Reader reader) {
    reader.drag(0.4);
    for (int i = 0; i < 2000; ++i)
      reader.by(100);
    const double place = reader.place();
    reader.rest();
    CHECK(reader.place() == place);
    CHECK(reader.off() < 0.015);
    const int moves = reader.moves;
    reader.to(reader.bar());
    reader.rest();
    CHECK(reader.moves == moves);
  });
}

TEST_CASE("a scroll bar dragged px by px along its track leads to the end") {
  for_long_contents([](Reader reader) {
    const double track_px = reader.reach() / reader.heights.window;
    for (double y = 0; y < reader.reach(); y += track_px)
      reader.to(y);
    reader.to(reader.reach());
    reader.to(reader.reach());
    CHECK(reader.last() - reader.place() < reader.heights.content / 50);
  });
}

TEST_CASE("rows that come or go and a window of another size leave the content where it is") {
  Reader reader{{1'000'000, 844}};
  reader.to(990'000);
  double wanted = reader.place();
  while (reader.heights.content < 40'000'000) {
    reader.heights.content += 180'000;
    reader.heights.window = reader.heights.window == 844 ? 600 : 844;
    reader.frame();
    REQUIRE(reader.place() == wanted);
    wanted += 120;
    reader.by(120);
    REQUIRE(reader.place() == wanted);
  }
  reader.rest();
  CHECK(reader.off() < 0.015);
  reader.drag(0.5);
  wanted = reader.place();
  reader.heights.content = 30'000'000;
  reader.frame();
  CHECK(reader.place() == wanted);
  for (const double content : {8'000'000.0, 3'000'000.0, 2'000.0, 100.0}) {
    reader.heights.content = content;
    reader.frame();
    CHECK(reader.place() == reader.last());
  }
  CHECK(reader.at.shift == 0);
}

TEST_CASE("the program can go to any place, near and far") {
  for_long_contents([](Reader reader) {
    for (const double share : {0.5, 0.50001, 0.1, 1.0, 0.9999, 0.0, 0.00001}) {
      const double place = std::round(reader.last() * share);
      reader.at = moved_to(reader.heights, reader.at, place);
      reader.frame();
      CHECK(reader.place() == place);
      reader.to(reader.bar());
      reader.rest();
      CHECK(reader.place() == place);
    }
    reader.at = moved_to(reader.heights, reader.at, 1e12);
    CHECK(reader.place() == reader.last());
    reader.at = moved_to(reader.heights, reader.at, -5);
    CHECK(reader.place() == 0);
  });
}
