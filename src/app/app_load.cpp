// How the app takes a load result: the dataset, or a failure in words.
#include "app/app.h"
#include "view/ui_text.h"

namespace explorer {

void App::loaded(LoadResult result) {
  if (result.error) {
    std::string detail = result.error->message;
    const std::string place = ui::place(result.error->place);
    if (!place.empty()) detail += " (" + place + ")";
    load_failed(std::string(ui::failure_title(result.error->kind)), std::move(detail),
                std::string(ui::BrokenHint));
    return;
  }
  dataset_ = std::move(result.dataset);
  results_valid_ = false;
  state_.selected.reset();  // it would be a row of the dataset before
  load_ = LoadStatus{};
  load_.phase = LoadPhase::Ready;
  load_.warnings = std::move(result.warnings);
  load_.warning_count = result.warning_count;
  load_.skipped_articles = result.skipped_articles;
  load_.skipped_rows = result.skipped_rows;
  invalidate();
}

}  // namespace explorer
