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
  if (detail < 3 && progress.page > 1) text.append(", page ").append(format_count(progress.page));
  if (detail < 2) {
    const uint64_t whole = progress.page > 1 ? 0 : progress.expected_bytes;
    text.append(", ").append(ui::progress(progress.received_bytes, whole));
  }
  if (detail < 1 && progress.bytes_per_second > 0) {
    text.append(", ").append(format_bytes(progress.bytes_per_second)).append("/s");
  }
  return text;
}

std::string load_step(const LoadProgress& progress, uint64_t articles) {
  const std::optional<float> part = load_part(progress, articles);
  const int quarter = static_cast<int>(part.value_or(0) * 4);
  if (part) return quarter == 0 ? std::string() : "Loading: " + std::to_string(quarter * 25) + "%";
  const uint64_t step = round_step(articles);
  return step < 1000 ? std::string() : "Loading: more than " + count_rows(step, TableId::Articles);
}

std::string stopped_at(uint64_t articles) {
  return "Stopped at " + count_rows(articles, TableId::Articles);
}

std::string kept_articles(uint64_t articles) {
  if (articles == 1) return "The article that came is shown.";
  return "The " + count_rows(articles, TableId::Articles) + " that came are shown.";
}

}  // namespace explorer::ui
