// See app.h.
#include "app/app.h"

#include <algorithm>
#include <utility>

namespace explorer {

App::App(AppHost& host, TextMeasurer& measurer)
    : host_(host), measurer_(measurer), state_(initial_state()), scene_(Rect{}) {}

void App::invalidate() {
  dirty_ = true;
  host_.request_frame();
}

void App::dispatch(const Command& command) {
  if (load_command(command)) return;
  const ThemeChoice before = state_.theme;
  state_ = apply(std::move(state_), command, dataset_.get());
  if (state_.theme != before) {
    resolve_scheme();
    host_.theme_chosen(state_.theme);
  }
  invalidate();
}

void App::resolve_scheme() {
  const bool dark =
      state_.theme == ThemeChoice::Dark || (state_.theme == ThemeChoice::System && system_dark_);
  environment_.scheme = dark ? Scheme::Dark : Scheme::Light;
}

void App::activated(NodeKey key, bool shift) {
  const Node* target = node(key);
  if (target == nullptr || target->disabled || !target->activate) return;
  Command command = *target->activate;
  if (auto* sort = std::get_if<command::CycleSort>(&command)) sort->additive = sort->additive || shift;
  dispatch(command);
}

void App::typed(NodeKey key, std::string_view text) {
  const Node* target = node(key);
  if (target == nullptr) return;
  const std::string& column = target->input.column;
  const std::string value(text);
  switch (target->input.field) {
    case InputField::None:
      return;
    case InputField::Query:
      return dispatch(command::SetQueryText{value});
    case InputField::ColumnContains:
      return dispatch(command::SetContains{column, value});
    case InputField::FacetSearch:
      return dispatch(command::SetFacetSearch{value});
    case InputField::RangeFrom:
    case InputField::RangeTo: {
      std::vector<std::string> range = range_fields(state_, column);
      range[target->input.field == InputField::RangeFrom ? 0 : 1] = value;
      return dispatch(command::SetRange{column, range[0], range[1]});
    }
  }
}

void App::focus(NodeKey key) {
  host_.focus(key);
  host_.request_frame();
}

void App::dragged(NodeKey key, DragPhase phase, float dx_px, float pointer_x_px) {
  const Node* target = node(key);
  if (target == nullptr) return;
  const DragBinding drag = target->drag;
  if (drag.kind == Drag::ResizeColumn) {
    if (phase == DragPhase::Start) drag_start_width_ = drag.width_px;
    const float width = phase == DragPhase::Cancel ? drag_start_width_ : drag_start_width_ + dx_px;
    if (phase != DragPhase::Start) dispatch(command::ResizeColumn{drag.table, drag.column, width});
  }
  if (drag.kind == Drag::MoveColumn && phase == DragPhase::End) {
    const std::optional<size_t> before = column_slot_at(scene_, state_, scrolls_, pointer_x_px);
    if (before) dispatch(command::MoveColumn{drag.table, drag.column, *before});
  }
}

void App::resized(float width_px, float height_px) {
  if (environment_.width_px == width_px && environment_.height_px == height_px) return;
  environment_.width_px = width_px;
  environment_.height_px = height_px;
  invalidate();
}

void App::environment_changed(bool dark, bool coarse_pointer) {
  if (system_dark_ == dark && environment_.coarse_pointer == coarse_pointer) return;
  system_dark_ = dark;
  environment_.coarse_pointer = coarse_pointer;
  resolve_scheme();
  invalidate();
}

SceneInput App::scene_input() const {
  return {state_,       shown_dataset(), results_,  load_,
          environment_, scrolls_,        measurer_, gesture_ ? &*gesture_ : nullptr,
          map_};
}

bool App::update() {
  const bool repaint = std::exchange(repaint_, false);
  work();
  if (!dirty_) return repaint;
  dirty_ = false;
  begin_row_move();
  scene_ = build_scene(scene_input());
  want_map();
  settle_scrolls();
  end_row_move();
  return true;
}

}  // namespace explorer
