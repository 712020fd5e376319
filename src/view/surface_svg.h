// A map or a timeline as a drawing of its own, for a reader to take along: the part of the scene around it,
// headline and legend included, without what can be pressed there.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "view/scene.h"

namespace explorer {

struct SvgSource {
  const Scene& scene;
  std::span<const ScrollOffset> scrolls;
  const Palette& palette;
  std::string_view caption;  // what the data is, and how it is filtered: a line of its own at the end
};

// The node of that surface; 0 if the scene shows none.
uint32_t find_surface(const Scene& scene, Surface surface);

// An SVG document: the Region that the surface is in, or the surface alone if it is in none, as large as it
// is on screen, with a title and a description. Empty if the scene shows no such surface.
std::string surface_svg(const SvgSource& source, Surface surface);

}  // namespace explorer
