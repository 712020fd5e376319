// The pointer: over nodes, whose subjects light up, and on surfaces, where it brushes, pans and zooms.
#include <cmath>

#include "app/app.h"

namespace explorer {

namespace {

constexpr float DragThreshold = 4;  // px

bool is_far(Point from, Point to) {
  return std::hypot(to.x - from.x, to.y - from.y) > DragThreshold;
}

}  // namespace

void App::point_at(std::optional<Subject> subject) {
  if (subject == state_.pointed) return;
  dispatch(command::PointAt{std::move(subject)});
}

// The innermost node around `key` that looks different under the pointer; 0 if none does.
NodeKey App::hover_look(NodeKey key) const {
  const Node* at = node(key);
  while (at != nullptr && at->hover_fill == Color::None && !at->underline_on_hover) {
    const Node* parent = &scene_.node(at->parent);
    at = parent == at ? nullptr : parent;
  }
  return at == nullptr ? 0 : at->key;
}

// What the node, or the innermost one around it that says so, stands for.
std::optional<Subject> App::subject_under(NodeKey key) const {
  const Node* at = node(key);
  while (at != nullptr && !at->subject && at != &scene_.node(0))
    at = &scene_.node(at->parent);
  return at == nullptr ? std::nullopt : at->subject;
}

void App::focused(NodeKey key, bool returned) {
  if (key != 0) focused_ = key;
  follow_focus(key, returned);
  const auto subject = subject_under(key);
  point_at(subject ? subject : subject_under(hovered_));
}

void App::hovered(NodeKey key) {
  const bool visible = hover_look(key) != hover_look(hovered_);
  hovered_ = key;
  // A surface says by itself what is under the pointer.
  const Node* at = node(key);
  while (at != nullptr && at->surface.kind == Surface::None && at != &scene_.node(0))
    at = &scene_.node(at->parent);
  if (at == nullptr || at->surface.kind == Surface::None) point_at(subject_under(key));
  if (!visible) return;
  repaint_ = true;
  host_.request_frame();
}

void App::pointed(NodeKey key, PointerPhase phase, Point at, bool pan) {
  const ReaderAct act(*this);
  const Node* target = node(key);
  const SurfaceActions* actions = target == nullptr ? nullptr : surface_actions(target->surface.kind);
  if (actions == nullptr) {
    gesture_.reset();
    return;
  }
  switch (phase) {
    case PointerPhase::Hover:
      return point_at(actions->subject_at(scene_input(), *target, at));
    case PointerPhase::Leave:  // told after what the pointer went to
      return point_at(subject_under(hovered_));
    case PointerPhase::Press:
      gesture_ = Gesture{key, at, at, false, pan};
      return;
    case PointerPhase::Drag:
      if (!gesture_) return;
      gesture_->to = at;
      gesture_->moved = gesture_->moved || is_far(gesture_->from, at);
      if (!gesture_->moved) return;
      // Where nothing can be chosen by it, it moves what is in sight.
      gesture_->pan = gesture_->pan || !state_.embedding.may(EmbedRight::Filter);
      if (gesture_->pan) {
        const auto command = actions->drag(scene_input(), *target, *gesture_);
        gesture_->from = at;
        if (command) dispatch(*command);
        return;
      }
      return redraw();
    case PointerPhase::Release:
      if (!gesture_) return;
      gesture_->to = at;
      return release(*target, *actions);
    case PointerPhase::Cancel:
      gesture_.reset();
      return redraw();
  }
}

void App::release(const Node& target, const SurfaceActions& actions) {
  const Gesture ended = *gesture_;
  gesture_.reset();
  std::optional<Command> command;
  // What moves the picture does nothing at its end: the last finger of a pinch is no click.
  if (!ended.pan) {
    command = ended.moved ? actions.drag(scene_input(), target, ended)
                          : actions.click(scene_input(), target, ended.to);
  }
  if (command) dispatch(*command);
  redraw();
}

void App::zoomed(NodeKey key, Point at, float factor) {
  const ReaderAct act(*this);
  const Node* target = node(key);
  const SurfaceActions* actions = target == nullptr ? nullptr : surface_actions(target->surface.kind);
  const auto command = actions == nullptr ? std::nullopt : actions->zoom(scene_input(), *target, at, factor);
  if (command) dispatch(*command);
}

}  // namespace explorer
