// What the pointer means on the timeline.
#include "view/surface.h"

namespace explorer {
namespace {

std::optional<Subject> subject_at(const SceneInput&, const Node&, Point) {
  return std::nullopt;
}

std::optional<Command> click(const SceneInput&, const Node&, Point, bool) {
  return std::nullopt;
}

std::optional<Command> drag(const SceneInput&, const Node&, const Gesture&) {
  return std::nullopt;
}

std::optional<Command> zoom(const SceneInput&, const Node&, Point, float) {
  return std::nullopt;
}

}  // namespace

const SurfaceActions TimelineActions = {subject_at, click, drag, zoom};

}  // namespace explorer
