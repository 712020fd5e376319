// Everything that articles draw from: words, names, tags, regions, charts, releases, days; made once for a
// seed. About 1.5 MB.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "generator/calendar.h"
#include "generator/padded_text.h"
#include "generator/random_source.h"
#include "generator/vocabulary.h"
#include "generator/weighted_table.h"

namespace explorer {

// Different names, the most frequent first, drawn by Zipf's law.
class NameList {
 public:
  NameList(std::vector<Name> names, int slot_bits)
      : names_(std::move(names)), chances_(zipf_weights(names_.size()), slot_bits) {}

  uint32_t draw(RandomSource& random) const { return chances_.draw(random); }
  const Name& operator[](uint32_t index) const { return names_[index]; }

 private:
  std::vector<Name> names_;
  WeightedTable chances_;
};

// Where a release can have a place.
struct Chart {
  Name name;
  Name provider;
};

struct Catalogue {
  explicit Catalogue(uint64_t dataset_seed);

  uint64_t seed;
  std::vector<Vocabulary> vocabularies;  // by Script
  WeightedTable scripts;
  Calendar calendar;
  std::vector<Chart> charts;  // eight, of five providers, all invented
  WeightedTable chart_chances;
  NameList regions;  // ISO 3166-1 alpha-2
  NameList tags;
  NameList authors;
  NameList artists;
  NameList labels;
  NameList releases;  // titles

  const Vocabulary& vocabulary(Script script) const { return vocabularies[static_cast<size_t>(script)]; }
};

}  // namespace explorer
