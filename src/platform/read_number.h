// A number's text as a double, without the 128 bits of arithmetic of the C library's own function. Knows no
// host.
#pragma once

namespace platform {

// Reads a number as JSON writes them from the start of a text that ends with 0; `end`, if not null, becomes
// what follows it. Exact up to 15 digits with a power of ten up to 22; else right but for the last places of
// a double: at most 2^-48 of the value. Infinite beyond the greatest double.
double read_number(const char* text, const char** end);

}  // namespace platform
