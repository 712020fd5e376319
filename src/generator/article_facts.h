// What one generated article states, as numbers of entries in the catalogue. Every format writes the same
// facts.
#pragma once

#include <cstdint>

#include "generator/catalogue.h"

namespace explorer {

// How the date of a chart entry is given.
enum class EntryDate : uint8_t { Missing, Day, Month, Year, Week, OpenEnd, AboutDay };

struct ArticleFacts {
  uint64_t words_seed;  // title and summary are drawn from it while they are written
  uint32_t release;
  uint16_t day, entry_day;
  uint16_t authors[2];
  uint16_t tags[4];
  uint16_t region;
  uint16_t position;  // 0: not stated
  uint8_t author_count, tag_count;
  uint8_t hour;
  uint8_t chart;
  EntryDate entry_date;
  Script script;
  bool dated;
  bool at_most;  // the position is the worst it can be
  bool has_provider, has_region;
};

// Article number `index`; it is the same in a dataset of any size, but for the release, which is one of
// `release_count` (not 0).
ArticleFacts draw_facts(const Catalogue& catalogue, uint32_t index, uint32_t release_count);

}  // namespace explorer
