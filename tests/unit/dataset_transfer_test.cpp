// A dataset that grows arrives equal on the other side, whatever is taken when.
#include "core/dataset_transfer.h"

#include <doctest/doctest.h>

#include "core/load_session.h"
#include "growing_dataset.h"

namespace explorer::test {

TEST_CASE("datasets that grow in random steps arrive equal after each of them") {
  Random random(17);
  for (int round = 0; round < 60; ++round) {
    GrowingDataset growing(random);
    Dataset copy;
    DatasetSender sender(growing.dataset());
    DatasetReceiver receiver(copy);
    for (uint32_t step = random.below(8); step > 0; --step) {
      if (random.one_in(3)) growing.dataset().title += "\u00e9";
      if (random.one_in(4)) growing.dataset().language = "ko";
      if (!random.one_in(3)) growing.add_rows(random.one_in(4) ? 300 : 20, 20);
      if (random.one_in(2)) growing.relink();
      if (random.one_in(3)) continue;
      const std::string bytes = sender.take();
      if (!bytes.empty()) REQUIRE(receiver.apply(bytes));
      CHECK(sender.take().empty());
    }
    growing.relink();
    const std::string bytes = sender.take();
    if (!bytes.empty()) REQUIRE(receiver.apply(bytes));
    REQUIRE(same_content(growing.dataset(), copy));
    CHECK(sender.take().empty());
  }
}

TEST_CASE("columns of several blocks and texts of several chunks arrive equal") {
  Random random(18);
  GrowingDataset growing(random);
  Dataset copy;
  DatasetSender sender(growing.dataset());
  DatasetReceiver receiver(copy);
  for (int step = 0; step < 3; ++step) {
    growing.add_rows(100'000, 100);
    if (step == 1) growing.relink();
    REQUIRE(receiver.apply(sender.take()));
    REQUIRE(copy.table(TableId::Articles).row_count == growing.dataset().table(TableId::Articles).row_count);
  }
  growing.relink();
  REQUIRE(receiver.apply(sender.take()));
  CHECK(copy.table(TableId::Articles).row_count > Blocks<uint32_t>::BlockSize);
  CHECK(same_content(growing.dataset(), copy));
}

TEST_CASE("a dataset without anything is nothing to take") {
  Dataset dataset;
  DatasetSender sender(dataset);
  // The first call tells the feed, then there is nothing more.
  sender.take();
  CHECK(sender.take().empty());
}

TEST_CASE("bytes that end early are refused, and what was there can still be read") {
  Random random(19);
  for (int round = 0; round < 12; ++round) {
    GrowingDataset growing(random);
    DatasetSender sender(growing.dataset());
    growing.add_rows(12, 12);
    growing.relink();
    const std::string first = sender.take();
    growing.add_rows(6, 6);
    growing.relink();
    const std::string second = sender.take();
    for (size_t length = 0; length < second.size(); length += 1 + random.below(7)) {
      Dataset copy;
      DatasetReceiver receiver(copy);
      REQUIRE(receiver.apply(first));
      CHECK(!receiver.apply(std::string_view(second).substr(0, length)));
      CHECK(same_content(copy, copy));  // reads every cell, link and piece of evidence
    }
    Dataset copy;
    DatasetReceiver receiver(copy);
    CHECK(!receiver.apply(std::string_view(first).substr(0, first.size() - 1)));
    CHECK(same_content(copy, copy));
  }
}

// Rows of a feed name articles that come with a later page.
TEST_CASE("evidence that is found only later arrives though the row itself was sent before") {
  const std::string_view pages[] = {
      R"({"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"a","title":"A",
          "_article_explorer":{"events":[{"id":"e","kind":"award","title":"E",
          "evidence":[{"article":"b","paragraph":1}]}]}}]})",
      R"({"version":"https://jsonfeed.org/version/1.1","title":"t","items":[{"id":"b","title":"B"}]})"};
  Dataset dataset, copy;
  LoadSession session(dataset);
  DatasetSender sender(dataset);
  DatasetReceiver receiver(copy);
  for (const std::string_view page : pages) {
    session.begin_document();
    REQUIRE(session.write(page));
    REQUIRE(session.end_document());
    session.finish();
    REQUIRE(receiver.apply(sender.take()));
  }
  REQUIRE(dataset.table(TableId::Events).row_count == 1);
  REQUIRE(!dataset.table(TableId::Events).evidence_of(0).empty());
  CHECK(same_content(dataset, copy));
}

}  // namespace explorer::test
