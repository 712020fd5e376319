// See formula_guard.h.
#include "core/formula_guard.h"

#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr std::string_view Ends = ";\t\r\n";  // of a cell

// What spreadsheets take away before they look, or may.
bool is_passed_over(char32_t c) {
  if (c <= U' ' || c == U'"' || (c >= 0x7F && c <= 0xA0)) return true;
  return c == 0xAD || c == 0x1680 || c == 0x180E || (c >= 0x2000 && c <= 0x200F) ||
         (c >= 0x2028 && c <= 0x202F) || (c >= 0x205F && c <= 0x206F) || c == 0x3000 || c == 0xFEFF;
}

bool starts_formula(std::string_view cell) {
  for (size_t at = 0; at < cell.size();) {
    const char32_t c = next_code_point(cell, at);
    if (is_passed_over(c)) continue;
    return std::u32string_view(U"=+-@\uFF1D\uFF0B\uFF0D\uFF20").find(c) != std::u32string_view::npos;
  }
  return false;
}

}  // namespace

void append_formula_safe(std::string& out, std::string_view text) {
  if (!text.empty() && Ends.substr(1).find(text[0]) != Ends.npos) out += '\'';
  for (;;) {
    const size_t end = text.find_first_of(Ends);
    const std::string_view cell = text.substr(0, end);
    if (starts_formula(cell)) out += '\'';
    out += cell;
    if (end == text.npos) return;
    out += text[end];
    text.remove_prefix(end + 1);
  }
}

}  // namespace explorer
