// A picture as SVG: what a page without a canvas shows, and what a reader takes along.
#pragma once

#include <string>
#include <string_view>

#include "view/picture.h"

namespace explorer {

// The shapes alone, `width` x `height` px, coloured as in `palette`, coordinates to a tenth of a px. Text
// that stands in the same document is the caller's: it goes behind the shapes, before "</svg>".
std::string picture_svg(const Picture& picture, float width, float height, const Palette& palette);

// The same without the root element, to be put into a larger drawing.
void append_shapes(std::string& out, const Picture& picture, const Palette& palette);

// Parts of the markup: numbers to a tenth; ` name="12.5"`; ` name="#0f5cc0"`, or "none"; text without what
// ends it.
namespace svg {
void append_number(std::string& out, float value);
void append_attribute(std::string& out, std::string_view name, float value);
void append_color(std::string& out, std::string_view name, Color color, const Palette& palette);
void append_escaped(std::string& out, std::string_view text);
}  // namespace svg

}  // namespace explorer
