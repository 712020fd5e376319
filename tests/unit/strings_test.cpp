// The languages of the interface: their strings as the build made them, their grammar, their dates and
// numbers, given what Intl would say of them.
#include <doctest/doctest.h>

#include <fstream>
#include <sstream>

#include "core/phrase.h"
#include "core/regions.h"
#include "dataset_fixture.h"
#include "query_at_once.h"
#include "state/query_text.h"
#include "view/format.h"
#include "view/locale.h"
#include "view/ui_sentences.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// What a browser sends for ko-KR and for ar (web/reader_locale.js).
constexpr std::string_view Korean =
    ",\x1F"
    "33\x1F.\x1F{2}년 {1} {0}일\x1F{1} {0}일\x1F{2}년 {1}\x1F{2}년\x1F"
    "AM {0}\x1FPM {0}\x1F시간\x1F시간\x1F분\x1F분\x1F초\x1F초\x1Fko-KR\x1Fltr\x1F"
    "1월\x1F"
    "2월\x1F"
    "3월\x1F"
    "4월\x1F"
    "5월\x1F"
    "6월\x1F"
    "7월\x1F"
    "8월\x1F"
    "9월\x1F"
    "10월\x1F"
    "11월\x1F"
    "12월\x1F"
    "1월\x1F"
    "2월\x1F"
    "3월\x1F"
    "4월\x1F"
    "5월\x1F"
    "6월\x1F"
    "7월\x1F"
    "8월\x1F"
    "9월\x1F"
    "10월\x1F"
    "11월\x1F"
    "12월";
constexpr std::string_view Arabic =
    ",\x1F"
    "33\x1F.\x1F{0} {1} {2}\x1F{0} {1}\x1F{1} {2}\x1F{2}\x1F{0} ص\x1F{0} م\x1F س\x1F س\x1F د\x1F د\x1F ث\x1F "
    "ث\x1F"
    "ar\x1Frtl\x1F"
    "يناير\x1Fفبراير\x1Fمارس\x1Fأبريل\x1Fمايو\x1Fيونيو\x1Fيوليو\x1Fأغسطس\x1Fسبتمبر\x1Fأكتوبر\x1Fنوفمبر\x1Fديس"
    "مبر\x1F"
    "يناير\x1Fفبراير\x1Fمارس\x1Fأبريل\x1Fمايو\x1Fيونيو\x1Fيوليو\x1Fأغسطس\x1Fسبتمبر\x1Fأكتوبر\x1Fنوفمبر\x1Fديس"
    "مبر";

// The categories of the numbers from 0 to 199, as Intl.PluralRules gives them.
std::string korean_rule() {
  return std::string(200, '5');
}

std::string arabic_rule() {
  std::string rule;
  for (int n = 0; n < 200; ++n) {
    const int rest = n % 100;
    rule += n <= 2 ? static_cast<char>('0' + n) : rest >= 3 && rest <= 10 ? '3' : rest >= 11 ? '4' : '5';
  }
  return rule;
}

struct Strings {
  std::string mark, phrases;
};

Strings read_strings(std::string_view language) {
  std::ifstream file(std::string(EXPLORER_STRINGS_DIR "/strings-").append(language).append(".txt"));
  Strings strings;
  std::getline(file, strings.mark);
  std::getline(file, strings.phrases);
  return strings;
}

std::string packed(const Strings& strings, const std::string& rule) {
  return strings.mark + '\x1F' + rule + '\x1F' + strings.phrases;
}

// Speaks another language as long as it lives.
struct Speaking {
  Speaking(std::string_view language, const std::string& rule, std::string_view locale)
      : speaks(set_phrases(packed(read_strings(language), rule))) {
    set_reader_locale(Locale(locale));
  }
  ~Speaking() {
    set_phrases({});
    set_region_names({});
    set_reader_locale(Locale());
  }
  bool speaks;
};

