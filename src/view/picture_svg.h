// A picture as SVG: what a page without a canvas shows, and what a reader takes along.
#pragma once

#include <string>

#include "view/picture.h"

namespace explorer {

// The shapes alone, `width` x `height` px, coloured as in `palette`, coordinates to a tenth of a px. Text
// that stands in the same document is the caller's: it goes behind the shapes, before "</svg>".
std::string picture_svg(const Picture& picture, float width, float height, const Palette& palette);

// The same without the root element, to be put into a larger drawing.
void append_shapes(std::string& out, const Picture& picture, const Palette& palette);

}  // namespace explorer
