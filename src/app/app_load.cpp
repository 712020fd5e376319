// How the app takes what loading gives it: a dataset at once or in pieces, or a failure in words.
#include <algorithm>

#include "app/app.h"
#include "view/ui_text.h"

namespace explorer {

namespace {

// How long a picture of the progress stands at least.
constexpr double ProgressMs = 400;

LoadAgain again_after(LoadErrorKind kind) {
  return kind == LoadErrorKind::TooLarge ? LoadAgain::Never : LoadAgain::Continue;
}

}  // namespace

// The map is fetched when a frame has its place, and not before: the page shows its first rows without.
void App::want_map() {
  const auto is_map = [](const Node& node) { return node.surface.kind == Surface::Map; };
  if (map_asked_ || map_.map || std::ranges::none_of(scene_.nodes(), is_map)) return;
  map_asked_ = true;
  host_.fetch_map();
}

void App::map_loaded(std::string_view bytes) {
  map_.map = read_map(bytes);
  map_.failed = !map_.map;
  invalidate();
}

// Handles the commands about loading; false for all others.
bool App::load_command(const Command& command) {
  if (std::holds_alternative<command::FetchMap>(command)) {
    map_ = {};
    map_asked_ = false;
    invalidate();
    return true;
  }
  if (std::holds_alternative<command::OpenFile>(command)) {
    host_.ask_for_file();
    return true;
  }
  if (std::holds_alternative<command::CancelLoad>(command)) {
    if (load_.phase == LoadPhase::Loading && load_.in_pieces) host_.cancel_load();
    return true;
  }
  const bool retry = std::holds_alternative<command::Retry>(command);
  if (!retry && !std::holds_alternative<command::Reload>(command)) return false;
  const bool goes_on = retry && receiver_ && load_.again == LoadAgain::Continue;
  const LoadProgress progress = goes_on ? load_.progress : LoadProgress{};
  load_ = LoadStatus{};
  load_.in_pieces = goes_on;
  load_.progress = progress;
  invalidate();
  if (goes_on) {
    host_.continue_load();
  } else {
    await_selected_row();
    forget_answers();
    dataset_.reset();
    receiver_.reset();
    host_.fetch_dataset();
  }
  return true;
}

void App::load_progress(const LoadProgress& progress) {
  if (load_.phase != LoadPhase::Loading || load_.progress == progress) return;
  load_.progress = progress;
  progress_waits_ = true;
  host_.request_frame();
}

// Drawing must not hold up loading in pieces, which is said to go on some hundred times.
void App::show_progress() {
  if (!progress_waits_) return;
  const double now = host_.now_ms();
  if (load_.phase == LoadPhase::Loading && load_.in_pieces && progress_shown_ms_ > 0 &&
      now < progress_shown_ms_ + ProgressMs) {
    host_.request_frame();
    return;
  }
  progress_waits_ = false;
  progress_shown_ms_ = now;
  dirty_ = height_due_ = true;
}

void App::load_failed(std::string title, std::string detail, std::string hint, LoadAgain again) {
  take_batches();
  if (!receiver_) {  // of a load before
    await_selected_row();
    forget_answers();
    dataset_.reset();
  }
  const LoadProgress progress = load_.progress;
  load_ = LoadStatus{};
  load_.phase = LoadPhase::Failed;
  load_.in_pieces = receiver_ != nullptr;
  load_.progress = progress;
  load_.again = again;
  load_.failure_title = std::move(title);
  load_.failure_detail = std::move(detail);
  load_.failure_hint = std::move(hint);
  invalidate();
}

// The status of a dataset that is complete, or a failure.
void App::take_report(LoadResult report) {
  if (report.error) {
    const LoadError& error = *report.error;
    std::string detail = error.message;
    const std::string place = ui::place(error.place);
    if (!place.empty()) detail += " (" + place + ")";
    const bool large = error.kind == LoadErrorKind::TooLarge;
    return load_failed(std::string(ui::failure_title(error.kind)), std::move(detail),
                       std::string(large ? ui::TooLargeHint : ui::BrokenHint), again_after(error.kind));
  }
  load_ = LoadStatus{};
  load_.phase = LoadPhase::Ready;
  load_.warnings = std::move(report.warnings);
  load_.warning_count = report.warning_count;
  load_.skipped_articles = report.skipped_articles;
  load_.skipped_rows = report.skipped_rows;
  find_awaited_row();
  invalidate();
}

void App::loaded(LoadResult result) {
  if (!result.error) {
    forget_answers();
    receiver_.reset();
    dataset_ = std::move(result.dataset);
    state_.selected.reset();  // it would be a row of the dataset before
  }
  take_report(std::move(result));
}

void App::load_begun() {
  prepare_attribution();
  forget_answers();
  dataset_ = std::make_unique<Dataset>();
  receiver_ = std::make_unique<DatasetReceiver>(*dataset_);
  answered_rows_ = 0;
  state_.selected.reset();
  load_ = LoadStatus{};
  load_.in_pieces = true;
  progress_shown_ms_ = 0;
  invalidate();
}

void App::batch(std::string_view bytes) {
  if (!receiver_ || bytes.empty()) return;
  waiting_.emplace_back(bytes);
  waiting_bytes_ += bytes.size();
  host_.request_frame();
}

// The engine must know that rows came before it is asked again: see renew_question().
void App::take_batches(size_t most_bytes) {
  for (size_t bytes = 0; !waiting_.empty();) {
    bytes += waiting_.front().size();
    if (bytes > most_bytes && bytes > waiting_.front().size()) return;
    // It leaves the queue first: if memory ends half-way, it must not be appended once more.
    const std::string batch = std::move(waiting_.front());
    waiting_.pop_front();
    waiting_bytes_ -= batch.size();
    rows_added_ = true;
    receiver_->apply(batch);
  }
  find_awaited_row();
}

void App::load_finished(LoadResult report, std::string note) {
  if (!receiver_) return;
  take_batches();
  take_report(std::move(report));
  load_.note = std::move(note);
}

void App::load_stopped() {
  if (!receiver_ || load_.phase != LoadPhase::Loading) return;
  take_batches();
  if (!has_rows()) {
    load_failed(std::string(ui::StoppedTitle), std::string(ui::StoppedDetail), {}, LoadAgain::Continue);
    return;
  }
  load_.phase = LoadPhase::Stopped;
  load_.again = LoadAgain::Continue;
  invalidate();
}

bool App::has_rows() const {
  return dataset_ &&
         std::ranges::any_of(dataset_->tables, [](const Table& table) { return table.row_count > 0; });
}

// Rows are not shown before the first answers are there: until then they would be counted as none.
const Dataset* App::shown_dataset() const {
  const bool answered = std::ranges::find(taken_, 0U) == taken_.end();
  const bool complete = load_.phase == LoadPhase::Ready;
  return dataset_ && answered && (complete || (receiver_ && has_rows())) ? dataset_.get() : nullptr;
}

}  // namespace explorer
