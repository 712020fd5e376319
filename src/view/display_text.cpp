// Makes a text from a dataset fit to be shown: whatever could hide, reorder or smear other text becomes
// visible or goes away. Declared in text_layout.h.
#include "core/text_fold.h"
#include "view/text_layout.h"
#include "view/text_units.h"

namespace explorer {
namespace {

constexpr int MaxMarks = 8;
// Characters that vanish must not keep the reader waiting either: at most so many bytes are read for one
// that may be shown.
constexpr size_t ReadPerShown = 8;

constexpr char32_t BlackFlag = 0x1F3F4;

bool is_white_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0x3164 || c == 0xFFA0;
}

bool is_tag(char32_t c) {
  return c >= 0xE0020 && c <= 0xE007F;
}

// Joiners shape complex scripts and emoji; between other letters they only hide.
bool is_joiner(char32_t c) {
  return c == 0x200C || c == 0x200D;
}

bool is_dropped_format(char32_t c) {
  return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E || c == 0x200B || c == 0x200E ||
         c == 0x200F || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xFFF0 && c <= 0xFFFB) ||
         (c >= 0x1D173 && c <= 0x1D17A) || (c >= 0xE0000 && c <= 0xE001F);
}

// What reorders the text behind it, whatever it is: that a text holds any must be seen.
bool is_override(char32_t c) {
  return c >= 0x202A && c <= 0x202E;
}

// Appends the visible stand-in of a control character, or `c` itself.
void append_visible(std::string& out, char32_t c) {
  constexpr std::string_view Overrides[] = {"LRE", "RLE", "PDF", "LRO", "RLO"};
  if (is_override(c)) {
    out.append("\u2039").append(Overrides[c - 0x202A]).append("\u203A");
    return;
  }
  append_utf8(out, c < 0x20 ? 0x2400 + c : c == 0x7F ? 0x2421 : c > 0x7F && c < 0xA0 ? 0xFFFD : c);
}

// Decides code point by code point what is kept; remembers the letter that marks would sit on.
struct Filter {
  char32_t base = 0;
  int marks = 0;

  bool keeps(char32_t c) {
    if (is_dropped_format(c)) return false;
    if (is_joiner(c) && base < 0x0600) return false;
    if (is_tag(c) && base != BlackFlag) return false;
    if (is_mark(c)) return ++marks <= MaxMarks;
    base = is_override(c) ? 0 : c;
    marks = 0;
    return true;
  }
};

}  // namespace

std::string display_text(std::string_view text, size_t max_bytes) {
  std::string out;
  Filter filter;
  bool space = false;
  for (size_t at = 0; at < text.size();) {
    if (at / ReadPerShown > max_bytes) return out + "\u2026";
    const char32_t c = next_code_point(text, at);
    if (is_white_space(c)) {
      space = true;
      continue;
    }
    if (space) filter.base = 0;
    if (!filter.keeps(c)) continue;
    const size_t before = out.size();
    if (space && before > 0) out += ' ';
    space = false;
    append_visible(out, c);
    if (out.size() > max_bytes) {
      out.resize(before);
      return out + "\u2026";
    }
  }
  return out;
}

}  // namespace explorer
