// Takes from a finished scene what readers may not do (state/rights.h): whatever stands for such a command is
// something to read, and nothing to press.
#pragma once

#include "view/scene.h"

namespace explorer::view::withheld {

void leave_out(Scene& scene, const AppState& state);

}  // namespace explorer::view::withheld
