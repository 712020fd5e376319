// What nlohmann/json asks of the C library, as far as it asks: a number's text as a double, and the line
// "<U+001F>" in a message. The library's own functions work with numbers of 128 bits and every format there
// is, code that every reader would load.
#include <cstdarg>
#include <cstddef>
#include <cstdlib>

#include "platform/read_number.h"

extern "C" {

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
