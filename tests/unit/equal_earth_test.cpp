// The projection against published values: those that PROJ tests its own `+proj=eqearth +R=6378137` with, in
// m.
#include <doctest/doctest.h>

#include <cmath>
#include <initializer_list>

#include "view/equal_earth.h"

using namespace explorer;

TEST_CASE("Equal Earth gives the published values") {
  struct Case {
    double longitude, latitude, x, y;
  };
  constexpr Case Cases[] = {
      {0, 0, 0, 0},
      {-180, 90, -10227908.09, 8402320.16},
      {0, 90, 0, 8402320.16},
      {180, 90, 10227908.09, 8402320.16},
      {180, 45, 14795421.79, 5486671.72},
      {180, 0, 17263256.84, 0},
      {-70, -31.2, -6244707.88, -3924893.29},
  };
  for (const Case& one : Cases) {
    const Projected at = equal_earth(one.longitude, one.latitude);
    CAPTURE(one.longitude);
    CAPTURE(one.latitude);
    CHECK(at.x * 6378137 == doctest::Approx(one.x).epsilon(1e-8));
    CHECK(at.y * 6378137 == doctest::Approx(one.y).epsilon(1e-8));
  }
}

TEST_CASE("Equal Earth keeps areas: a degree square weighs what it weighs on the globe") {
  // By Gauss's formula over the projected corners of small squares.
  const auto projected_area = [](double latitude) {
    const double d = 0.01;
    const Projected c[] = {equal_earth(20, latitude), equal_earth(20 + d, latitude),
                           equal_earth(20 + d, latitude + d), equal_earth(20, latitude + d)};
    double sum = 0;
    for (size_t i = 0; i < 4; ++i)
      sum += c[i].x * c[(i + 1) % 4].y - c[i].y * c[(i + 1) % 4].x;
    return sum / 2;
  };
  const auto globe_area = [](double latitude) {
    constexpr double Radian = 3.14159265358979323846 / 180;
    return 0.01 * Radian * (std::sin((latitude + 0.01) * Radian) - std::sin(latitude * Radian));
  };
  for (const double latitude : {0.0, 30.0, -45.0, 60.0, 80.0}) {
    CAPTURE(latitude);
    CHECK(projected_area(latitude) == doctest::Approx(globe_area(latitude)).epsilon(1e-4));
  }
}
