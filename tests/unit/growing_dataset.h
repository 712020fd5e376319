// A random dataset that grows in steps like one that is being loaded: rows are appended, links, evidence,
// sources and derived columns made anew in between.
#pragma once

#include <array>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/dataset.h"
#include "query_random.h"

namespace explorer::test {

class GrowingDataset {
 public:
  explicit GrowingDataset(Random& random) : random_(random) {}

  // Appends up to `most` rows to each table, to `most_articles` to the articles.
  void add_rows(uint32_t most_articles, uint32_t most);
  // Adds links and evidence, and fills what comes of them: sources, facts of articles, ranks of videos.
  void relink();

  const Dataset& dataset() const { return dataset_; }
  Dataset& dataset() { return dataset_; }

  // A word that a few texts hold. Any script.
  std::string rare_word();

 private:
  void add_row(TableId id);
  void add_links(TableId id);
  void fill_evidence(TableId id);
  void fill_sources(Table& table);
  void fill_links();
  std::string random_phrase();

  Random& random_;
  Dataset dataset_;
  std::set<std::pair<uint32_t, uint32_t>> links_;                        // packed rows, in both directions
  std::array<std::vector<std::vector<Evidence>>, TableCount> evidence_;  // by table and row
};

// Whether two datasets hold the same in every cell, id, link and piece of evidence.
bool same_content(const Dataset& a, const Dataset& b);

}  // namespace explorer::test
