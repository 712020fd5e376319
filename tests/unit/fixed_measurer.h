// A measurer for tests: 10 px a code point, 4 px a space, "1" 6 px, marks and isolates nothing. Counts what
// it is asked.
#pragma once

#include "core/text_fold.h"
#include "view/text_layout.h"
#include "view/text_units.h"

struct FixedMeasurer : explorer::TextMeasurer {
  size_t measured_bytes = 0;

  float width(std::string_view unit, explorer::Font) override {
    measured_bytes += unit.size();
    float sum = 0;
    for (size_t at = 0; at < unit.size();) {
      const char32_t c = explorer::next_code_point(unit, at);
      const bool isolate = c >= 0x2066 && c <= 0x2069;
      if (!explorer::is_mark(c) && !isolate) sum += c == ' ' ? 4 : c == '1' ? 6 : 10;
    }
    return sum;
  }
};
