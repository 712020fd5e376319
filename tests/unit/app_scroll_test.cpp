// Tables higher than an element can be, in the app: every row can be reached by scrolling and by keys, and
// the rows shown stay where they are when the app moves the page.
#include <doctest/doctest.h>

#include <algorithm>

#include "fake_host.h"
#include "scene_fixture.h"
#include "view/grid_walk.h"
#include "view/long_scroll.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr uint32_t Last = 100001;  // index of the last row; the header is 1

// 100,000 rows of 44 or 64 px.
struct LongTable : TestApp {
  explicit LongTable(Size size) : TestApp(size.w, size.h) {
    app.environment_changed(false, true);
    load(make_large_dataset());
    run(command::SetView{View::ChartReach});
  }
  const Node& scroller() const {
    for (const Node& node : app.scene().nodes()) {
      if (node.whole_h > 0) return node;
    }
    FAIL("nothing long is there");
    return app.scene().node(0);
  }
  ScrollOffset offset() const {
    for (const ScrollOffset& known : app.scrolls()) {
      if (known.key == scroller().key) return known;
    }
    return {};
  }
  void scroll_to(float y) {
    app.scrolled(scroller().key, 0, y);
    frame();
  }
  const Node* row(uint32_t index) const {
    for (const Node& node : app.scene().nodes()) {
      if (node.role == Role::Row && node.row_index == index) return &node;
    }
    return nullptr;
  }
  // Px from the top of the window to the row.
  float seen_at(uint32_t index) const {
    const Node* found = row(index);
    REQUIRE(found != nullptr);
    float y = found->rect.y - offset().y;
    for (const Node* at = &app.scene().node(found->parent); at != &scroller();
         at = &app.scene().node(at->parent))
      y += at->rect.y;
    return y;
  }
  void check_in_sight(uint32_t index) const {
    const float y = seen_at(index);
    CAPTURE(index);
    CHECK(y >= header_px());
    CHECK(y + row(index)->rect.h <= scroller().rect.h);
  }
  float header_px() const { return scroller().role == Role::Grid ? size::TableHeader + size::Summary : 0; }
  // What of a row has the focus: a cell, or the card as a whole.
  NodeKey stop(uint32_t index) const {
    REQUIRE(row(index) != nullptr);
    const Node* found = stop_in_row(app.scene(), *row(index), 1);
    REQUIRE(found != nullptr);
    return found->key;
  }
  uint32_t focused() const {
    const auto spot = grid_spot(app.scene(), host.focused);
    return spot ? spot->row->row_index : 0;
  }
  // By which PageDown moves.
  uint32_t page() const {
    const Node* any = row(focused());
    REQUIRE(any != nullptr);
    return static_cast<uint32_t>((scroller().rect.h - header_px()) / any->rect.h) - 1;
  }
  void press(AppKey key, bool command = false) {
    CHECK(app.key_pressed(host.focused, KeyPress{key, false, command}));
    frame();
  }
};

template <class Check>
void for_long_tables(Check check) {
  for (const Size size : {Size{1440, 900}, Size{390, 844}}) {
    CAPTURE(size.w);
    LongTable table(size);
    check(table);
  }
}

}  // namespace

TEST_CASE(
    "no element of a long table is out of the reach of layout, at the start, in the middle, at the end") {
  for_long_tables([](LongTable& t) {
    CHECK(t.scroller().content_h <= static_cast<float>(MaxContentPx));
    CHECK(t.scroller().whole_h > MaxContentPx);
    const float end = t.scroller().content_h - t.scroller().rect.h;
    for (const float y : {0.0f, end / 2, end}) {
      t.scroll_to(y);
      for (const Node& node : t.app.scene().nodes()) {
        CHECK(node.rect.y >= 0);
        CHECK(node.rect.y + node.rect.h <= static_cast<float>(MaxContentPx));
      }
      t.check_in_sight(y == 0 ? 2 : y == end ? Last : 50001);
    }
    CHECK(t.row(Last + 1) == nullptr);
    CHECK(t.host.moves.empty());
  });
}

TEST_CASE("in the middle of a long table a step moves the rows by as much and changes no row that stays") {
  for_long_tables([](LongTable& t) {
    t.scroll_to(2'000'000);
    const float before = t.seen_at(50010), top = t.row(50010)->rect.y;
    const size_t count = t.app.scene().nodes().size();
    for (int step = 1; step <= 10; ++step) {
      t.scroll_to(2'000'000.0f + 13.0f * static_cast<float>(step));
      CHECK(t.seen_at(50010) == before - 13.0f * static_cast<float>(step));
      CHECK(t.row(50010)->rect.y == top);
      CHECK(t.app.scene().nodes().size() < count + 60);
    }
    CHECK(t.host.moves.empty());
  });
}

