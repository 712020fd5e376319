// Clusters and units by ranges of code points; see text_units.h.
#include "view/text_units.h"

#include "core/code_points.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr size_t MaxClusterCodePoints = 32;
constexpr size_t MaxWordBytes = 256;
constexpr size_t MaxLineUnitBytes = 1024;

constexpr char32_t ZeroWidthJoiner = 0x200D;
constexpr char32_t Ellipsis = 0x2026;

// Marks outside the Indic blocks, which follow one pattern (is_indic_mark).
constexpr CodePoints Marks[] = {
    {0x0300, 0x036F},   {0x0483, 0x0489},   {0x0591, 0x05BD},   {0x05BF, 0x05BF},   {0x05C1, 0x05C2},
    {0x05C4, 0x05C5},   {0x05C7, 0x05C7},   {0x0610, 0x061A},   {0x064B, 0x065F},   {0x0670, 0x0670},
    {0x06D6, 0x06DC},   {0x06DF, 0x06E4},   {0x06E7, 0x06E8},   {0x06EA, 0x06ED},   {0x0711, 0x0711},
    {0x0730, 0x074A},   {0x07A6, 0x07B0},   {0x07EB, 0x07F3},   {0x0816, 0x082D},   {0x0859, 0x085B},
    {0x0898, 0x089F},   {0x08CA, 0x08FF},   {0x09FE, 0x09FE},   {0x0A70, 0x0A71},   {0x0A75, 0x0A75},
    {0x0AFA, 0x0AFF},   {0x0D81, 0x0D83},   {0x0DCA, 0x0DDF},   {0x0DF2, 0x0DF3},   {0x0E31, 0x0E31},
    {0x0E33, 0x0E3A},   {0x0E47, 0x0E4E},   {0x0EB1, 0x0EB1},   {0x0EB3, 0x0EBC},   {0x0EC8, 0x0ECE},
    {0x0F18, 0x0F19},   {0x0F35, 0x0F35},   {0x0F37, 0x0F37},   {0x0F39, 0x0F39},   {0x0F3E, 0x0F3F},
    {0x0F71, 0x0F87},   {0x0F8D, 0x0FBC},   {0x102B, 0x103E},   {0x1056, 0x1059},   {0x105E, 0x1060},
    {0x1062, 0x1064},   {0x1067, 0x106D},   {0x1071, 0x1074},   {0x1082, 0x108D},   {0x109A, 0x109D},
    {0x1160, 0x11FF},   {0x135D, 0x135F},   {0x1712, 0x1715},   {0x17B4, 0x17D3},   {0x17DD, 0x17DD},
    {0x180B, 0x180F},   {0x1920, 0x193B},   {0x1A17, 0x1A1B},   {0x1A55, 0x1A7F},   {0x1AB0, 0x1B04},
    {0x1B34, 0x1B44},   {0x1B6B, 0x1B73},   {0x1BA1, 0x1BAD},   {0x1BE6, 0x1BF3},   {0x1C24, 0x1C37},
    {0x1CD0, 0x1CE8},   {0x1DC0, 0x1DFF},   {0x200C, 0x200D},   {0x20D0, 0x20F0},   {0x2CEF, 0x2CF1},
    {0x2DE0, 0x2DFF},   {0x302A, 0x302F},   {0x3099, 0x309A},   {0xA66F, 0xA67D},   {0xA802, 0xA802},
    {0xA823, 0xA827},   {0xA8B4, 0xA8C5},   {0xA8E0, 0xA8F1},   {0xA947, 0xA953},   {0xA980, 0xA983},
    {0xA9B3, 0xA9C0},   {0xAA29, 0xAA36},   {0xAAEB, 0xAAEF},   {0xABE3, 0xABED},   {0xD7B0, 0xD7FF},
    {0xFB1E, 0xFB1E},   {0xFE00, 0xFE0F},   {0xFE20, 0xFE2F},   {0xFF9E, 0xFF9F},   {0x10A01, 0x10A0F},
    {0x1D165, 0x1D172}, {0x1F3FB, 0x1F3FF}, {0xE0020, 0xE007F}, {0xE0100, 0xE01EF},
};

// Han, Kana and what is written among them: each character is a unit, lines may break around it.
constexpr CodePoints Singles[] = {
    {0x2E80, 0x2FFF}, {0x3000, 0x312F}, {0x3190, 0xA4CF},   {0xF900, 0xFAFF},   {0xFE30, 0xFE4F},
    {0xFF00, 0xFF9F}, {0xFFE0, 0xFFE6}, {0x1B000, 0x1B16F}, {0x1F200, 0x1F2FF}, {0x20000, 0x3FFFF},
};

// What an emoji sequence may be joined of.
constexpr CodePoints Pictographs[] = {
    {0x00A9, 0x00A9}, {0x00AE, 0x00AE}, {0x2190, 0x2BFF},
    {0x3030, 0x303D}, {0x3297, 0x3299}, {0x1F000, 0x1FAFF},
};

