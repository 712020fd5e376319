// The map's file: what is packed is read again, areas are filled exactly, and bytes that are anything else
// give no map.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <random>

#include "map_fixture.h"

using namespace explorer;
using namespace explorer::test;
using map_tool::MapPolygon;
using map_tool::MapRing;

namespace {

double ring_area(const MapPolygon& polygon) {
  double sum = 0;
  for (const MapRing& ring : polygon)
    sum += static_cast<double>(map_tool::twice_area(ring)) / 2;
  return sum;
}

// A star with so many corners around (x, y): anything but convex.
MapRing star(int x, int y, int corners, int radius, std::mt19937& random) {
  MapRing ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = 2 * 3.14159265 * i / corners,
                 r = radius * (0.3 + 0.7 * double(random() % 1000) / 1000);
    ring.push_back({x + static_cast<int>(r * std::cos(angle)), y + static_cast<int>(r * std::sin(angle))});
  }
  return ring;
}

}  // namespace

TEST_CASE("a packed map is read again: regions by code, areas, holes and dots") {
  const auto map = small_map();
  REQUIRE(map);
  REQUIRE(map->regions.size() == 5);
  CHECK(map->extent == Rect{-4000, -2000, 8000, 4000});
  CHECK(map->find("FR") == 1);
  CHECK(map->find("AA") == map->regions.size());
  CHECK(map->find("ZZ") == map->regions.size());
  CHECK(map->regions[1].anchor == Point{100, -700});
  CHECK(map->regions[1].area == 600 * 600 - 200 * 200);
  CHECK(map->regions[1].bounds == Rect{0, -1000, 600, 600});
  CHECK(!map->regions[3].has_area);
  CHECK(map->regions[4].area == 1500 * 800 + 200 * 200);
  CHECK(map->mesh->parts[4].ring_count == 2);
  CHECK(map->mesh->indices.size() == 3 * (2 + 8 + 2 + 0 + 4));
}

TEST_CASE("a point is in an area within its outer ring and in none of its holes") {
  const auto map = small_map();
  const size_t france = map->find("FR"), states = map->find("US");
  CHECK(area_holds(*map, france, {100, -500}));
  CHECK(!area_holds(*map, france, {300, -700}));
  CHECK(!area_holds(*map, france, {700, -700}));
  CHECK(area_holds(*map, states, {-3300, -1400}));
  CHECK(area_holds(*map, states, {-2000, -800}));
  CHECK(!area_holds(*map, states, {-3100, -1250}));
}

TEST_CASE("ears fill polygons of any shape, with holes, exactly") {
  std::mt19937 random(4);
  for (int round = 0; round < 40; ++round) {
    MapPolygon polygon{star(0, 0, 12 + round * 4, 20000, random)};
    for (int hole = 0; hole < round % 3; ++hole) {
      polygon.push_back(star(-2500 + hole * 3000, 0, 7, 1000, random));
      std::ranges::reverse(polygon.back());
    }
    const auto map = read_map(map_tool::pack_map({{"FR", {0, 0}, {polygon}}}, {-1, -1, 1, 1}));
    CAPTURE(round);
    REQUIRE(map);
    CHECK(map->regions[0].area == doctest::Approx(ring_area(polygon)).epsilon(1e-4));
  }
}

TEST_CASE("bytes that are cut, or more than a map, give none") {
  const std::string bytes = small_map_bytes();
  for (size_t size = 0; size < bytes.size(); ++size) {
    CAPTURE(size);
    CHECK(read_map(std::string_view(bytes).substr(0, size)) == nullptr);
  }
  CHECK(read_map(bytes + '\0') == nullptr);
  CHECK(read_map("AEM2" + bytes.substr(4)) == nullptr);
  CHECK(read_map("<!doctype html>") == nullptr);
}

TEST_CASE("bytes that are changed give no map or one that can be used") {
  const std::string bytes = small_map_bytes();
  std::mt19937 random(7);
  for (int round = 0; round < 20000; ++round) {
    std::string changed = bytes;
    for (int i = 0; i <= round % 3; ++i)
      changed[random() % changed.size()] = static_cast<char>(random());
    const auto map = read_map(changed);
    if (!map) continue;
    for (const uint16_t index : map->mesh->indices)
      REQUIRE(index < map->mesh->points.size());
    for (size_t i = 0; i < map->regions.size(); ++i)
      area_holds(*map, i, map->regions[i].anchor);
  }
}
