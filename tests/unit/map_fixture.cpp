// See map_fixture.h.
#include "map_fixture.h"

#include <algorithm>

namespace explorer::test {

map_tool::MapRing rectangle(int left, int top, int right, int bottom) {
  return {{left, top}, {right, top}, {right, bottom}, {left, bottom}};
}

std::string small_map_bytes() {
  map_tool::MapRing hole = rectangle(200, -800, 400, -600);
  std::ranges::reverse(hole);
  return map_tool::pack_map(
      {{"DE", {800, -750}, {{rectangle(600, -1000, 1000, -500)}}},
       {"FR", {100, -700}, {{rectangle(0, -1000, 600, -400), hole}}},
       {"KR", {2502, -498}, {{rectangle(2500, -500, 2504, -496)}}},
       {"SG", {2000, 0}, {}},
       {"US",
        {-2250, -800},
        {{rectangle(-3000, -1200, -1500, -400)}, {rectangle(-3400, -1500, -3200, -1300)}}}},
      {-4000, -2000, 4000, 2000});
}

std::shared_ptr<const WorldMap> small_map() {
  return read_map(small_map_bytes());
}

}  // namespace explorer::test
