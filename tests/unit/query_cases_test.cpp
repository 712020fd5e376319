// Runs the cases of tests/queries (its README.md has the format) against the built-in fixture.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "case_file.h"
#include "dataset_fixture.h"
#include "query_at_once.h"
#include "state/query_text.h"

namespace explorer::test {
namespace {

struct QueryCase {
  std::string name;
  std::string query;
  std::string table;
  std::string rows;
  std::string canonical;
  std::string error;
};

std::string* field_of(QueryCase& query_case, std::string_view key) {
  if (key == "name") return &query_case.name;
  if (key == "query") return &query_case.query;
  if (key == "table") return &query_case.table;
  if (key == "rows") return &query_case.rows;
  if (key == "canonical") return &query_case.canonical;
  if (key == "error") return &query_case.error;
  return nullptr;
}

std::vector<QueryCase> read_cases(const std::string& path) {
  std::vector<QueryCase> cases;
  for (const CaseLines& lines : read_case_file(path)) {
    QueryCase& now = cases.emplace_back();
    for (const auto& [key, value] : lines) {
      std::string* field = field_of(now, key);
      REQUIRE_MESSAGE(field != nullptr, key);
      *field = value;
    }
  }
  return cases;
}

TableId table_by_name(const std::string& name) {
  constexpr std::string_view Names[] = {"articles", "releases", "charts", "videos", "events"};
  for (size_t i = 0; i < TableCount; ++i) {
    if (Names[i] == name) return AllTables[i];
  }
  FAIL("no table " << name);
  return TableId::Articles;
}

void check_error(const QueryCase& expected, const ParsedQuery& parsed) {
  REQUIRE(parsed.error);
  CHECK(parsed.query == Query());
  const size_t space = std::min(expected.error.find(' '), expected.error.size());
  const std::string place = std::to_string(parsed.error->begin) + "-" + std::to_string(parsed.error->end);
  CHECK(place == expected.error.substr(0, space));
  INFO("message: ", parsed.error->message);
  REQUIRE(space < expected.error.size());
  CHECK(parsed.error->message.find(expected.error.substr(space + 1)) != std::string::npos);
}

void check_case(const QueryCase& expected) {
  CAPTURE(expected.name);
  CAPTURE(expected.query);
  const ParsedQuery parsed = parse_query(expected.query);
  if (!expected.error.empty()) {
    check_error(expected, parsed);
    return;
  }
  REQUIRE_MESSAGE(!parsed.error, (parsed.error ? parsed.error->message : std::string()));
  REQUIRE((!expected.table.empty() || !expected.canonical.empty()));
  if (!expected.canonical.empty()) CHECK(format_query(parsed.query) == expected.canonical);
  if (expected.table.empty()) return;
  const TableId table = table_by_name(expected.table);
  const Dataset& dataset = sample_dataset();
  const QueryResult result = run_query(dataset, parsed.query, table);
  std::string ids;
  for (RowIndex row : result.rows) {
    if (!ids.empty()) ids += ' ';
    ids += dataset.table(table).ids.view(row);
  }
  CHECK(ids == expected.rows);
  CHECK(result.total == dataset.table(table).row_count);
}

}  // namespace

TEST_CASE("the cases of tests/queries hold") {
  constexpr std::string_view Files[] = {"words", "columns", "numbers", "dates",
                                        "links", "sort",    "text",    "errors"};
  for (std::string_view file : Files) {
    const std::string path =
        std::string(EXPLORER_SOURCE_DIR) + "/tests/queries/" + std::string(file) + ".txt";
    CAPTURE(path);
    const std::vector<QueryCase> cases = read_cases(path);
    CHECK(cases.size() >= 5);
    for (const QueryCase& query_case : cases)
      check_case(query_case);
  }
}

}  // namespace explorer::test