// The blocks from Devanagari to Malayalam share one plan of 128 places (a heritage of ISCII).
bool is_indic_mark(char32_t c) {
  constexpr CodePoints Places[] = {{0x00, 0x03}, {0x3A, 0x3C}, {0x3E, 0x4D}, {0x51, 0x57}, {0x62, 0x63}};
  return c >= 0x0900 && c < 0x0D80 && in_ranges(Places, c & 0x7F);
}

// Signs that bind the next consonant into the same cluster.
bool is_virama(char32_t c) {
  return (c >= 0x0900 && c < 0x0D80 && (c & 0x7F) == 0x4D) || c == 0x0DCA || c == 0x1039 || c == 0x17D2;
}

bool is_regional_indicator(char32_t c) {
  return c >= 0x1F1E6 && c <= 0x1F1FF;
}
bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool contains(std::u32string_view set, char32_t c) {
  return set.find(c) != set.npos;
}

// Punctuation and small Kana that must not begin a line, after JIS X 4051.
bool keeps_to_previous(char32_t c) {
  return c == Ellipsis ||
         contains(
             U")]},.!?:;%'\u201D\u2019\u3001\u3002\u3005\u3009\u300B\u300D\u300F\u3011\u3015\u3041\u3043"
             U"\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u309D\u309E\u30A1\u30A3\u30A5\u30A7\u30A9\u30C3"
             U"\u30E3\u30E5\u30E7\u30FB\u30FC\u30FD\u30FE\uFF01\uFF05\uFF09\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F"
             U"\uFF3D\uFF5D\uFF61\uFF63\uFF64",
             c);
}

// Opening punctuation, which must not end a line.
bool keeps_to_next(char32_t c) {
  return contains(U"([{\u201C\u2018\u3008\u300A\u300C\u300E\u3010\u3014\uFF08\uFF3B\uFF5B\uFF62", c);
}

char32_t peek(std::string_view text, size_t at) {
  return next_code_point(text, at);
}

// Whether `c` belongs to the cluster whose last code point is `previous`.
bool joins(char32_t previous, char32_t c) {
  if (is_mark(c)) return true;
  if (previous == ZeroWidthJoiner) return in_ranges(Pictographs, c);
  return is_virama(previous) && c >= 0x0900 && c < 0x1800;
}

}  // namespace

bool is_mark(char32_t code_point) {
  if (code_point < 0x0300) return false;
  return is_indic_mark(code_point) || in_ranges(Marks, code_point);
}

size_t cluster_end(std::string_view text, size_t at) {
  const auto ascii = [&](size_t index) { return static_cast<unsigned char>(text[index]) < 0x80; };
  if (is_space(text[at])) return at + 1;
  if (ascii(at) && (at + 1 == text.size() || ascii(at + 1))) return at + 1;
  char32_t previous = next_code_point(text, at);
  if (is_regional_indicator(previous) && at < text.size() && is_regional_indicator(peek(text, at))) {
    previous = next_code_point(text, at);
  }
  for (size_t count = 1; count < MaxClusterCodePoints && at < text.size(); ++count) {
    size_t after = at;
    const char32_t c = next_code_point(text, after);
    if (!joins(previous, c)) break;
    previous = c;
    at = after;
  }
  return at;
}

// Extends a word whose first cluster ends at `end`.
size_t UnitReader::word_end(size_t end) const {
  const size_t limit = text_.size() - at_ < MaxWordBytes ? text_.size() : at_ + MaxWordBytes;
  while (end < limit) {
    if (is_space(text_[end]) || (digits_apart_ && is_digit(text_[end]))) break;
    const char32_t c = peek(text_, end);
    if (c == Ellipsis || in_ranges(Singles, c)) break;
    end = cluster_end(text_, end);
  }
  return end;
}

bool UnitReader::next(Unit& unit) {
  if (at_ >= text_.size()) return false;
  const size_t begin = at_;
  const char32_t first = peek(text_, begin);
  size_t end = begin;
  unit.kind = UnitKind::Word;
  if (one_line_) {
    while (end < text_.size() && end - begin < MaxLineUnitBytes)
      end = cluster_end(text_, end);
  } else if (is_space(text_[begin])) {
    unit.kind = UnitKind::Space;
    end = begin + 1;
  } else {
    end = cluster_end(text_, begin);
    const bool single = in_ranges(Singles, first);
    if (digits_apart_ && is_digit(text_[begin]) && end == begin + 1) {
      unit.kind = UnitKind::Digit;
    } else if (!single && first != Ellipsis) {
      end = word_end(end);
    }
    const bool around_single =
        (single || in_ranges(Singles, last_)) && !keeps_to_previous(first) && !keeps_to_next(last_);
    unit.may_break_before = last_ == ' ' || around_single;
  }
  unit.text = text_.substr(begin, end - begin);
  at_ = end;
  const auto last_byte = static_cast<unsigned char>(text_[end - 1]);
  last_ = unit.kind == UnitKind::Space ? U' ' : last_byte < 0x80 ? last_byte : first;
  return true;
}

}  // namespace explorer
