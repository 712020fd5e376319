// What the pointer means on a node that takes it itself (Node::surface): which thing is under it, and which
// command a click, a drag or a zoom stands for. Pure; the app knows when, this knows what.
#pragma once

#include <optional>

#include "view/build_scene.h"

namespace explorer {

enum class PointerPhase : uint8_t { Hover, Leave, Press, Drag, Release, Cancel };

// A press that has not ended. Points in px from the corner of the node's box.
struct Gesture {
  NodeKey key = 0;  // of the node
  Point from, to;
  bool moved = false;  // far enough to be more than a click
  bool pan = false;    // with Shift, the middle button or two fingers: moves what is in sight
  friend bool operator==(const Gesture&, const Gesture&) = default;
};

// What one kind of surface does. `at` in px from the corner of the node's box. Nothing: it means nothing
// there.
struct SurfaceActions {
  std::optional<Subject> (*subject_at)(const SceneInput& input, const Node& node, Point at);
  std::optional<Command> (*click)(const SceneInput& input, const Node& node, Point at);
  // When a drag ends; of a pan for each move, with `from` where the last one ended.
  std::optional<Command> (*drag)(const SceneInput& input, const Node& node, const Gesture& gesture);
  // `factor` above 1 goes nearer.
  std::optional<Command> (*zoom)(const SceneInput& input, const Node& node, Point at, float factor);
};

// Null for Surface::None.
const SurfaceActions* surface_actions(Surface surface);

extern const SurfaceActions MapActions;
extern const SurfaceActions TimelineActions;
extern const SurfaceActions HistogramActions;

}  // namespace explorer
