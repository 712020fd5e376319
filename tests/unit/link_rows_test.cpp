// Linking in steps: what comes of it, and how much one step may do.
#include "core/link_rows.h"

#include <doctest/doctest.h>

#include "core/feed_document.h"
#include "core/value_reader.h"
#include "cut_load.h"
#include "load_checks.h"
#include "load_helpers.h"
#include "query_random.h"

using namespace explorer;
using test::Random;

namespace {

constexpr std::string_view Lists[] = {"releases", "chart_entries", "videos", "events"};

std::string some_id(Random& random, char kind, uint32_t count) {
  return std::string(R"(")") + kind + std::to_string(random.below(count)) + '"';
}

// Rows that name each other, themselves, the same one twice, and some that do not exist; articles of which
// some have no title.
std::string random_feed(Random& random, uint32_t rows) {
  constexpr std::string_view Kinds = "rcve";
  std::string items;
  std::string extension;
  for (uint32_t i = 0; i < rows; ++i)
    items += (i > 0 ? ",{\"id\":\"a" : "{\"id\":\"a") + std::to_string(i) + '"' +
             (random.below(3) == 0 ? "}" : R"(,"title":"T)" + std::to_string(i) + "\"}");
  for (size_t list = 0; list < std::size(Lists); ++list) {
    extension += (list > 0 ? ",\"" : "\"") + std::string(Lists[list]) + "\":[";
    for (uint32_t i = 0; i < rows; ++i) {
      extension += (i > 0 ? ",{\"id\":\"" : "{\"id\":\"") + std::string(1, Kinds[list]) + std::to_string(i) +
                   R"(","title":"X","related":[)";
      for (uint32_t more = random.below(4), j = 0; j < more; ++j)
        extension += (j > 0 ? "," : "") + some_id(random, Kinds[random.below(4)], rows + 1);
      extension += R"(],"evidence":[)";
      for (uint32_t more = random.below(3), j = 0; j < more; ++j)
        extension += (j > 0 ? R"(,{"article":)" : R"({"article":)") + some_id(random, 'a', rows + 1) + "}";
      extension += "]";
      if (list == 1)
        extension += R"(,"video":)" + some_id(random, 'v', rows + 1) + R"(,"release":)" +
                     some_id(random, 'r', rows + 1) + R"(,"position":)" + std::to_string(1 + i % 9);
      extension += "}";
    }
    extension += "]";
  }
  return "{" + std::string(VersionMember) + R"(,"items":[)" + items + R"(],"_article_explorer":{)" +
         extension + "}}";
}

// A document whose rows are read, and not linked yet.
struct Unlinked {
  std::unique_ptr<Dataset> dataset = std::make_unique<Dataset>();
  ValueReader values{*dataset};
  WarningLog log;

  explicit Unlinked(std::string_view document) {
    FeedDocument feed(values);
    values.begin_document();
    feed.begin(0);
    REQUIRE(feed.write(document));
    REQUIRE(feed.end());
  }
  LoadResult take() {
    LoadResult result;
    result.warnings = log.kept;
    result.warning_count = log.count;
    result.dataset = std::move(dataset);
    return result;
  }
};

std::vector<uint32_t> numbers_of(const Blocks<uint32_t>& blocks) {
  std::vector<uint32_t> numbers(blocks.size());
  for (uint32_t i = 0; i < blocks.size(); ++i)
    numbers[i] = blocks[i];
  return numbers;
}

// What linking writes beside most columns.
std::vector<std::vector<uint32_t>> state_of(const Dataset& dataset) {
  std::vector<std::vector<uint32_t>> state;
  for (const Table& table : dataset.tables) {
    std::vector<uint32_t>& articles = state.emplace_back();
    for (const Evidence& evidence : table.evidence)
      articles.push_back(evidence.article);
    std::vector<uint32_t>& links = state.emplace_back();
    for (const PackedRow link : table.links)
      links.push_back(link.bits());
    state.push_back(numbers_of(table.evidence_offsets));
    state.push_back(numbers_of(table.link_offsets));
  }
  state.push_back(numbers_of(dataset.column(TableId::Articles, article_column::Facts).entries()));
  return state;
}

size_t changes(const std::vector<std::vector<uint32_t>>& before,
               const std::vector<std::vector<uint32_t>>& after) {
  size_t count = 0;
  for (size_t part = 0; part < after.size(); ++part) {
    for (size_t i = 0; i < after[part].size(); ++i)
      count += i >= before[part].size() || before[part][i] != after[part][i];
  }
  return count;
}

}  // namespace

TEST_CASE("Linking in steps of any size gives what one go gives, warnings included") {
  Random random(4);
  for (int round = 0; round < 8; ++round) {
    const std::string document = random_feed(random, 1 + random.below(60));
    Unlinked whole(document);
    link_rows(whole.values.tables(), whole.log);
    const LoadResult expected = whole.take();
    CHECK(fault_of(expected) == "");
    for (const uint32_t most : {1U, 2U, 7U, 100U}) {
      CAPTURE(most);
      Unlinked stepped(document);
      LinkRun run(stepped.values.tables(), stepped.log, most);
      size_t steps = 1;
      while (run.step())
        ++steps;
      CHECK(!run.step());
      CHECK(steps >= expected.dataset->table(TableId::Events).row_count / most);
      CHECK(account_of(stepped.take()) == account_of(expected));
    }
  }
}

TEST_CASE("Links come in the order of tables and rows, no row twice, itself never") {
  Random random(5);
  const LoadResult result = load_dataset(random_feed(random, 300));
  REQUIRE(result.dataset);
  size_t links = 0;
  for (const TableId id : AllTables) {
    for (RowIndex row = 0; row < result.dataset->table(id).row_count; ++row) {
      uint32_t least = 0;
      for (const PackedRow link : result.dataset->table(id).links_of(row)) {
        CHECK(link.bits() >= least);
        CHECK(link != PackedRow(RowRef{id, row}));
        least = link.bits() + 1;
        ++links;
      }
    }
  }
  CHECK(links > 3000);
}

// A release that every other row names is no long step either.
TEST_CASE("No step of linking touches more rows and links than it may") {
  constexpr uint32_t Rows = 700;
  constexpr uint32_t Most = 32;
  std::string events;
  for (uint32_t i = 0; i < Rows; ++i)
    events += (i > 0 ? ",{\"id\":" : "{\"id\":") + std::to_string(i) +
              R"(,"related":["r","r"],"evidence":[{"article":"a1"}]})";
  Unlinked rows(feed_with(R"("releases":[{"id":"r"}],"events":[)" + events + "]"));
  LinkRun run(rows.values.tables(), rows.log, Most);
  size_t most_changes = 0;
  size_t steps = 0;
  auto before = state_of(*rows.dataset);
  for (bool more = true; more; ++steps) {
    more = run.step();
    auto after = state_of(*rows.dataset);
    most_changes = std::max(most_changes, changes(before, after));
    before = std::move(after);
  }
  CHECK(most_changes <= 2 * Most + 4);  // both ends of a link, and what one row adds beyond the limit
  CHECK(steps > 8 * Rows / Most);
  CHECK(links_at(*rows.dataset, TableId::Events, Rows - 1) == "a1|r");
  CHECK(rows.dataset->table(TableId::Releases).links_of(0).size() == Rows);
}
