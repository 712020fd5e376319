// Decimal numbers in text, for the C library's strtod to be replaced in the page (libc_strtod.cpp): to round
// the last bit of any number right takes the library 6 KB of what each reader loads.
#pragma once

namespace platform {

// As strtod in the "C" locale, for decimal numbers alone: leading white space, sign, digits, point, exponent.
// Exact for up to 19 digits and powers of ten up to 22; beyond, the last bits may differ. Beyond the range of
// double: infinity or zero. `end`: what follows the number, or `text` if there is none.
double read_decimal(const char* text, char** end);

}  // namespace platform
