// Makes the map of the page out of Natural Earth's shapes. A tool of the build.
// Usage: make_map countries-110m.json countries-50m.json map.bin
#include <cstdio>
#include <fstream>
#include <iterator>

#include "map_tool/plan_map.h"
#include "view/map_geometry.h"

using namespace explorer;
using namespace explorer::map_tool;

namespace {

std::optional<std::vector<Shape>> read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  auto shapes = read_countries(bytes);
  if (!shapes) std::fprintf(stderr, "%s is no TopoJSON file of countries\n", path);
  return shapes;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 4) {
    std::fprintf(stderr, "usage: make_map countries-110m.json countries-50m.json map.bin\n");
    return 2;
  }
  const auto coarse = read_file(arguments[1]), fine = read_file(arguments[2]);
  if (!coarse || !fine) return 1;
  const MapPlan plan = plan_map(*coarse, *fine);
  for (const std::string& name : plan.unknown)
    std::fprintf(stderr, "make_map: no region for the shape of %s\n", name.c_str());
  for (const std::string& code : plan.missing)
    std::fprintf(stderr, "make_map: no place for %s\n", code.c_str());
  if (!plan.unknown.empty() || !plan.missing.empty()) return 1;
  const std::string bytes = pack_map(plan.regions, plan.extent);
  if (read_map(bytes) == nullptr) {
    std::fprintf(stderr, "make_map: the map that was made cannot be read\n");
    return 1;
  }
  std::ofstream(arguments[3], std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return 0;
}
