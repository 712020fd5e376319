// What the browser remembers of a reader (state/memory.h): taken over when the page starts, told anew when
// the reader changes some of it, and forgotten if they want that.
#include "app/app.h"
#include "view/ui_text.h"

namespace explorer {

// Where nothing is remembered, the first view needs nothing of this.
void App::recall(std::string_view text, memory::Extent extent) {
  remembers_ = extent;
  if (text.empty()) return;
  keeper_.emplace(text, extent);
  environment_.remembered = !keeper_->text().empty();
}

// Before the reader changes something for the first time.
void App::begin_memory() {
  if (!remembers_ || keeper_) return;
  keeper_.emplace(std::string_view(), *remembers_);
  keeper_->adopt(state_);
}

void App::tell_memory() {
  if (!keeper_ || !keeper_->follow(state_)) return;
  const std::string text = keeper_->text();
  environment_.remembered = !text.empty();
  host_.remember(text);
}

void App::forget_memory() {
  if (keeper_) {
    keeper_->forget(state_);
    environment_.remembered = false;
    host_.remember({});
  }
  dispatch(command::Say{std::string(ui::Text(ui::MemoryForgotten))});
}

}  // namespace explorer
