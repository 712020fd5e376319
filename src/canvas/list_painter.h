// Dear ImGui's draw lists on WebGL 2. Of ImGui the page needs shapes alone, so there is no ImGui context with
// windows, widgets and input, and no backend of ImGui's: that would ask the GPU for the whole state of a
// canvas on which nobody else draws, to restore it after each frame.
#pragma once

#include <imgui.h>
#include <imgui_internal.h>

namespace explorer {

class ListPainter {
 public:
  // Compiles the shaders on the current WebGL 2 context. False if that does not work.
  bool start();

  // Rows at the top of the texture that shapes are drawn from.
  static constexpr int OwnRows = IM_DRAWLIST_TEX_LINES_WIDTH_MAX + 1;
  // Takes a new texture, whose own rows are filled here. It may be drawn from once it is painted with.
  void adopt(ImTextureData& texture);

  // An empty list for a frame of this size, device px.
  ImDrawList& begin(ImVec2 size);

  // Sends what is new in the texture to the GPU, then draws the list with it.
  void paint(ImTextureData& texture);

 private:
  ImDrawListSharedData shapes_;
  ImVec4 lines_[IM_DRAWLIST_TEX_LINES_WIDTH_MAX + 1];  // where lines of each width lie in the texture
  ImDrawList list_{&shapes_};
};

}  // namespace explorer
