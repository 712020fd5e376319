// The Equal Earth map projection: areas keep their proportions, so that a choropleth does not make the north
// weigh more. After B. Savric, T. Patterson and B. Jenny, "The Equal Earth map projection", International
// Journal of Geographical Information Science 33 (2019), DOI 10.1080/13658816.2018.1504949.
#pragma once

namespace explorer {

// On a sphere of radius 1: x to the east, -2.70663 to 2.70663; y to the north, -1.31736 to 1.31736.
struct Projected {
  double x = 0, y = 0;
};
Projected equal_earth(double longitude_deg, double latitude_deg);

}  // namespace explorer
