// See read_number.h.
#include "platform/read_number.h"

#include <cmath>
#include <cstdint>

namespace platform {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// 10 to the power of `exponent`, exact up to 22.
double power_of_ten(unsigned exponent) {
  double power = 1, base = 10;
  for (; exponent > 0; exponent >>= 1, base *= base) {
    if ((exponent & 1) != 0) power *= base;
  }
  return power;
}

// In two steps, so that the least numbers do not become 0 on the way.
double scaled(double mantissa, int exponent) {
  constexpr int Step = 300;
  if (exponent >= 0)
    return exponent > 2 * Step ? HUGE_VAL : mantissa * power_of_ten(static_cast<unsigned>(exponent));
  if (exponent >= -Step) return mantissa / power_of_ten(static_cast<unsigned>(-exponent));
  if (exponent < -2 * Step) return 0;
  return mantissa / power_of_ten(Step) / power_of_ten(static_cast<unsigned>(-exponent - Step));
}

}  // namespace

double read_number(const char* text, const char** end) {
  constexpr uint64_t Full = UINT64_MAX / 10 - 1;
  constexpr int MostExponent = 100000;
  const char* at = text;
  const bool negative = *at == '-';
  if (negative) ++at;
  uint64_t mantissa = 0;
  int exponent = 0;
  bool fraction = false;
  for (; is_digit(*at) || (*at == '.' && !fraction); ++at) {
    if (*at == '.') {
      fraction = true;
    } else if (mantissa < Full) {
      mantissa = mantissa * 10 + static_cast<uint64_t>(*at - '0');
      exponent -= fraction ? 1 : 0;
    } else {
      exponent += fraction ? 0 : 1;
    }
  }
  if (*at == 'e' || *at == 'E') {
    const char* power = at + 1;
    const bool down = *power == '-';
    if (*power == '-' || *power == '+') ++power;
    int stated = 0;
    for (; is_digit(*power); ++power)
      stated = stated < MostExponent ? stated * 10 + (*power - '0') : stated;
    exponent += down ? -stated : stated;
    at = power;
  }
  if (end != nullptr) *end = at;
  const double value = mantissa == 0 ? 0 : scaled(static_cast<double>(mantissa), exponent);
  return negative ? -value : value;
}

}  // namespace platform
