// Whether a scene is in the order in which the eye reads: along lines, from top to bottom, columns one after
// the other. Of an interface that begins at the left.
#pragma once

#include <string>
#include <vector>

#include "view/scene.h"

namespace explorer::test {

struct ReadingFault {
  std::string what;   // what is read too late, after what
  std::string where;  // their places
};

// Of each two things that are seen and read or pressed as one: the later one stands neither left of the first
// on its line nor above it, unless it begins a column at its right. Not judged, for the reasons given there:
// what lies on a surface, what lies over the page, the cells of a row below each other, a button beside a
// grid's row.
std::vector<ReadingFault> reading_faults(const Scene& scene);

}  // namespace explorer::test
