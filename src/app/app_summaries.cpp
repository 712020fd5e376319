// The summaries below the headers: counted between frames, after the answer itself, for the columns on
// screen, some of them a frame; what is there stays until then.
#include <algorithm>

#include "app/app.h"

namespace explorer {
namespace {

// Of one frame. A column of a million rows takes some milliseconds, and is not begun after this.
constexpr double CountingMs = 8;

}  // namespace

// The first summary on screen that does not answer the question yet. While rows come there is none: counting
// would hold them up.
const Node* App::due_summary() const {
  if (!engine_ || load_.phase == LoadPhase::Loading || shown_dataset() == nullptr) return nullptr;
  for (const Node& node : scene_.nodes()) {
    if (node.surface.kind != Surface::Histogram || !engine_->is_answered(node.surface.table)) continue;
    const ColumnSummary* known = find_summary(results_.summaries, node.surface.table, node.surface.column);
    if (known == nullptr || known->question != engine_->question()) return &node;
  }
  return nullptr;
}

void App::take_summary(const Node& shown) {
  const TableId table = shown.surface.table;
  const size_t column = shown.surface.column;
  ColumnSummary next = column_summary(*engine_, *dataset_, table, column);
  const auto known = std::ranges::find_if(results_.summaries, [&](const ColumnSummary& summary) {
    return summary.table == table && summary.column == column;
  });
  if (known == results_.summaries.end()) {
    results_.summaries.push_back(std::move(next));
    dirty_ = true;
  } else if (same_counts(next, *known)) {
    known->question = next.question;
  } else {
    if (!environment_.reduced_motion) go_over(next, *known, host_.now_ms());
    *known = std::move(next);
    dirty_ = true;
  }
}

void App::refresh_summaries() {
  const double end_ms = host_.now_ms() + CountingMs;
  while (const Node* due = due_summary()) {
    if (host_.now_ms() >= end_ms) return host_.request_frame();
    take_summary(*due);
  }
}

// Whether what the scene shows is on its way to something else.
bool App::summaries_move() const {
  return std::ranges::any_of(scene_.nodes(), [&](const Node& node) {
    if (node.surface.kind != Surface::Histogram) return false;
    const ColumnSummary* known = find_summary(results_.summaries, node.surface.table, node.surface.column);
    return known != nullptr && !transition_done(known->changed_ms, scene_ms_);
  });
}

}  // namespace explorer
