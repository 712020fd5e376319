#include "generator/dataset_order.h"

#include <doctest/doctest.h>

#include <vector>

using namespace explorer;

TEST_CASE("make_dataset follows its arguments in any order") {
  const std::vector<std::string_view> plain = {"1000"};
  const DatasetOrder first = read_dataset_order(plain);
  CHECK(first.error == "");
  CHECK(first.article_count == 1000);
  CHECK(first.seed == 1);
  CHECK(first.format == GeneratorFormat::Feed);
  CHECK_FALSE(first.summaries);

  const std::vector<std::string_view> all = {"--format",   "rows",   "--summaries",
                                             "4294967295", "--seed", "18446744073709551615"};
  const DatasetOrder second = read_dataset_order(all);
  CHECK(second.error == "");
  CHECK(second.article_count == 4294967295u);
  CHECK(second.seed == UINT64_MAX);
  CHECK(second.format == GeneratorFormat::FlatRows);
  CHECK(second.summaries);

  const std::vector<std::string_view> lines = {"0", "--format", "lines"};
  CHECK(read_dataset_order(lines).format == GeneratorFormat::Lines);
}

TEST_CASE("make_dataset says which argument is wrong") {
  const struct {
    std::vector<std::string_view> arguments;
    std::string_view error;
  } Cases[] = {
      {{}, "COUNT is missing: how many articles?"},
      {{"--summaries"}, "COUNT is missing: how many articles?"},
      {{"many"}, "COUNT needs a whole number below 2^32, not 'many'."},
      {{"10k"}, "COUNT needs a whole number below 2^32, not '10k'."},
      {{""}, "COUNT needs a whole number below 2^32, not ''."},
      {{"4294967296"}, "COUNT needs a whole number below 2^32, not '4294967296'."},
      {{"-5"}, "Unknown option '-5'."},
      {{"5", "6"}, "One COUNT only, not '6' as well."},
      {{"5", "--seed"}, "--seed needs a value."},
      {{"5", "--seed", "x"}, "--seed needs a whole number below 2^64, not 'x'."},
      {{"5", "--seed", "-1"}, "--seed needs a whole number below 2^64, not '-1'."},
      {{"5", "--format", "csv"}, "--format needs feed, lines or rows, not 'csv'."},
      {{"5", "--fast"}, "Unknown option '--fast'."},
  };
  for (const auto& [arguments, error] : Cases)
    CHECK(read_dataset_order(arguments).error == error);
}
