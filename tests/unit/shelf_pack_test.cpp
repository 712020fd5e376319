// Rectangles on shelves, against a list of those that should still be there.
#include <doctest/doctest.h>

#include <random>
#include <vector>

#include "view/shelf_pack.h"

namespace explorer::test {
namespace {

struct Placed {
  ShelfPack::Spot spot;
  int w, h;
  bool used;  // in this frame
};

bool overlap(const Placed& a, const Placed& b) {
  return a.spot.x < b.spot.x + b.w && b.spot.x < a.spot.x + a.w && a.spot.y < b.spot.y + b.h &&
         b.spot.y < a.spot.y + a.h;
}

}  // namespace

TEST_CASE("what lies on shelves lies inside, overlaps nothing, and stays while it is used") {
  std::mt19937 random(7);
  const auto draw = [&](int least, int most) {
    return std::uniform_int_distribution<int>(least, most)(random);
  };
  ShelfPack pack(300, 200);
  std::vector<Placed> placed;
  size_t emptied = 0;
  for (int frame = 0; frame < 400; ++frame) {
    pack.next_frame();
    for (Placed& each : placed)
      each.used = draw(0, 20) == 0 && pack.use(each.spot);
    for (int i = 0; i < 12; ++i) {
      Placed fresh{{}, draw(1, 60), draw(1, 26), true};
      const auto spot = pack.place(fresh.w, fresh.h);
      if (!spot) continue;
      fresh.spot = *spot;
      REQUIRE(spot->x >= 0);
      REQUIRE(spot->y >= 0);
      REQUIRE(spot->x + fresh.w <= pack.width());
      REQUIRE(spot->y + fresh.h <= pack.height());
      for (const Placed& each : placed)
        if (each.used && !pack.holds(each.spot)) FAIL("given away while it was in use");
      emptied += std::erase_if(placed, [&](const Placed& each) { return !pack.holds(each.spot); });
      for (const Placed& each : placed)
        if (overlap(each, fresh)) FAIL("two rectangles overlap");
      placed.push_back(fresh);
    }
  }
  CHECK(emptied > 1000);
}

TEST_CASE("shelves refuse what is too large, and what has no room beside what is in use") {
  ShelfPack pack(100, 40);
  CHECK(!pack.place(101, 10));
  CHECK(!pack.place(10, 41));
  CHECK(pack.place(100, 40));
  CHECK(!pack.place(1, 1));
  pack.next_frame();
  CHECK(pack.place(80, 40));
  CHECK(!pack.holds({0, 0, 0, 0}));
}

TEST_CASE("the shelf that was idle for longest is emptied first") {
  ShelfPack pack(100, 48);
  const auto first = pack.place(100, 12), second = pack.place(100, 12), third = pack.place(100, 12);
  REQUIRE(pack.place(100, 12));
  pack.next_frame();
  CHECK(pack.use(*first));
  pack.next_frame();
  CHECK(pack.use(*second));
  REQUIRE(pack.place(100, 12));
  CHECK(pack.holds(*first));
  CHECK(pack.holds(*second));
  CHECK(!pack.holds(*third));
  CHECK(!pack.use(*third));
}

}  // namespace explorer::test