struct InKorean : Speaking {
  InKorean() : Speaking("ko", korean_rule(), Korean) {}
};
struct InArabic : Speaking {
  InArabic() : Speaking("ar", arabic_rule(), Arabic) {}
};

std::string date(std::string_view edtf) {
  return format_date(*parse_edtf(edtf).value);
}

struct Written {
  std::string_view edtf, text;
};

void check_dates(std::span<const Written> dates) {
  for (const Written& each : dates) {
    CAPTURE(each.edtf);
    CHECK(date(each.edtf) == each.text);
  }
}

Query query_of(std::string_view text) {
  return parse_query(text).query;
}

}  // namespace

TEST_CASE("values take the places of their placeholders, and nothing else is touched") {
  CHECK(fill("{0} of {1}", {"3", "14"}) == "3 of 14");
  CHECK(fill("{1}, {0}, {1}", {"a", "b"}) == "b, a, b");
  CHECK(fill("a set ([...] or {...}) {0}", {"x"}) == "a set ([...] or {...}) x");
  CHECK(fill("{0}", {"{1}"}) == "{1}");
  CHECK(fill("{5} {} {", {"x"}) == "{5} {} {");
  CHECK(fill("", {}).empty());
}

TEST_CASE("English counts one and many") {
  CHECK(ui::count_rows(0, TableId::Articles) == "0 articles");
  CHECK(ui::count_rows(1, TableId::Articles) == "1 article");
  CHECK(ui::count_rows(2, TableId::Articles) == "2 articles");
  CHECK(ui::count_rows(101, TableId::Articles) == "101 articles");
}

TEST_CASE(
    "strings of another program, of too few parts or with a broken rule are refused, and English stays") {
  const Strings strings = read_strings("ko");
  REQUIRE_FALSE(strings.phrases.empty());
  CHECK_FALSE(set_phrases(packed({"00000000", strings.phrases}, korean_rule())));
  CHECK_FALSE(set_phrases(packed({strings.mark, strings.phrases.substr(40)}, korean_rule())));
  CHECK_FALSE(set_phrases(packed(strings, korean_rule().substr(1))));
  CHECK_FALSE(set_phrases(packed(strings, korean_rule().replace(7, 1, "6"))));
  CHECK_FALSE(set_phrases("nonsense"));
  CHECK(std::string_view(ui::Close) == "Close");
  const InKorean korean;
  CHECK(korean.speaks);
  CHECK(std::string_view(ui::Close) == "닫기");
}

TEST_CASE("a category that the strings do not have is said like any other number") {
  // As a browser of the future may tell one and other apart in Korean.
  const Strings strings = read_strings("ko");
  const bool taken = set_phrases(packed(strings, korean_rule().replace(1, 1, "1")));
  const std::string one = ui::count_rows(1, TableId::Articles);
  set_phrases({});
  CHECK(taken);
  CHECK(one == "기사 1건");
}

TEST_CASE("Arabic has a form for each kind of number") {
  const InArabic arabic;
  REQUIRE(arabic.speaks);
  const struct {
    uint64_t count;
    std::string_view articles, releases;
  } cases[] = {{0, "0 مقالة", "0 إصدار"},
               {1, "مقالة واحدة", "إصدار واحد"},
               {2, "مقالتان", "إصداران"},
               {3, "3 مقالات", "3 إصدارات"},
               {10, "10 مقالات", "10 إصدارات"},
               {11, "11 مقالة", "11 إصدارًا"},
               {99, "99 مقالة", "99 إصدارًا"},
               {100, "100 مقالة", "100 إصدار"},
               {102, "102 مقالة", "102 إصدار"},
               {103, "103 مقالات", "103 إصدارات"},
               {200, "200 مقالة", "200 إصدار"},
               {1003, "1,003 مقالات", "1,003 إصدارات"},
               {1'000'011, "1,000,011 مقالة", "1,000,011 إصدارًا"}};
  for (const auto& each : cases) {
    CAPTURE(each.count);
    CHECK(ui::count_rows(each.count, TableId::Articles) == each.articles);
    CHECK(ui::count_rows(each.count, TableId::Releases) == each.releases);
  }
  CHECK(ui::count_of_rows(1, 2, TableId::Articles) == "1 من مقالتين");
  CHECK(ui::count_of_rows(3, 14, TableId::Articles) == "3 من 14 مقالة");
  CHECK(ui::kept_articles(2) == "تُعرض المقالتان اللتان وصلتا.");
}

