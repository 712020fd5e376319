// One draw after the other, in an order that never depends on the format.
#include "generator/article_facts.h"

#include <algorithm>

namespace explorer {
namespace {

void draw_authors(const Catalogue& catalogue, RandomSource& random, ArticleFacts& facts) {
  const uint32_t chance = random.below(1000);
  facts.authors[0] = static_cast<uint16_t>(catalogue.authors.draw(random));
  facts.author_count = chance < 30 ? 0 : 1;
  if (chance < 970) return;
  facts.authors[1] = static_cast<uint16_t>(catalogue.authors.draw(random));
  if (facts.authors[1] != facts.authors[0]) facts.author_count = 2;
}

// A tag that was drawn before is left out.
void draw_tags(const Catalogue& catalogue, RandomSource& random, ArticleFacts& facts) {
  facts.tag_count = 0;
  for (uint32_t left = 1 + random.below(4); left > 0; --left) {
    const auto tag = static_cast<uint16_t>(catalogue.tags.draw(random));
    uint16_t* const end = facts.tags + facts.tag_count;
    if (std::find(facts.tags, end, tag) == end) facts.tags[facts.tag_count++] = tag;
  }
}

EntryDate draw_entry_date(RandomSource& random) {
  constexpr struct {
    EntryDate form;
    uint32_t per_mille;
  } Chances[] = {{EntryDate::Day, 590},   {EntryDate::Month, 200},  {EntryDate::Year, 40},
                 {EntryDate::Week, 40},   {EntryDate::OpenEnd, 10}, {EntryDate::AboutDay, 50},
                 {EntryDate::Missing, 70}};
  uint32_t left = random.below(1000);
  for (const auto& [form, per_mille] : Chances) {
    if (left < per_mille) return form;
    left -= per_mille;
  }
  return EntryDate::Missing;
}

void draw_position(RandomSource& random, ArticleFacts& facts) {
  constexpr uint16_t Rounds[] = {10, 20, 50, 100};
  const uint32_t chance = random.below(1000);
  const uint32_t first = random.below(200);
  const uint32_t second = random.below(200);
  facts.position = static_cast<uint16_t>(1 + std::min(first, second));
  facts.at_most = chance < 20;
  if (facts.at_most) facts.position = Rounds[second % 4];
  if (chance >= 940) facts.position = 0;
}

}  // namespace

ArticleFacts draw_facts(const Catalogue& catalogue, uint32_t index, uint32_t release_count) {
  RandomSource random(catalogue.seed, index);
  ArticleFacts facts{};
  facts.words_seed = random.next();
  facts.script = static_cast<Script>(catalogue.scripts.draw(random));
  facts.day = static_cast<uint16_t>(catalogue.calendar.draw_day(random));
  facts.hour = static_cast<uint8_t>(catalogue.calendar.draw_hour(random));
  facts.dated = !random.happens(40);
  draw_authors(catalogue, random, facts);
  draw_tags(catalogue, random, facts);
  facts.release = catalogue.releases.draw(random) % release_count;
  facts.chart = static_cast<uint8_t>(catalogue.chart_chances.draw(random));
  facts.has_provider = !random.happens(80);
  facts.region = static_cast<uint16_t>(catalogue.regions.draw(random));
  facts.has_region = !random.happens(30);
  draw_position(random, facts);
  facts.entry_date = draw_entry_date(random);
  facts.entry_day = static_cast<uint16_t>(facts.day - std::min<uint32_t>(random.below(14), facts.day));
  return facts;
}

}  // namespace explorer
