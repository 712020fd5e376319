// Names on the map: never on each other, on a mark, on a colour or beyond the box.
#include "view/map_labels.h"

#include <doctest/doctest.h>

#include "map_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

bool overlap(const Rect& a, const Rect& b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

}  // namespace

TEST_CASE("labels keep off each other, off marks and colours, and within the box") {
  const auto map = small_map();
  for (const float width : {300.0f, 800.0f, 1600.0f}) {
    const float height = width / 2;
    const MapFrame frame = map_frame(*map, {}, width, height);
    const std::vector<bool> marked(map->regions.size(), true);
    std::vector<LabelWish> wishes;
    for (size_t i = 0; i < map->regions.size(); ++i)
      wishes.push_back({i, 90, 18, true});
    const auto places = place_labels(*map, frame, marked, wishes, width, height);
    REQUIRE(places.size() == wishes.size());
    CAPTURE(width);
    for (size_t i = 0; i < places.size(); ++i) {
      if (!places[i]) continue;
      const Rect& box = places[i]->box;
      CHECK(box.x >= 0);
      CHECK(box.y >= 0);
      CHECK(box.x + box.w <= width);
      CHECK(box.y + box.h <= height);
      const Point middle = frame.units({box.x + box.w / 2, box.y + box.h / 2});
      for (size_t k = 0; k < map->regions.size(); ++k) {
        CHECK(area_holds(*map, k, middle) == (places[i]->inside && k == i));
        if (k < i && places[k]) CHECK(!overlap(box, places[k]->box));
      }
    }
    if (width < 500) continue;
    REQUIRE(places[4].has_value());
    CHECK(places[4]->inside);
  }
}

TEST_CASE("a label that finds no room is left out") {
  const auto map = small_map();
  const std::vector<LabelWish> wishes{{0, 90, 18, true}, {4, 500, 18, true}};
  const auto places =
      place_labels(*map, map_frame(*map, {}, 200, 100), std::vector<bool>(5, true), wishes, 200, 100);
  CHECK(places[0].has_value());
  CHECK(!places[1]);
}
