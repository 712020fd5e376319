// The table of regions, cut out of one text: each record is code, M49 code of the parent, name. Codes are
// ISO 3166-1's as of 2024 and the user-assigned XK; the groups are those of UN M49. Taiwan and Kosovo, which
// M49 does not list, stand in the group of their neighbours; Antarctica lies directly in the world.
#include "core/regions.h"

#include <algorithm>
#include <array>
#include <string>

namespace explorer {
namespace {

// Sorted by code. A code of letters has two characters, one of digits three; parent 000 is none.
constexpr std::string_view Records =
    "001000World|002001Africa|005419South America|009001Oceania|011202Western Africa|013419Central America|"
    "014202Eastern Africa|015002Northern Africa|017202Middle Africa|018202Southern Africa|019001Americas|"
    "021019Northern America|029419Caribbean|030142Eastern Asia|034142Southern Asia|035142South-eastern Asia|"
    "039150Southern Europe|053009Australia and New Zealand|054009Melanesia|057009Micronesia|061009Polynesia|"
    "142001Asia|143142Central Asia|145142Western Asia|150001Europe|151150Eastern Europe|154150Northern "
    "Europe|"
    "155150Western Europe|202002Sub-Saharan Africa|419019Latin America and the Caribbean|"
    "AD039Andorra|AE145United Arab Emirates|AF034Afghanistan|AG029Antigua and Barbuda|AI029Anguilla|"
    "AL039Albania|AM145Armenia|AO017Angola|AQ001Antarctica|AR005Argentina|AS061American Samoa|AT155Austria|"
    "AU053Australia|AW029Aruba|AX154Åland Islands|AZ145Azerbaijan|BA039Bosnia and Herzegovina|BB029Barbados|"
    "BD034Bangladesh|BE155Belgium|BF011Burkina Faso|BG151Bulgaria|BH145Bahrain|BI014Burundi|BJ011Benin|"
    "BL029Saint Barthélemy|BM021Bermuda|BN035Brunei|BO005Bolivia|BQ029Caribbean Netherlands|BR005Brazil|"
    "BS029Bahamas|BT034Bhutan|BV005Bouvet Island|BW018Botswana|BY151Belarus|BZ013Belize|CA021Canada|"
    "CC053Cocos (Keeling) Islands|CD017DR Congo|CF017Central African Republic|CG017Congo|CH155Switzerland|"
    "CI011Côte d’Ivoire|CK061Cook Islands|CL005Chile|CM017Cameroon|CN030China|CO005Colombia|CR013Costa Rica|"
    "CU029Cuba|CV011Cabo Verde|CW029Curaçao|CX053Christmas Island|CY145Cyprus|CZ151Czechia|DE155Germany|"
    "DJ014Djibouti|DK154Denmark|DM029Dominica|DO029Dominican Republic|DZ015Algeria|EC005Ecuador|EE154Estonia|"
    "EG015Egypt|EH015Western Sahara|ER014Eritrea|ES039Spain|ET014Ethiopia|FI154Finland|FJ054Fiji|"
    "FK005Falkland Islands (Malvinas)|FM057Micronesia (Federated States)|FO154Faroe Islands|FR155France|"
    "GA017Gabon|GB154United Kingdom|GD029Grenada|GE145Georgia|GF005French Guiana|GG154Guernsey|GH011Ghana|"
    "GI039Gibraltar|GL021Greenland|GM011Gambia|GN011Guinea|GP029Guadeloupe|GQ017Equatorial "
    "Guinea|GR039Greece|"
    "GS005South Georgia and the South Sandwich "
    "Islands|GT013Guatemala|GU057Guam|GW011Guinea-Bissau|GY005Guyana|"
    "HK030Hong Kong|HM053Heard Island and McDonald "
    "Islands|HN013Honduras|HR039Croatia|HT029Haiti|HU151Hungary|"
    "ID035Indonesia|IE154Ireland|IL145Israel|IM154Isle of Man|IN034India|IO014British Indian Ocean Territory|"
    "IQ145Iraq|IR034Iran|IS154Iceland|IT039Italy|JE154Jersey|JM029Jamaica|JO145Jordan|JP030Japan|KE014Kenya|"
    "KG143Kyrgyzstan|KH035Cambodia|KI057Kiribati|KM014Comoros|KN029Saint Kitts and Nevis|KP030North Korea|"
    "KR030South Korea|KW145Kuwait|KY029Cayman Islands|KZ143Kazakhstan|LA035Laos|LB145Lebanon|LC029Saint "
    "Lucia|"
    "LI155Liechtenstein|LK034Sri Lanka|LR011Liberia|LS018Lesotho|LT154Lithuania|LU155Luxembourg|LV154Latvia|"
    "LY015Libya|MA015Morocco|MC155Monaco|MD151Moldova|ME039Montenegro|MF029Saint Martin (French part)|"
    "MG014Madagascar|MH057Marshall Islands|MK039North "
    "Macedonia|ML011Mali|MM035Myanmar|MN030Mongolia|MO030Macao|"
    "MP057Northern Mariana Islands|MQ029Martinique|MR011Mauritania|MS029Montserrat|MT039Malta|MU014Mauritius|"
    "MV034Maldives|MW014Malawi|MX013Mexico|MY035Malaysia|MZ014Mozambique|NA018Namibia|NC054New Caledonia|"
    "NE011Niger|NF053Norfolk Island|NG011Nigeria|NI013Nicaragua|NL155Netherlands|NO154Norway|NP034Nepal|"
    "NR057Nauru|NU061Niue|NZ053New Zealand|OM145Oman|PA013Panama|PE005Peru|PF061French Polynesia|"
    "PG054Papua New Guinea|PH035Philippines|PK034Pakistan|PL151Poland|PM021Saint Pierre and Miquelon|"
    "PN061Pitcairn|PR029Puerto Rico|PS145Palestine|PT039Portugal|PW057Palau|PY005Paraguay|QA145Qatar|"
    "RE014Réunion|RO151Romania|RS039Serbia|RU151Russia|RW014Rwanda|SA145Saudi Arabia|SB054Solomon Islands|"
    "SC014Seychelles|SD015Sudan|SE154Sweden|SG035Singapore|SH011Saint Helena, Ascension and Tristan da Cunha|"
    "SI039Slovenia|SJ154Svalbard and Jan Mayen|SK151Slovakia|SL011Sierra Leone|SM039San Marino|SN011Senegal|"
    "SO014Somalia|SR005Suriname|SS014South Sudan|ST017São Tomé and Príncipe|SV013El Salvador|"
    "SX029Sint Maarten (Dutch part)|SY145Syria|SZ018Eswatini|TC029Turks and Caicos Islands|TD017Chad|"
    "TF014French Southern Territories|TG011Togo|TH035Thailand|TJ143Tajikistan|TK061Tokelau|TL035Timor-Leste|"
    "TM143Turkmenistan|TN015Tunisia|TO061Tonga|TR145Türkiye|TT029Trinidad and Tobago|TV061Tuvalu|TW030Taiwan|"
    "TZ014Tanzania|UA151Ukraine|UG014Uganda|UM057United States Minor Outlying Islands|US021United States|"
    "UY005Uruguay|UZ143Uzbekistan|VA039Vatican City|VC029Saint Vincent and the Grenadines|VE005Venezuela|"
    "VG029British Virgin Islands|VI029United States Virgin Islands|VN035Vietnam|VU054Vanuatu|"
    "WF061Wallis and Futuna|WS061Samoa|XK039Kosovo|YE145Yemen|YT014Mayotte|ZA018South Africa|ZM014Zambia|"
    "ZW014Zimbabwe|";

constexpr size_t RegionCount = static_cast<size_t>(std::count(Records.begin(), Records.end(), '|'));

using RegionTable = std::array<Region, RegionCount>;

// By place in the table; all empty in English.
std::array<std::string, RegionCount>& own_names() {
  static std::array<std::string, RegionCount> names;
  return names;
}

bool renamed = false;

// Up to its end, which is taken away with it.
std::string_view take_field(std::string_view& fields) {
  const std::string_view field = fields.substr(0, fields.find('\x1F'));
  fields.remove_prefix(std::min(field.size() + 1, fields.size()));
  return field;
}

RegionTable cut_records() {
  constexpr size_t ParentLength = 3;
  RegionTable table;
  std::string_view rest = Records;
  for (Region& region : table) {
    const std::string_view record = rest.substr(0, rest.find('|'));
    rest.remove_prefix(record.size() + 1);
    region.kind = record.front() <= '9' ? RegionKind::Group : RegionKind::Country;
    const size_t code_length = region.kind == RegionKind::Group ? 3 : 2;
    region.code = record.substr(0, code_length);
    region.parent = record.substr(code_length, ParentLength);
    region.name = record.substr(code_length + ParentLength);
    if (region.parent == "000") region.parent = {};
  }
  return table;
}

}  // namespace

std::span<const Region> all_regions() {
  static const RegionTable table = cut_records();
  return table;
}

const Region* find_region(std::string_view code) {
  std::array<char, 3> upper{};
  if (code.empty() || code.size() > upper.size()) return nullptr;
  size_t length = 0;
  for (const char c : code.substr(0, upper.size())) {
    upper[length++] = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  const std::string_view wanted(upper.data(), length);
  const std::span<const Region> regions = all_regions();
  const auto found =
      std::lower_bound(regions.begin(), regions.end(), wanted,
                       [](const Region& region, std::string_view c) { return region.code < c; });
  return found != regions.end() && found->code == wanted ? &*found : nullptr;
}

std::string_view english_region_name(std::string_view code) {
  const Region* const region = find_region(code);
  return region != nullptr ? region->name : code;
}

std::string_view region_name(std::string_view code) {
  const Region* const region = find_region(code);
  if (region == nullptr) return code;
  const std::string& own = own_names()[static_cast<size_t>(region - all_regions().data())];
  return own.empty() ? region->name : own;
}

void set_region_names(std::string_view names) {
  renamed = !names.empty();
  own_names().fill({});
  while (!names.empty()) {
    const Region* const region = find_region(take_field(names));
    const std::string_view name = take_field(names);
    if (region != nullptr) own_names()[static_cast<size_t>(region - all_regions().data())] = name;
  }
}

bool regions_are_renamed() {
  return renamed;
}

}  // namespace explorer
