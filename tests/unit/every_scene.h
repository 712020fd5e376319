// Scenes of all kinds: every view, every popover, selections, filters and what goes wrong, of several
// datasets, at every size.
#pragma once

#include <functional>

#include "view/scene.h"

namespace explorer::test {

// Whatever `check` finds wrong is told with the name of the scene and its width.
void for_each_scene(const std::function<void(const Scene&)>& check);

}  // namespace explorer::test
