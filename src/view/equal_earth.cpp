// See equal_earth.h.
#include "view/equal_earth.h"

#include <cmath>
#include <numbers>

namespace explorer {

Projected equal_earth(double longitude_deg, double latitude_deg) {
  // Equations 3 to 5 of the paper.
  constexpr double A1 = 1.340264, A2 = -0.081106, A3 = 0.000893, A4 = 0.003796;
  constexpr double Radian = std::numbers::pi / 180, M = std::numbers::sqrt3 / 2;
  const double theta = std::asin(M * std::sin(latitude_deg * Radian));
  const double square = theta * theta, sixth = square * square * square;
  const double slope = A1 + 3 * A2 * square + sixth * (7 * A3 + 9 * A4 * square);
  return {longitude_deg * Radian * std::cos(theta) / (M * slope),
          theta * (A1 + A2 * square + sixth * (A3 + A4 * square))};
}

}  // namespace explorer
