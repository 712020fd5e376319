// A reader who types, sorts and filters while rows come in small batches: nothing that the engine remembers
// may be used on columns that have grown since.
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset_transfer.h"
#include "fake_host.h"
#include "growing_dataset.h"
#include "query_at_once.h"

namespace explorer::test {
namespace {

constexpr std::string_view Queries[] = {"",
                                        "a",
                                        "ab",
                                        "a sort:title",
                                        "sort:date-desc,title",
                                        "-e",
                                        "tag:a sort:author",
                                        "region=KR",
                                        "facts>1",
                                        "o sort:facts-desc"};

struct Reader {
  Random random;
  GrowingDataset growing{random};
  DatasetSender sender{growing.dataset()};
  TestApp t;

  explicit Reader(uint32_t seed) : random(seed) {
    t.app.load_begun();
    t.frame();
    t.run(command::SetView{View::Articles});
  }
  void send() {
    growing.add_rows(6, 3);
    if (random.one_in(4)) growing.relink();
    t.app.batch(sender.take());
  }
  // One thing that a reader may do; the answer may still be under way when the next one comes.
  void act() {
    const std::string query(Queries[random.below(std::size(Queries))]);
    switch (random.below(5)) {
      case 0:
        t.app.dispatch(command::SetQueryText{query});
        break;
      case 1:
        t.app.dispatch(command::OpenPopover{PopoverKind::ColumnFilter, TableId::Articles,
                                            random.one_in(2) ? article_column::Tag : article_column::Author});
        break;
      case 2:
        t.app.dispatch(command::SetFacetSearch{random.one_in(2) ? "a" : "e"});
        break;
      case 3:
        t.app.dispatch(command::ClosePopover{});
        break;
      default:
        break;
    }
  }
  // What is on screen names rows that are there, each once.
  void check_shown() {
    if (t.app.shown_dataset() == nullptr) return;
    for (const TableId id : AllTables) {
      const std::vector<RowIndex> rows = t.app.results().tables[static_cast<size_t>(id)].rows.vector();
      const std::set<RowIndex> distinct(rows.begin(), rows.end());
      CHECK(distinct.size() == rows.size());
      if (!rows.empty()) CHECK(*distinct.rbegin() < t.app.shown_dataset()->table(id).row_count);
    }
  }
};

}  // namespace

TEST_CASE("a reader may ask anything while rows come, a few percent at a time") {
  for (uint32_t seed = 1; seed <= 12; ++seed) {
    Reader reader(seed);
    reader.growing.add_rows(400, 200);
    reader.growing.relink();
    for (int step = 0; step < 120; ++step) {
      if (reader.random.one_in(2)) reader.send();
      reader.act();
      // Sometimes one frame alone, in which the engine gets a few steps.
      if (reader.random.one_in(3)) {
        reader.t.frame();
      } else {
        reader.t.app.update();
      }
      reader.check_shown();
    }
    reader.growing.relink();
    for (std::string batch = reader.sender.take(); !batch.empty(); batch = reader.sender.take())
      reader.t.app.batch(batch);
    reader.t.app.load_finished(LoadResult(), {});
    reader.t.frame();
    for (const TableId id : AllTables) {
      const QueryResult expected = run_query(reader.growing.dataset(), reader.t.app.state().query, id);
      CHECK(reader.t.app.results().tables[static_cast<size_t>(id)].rows.vector() == expected.rows.vector());
    }
  }
}

}  // namespace explorer::test
