// How the scene looks in Dear ImGui: one pass over the nodes of the view model into a draw list. Knows
// nodes, colours and faces; never the dataset.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "canvas/list_painter.h"
#include "canvas/text_atlas.h"
#include "view/scene.h"
#include "view/text_layout.h"

namespace explorer {

class CanvasRenderer {
 public:
  // Sets up drawing on the current WebGL 2 context. False if the shaders do not compile.
  bool start();

  // What one frame shows. Sizes in CSS px, `density` = device px per CSS px.
  struct Frame {
    const Scene& scene;
    std::span<const ScrollOffset> scrolls;
    Scheme scheme;  // what the ink of letters is tuned for
    const Palette& palette;
    NodeKey hovered;  // the innermost node under the pointer, 0 = none
    NodeKey focused;  // the node with the keyboard focus, 0 = none
    float density;
  };
  void draw(const Frame& frame, TextMeasurer& measurer);

 private:
  struct Placed {
    float x, y;  // of the content origin, CSS px in the viewport
    Rect clip;   // what is visible, CSS px in the viewport
    Rect box;    // the node itself, CSS px in the viewport
    bool visible;
    bool hovered;  // the node or something inside it
  };
  void order(const Scene& scene);
  void place(const Frame& frame);
  bool row_hovered(const std::vector<Node>& nodes, uint32_t at) const;
  void want_texts(const Frame& frame, TextMeasurer& measurer);
  void draw_node(ImDrawList& list, const Frame& frame, const Node& node, const Placed& placed);

  ListPainter painter_;
  TextAtlas atlas_;
  std::vector<Placed> placed_;
  std::vector<uint32_t> order_;               // node indices as they are painted
  std::vector<std::string> texts_;            // what is painted, by node; lines_ point into it
  std::vector<std::vector<TextLine>> lines_;  // by node, reused
  std::vector<float> baselines_;              // by Font, for its own line height
};

}  // namespace explorer
