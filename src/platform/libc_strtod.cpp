// Stands in for the C library's strtod, which only the JSON library calls; with its sisters, which the library
// keeps in the same object. See decimal.h.
#include "platform/decimal.h"

extern "C" {

double strtod(const char* text, char** end) {
  return platform::read_decimal(text, end);
}
float strtof(const char* text, char** end) {
  return static_cast<float>(platform::read_decimal(text, end));
}
long double strtold(const char* text, char** end) {
  return static_cast<long double>(platform::read_decimal(text, end));
}

}  // extern "C"
