// A picture of the view model (view/picture.h) as ImGui draw list shapes.
#pragma once

#include "canvas/draw_shapes.h"

namespace explorer {

// `corner`: of the node's box, device px.
void draw_picture(const Brush& brush, const Picture& picture, ImVec2 corner);

}  // namespace explorer
