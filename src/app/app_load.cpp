// How the app takes a load result: the dataset, or a failure in words.
#include <cstdio>

#include "app/app.h"

namespace explorer {

namespace {

std::string place_text(const LoadPlace& place) {
  char line[96];
  std::snprintf(line, sizeof line, "Line %llu, column %llu", static_cast<unsigned long long>(place.line),
                static_cast<unsigned long long>(place.column));
  std::string text = line;
  if (!place.path.empty()) text += ", at " + place.path;
  return text + ". ";
}

std::string_view title_of(LoadErrorKind kind) {
  switch (kind) {
    case LoadErrorKind::Empty: return "The dataset is empty";
    case LoadErrorKind::NotUtf8: return "The dataset is not UTF-8 text";
    case LoadErrorKind::NotJson: return "The dataset is not valid JSON";
    case LoadErrorKind::Truncated: return "The dataset ends too early";
    case LoadErrorKind::WrongTopLevel: return "This is not a feed of articles";
  }
  return "The dataset cannot be read";
}

}  // namespace

void App::loaded(LoadResult result) {
  if (result.error) {
    const std::string place = result.error->place.line > 0 ? place_text(result.error->place) : "";
    load_failed(std::string(title_of(result.error->kind)), place + result.error->message,
                "Correct the file, then try again.");
    return;
  }
  dataset_ = std::move(result.dataset);
  results_valid_ = false;
  load_ = LoadStatus{};
  load_.phase = LoadPhase::Ready;
  load_.warnings = std::move(result.warnings);
  load_.warning_count = result.warning_count;
  load_.skipped_articles = result.skipped_articles;
  load_.skipped_rows = result.skipped_rows;
  invalidate();
}

}  // namespace explorer
