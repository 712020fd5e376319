// RankRun against a plain sort by what the order is defined as.
#include "core/value_ranks.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "core/regions.h"
#include "core/text_fold.h"
#include "query_random.h"

namespace explorer::test {
namespace {

constexpr uint32_t Counts[] = {0, 1, 2, 3, 50, 2047, 2048, 2049, 5000, 30'000};

ValueRanks ranks_of(const Column& column) {
  RankRun run(column);
  while (run.step()) {
  }
  return run.take();
}

// Ranks by `compare` (negative, 0, positive) of codes, one after the other.
template <typename Compare>
void check_ranks(const Column& column, Compare compare) {
  const ValueRanks ranks = ranks_of(column);
  const uint32_t count = column.value_count();
  REQUIRE(ranks.by_entry.size() == count + 1);
  CHECK(ranks.by_entry[0] == ValueRanks::NotStated);
  std::vector<ValueCode> codes(count);
  std::iota(codes.begin(), codes.end(), 0U);
  std::stable_sort(codes.begin(), codes.end(), [&](ValueCode a, ValueCode b) { return compare(a, b) < 0; });
  uint32_t rank = 0;
  for (uint32_t i = 0; i < count; ++i) {
    if (i > 0 && compare(codes[i - 1], codes[i]) != 0) ++rank;
    REQUIRE(ranks.by_entry[codes[i] + 1] == rank);
  }
  CHECK(ranks.distinct == (count == 0 ? 0 : rank + 1));
}

void check_texts(const Column& column) {
  std::vector<std::string> keys;
  for (ValueCode code = 0; code < column.value_count(); ++code)
    keys.push_back(value_sort_key(column, code));
  check_ranks(column, [&](ValueCode a, ValueCode b) { return keys[a].compare(keys[b]); });
}

Column texts_column() {
  return Column({"text", ColumnType::Text, true});
}

template <typename MakeText>
void check_each_count(MakeText make_text) {
  for (const uint32_t count : Counts) {
    CAPTURE(count);
    Column column = texts_column();
    for (uint32_t i = 0; i < count; ++i)
      column.append_text(make_text(i));
    check_texts(column);
  }
}

}  // namespace

TEST_CASE("texts of every kind are ranked by their collation keys") {
  Random random(6);
  check_each_count([&](uint32_t) { return random_text(random); });
}

TEST_CASE("texts with long common beginnings are ranked by what follows") {
  Random random(7);
  const std::string prefix = "https://example.com/some/long/way/to/the/article/number ";
  check_each_count([&](uint32_t) {
    return prefix.substr(0, prefix.size() - random.below(3)) + std::to_string(random.below(20'000));
  });
}

TEST_CASE("texts that are each other's beginnings are ranked by length") {
  Random random(8);
  check_each_count([&](uint32_t) { return std::string(1 + random.below(40), 'a'); });
  check_each_count(
      [&](uint32_t) { return std::string(1 + random.below(400), 'a') + (random.one_in(2) ? "b" : ""); });
}

TEST_CASE("texts that differ only in case, accents or punctuation are ranked by the original") {
  Random random(9);
  const std::string_view pieces[] = {"a", "A", "\u00e4", "-", ".", "\u0301"};
  check_each_count([&](uint32_t) {
    std::string text = "title ";
    for (int i = 0; i < 9; ++i)
      text += pieces[random.below(6)];
    return text;
  });
}

TEST_CASE("equal texts with codes of their own have one rank") {
  Random random(10);
  Column column = texts_column();
  for (uint32_t i = 0; i < 20'000; ++i)
    column.append_text("text " + std::to_string(i));
  for (uint32_t i = 0; i < 10'000; ++i)
    column.append_text("text " + std::to_string(random.below(20'000)));
  REQUIRE(column.value_count() > 25'000);
  check_texts(column);
  CHECK(ranks_of(column).distinct == 20'000);
}

TEST_CASE("very many codes of one text have one rank, with or without others of its head between them") {
  for (const bool others : {false, true}) {
    Column column = texts_column();
    for (uint32_t i = 0; i < 20'000; ++i)
      column.append_text("text " + std::to_string(i));
    for (uint32_t i = 0; i < 30'000; ++i)
      column.append_text(others && i % 7 == 3 ? "UNTITLED" : "Untitled");
    REQUIRE(column.value_count() > 45'000);
    check_texts(column);
    CHECK(ranks_of(column).distinct == (others ? 20'002 : 20'001));
  }
}

TEST_CASE("regions are ranked by name") {
  Column column({"region", ColumnType::Region, true});
  for (const std::string_view code : {"US", "KR", "KP", "001", "ZZ", "qq", "DE", "AX", "us", "150"})
    column.append_text(code);
  check_texts(column);
}

TEST_CASE("numbers are ranked by value, less than before it, more than after it") {
  Random random(11);
  const auto order = [](Qualifier qualifier) {
    const Qualifier ascending[] = {Qualifier::LessThan, Qualifier::AtMost,  Qualifier::Exact,
                                   Qualifier::About,    Qualifier::AtLeast, Qualifier::MoreThan};
    return std::ranges::find(ascending, qualifier) - ascending;
  };
  for (const uint32_t count : Counts) {
    Column column({"number", ColumnType::Number, true});
    for (uint32_t i = 0; i < count; ++i) {
      const int64_t ends[] = {INT64_MIN, INT64_MIN + 1, -1, 0, 1, INT64_MAX - 1, INT64_MAX};
      const int64_t wide = static_cast<int64_t>(uint64_t{random.below(1U << 31)} << random.below(33));
      const int64_t value = random.one_in(8) ? ends[random.below(7)] : random.one_in(2) ? wide : -wide;
      column.append_number(
          {random.one_in(3) ? value % 100 : value, static_cast<Qualifier>(random.below(6)), true});
    }
    check_ranks(column, [&](ValueCode a, ValueCode b) {
      const Quantity &left = column.value_number(a), &right = column.value_number(b);
      if (left.value != right.value) return left.value < right.value ? -1 : 1;
      return static_cast<int>(order(left.qualifier) - order(right.qualifier));
    });
  }
}

TEST_CASE("dates are ranked as they are compared") {
  Random random(12);
  const std::string_view forms[] = {"", "~", "?", "-12", "-12-22", "-12-22T10:00:00Z", "/..", "/2101-03"};
  for (const uint32_t count : Counts) {
    Column column({"date", ColumnType::Date, true});
    for (uint32_t i = 0; i < count; ++i) {
      const std::string year = std::to_string(1000 + random.below(count < 100 ? 5 : 1100));
      const std::string text = random.one_in(20)   ? "../" + year
                               : random.one_in(20) ? "-" + year
                                                   : year + std::string(forms[random.below(8)]);
      const DateParse date = parse_edtf(text);
      REQUIRE(date.value);
      column.append_date(*date.value);
    }
    check_ranks(column, [&](ValueCode a, ValueCode b) {
      return compare_dates(column.value_date(a), column.value_date(b));
    });
  }
}

TEST_CASE("dates that are equal but for their wording have one rank") {
  Column column({"date", ColumnType::Date, true});
  for (const std::string_view text : {"2023", "2023~", "2023-01-01/2023-12-31", "2022"})
    column.append_date(*parse_edtf(text).value);
  const ValueRanks ranks = ranks_of(column);
  CHECK(ranks.distinct == 2);
  CHECK(ranks.by_entry == std::vector<uint32_t>{ValueRanks::NotStated, 1, 1, 1, 0});
}

}  // namespace explorer::test
