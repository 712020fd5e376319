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
  static constexpr int OwnRows = 1;
  // Takes a new texture, whose own rows are filled here. It may be drawn from once it is painted with.
  void adopt(ImTextureData& texture);

  // An empty list for a frame of this size, device px.
  ImDrawList& begin(ImVec2 size);

  // Sends what is new in the texture to the GPU, then draws the list with it, on a ground of one colour.
  void paint(ImTextureData& texture, ImU32 ground);

 private:
  ImDrawListSharedData shapes_;
  ImDrawList list_{&shapes_};
};

}  // namespace explorer
