#include "core/regions.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "core/text_fold.h"

using namespace explorer;

namespace {

// ISO 3166-1 alpha-2, all 249, in a second copy: what the table is checked against.
constexpr std::string_view IsoCodes =
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV "
    "BW BY BZ "
    "CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ "
    "FK FM FO "
    "FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR "
    "IS IT JE "
    "JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML "
    "MM MN MO "
    "MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR "
    "PS PT PW "
    "PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ "
    "TK TL TM "
    "TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW ";

bool lies_in(std::string_view code, std::string_view group) {
  for (const Region* region = find_region(code); region != nullptr; region = find_region(region->parent)) {
    if (region->code == group) return true;
  }
  return false;
}

}  // namespace

TEST_CASE("every ISO 3166-1 code and XK is a country, and no other") {
  size_t listed = 0;
  for (size_t at = 0; at < IsoCodes.size(); at += 3, ++listed) {
    const std::string_view code = IsoCodes.substr(at, 2);
    CAPTURE(code);
    const Region* const region = find_region(code);
    REQUIRE(region != nullptr);
    CHECK(region->code == code);
    CHECK(region->kind == RegionKind::Country);
  }
  CHECK(listed == 249);
  REQUIRE(find_region("XK") != nullptr);
  const auto countries = std::count_if(all_regions().begin(), all_regions().end(),
                                       [](const Region& r) { return r.kind == RegionKind::Country; });
  CHECK(countries == 250);
  CHECK(all_regions().size() == 250 + 30);
}

TEST_CASE("regions are sorted by code without doubles, and names are plain and distinct") {
  std::set<std::string> names;
  std::string_view before;
  for (const Region& region : all_regions()) {
    CAPTURE(region.code);
    CHECK(before < region.code);
    before = region.code;
    CHECK(region.code.size() == (region.kind == RegionKind::Group ? 3 : 2));
    CHECK(region.name.size() >= 4);
    CHECK(valid_utf8_prefix(region.name) == region.name.size());
    CHECK(region.name.find_first_of("|0123456789") == std::string_view::npos);
    CHECK((region.name.front() < 'a' || region.name.front() > 'z'));
    CHECK(names.insert(fold_text(region.name)).second);
  }
}

TEST_CASE("every region lies in a group, and every chain of groups ends in the world") {
  for (const Region& region : all_regions()) {
    CAPTURE(region.code);
    int steps = 0;
    const Region* at = &region;
    while (!at->parent.empty() && steps < 10) {
      at = find_region(at->parent);
      REQUIRE(at != nullptr);
      CHECK(at->kind == RegionKind::Group);
      ++steps;
    }
    CHECK(at->code == "001");
    CHECK(steps <= 4);
    if (region.code == "001") continue;
    CHECK(steps >= 1);
  }
}

TEST_CASE(
    "groups hold as many countries as M49 gives them, with Kosovo and Taiwan added, and none is empty") {
  const struct {
    std::string_view group;
    long countries;
  } cases[] = {{"001", 250}, {"002", 60}, {"019", 57}, {"142", 51}, {"150", 52}, {"009", 29},
               {"030", 8},   {"419", 52}, {"029", 28}, {"202", 53}, {"021", 5},  {"053", 6}};
  for (const auto& c : cases) {
    CAPTURE(c.group);
    const auto inside = std::count_if(all_regions().begin(), all_regions().end(), [&](const Region& region) {
      return region.kind == RegionKind::Country && lies_in(region.code, c.group);
    });
    CHECK(inside == c.countries);
  }
  for (const Region& group : all_regions()) {
    if (group.kind != RegionKind::Group) continue;
    CAPTURE(group.code);
    CHECK(std::any_of(all_regions().begin(), all_regions().end(),
                      [&](const Region& region) { return region.parent == group.code; }));
  }
}

TEST_CASE("well-known regions have their names and places") {
  const struct {
    std::string_view code, name, parent;
  } cases[] = {
      {"001", "World", ""},
      {"150", "Europe", "001"},
      {"142", "Asia", "001"},
      {"013", "Central America", "419"},
      {"419", "Latin America and the Caribbean", "019"},
      {"KR", "South Korea", "030"},
      {"KP", "North Korea", "030"},
      {"US", "United States", "021"},
      {"JP", "Japan", "030"},
      {"FR", "France", "155"},
      {"DE", "Germany", "155"},
      {"GB", "United Kingdom", "154"},
      {"TW", "Taiwan", "030"},
      {"HK", "Hong Kong", "030"},
      {"MO", "Macao", "030"},
      {"XK", "Kosovo", "039"},
      {"PS", "Palestine", "145"},
      {"TR", "Türkiye", "145"},
      {"CZ", "Czechia", "151"},
      {"CY", "Cyprus", "145"},
      {"RU", "Russia", "151"},
      {"SD", "Sudan", "015"},
      {"SS", "South Sudan", "014"},
      {"CG", "Congo", "017"},
      {"CD", "DR Congo", "017"},
      {"AQ", "Antarctica", "001"},
      {"GL", "Greenland", "021"},
      {"AU", "Australia", "053"},
      {"MX", "Mexico", "013"},
      {"NE", "Niger", "011"},
      {"NG", "Nigeria", "011"},
      {"DM", "Dominica", "029"},
      {"DO", "Dominican Republic", "029"},
      {"ZW", "Zimbabwe", "014"},
      {"AD", "Andorra", "039"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.code);
    const Region* const region = find_region(c.code);
    REQUIRE(region != nullptr);
    CHECK(region->name == c.name);
    CHECK(region->parent == c.parent);
    CHECK(region_name(c.code) == c.name);
  }
}

TEST_CASE("letters of a code may be of either case") {
  CHECK(find_region("kr") == find_region("KR"));
  CHECK(find_region("kR") == find_region("KR"));
  CHECK(region_name("kr") == "South Korea");
}

TEST_CASE("an unknown code has no region and is its own name") {
  for (const std::string_view code :
       {"", "K", "ZZ", "EU", "UK", "USA", "999", "000", "1", "150 ", "KR\n", "한", "|AD0"}) {
    CAPTURE(code);
    CHECK(find_region(code) == nullptr);
    CHECK(region_name(code) == code);
  }
  const std::string long_code(1000000, 'K');
  CHECK(find_region(long_code) == nullptr);
}
