// See territories.h.
#include "map_tool/territories.h"

#include <algorithm>

namespace explorer::map_tool {
namespace {

// ISO 3166-1: the numeric and the alpha-2 code, five letters each.
constexpr std::string_view Codes =
    "004AF008AL010AQ012DZ016AS020AD024AO028AG031AZ032AR036AU040AT044BS048BH050BD051AM052BB056BE060BM064BT"
    "068BO070BA072BW074BV076BR084BZ086IO090SB092VG096BN100BG104MM108BI112BY116KH120CM124CA132CV136KY140CF"
    "144LK148TD152CL156CN158TW162CX166CC170CO174KM175YT178CG180CD184CK188CR191HR192CU196CY203CZ204BJ208DK"
    "212DM214DO218EC222SV226GQ231ET232ER233EE234FO238FK239GS242FJ246FI248AX250FR254GF258PF260TF262DJ266GA"
    "268GE270GM275PS276DE288GH292GI296KI300GR304GL308GD312GP316GU320GT324GN328GY332HT334HM336VA340HN344HK"
    "348HU352IS356IN360ID364IR368IQ372IE376IL380IT384CI388JM392JP398KZ400JO404KE408KP410KR414KW417KG418LA"
    "422LB426LS428LV430LR434LY438LI440LT442LU446MO450MG454MW458MY462MV466ML470MT474MQ478MR480MU484MX492MC"
    "496MN498MD499ME500MS504MA508MZ512OM516NA520NR524NP528NL531CW533AW534SX535BQ540NC548VU554NZ558NI562NE"
    "566NG570NU574NF578NO580MP581UM583FM584MH585PW586PK591PA598PG600PY604PE608PH612PN616PL620PT624GW626TL"
    "630PR634QA638RE642RO643RU646RW652BL654SH659KN660AI662LC663MF666PM670VC674SM678ST682SA686SN688RS690SC"
    "694SL702SG703SK704VN705SI706SO710ZA716ZW724ES728SS729SD732EH740SR744SJ748SZ752SE756CH760SY762TJ764TH"
    "768TG772TK776TO780TT784AE788TN792TR795TM796TC798TV800UG804UA807MK818EG826GB831GG832JE833IM834TZ840US"
    "850VI854BF858UY860UZ862VE876WF882WS887YE894ZM";

// Shapes without a number. Kosovo has the code XK, by common use. The other two are in ISO's entries of
// Cyprus and Somalia, so they take part in what is said of those; the line between the shapes stays.
struct Named {
  std::string_view name, code;
};
constexpr Named ByName[] = {{"Kosovo", "XK"}, {"N. Cyprus", "CY"}, {"Somaliland", "SO"}};

// Polygons that are in a box belong to another region than the rest of their shape: French Guiana and
// Svalbard, which have codes of their own, and Crimea, which ISO 3166-2 lists under Ukraine (UA-43).
struct Part {
  std::string_view of, code;
  double west, south, east, north;
};
constexpr Part Parts[] = {
    {"FR", "GF", -56, 1, -50, 7}, {"NO", "SJ", 5, 74, 40, 82}, {"RU", "UA", 32, 44, 37, 46.4}};

constexpr Place Places[] = {{"AQ", {0, -82}},         {"AX", {20, 60.2}},      {"BL", {-62.83, 17.9}},
                            {"BQ", {-68.27, 12.18}},  {"BV", {3.41, -54.42}},  {"CC", {96.83, -12.17}},
                            {"CX", {105.63, -10.49}}, {"GI", {-5.35, 36.14}},  {"GP", {-61.55, 16.25}},
                            {"HM", {73.5, -53.1}},    {"IO", {72.42, -7.33}},  {"MQ", {-61, 14.65}},
                            {"PN", {-128.3, -24.4}},  {"RE", {55.53, -21.13}}, {"SJ", {16, 78.6}},
                            {"TK", {-171.85, -9.2}},  {"TV", {179.2, -8.52}},  {"UM", {166.63, 19.29}},
                            {"VA", {12.45, 41.9}},    {"YT", {45.15, -12.82}}, {"GF", {-53, 4}}};

}  // namespace

std::string_view code_of(const Shape& shape) {
  for (size_t at = 0; at < Codes.size() && shape.id.size() == 3; at += 5) {
    if (Codes.substr(at, 3) == shape.id) return Codes.substr(at + 3, 2);
  }
  for (const Named& named : ByName) {
    if (shape.id.empty() && named.name == shape.name) return named.code;
  }
  return {};
}

std::string_view code_of_polygon(std::string_view code, const GeoPolygon& polygon) {
  for (const Part& part : Parts) {
    const auto in_box = [&part](const GeoPoint& p) {
      return p.longitude > part.west && p.longitude < part.east && p.latitude > part.south &&
             p.latitude < part.north;
    };
    if (part.of == code && std::ranges::all_of(polygon.front(), in_box)) return part.code;
  }
  return code;
}

std::span<const Place> places() {
  return Places;
}

}  // namespace explorer::map_tool
