// Column: distinct values and the codes of the rows.
#include "core/column.h"

#include <doctest/doctest.h>

#include <string>

#include "core/dataset.h"
#include "query_random.h"

namespace explorer::test {
namespace {

using Texts = std::vector<std::string_view>;

constexpr ColumnSpec TextSpec = {"text", ColumnType::Text, true};
constexpr ColumnSpec CategorySpec = {"category", ColumnType::Category, true};
constexpr ColumnSpec ListSpec = {"list", ColumnType::CategoryList, true};
constexpr ColumnSpec NumberSpec = {"number", ColumnType::Number, true};
constexpr ColumnSpec DateSpec = {"date", ColumnType::Date, true};

Texts list_texts(const Column& column, RowIndex row) {
  Texts texts;
  for (const ValueCode code : column.list(row))
    texts.push_back(column.value_text(code));
  return texts;
}

}  // namespace

TEST_CASE("equal values of a column have one code") {
  Column column(CategorySpec);
  for (const std::string_view text : {"b", "a", "", "b", "a"})
    column.append_text(text);
  CHECK(column.value_count() == 2);
  CHECK(column.entry(0) == column.entry(3));
  CHECK(column.entry(1) == column.entry(4));
  CHECK(!column.is_stated(2));
  CHECK(column.text(2).empty());
  CHECK(column.text(4) == "a");
  CHECK(column.entry(100) == 0);
  Column numbers(NumberSpec);
  numbers.append_number({5, Qualifier::Exact, true});
  numbers.append_number({5, Qualifier::About, true});
  numbers.append_number({5, Qualifier::Exact, true});
  numbers.append_number({5, Qualifier::Exact, false});
  CHECK(numbers.value_count() == 2);
  CHECK(numbers.entry(0) == numbers.entry(2));
  CHECK(!numbers.number(3).stated);
  Column dates(DateSpec);
  for (const std::string_view text : {"2023", "2023~", "2023-01-01/2023-12-31", "2023"})
    dates.append_date(*parse_edtf(text).value);
  dates.append_date({});
  CHECK(dates.value_count() == 3);
  CHECK(dates.entry(0) == dates.entry(3));
  CHECK(!dates.date(4).stated());
}

TEST_CASE("a value that comes late leaves the rows before it without one") {
  Column column(NumberSpec);
  for (int i = 0; i < 100'000; ++i)
    column.append_number({});
  CHECK(!column.any_stated());
  CHECK(column.byte_size() == 0);
  column.append_number({7, Qualifier::Exact, true});
  CHECK(column.any_stated());
  CHECK(column.entries().size() == 100'001);
  CHECK(!column.is_stated(99'999));
  CHECK(column.number(100'000).value == 7);
}

TEST_CASE("a value can be set in any row, and the first such row is told once") {
  Column column(NumberSpec);
  column.append_number({1, Qualifier::Exact, true});
  CHECK(column.take_changed_from() == UINT32_MAX);
  column.set_number(5, {2, Qualifier::Exact, true});
  column.set_number(3, {1, Qualifier::Exact, true});
  column.set_number(0, {1, Qualifier::Exact, true});  // as it was
  CHECK(column.take_changed_from() == 3);
  CHECK(column.take_changed_from() == UINT32_MAX);
  column.append_number({2, Qualifier::Exact, true});
  CHECK(column.entries().size() == 7);
  CHECK(column.number(6).value == 2);
  CHECK(!column.is_stated(4));
  Column late(TextSpec);
  late.append_text("");
  late.append_text("");
  late.set_text(1, "x");
  late.append_text("y");
  CHECK(late.text(0).empty());
  CHECK(late.text(1) == "x");
  CHECK(late.text(2) == "y");
}

TEST_CASE("texts that hardly ever repeat stop being looked up, and stay what they are") {
  Column titles(TextSpec), kinds(CategorySpec), repeated(TextSpec);
  constexpr uint32_t Rows = 30'000;
  for (uint32_t row = 0; row < Rows; ++row) {
    const std::string text = "title " + std::to_string(row);
    titles.append_text(text);
    kinds.append_text(text);
    repeated.append_text("title " + std::to_string(row / 2));
  }
  for (uint32_t row = 0; row < Rows; row += 7)
    REQUIRE(titles.text(row) == "title " + std::to_string(row));
  CHECK(titles.value_count() == Rows);
  CHECK(repeated.value_count() == Rows / 2);
  titles.append_text("title 5");
  kinds.append_text("title 5");
  CHECK(titles.value_count() == Rows + 1);
  CHECK(titles.text(Rows) == "title 5");
  CHECK(kinds.value_count() == Rows);
}

TEST_CASE("a list holds each of its values once, in the order in which they came") {
  Column column(ListSpec);
  column.append_list(Texts{"b", "", "a", "b"});
  column.append_list(Texts{});
  column.append_list(Texts{"", ""});
  column.append_list(Texts{"b", "a"});
  column.append_list(Texts{"a", "b"});
  CHECK(list_texts(column, 0) == Texts{"b", "a"});
  CHECK(!column.is_stated(1));
  CHECK(!column.is_stated(2));
  CHECK(column.list(2).empty());
  CHECK(column.entry(0) == column.entry(3));
  CHECK(column.entry(0) != column.entry(4));
  CHECK(column.text(4) == "a");
  CHECK(column.list(99).empty());
}

TEST_CASE("lists of any length stay whole over the borders of blocks") {
  Random random(4);
  Column column(ListSpec);
  std::vector<std::string> words;
  for (int i = 0; i < 70'000; ++i)
    words.push_back(std::to_string(i));
  std::vector<std::pair<uint32_t, uint32_t>> parts;  // first word, number of words
  const uint32_t lengths[] = {1, 2, 3, 40'000, 65'534, 65'535, 65'536, 70'000};
  for (int row = 0; row < 60; ++row) {
    const uint32_t count = row < 8 ? lengths[row] : 1 + random.below(20'000);
    const uint32_t first = random.below(70'000 - count + 1);
    parts.emplace_back(first, std::min(count, 65'535U));
    const Texts texts(words.begin() + first, words.begin() + first + count);
    column.append_list(texts);
  }
  CHECK(column.lists().size() > 4 * Blocks<uint32_t>::BlockSize);
  for (RowIndex row = 0; row < parts.size(); ++row) {
    const auto [first, count] = parts[row];
    REQUIRE(column.list(row).size() == count);
    for (uint32_t i = 0; i < count; ++i)
      REQUIRE(column.value_text(column.list(row)[i]) == words[first + i]);
  }
}

TEST_CASE("lists that hardly ever repeat are kept each for itself") {
  Column column(ListSpec);
  for (uint32_t row = 0; row < 40'000; ++row) {
    const std::string a = std::to_string(row % 200), b = std::to_string(row / 200);
    column.append_list(Texts{a, b});
  }
  for (uint32_t row = 0; row < 40'000; ++row) {
    const std::string a = std::to_string(row % 200), b = std::to_string(row / 200);
    REQUIRE(list_texts(column, row) == (a == b ? Texts{a} : Texts{a, b}));
  }
  CHECK(column.value_count() == 200);
}

TEST_CASE("a column that was cleared starts anew and counts how often") {
  Column titles(TextSpec), sources(ListSpec);
  titles.append_text("one");
  sources.share_texts(titles);
  const ValueCode extra = titles.add_value("two");
  sources.append_codes(std::vector<ValueCode>{extra, 0, extra});
  CHECK(list_texts(sources, 0) == Texts{"two", "one"});
  CHECK(sources.byte_size() < titles.byte_size() + 1000);
  sources.clear();
  CHECK(sources.generation() == 1);
  CHECK(sources.shares_texts());
  CHECK(!sources.any_stated());
  CHECK(!sources.is_stated(0));
  sources.append_codes(std::vector<ValueCode>{0});
  CHECK(list_texts(sources, 0) == Texts{"one"});
  CHECK(titles.value_count() == 2);
  titles.clear();
  CHECK(titles.value_count() == 0);
  CHECK(sources.text(0) == "one");  // it holds what it shares
}

TEST_CASE("the sources of every table are the titles of the articles") {
  Dataset dataset;
  dataset.table(TableId::Articles).columns[article_column::Title].append_text("a title");
  for (const TableId id : AllTables) {
    Table& table = dataset.table(id);
    const bool shares = id != TableId::Articles;
    CHECK(table.columns.back().shares_texts() == shares);
    if (!shares) continue;
    table.columns.back().append_codes(std::vector<ValueCode>{0});
    CHECK(table.columns.back().text(0) == "a title");
  }
}

}  // namespace explorer::test
