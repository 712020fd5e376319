// A scene as an SVG picture, to look at layouts without a browser's canvas. For tests and debugging only.
#pragma once

#include <string>
#include <vector>

#include "view/scene.h"

namespace explorer::test {

std::string scene_svg(const Scene& scene, Scheme scheme, const std::vector<ScrollOffset>& scrolls);

}  // namespace explorer::test
