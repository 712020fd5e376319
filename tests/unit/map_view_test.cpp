// Zoom, pan and what is under a point of the map.
#include "view/map_view.h"

#include <doctest/doctest.h>

#include "map_fixture.h"

using namespace explorer;
using namespace explorer::test;

namespace {

constexpr float W = 800, H = 500;

MapState state_at(float zoom, float x, float y) {
  MapState state;
  state.zoom = zoom;
  state.centre_x = x;
  state.centre_y = y;
  return state;
}

std::string found(const WorldMap& map, const MapFrame& frame, Point at, std::string_view marked = {}) {
  std::vector<bool> marks(map.regions.size());
  if (!marked.empty()) marks[map.find(marked)] = true;
  const auto region = region_at(map, frame, at, 8, marks);
  return region ? map.regions[*region].code : "-";
}

}  // namespace

TEST_CASE("at zoom 1 the whole map is in the middle of its box, whatever the centre is said to be") {
  const auto map = small_map();
  for (const MapState& state : {MapState{}, state_at(1, 3000, 1000), state_at(0.2f, 0, 0)}) {
    const MapFrame frame = map_frame(*map, state, W, H);
    CHECK(frame.scale == doctest::Approx(0.1));
    CHECK(frame.place({-4000, -2000}) == Point{0, 50});
    CHECK(frame.place({4000, 2000}) == Point{800, 450});
  }
}

TEST_CASE("zooming keeps what is under the pointer there, as long as nothing beyond the map would be seen") {
  const auto map = small_map();
  const Point at{420, 170};
  const Point held = map_frame(*map, {}, W, H).units(at);
  MapState state = zoom_map(*map, {}, W, H, at, 4);
  CHECK(state.zoom == 4);
  const Point there = map_frame(*map, state, W, H).place(held);
  CHECK(there.x == doctest::Approx(at.x));
  CHECK(there.y == doctest::Approx(at.y));
  state = zoom_map(*map, state, W, H, {0, 0}, 1e9f);
  CHECK(state.zoom == MaxMapZoom);
  state = zoom_map(*map, state, W, H, {0, 0}, 1e-9f);
  CHECK(map_frame(*map, state, W, H).scale == doctest::Approx(0.1));
}

TEST_CASE("panning ends at the edges of the map") {
  const auto map = small_map();
  MapState state = pan_map(*map, state_at(2, 0, 0), W, H, {100, 0});
  CHECK(state.centre_x == doctest::Approx(-500));
  for (int i = 0; i < 100; ++i)
    state = pan_map(*map, state, W, H, {100, 100});
  CHECK(map_frame(*map, state, W, H).place({-4000, -2000}) == Point{0, 0});
  const MapState still = pan_map(*map, MapState{}, W, H, {100, 100});
  CHECK(map_frame(*map, still, W, H).origin == map_frame(*map, {}, W, H).origin);
}

TEST_CASE("a point finds the region around it, dots of marked regions from some px away") {
  const auto map = small_map();
  const MapFrame frame = map_frame(*map, {}, W, H);
  CHECK(found(*map, frame, frame.place({-2000, -800})) == "US");
  CHECK(found(*map, frame, frame.place({300, -700})) == "-");  // the hole
  CHECK(found(*map, frame, frame.place({800, -700})) == "DE");
  CHECK(found(*map, frame, {0, 0}) == "-");
  const Point singapore = frame.place({2000, 0}), korea = frame.place({2502, -498});
  CHECK(found(*map, frame, {singapore.x + 3, singapore.y}) == "SG");
  CHECK(found(*map, frame, {singapore.x + 7, singapore.y}) == "-");
  CHECK(found(*map, frame, {singapore.x + 7, singapore.y}, "SG") == "SG");
  CHECK(found(*map, frame, {korea.x - 6, korea.y}) == "-");
  CHECK(found(*map, frame, {korea.x - 6, korea.y}, "KR") == "KR");
  // Near enough, it is an area like any other.
  const MapFrame nearer = map_frame(*map, state_at(24, 2502, -498), W, H);
  CHECK(is_dot(map->regions[map->find("KR")], frame));
  CHECK(!is_dot(map->regions[map->find("KR")], nearer));
}

TEST_CASE("a box takes the regions whose middle is in it, or the one that it lies in") {
  const auto map = small_map();
  const MapFrame frame = map_frame(*map, {}, W, H);
  const auto codes = [&](Point from, Point to) {
    std::string text;
    for (const size_t region : regions_in(*map, frame, frame.place(from), frame.place(to)))
      text += map->regions[region].code + ' ';
    return text;
  };
  CHECK(codes({-100, -1100}, {1100, 0}) == "DE FR ");
  CHECK(codes({1100, 0}, {-100, -1100}) == "DE FR ");
  CHECK(codes({-2900, -1100}, {-2700, -1000}) == "US ");
  CHECK(codes({-4000, 1000}, {4000, 2000}).empty());
}
