// A page around this one: what it lets readers do, and how high it may make the frame.
#include <utility>

#include "app/app.h"
#include "state/rights.h"

namespace explorer {

App::ReaderAct::ReaderAct(App& app) : app_(app), before_(std::exchange(app.reader_acts_, true)) {}

App::ReaderAct::~ReaderAct() {
  app_.reader_acts_ = before_;
}

void App::set_embedding(Embedding embedding) {
  state_.embedding = std::move(embedding);
  keep_to_part(state_);
  prepare_attribution();
  invalidate();
}

// The link at the foot of a frame leads to the data that is shown.
void App::prepare_attribution() {
  if (state_.embedding.framed && state_.embedding.attribution) host_.use_link(LinkUse::Prepare, {});
}

bool App::is_withheld(const Command& command) const {
  return reader_acts_ && !reader_may(state_, command);
}

// Once what is asked for is on screen: before that the frame stays as the page around made it. A frame that
// is not shown has no width by which to tell.
void App::tell_height() {
  constexpr float LeastWidth = 80;
  const bool failed = load_.phase == LoadPhase::Failed && shown_dataset() == nullptr;
  const bool there = failed || (shown_dataset() != nullptr && is_settled());
  if (!state_.embedding.framed || !height_due_ || !there || environment_.width_px < LeastWidth) return;
  height_due_ = false;
  const int height_px = static_cast<int>(natural_height(scene_input()));
  if (height_px == std::exchange(told_height_px_, height_px)) return;
  host_.content_height(height_px);
}

}  // namespace explorer