TEST_CASE("Korean writes years before months before days, each with its particle") {
  const InKorean korean;
  REQUIRE(korean.speaks);
  const Written dates[] = {{"2023-12-22", "2023년 12월 22일"},
                           {"2023-03", "2023년 3월"},
                           {"2023", "2023년"},
                           {"2023-12-18/2023-12-22", "2023년 12월 18–22일"},
                           {"2023-11-28/2023-12-03", "2023년 11월 28일 – 12월 3일"},
                           {"2023-12-30/2024-01-02", "2023년 12월 30일 – 2024년 1월 2일"},
                           {"2023-03/2023-05", "2023년 3월 – 5월"},
                           {"2023-11/2024-02", "2023년 11월 – 2024년 2월"},
                           {"2004/2008", "2004–2008년"},
                           {"2023-21", "2023년 봄"},
                           {"2023-24", "2023–24년 겨울"},
                           {"201X", "2010년대"},
                           {"20XX", "2000–2099년"},
                           {"-0044", "기원전 45년"},
                           {"0800", "서기 800년"},
                           {"2023-12-14~", "2023년 12월 14일경"},
                           {"2004?", "2004년(불확실)"},
                           {"2004/..", "2004년부터"},
                           {"../2004", "2004년까지"},
                           {"2004-XX", "2004년 중 어느 달"},
                           {"2023-12-22T09:30:00", "2023년 12월 22일 AM 9:30"},
                           {"2023-12-22T21:30:07", "2023년 12월 22일 PM 9:30:07"}};
  check_dates(dates);
  CHECK_FALSE(reader_locale().right_to_left());
  CHECK(axis_month_name(12) == "12월");
}

TEST_CASE("Korean puts what a quantity says behind the number") {
  const InKorean korean;
  CHECK(format_quantity({90, Qualifier::MoreThan, true}) == "90 초과");
  CHECK(format_quantity({1'234'567, Qualifier::Exact, true}) == "1,234,567");
  CHECK(format_duration({1800, Qualifier::About, true}) == "약 30분");
  CHECK(format_duration({200, Qualifier::Exact, true}) == "3분 20초");
  CHECK(format_duration({3900, Qualifier::AtLeast, true}) == "1시간 5분 이상");
  CHECK(format_bytes(1'200'000) == "1.2MB");
  CHECK(ui::count_regions({3, Qualifier::Exact, true}) == "3개 지역");
  CHECK(ui::count_regions({90, Qualifier::MoreThan, true}) == "지역 수 90 초과");
  CHECK(ui::place_number({1, Qualifier::Exact, true}) == "1위");
  CHECK(ui::place_number({3, Qualifier::About, true}) == "순위 약 3");
  CHECK(ui::count_of_rows(3, 14, TableId::ChartEntries) == "차트 기록 14건 중 3건");
  CHECK(ui::term_text({false, "position", TermOp::LessEqual, {"10"}}) == "순위: 10 이하");
  CHECK(ui::term_text({true, "tag", TermOp::Contains, {"tour"}}) == "제외: 태그: tour");
  CHECK(ui::no_match(TableId::Videos, 14, 2) ==
        "동영상 14편 가운데 적용된 필터를 한꺼번에 충족하는 것이 없습니다.");
  CHECK(ui::remove_quoted("“closer”") == "“closer” 제거");
}

