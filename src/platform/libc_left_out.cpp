// What the page asks of the C library, as far as it asks: nlohmann/json a number's text as a double and the
// line "<U+001F>" in a message, drawing the sines of its angles. The library's own functions work with
// numbers of 128 bits, every format there is and angles of any size, code that every reader would load.
#include <cmath>
#include <cstdarg>
#include <cstddef>
#include <cstdlib>

#include "platform/read_number.h"

namespace {

// Of angles up to some thousand turns, to the last place of a float: half a turn at most is left to the
// series.
double sine(double angle) {
  constexpr double Pi = 3.14159265358979323846;
  const double half_turns = __builtin_floor(angle / Pi + 0.5);
  const double x = angle - half_turns * Pi, square = x * x;
  double sum = 0;
  for (int factor = 15; factor > 1; factor -= 2)
    sum = -(sum + 1) * square / (factor * (factor - 1));
  const double value = x + x * sum;
  return half_turns - 2 * __builtin_floor(half_turns / 2) == 0 ? value : -value;
}

constexpr double QuarterTurn = 1.57079632679489661923;

}  // namespace

extern "C" {

float sinf(float angle) {
  return static_cast<float>(sine(static_cast<double>(angle)));
}
float cosf(float angle) {
  return static_cast<float>(sine(static_cast<double>(angle) + QuarterTurn));
}

double strtod(const char* text, char** end) {
  const char* after = text;
  const double value = platform::read_number(text, &after);
  if (end != nullptr) *end = const_cast<char*>(after);
  return value;
}
float strtof(const char* text, char** end) {
  return static_cast<float>(strtod(text, end));
}
long double strtold(const char* text, char** end) {
  return strtod(text, end);
}

// The format "<U+%.4X>", whatever it is called with.
int vsnprintf(char* out, size_t size, const char*, va_list arguments) {
  constexpr char Pattern[] = "<U+0000>";
  constexpr size_t Last = sizeof Pattern - 3;
  if (size < sizeof Pattern) return 0;
  for (size_t i = 0; i < sizeof Pattern; ++i)
    out[i] = Pattern[i];
  auto code = va_arg(arguments, unsigned);
  for (size_t i = Last; code != 0 && i > Last - 4; --i, code >>= 4)
    out[i] = "0123456789ABCDEF"[code & 15];
  return sizeof Pattern - 1;
}
int snprintf(char* out, size_t size, const char* format, ...) {
  va_list arguments;
  va_start(arguments, format);
  const int length = vsnprintf(out, size, format, arguments);
  va_end(arguments);
  return length;
}

}  // extern "C"
