// Sentences about loading; see ui_sentences.h.
#include <algorithm>

#include "view/format.h"
#include "view/ui_sentences.h"

namespace explorer::ui {
namespace {

std::string articles_so_far(const LoadProgress& progress, uint64_t articles) {
  if (progress.expected_articles <= articles) return count_rows(articles, TableId::Articles);
  return count_of_rows(articles, progress.expected_articles, TableId::Articles);
}

// The greatest of 1, 2, 5, 10, 20, 50, ... that is not above `count`; 0 for 0.
uint64_t round_step(uint64_t count) {
  uint64_t power = 1;
  while (count / 10 >= power)
    power *= 10;
  const uint64_t digit = count / power;
  return (digit >= 5 ? 5 : digit >= 2 ? 2 : digit) * power;
}

}  // namespace

std::optional<float> load_part(const LoadProgress& progress, uint64_t articles) {
  const bool counted = progress.expected_articles > 0;
  const uint64_t whole = counted ? progress.expected_articles : progress.expected_bytes;
  if (whole == 0) return std::nullopt;
  const uint64_t part = counted ? articles : progress.received_bytes;
  return std::min(1.0f, static_cast<float>(static_cast<double>(part) / static_cast<double>(whole)));
}

std::string load_progress(const LoadProgress& progress, uint64_t articles, size_t detail) {
  std::string text = articles_so_far(progress, articles);
  if (detail < 3 && progress.page > 1) add_listed(text, fill(PlacePage, {format_count(progress.page)}));
  if (detail < 2) {
    const uint64_t whole = progress.page > 1 ? 0 : progress.expected_bytes;
    add_listed(text, ui::progress(progress.received_bytes, whole));
  }
  if (detail < 1 && progress.bytes_per_second > 0) {
    add_listed(text, fill(PerSecond, {format_bytes(progress.bytes_per_second)}));
  }
  return text;
}

std::string load_step(const LoadProgress& progress, uint64_t articles) {
  const std::optional<float> part = load_part(progress, articles);
  const uint64_t quarter = static_cast<uint64_t>(part.value_or(0) * 4), step = round_step(articles);
  if (part) return quarter == 0 ? std::string() : fill(LoadingStep, {share(quarter, 4)});
  if (step < 1000) return {};
  return fill(LoadingStep, {qualified(Qualifier::MoreThan, count_rows(step, TableId::Articles))});
}

std::string stopped_at(uint64_t articles) {
  return fill(StoppedAt, {count_rows(articles, TableId::Articles)});
}

std::string kept_articles(uint64_t articles) {
  return plural(KeptArticles, articles, {format_count(articles)});
}

}  // namespace explorer::ui
