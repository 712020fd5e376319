// The map that the build made (dist/map.bin), not one made for a test: every country is on it, at its place
// on the earth, and no area is more than its region.
#include <doctest/doctest.h>

#include <cmath>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>

#include "core/regions.h"
#include "view/equal_earth.h"
#include "view/map_geometry.h"

using namespace explorer;

namespace {

// Of the map, as map_tool/plan_map.cpp has it.
constexpr double CentralMeridian = 11;

// Null if there is no such file: the site has to be built first, as `./build-wasm.sh test` does.
const WorldMap* built_map() {
  static const std::shared_ptr<const WorldMap> map = [] {
    std::ifstream file(EXPLORER_SOURCE_DIR "/dist/map.bin", std::ios::binary);
    return read_map(std::string{std::istreambuf_iterator<char>(file), {}});
  }();
  return map.get();
}

Point place(double longitude, double latitude) {
  double east = longitude - CentralMeridian;
  if (east < -180) east += 360;
  const Projected at = equal_earth(east, latitude);
  return {static_cast<float>(at.x * MapUnitsPerRadius), static_cast<float>(-at.y * MapUnitsPerRadius)};
}

// At the equator, where one is longest.
double units_per_degree() {
  return equal_earth(0, 1).y * MapUnitsPerRadius;
}

double distance(Point a, Point b) {
  return std::hypot(static_cast<double>(a.x - b.x), static_cast<double>(a.y - b.y));
}

bool holds(const WorldMap& map, const char* code, double longitude, double latitude) {
  const size_t region = map.find(code);
  return region < map.regions.size() && area_holds(map, region, place(longitude, latitude));
}

const MapRegion& region_of(const WorldMap& map, const char* code) {
  const size_t region = map.find(code);
  REQUIRE(region < map.regions.size());
  return map.regions[region];
}

struct Known {
  const char* code;
  double longitude, latitude;
};

}  // namespace

TEST_CASE("the built map has every country of core/regions, and nothing else") {
  const WorldMap* map = built_map();
  REQUIRE(map != nullptr);
  size_t countries = 0;
  for (const Region& region : all_regions()) {
    if (region.kind != RegionKind::Country) continue;
    ++countries;
    CAPTURE(region.code);
    CHECK(map->find(region.code) < map->regions.size());
  }
  CHECK(map->regions.size() == countries);
  for (const char* code :
       {"SG", "MT", "GD", "MV", "VA", "MC", "KR", "US", "FR", "GF", "CY", "TW", "HK", "MO", "XK"}) {
    CAPTURE(code);
    CHECK(map->find(code) < map->regions.size());
  }
}

TEST_CASE("dots of the built map lie where the territories are, to a quarter of a degree") {
  constexpr Known Dots[] = {{"SG", 103.8, 1.35},   {"MT", 14.4, 35.9},   {"GD", -61.7, 12.1},
                            {"VA", 12.45, 41.9},   {"MC", 7.42, 43.74},  {"HK", 114.17, 22.35},
                            {"MO", 113.55, 22.16}, {"LI", 9.55, 47.15},  {"AD", 1.55, 42.55},
                            {"SM", 12.46, 43.94},  {"GI", -5.35, 36.14}, {"TV", 179.2, -8.52}};
  const WorldMap* map = built_map();
  REQUIRE(map != nullptr);
  for (const Known& known : Dots) {
    CAPTURE(known.code);
    const MapRegion& region = region_of(*map, known.code);
    CHECK(!region.has_area);
    CHECK(distance(region.anchor, place(known.longitude, known.latitude)) <= units_per_degree() / 4);
  }
  // Its atolls lie over eight degrees.
  const MapRegion& maldives = region_of(*map, "MV");
  CHECK(!maldives.has_area);
  CHECK(distance(maldives.anchor, place(73.5, 4.2)) <= 2 * units_per_degree());
}

