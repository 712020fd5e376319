// See mend_json.h. Only run when the parser has given up on such a value, so that good documents do not
// pay for it.
#include "core/mend_json.h"

#include <cmath>
#include <cstdint>
#include <cstdlib>

namespace explorer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_number_byte(char c) {
  return is_digit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

// The value of the escape \uXXXX at `at`, or -1 if there is none.
int32_t unicode_escape(std::string_view bytes, size_t at) {
  constexpr size_t Length = 6;
  if (at + Length > bytes.size() || bytes[at] != '\\' || bytes[at + 1] != 'u') return -1;
  int32_t value = 0;
  for (size_t i = at + 2; i < at + Length; ++i) {
    const char c = bytes[i];
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// Whether a text that strtod reads as a number is one in JSON too: no needless zero, digits around a point.
bool is_json_number(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  if (text.size() < 2 || !is_digit(text[0]) || (text[0] == '0' && is_digit(text[1]))) return false;
  const size_t point = text.find('.');
  return point == std::string_view::npos || (point + 1 < text.size() && is_digit(text[point + 1]));
}

bool is_high_half(int32_t unit) {
  return unit >= 0xD800 && unit <= 0xDBFF;
}
bool is_low_half(int32_t unit) {
  return unit >= 0xDC00 && unit <= 0xDFFF;
}

// Mends the string whose first byte is at `at`; returns the offset past its closing quote.
size_t mend_string(std::string& bytes, size_t at) {
  while (at < bytes.size() && bytes[at] != '"') {
    if (bytes[at] != '\\') {
      ++at;
      continue;
    }
    const int32_t unit = unicode_escape(bytes, at);
    if (unit < 0) {
      at += 2;
    } else if (is_high_half(unit) && is_low_half(unicode_escape(bytes, at + 6))) {
      at += 12;
    } else {
      if (is_high_half(unit) || is_low_half(unit)) bytes.replace(at, 6, "\\ufffd");
      at += 6;
    }
  }
  return at + 1;
}

size_t mend_number(std::string& bytes, size_t at) {
  size_t end = at;
  while (end < bytes.size() && is_number_byte(bytes[end]))
    ++end;
  const std::string number = bytes.substr(at, end - at);
  char* read_to = nullptr;
  const double value = std::strtod(number.c_str(), &read_to);
  const bool whole_text = read_to == number.c_str() + number.size();
  if (whole_text && std::isinf(value) && is_json_number(number))
    bytes.replace(at, end - at, '0' + std::string(end - at - 1, ' '));
  return end;
}

}  // namespace

std::string mend_json(std::string_view bytes) {
  std::string mended(bytes);
  size_t at = 0;
  while (at < mended.size()) {
    const char c = mended[at];
    if (c == '"') {
      at = mend_string(mended, at + 1);
    } else if (c == '-' || is_digit(c)) {
      at = mend_number(mended, at);
    } else {
      ++at;
    }
  }
  return mended;
}

}  // namespace explorer
