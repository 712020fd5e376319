// The last passes over a scene, about sides. Builders know but one side from which things begin, which they
// call left; where the interface reads from right to left, the finished scene is turned about as a whole.
// What a surface shows is not: maps and axes of time and number run from left to right in Arabic
// publications, too.
#pragma once

#include "core/text_direction.h"
#include "view/scene.h"

namespace explorer {

// Finds out how each text reads, and moves those that read against the interface to the side where they
// begin.
void align_texts(Scene& scene);

// Turns boxes, insets, edges, alignments, bars, pictures and chevrons about, node by node within its parent;
// of surfaces their own box. Turned twice, a scene is the one before.
void mirror_scene(Scene& scene);

// Of the interface, see reader_locale().
Direction interface_direction();
// Whether the text begins at the side where the interface's own texts end.
bool reads_against_interface(std::string_view text);

// Where `x` px from the left edge of a surface at `surface` lies for a builder that places something else
// there: mirror_scene() leaves the former as it is and turns the latter about.
float beside_surface(Rect surface, float x);

}  // namespace explorer