TEST_CASE("Arabic writes days before months before years") {
  const InArabic arabic;
  const Written dates[] = {{"2023-12-22", "22 ديسمبر 2023"},
                           {"2023-03", "مارس 2023"},
                           {"2023", "2023"},
                           {"2023-12-18/2023-12-22", "18–22 ديسمبر 2023"},
                           {"2023-11-28/2023-12-03", "28 نوفمبر – 3 ديسمبر 2023"},
                           {"2023-03/2023-05", "مارس – مايو 2023"},
                           {"2023-21", "ربيع 2023"},
                           {"201X", "عقد 2010"},
                           {"-0044", "45 ق.م."},
                           {"2023-12-14~", "نحو 14 ديسمبر 2023"},
                           {"../2004", "حتى 2004"},
                           {"2023-12-22T09:30:00", "22 ديسمبر 2023، 9:30 ص"}};
  check_dates(dates);
  CHECK(reader_locale().right_to_left());
  CHECK(format_quantity({90, Qualifier::MoreThan, true}) == "أكثر من 90");
  CHECK(ui::count_regions({90, Qualifier::MoreThan, true}) == "أكثر من 90 منطقة");
  CHECK(ui::count_regions({2, Qualifier::MoreThan, true}) == "أكثر من 2 منطقة");
  CHECK(ui::count_regions({2, Qualifier::Exact, true}) == "منطقتان");
  CHECK(format_duration({1800, Qualifier::About, true}) == "نحو 30 د");
  CHECK(ui::place({12, 5, "$.items[1]"}) == "السطر 12، العمود 5، \u2068$.items[1]\u2069");
  CHECK(ui::remove_quoted("«closer»") == "إزالة \u2068«closer»\u2069");
}

TEST_CASE("what is wrong with a query, a date or a file is said in the reader's language") {
  const InKorean korean;
  CHECK(parse_query("position:foo").error->message == "'foo': 정수가 아닙니다. 예: 10");
  CHECK(parse_query("\"closer").error->message == "따옴표가 닫히지 않았습니다.");
  CHECK(parse_edtf("2023-13").error == "13월은 없습니다");
  const LoadResult result = load_dataset("{");
  REQUIRE(result.error);
  CHECK(result.error->message == "파일이 데이터 중간에서 끝납니다. 끝까지 내려받았나요?");
}

TEST_CASE(
    "regions are shown, searched and ordered by their names in the reader's language, and found in English "
    "too") {
  const InKorean korean;
  CHECK_FALSE(regions_are_renamed());
  set_region_names("JP\x1F일본\x1FKR\x1F한국\x1FUS\x1F미국\x1FQQ\x1F없음");
  CHECK(regions_are_renamed());
  CHECK(region_name("kr") == "한국");
  CHECK(english_region_name("kr") == "South Korea");
  CHECK(region_name("FR") == "France");
  CHECK(region_name("QQ") == "QQ");

  DatasetBuilder builder;
  for (const std::string_view code : {"KR", "US", "JP", "FR"})
    builder.add_row(TableId::ChartEntries, code, {{"title", code}, {"region", code}});
  const auto dataset = builder.finish();
  const auto found = [&](std::string_view query) {
    std::string codes;
    for (const RowIndex row : run_query(*dataset, query_of(query), TableId::ChartEntries).rows)
      codes.append(dataset->column(TableId::ChartEntries, chart_column::Region).text(row)).append(" ");
    return codes;
  };
  CHECK(found("region:한국") == "KR ");
  CHECK(found("region:korea") == "KR ");
  CHECK(found("region=\"United States\"") == "US ");
  CHECK(found("일본") == "JP ");
  CHECK(found("region:KR") == "KR ");
  CHECK(found("sort:region") == "FR US JP KR ");
  CHECK(has_value(query_of("region=한국"), "region", "KR"));
  CHECK(has_value(query_of("region=\"South Korea\""), "region", "KR"));
  CHECK_FALSE(has_value(query_of("region=\"South Korea\""), "region", "JP"));
  CHECK(ui::term_text(query_of("region=KR").terms[0]) == "지역: 한국");
  const size_t region = chart_column::Region;
  CHECK(format_cell(*dataset, TableId::ChartEntries, 0, region) == "한국");
}