TEST_CASE("at rest the page is moved to where the scroll bar belongs, and the rows stay") {
  for_long_tables([](LongTable& t) {
    float y = 2'000'000;
    t.scroll_to(y);
    const uint32_t first = t.app.scene().node(t.row(50010)->parent).row_index;
    CHECK(first == 0);
    while (t.row(50010) != nullptr || y < 2'150'000)
      t.scroll_to(y += 500);
    CHECK(t.host.moves.empty());
    uint32_t shown = 0;
    for (const Node& node : t.app.scene().nodes())
      shown = std::max(shown, node.row_index);
    const float before = t.seen_at(shown);
    t.app.scrolled(t.scroller().key, 0, y, true);
    CHECK(t.host.asked());
    t.frame();
    CHECK(t.host.moves == std::vector<std::pair<NodeKey, float>>{{t.scroller().key, t.offset().y}});
    CHECK(t.offset().y < y);
    CHECK(t.seen_at(shown) == before);
    // What the page reports then is no news.
    t.app.scrolled(t.scroller().key, 0, t.offset().y, false);
    t.app.scrolled(t.scroller().key, 0, t.offset().y, true);
    CHECK(!t.host.asked());
  });
}

TEST_CASE(
    "Ctrl with End and Home, and the page keys, reach every row of a long table and bring it into sight") {
  for_long_tables([](LongTable& t) {
    t.host.focused = t.stop(2);
    t.press(AppKey::End, true);
    CHECK(t.focused() == Last);
    t.check_in_sight(Last);
    CHECK(t.host.moves.back().second == t.offset().y);
    t.press(AppKey::Down);
    CHECK(t.focused() == Last);
    const uint32_t page = t.page();
    CHECK(page >= 8);
    t.press(AppKey::PageUp);
    CHECK(t.focused() == Last - page);
    t.check_in_sight(Last - page);
    t.press(AppKey::Home, true);
    CHECK(t.focused() == 1);
    t.press(AppKey::Down);
    CHECK(t.focused() == 2);
    t.check_in_sight(2);
    CHECK(t.offset().y == 0);
    for (uint32_t i = 1; i <= 200; ++i) {
      t.press(i % 2 == 0 ? AppKey::Down : AppKey::PageDown);
      const uint32_t wanted = 2 + (i + 1) / 2 * page + i / 2;
      REQUIRE(t.focused() == wanted);
      t.check_in_sight(wanted);
    }
  });
}

TEST_CASE("the row that the keyboard is in stays in the scene wherever it is, and comes back by its focus") {
  for_long_tables([](LongTable& t) {
    for (const uint32_t index : {2U, Last}) {
      CAPTURE(index);
      t.host.focused = t.stop(index == 2 ? 2 : t.focused());
      if (index == Last) t.press(AppKey::End, true);
      t.app.focused(t.host.focused);
      t.frame();
      const NodeKey stop = t.host.focused;
      for (const float y : {2'000'000.0f, 1'000'000.0f, 3'000'000.0f}) {
        t.scroll_to(y);
        CHECK(t.row(index) != nullptr);
        size_t stops = 0;
        uint32_t before = 0;
        for (const Node& node : t.app.scene().nodes()) {
          CHECK(node.rect.y >= 0);
          CHECK(node.rect.y + node.rect.h <= static_cast<float>(MaxContentPx));
          stops += node.tab_stop && grid_spot(t.app.scene(), node.key) ? 1 : 0;
          if (node.role != Role::Row || node.row_index == 0) continue;
          CHECK(node.row_index > before);
          before = node.row_index;
        }
        CHECK(stops == 1);
        CHECK(t.app.scene().find(stop)->tab_stop);
        const float seen = t.seen_at(index);
        CHECK((seen + t.row(index)->rect.h <= t.header_px() || seen >= t.scroller().rect.h));
      }
      // Tab leads there: the page scrolls to where it takes the row to be, the app puts that right.
      t.app.focused(stop);
      t.app.scrolled(t.scroller().key, 0, index == 2 ? 0 : t.scroller().content_h - t.scroller().rect.h);
      t.frame();
      t.check_in_sight(index);
    }
  });
}

TEST_CASE("keys that come faster than frames add up, and one step back takes one back") {
  LongTable t({1440, 900});
  const NodeKey first = t.host.focused = t.stop(2);
  const uint32_t wanted = 2 + 4 * t.page() - 1;
  for (int i = 0; i < 4; ++i)
    CHECK(t.app.key_pressed(first, AppKey::PageDown));
  CHECK(t.app.key_pressed(first, AppKey::Up));
  t.frame();
  CHECK(t.focused() == wanted);
  t.check_in_sight(wanted);
}

TEST_CASE("a row's key after the table went away, or lost its rows, does no harm") {
  LongTable t({1440, 900});
  const KeyPress to_end{AppKey::End, false, true};
  t.host.focused = t.stop(2);
  CHECK(t.app.key_pressed(t.host.focused, to_end));
  t.run(command::SetView{View::Overview});
  CHECK(t.focused() == 0);
  t.run(command::SetView{View::ChartReach});
  t.scroll_to(0);
  CHECK(t.app.key_pressed(t.stop(2), to_end));
  t.run(command::SetQueryText{"song 9999"});
  while (t.frame()) {
  }
  CHECK(t.offset().shift == 0);
  CHECK(t.row(2) != nullptr);
}
