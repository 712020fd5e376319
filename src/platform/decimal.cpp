// See decimal.h.
#include "platform/decimal.h"

#include <cstdint>
#include <limits>

namespace platform {

namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The digits of a number as one whole number, and the power of ten that it is to be multiplied by.
struct Digits {
  uint64_t whole = 0;
  int power = 0;
  bool any = false;

  // `beyond_point`: how much one more digit lowers the power.
  void add(char digit, int beyond_point) {
    constexpr uint64_t Full = (std::numeric_limits<uint64_t>::max() - 9) / 10;
    any = true;
    if (whole > Full) {
      power += 1 - beyond_point;
      return;
    }
    whole = whole * 10 + static_cast<uint64_t>(digit - '0');
    power -= beyond_point;
  }
};

// One step up or down for each ten: exact as long as the powers are.
double scaled(uint64_t whole, int power) {
  constexpr int Most = 400;  // beyond it all is infinite, or zero
  double value = static_cast<double>(whole), scale = 1;
  if (whole == 0) return 0;
  const bool down = power < 0;
  for (int left = down ? -power : power; left > 0; --left) {
    if (left > 2 * Most) return down ? 0 : std::numeric_limits<double>::infinity();
    scale *= 10;
    if (scale < 1e22 && left > 1) continue;
    value = down ? value / scale : value * scale;
    scale = 1;
  }
  return value;
}

// The exponent behind "e"; moves `at` past it if there is one.
int read_exponent(const char*& at) {
  const char* next = at;
  if (*next != 'e' && *next != 'E') return 0;
  ++next;
  const bool negative = *next == '-';
  if (*next == '-' || *next == '+') ++next;
  if (!is_digit(*next)) return 0;
  int exponent = 0;
  for (; is_digit(*next); ++next)
    exponent = exponent < 100'000 ? exponent * 10 + (*next - '0') : exponent;
  at = next;
  return negative ? -exponent : exponent;
}

}  // namespace

double read_decimal(const char* text, char** end) {
  const char* at = text;
  while (*at == ' ' || (*at >= '\t' && *at <= '\r'))
    ++at;
  const bool negative = *at == '-';
  if (*at == '-' || *at == '+') ++at;
  Digits digits;
  for (; is_digit(*at); ++at)
    digits.add(*at, 0);
  if (*at == '.' && (digits.any || is_digit(at[1]))) {
    for (++at; is_digit(*at); ++at)
      digits.add(*at, 1);
  }
  const int exponent = digits.any ? read_exponent(at) : 0;
  if (end != nullptr) *end = const_cast<char*>(digits.any ? at : text);
  if (!digits.any) return 0;
  const double value = scaled(digits.whole, digits.power + exponent);
  return negative ? -value : value;
}

}  // namespace platform