TEST_CASE("areas of the built map hold the middle of their countries, and have their anchors near it") {
  constexpr Known Middles[] = {{"KR", 127.8, 36.5}, {"FR", 2.5, 46.5}, {"DE", 10.4, 51},  {"JP", 138, 36.5},
                               {"CY", 32.9, 34.9},  {"TW", 121, 23.7}, {"XK", 20.9, 42.6}};
  const WorldMap* map = built_map();
  REQUIRE(map != nullptr);
  for (const Known& known : Middles) {
    CAPTURE(known.code);
    CHECK(holds(*map, known.code, known.longitude, known.latitude));
    CHECK(distance(region_of(*map, known.code).anchor, place(known.longitude, known.latitude)) <=
          1.5 * units_per_degree());
  }
  for (const Known& known : {Known{"US", -98, 39}, Known{"US", -152, 65}, Known{"US", -155.5, 19.6},
                             Known{"BR", -53, -10}, Known{"RU", 40, 56}}) {
    CAPTURE(known.longitude);
    CHECK(holds(*map, known.code, known.longitude, known.latitude));
  }
  for (size_t i = 0; i < map->regions.size(); ++i) {
    CAPTURE(map->regions[i].code);
    CHECK((!map->regions[i].has_area || area_holds(*map, i, map->regions[i].anchor)));
  }
}

TEST_CASE("areas of the built map have the sizes that the countries have on the globe") {
  struct Size {
    const char* code;
    double square_km;
  };
  // Areas by the UN Demographic Yearbook, rounded; the coarse shapes leave out lakes and small islands.
  constexpr Size Sizes[] = {{"US", 9.5e6}, {"RU", 17.0e6}, {"BR", 8.5e6},
                            {"AU", 7.7e6}, {"FR", 552e3},  {"KR", 100e3}};
  constexpr double Pi = 3.14159265358979323846, GlobeKm = 510.066e6, Land = 0.264;  // without Antarctica
  const double globe = 4 * Pi * MapUnitsPerRadius * MapUnitsPerRadius;
  const WorldMap* map = built_map();
  REQUIRE(map != nullptr);
  for (const Size& known : Sizes) {
    CAPTURE(known.code);
    const double square_km = static_cast<double>(region_of(*map, known.code).area) / globe * GlobeKm;
    CHECK(square_km == doctest::Approx(known.square_km).epsilon(0.05));
  }
  double sum = 0;
  for (const MapRegion& region : map->regions)
    sum += static_cast<double>(region.area);
  CHECK(sum / globe == doctest::Approx(Land).epsilon(0.03));
}

TEST_CASE("territories with a code of their own are no part of another country's area") {
  const WorldMap* map = built_map();
  REQUIRE(map != nullptr);
  // French Guiana; Corsica is France.
  CHECK(holds(*map, "GF", -53, 4));
  CHECK(!holds(*map, "FR", -53, 4));
  CHECK(holds(*map, "FR", 9.1, 42.2));
  const Rect france = region_of(*map, "FR").bounds;
  CHECK(france.x > place(-10, 40).x);
  CHECK(france.y + france.h < place(0, 30).y);
  // Svalbard, Crimea (ISO 3166-2 has it under Ukraine), and the parts of Cyprus and Somalia that have no
  // code.
  CHECK(holds(*map, "SJ", 16, 78.6));
  CHECK(!holds(*map, "NO", 16, 78.6));
  CHECK(holds(*map, "UA", 34.2, 45.2));
  CHECK(!holds(*map, "RU", 34.2, 45.2));
  CHECK(holds(*map, "CY", 33.5, 35.25));
  CHECK(holds(*map, "SO", 45.5, 9.5));
  CHECK(!holds(*map, "CN", 121, 23.7));
  CHECK(!holds(*map, "RS", 20.9, 42.6));
}

TEST_CASE("countries across the date line are whole: what lies beyond it goes on from there") {
  const WorldMap* map = built_map();
  REQUIRE(map != nullptr);
  CHECK(holds(*map, "RU", 40, 56));
  CHECK(holds(*map, "RU", 179, 66.5));
  CHECK(holds(*map, "RU", -173, 66.5));
  const Rect russia = region_of(*map, "RU").bounds;
  CHECK(russia.x > place(11, 55).x);
  CHECK(russia.w < map->extent.w / 2);
  CHECK(static_cast<double>(region_of(*map, "FJ").bounds.w) < 8 * units_per_degree());
}
