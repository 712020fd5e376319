// See text_direction.h.
#include "core/text_direction.h"

#include "core/code_points.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr size_t MaxScannedBytes = 4096;

constexpr char32_t LeftToRightMark = 0x200E, RightToLeftMark = 0x200F;

constexpr CodePoints RightToLeft[] = {
    {0x0590, 0x08FF}, {0xFB1D, 0xFDFF}, {0xFE70, 0xFEFE}, {0x10800, 0x10FFF}, {0x1E800, 0x1EFFF},
};

// Beyond ASCII: digits, punctuation and symbols, which take the direction of what is around them. Flags, too,
// although UAX #9 has them as letters: they say nothing of the language that follows.
constexpr CodePoints Undirected[] = {
    {0x0080, 0x00A9}, {0x00AB, 0x00B4},   {0x00B6, 0x00B9},   {0x00BB, 0x00BF},   {0x00D7, 0x00D7},
    {0x00F7, 0x00F7}, {0x02B9, 0x02BA},   {0x02C2, 0x02CF},   {0x02D2, 0x02DF},   {0x02E5, 0x02ED},
    {0x02EF, 0x036F}, {0x0374, 0x0375},   {0x0384, 0x0385},   {0x0387, 0x0387},   {0x03F6, 0x03F6},
    {0x058A, 0x058A}, {0x058D, 0x058F},   {0x0600, 0x0607},   {0x0609, 0x060A},   {0x060C, 0x060C},
    {0x060E, 0x060F}, {0x0660, 0x066C},   {0x06DD, 0x06DE},   {0x06E9, 0x06E9},   {0x06F0, 0x06F9},
    {0x08E2, 0x08E2}, {0x2000, 0x215F},   {0x2189, 0x249B},   {0x24EA, 0x27FF},   {0x2900, 0x2BFF},
    {0x2E00, 0x3004}, {0x3008, 0x3020},   {0x3030, 0x3030},   {0x3036, 0x3037},   {0x303D, 0x3040},
    {0x309B, 0x309C}, {0x30A0, 0x30A0},   {0x30FB, 0x30FB},   {0xA490, 0xA4CF},   {0xFB29, 0xFB29},
    {0xFD3E, 0xFD4F}, {0xFDFD, 0xFE6F},   {0xFEFF, 0xFF20},   {0xFF3B, 0xFF40},   {0xFF5B, 0xFF65},
    {0xFFE0, 0xFFFF}, {0x10E60, 0x10E7E}, {0x1F000, 0x1FAFF}, {0xE0000, 0xE0FFF},
};

Direction direction_of(char32_t c) {
  if (c < 0x80) {
    const char32_t letter = c | 0x20;
    return letter >= 'a' && letter <= 'z' ? Direction::LeftToRight : Direction::None;
  }
  if (c == LeftToRightMark) return Direction::LeftToRight;
  if (c == RightToLeftMark) return Direction::RightToLeft;
  if (in_ranges(Undirected, c)) return Direction::None;
  return in_ranges(RightToLeft, c) ? Direction::RightToLeft : Direction::LeftToRight;
}

bool opens_isolate(char32_t c) {
  return c >= 0x2066 && c <= 0x2068;
}
bool closes_isolate(char32_t c) {
  return c == 0x2069;
}

// Past what display_text() shows in the place of control characters: the text begins behind it.
size_t after_stand_ins(std::string_view text, size_t at) {
  constexpr std::string_view Open = "\u2039", Close = "\u203A";
  constexpr size_t Letters = 3, Size = Open.size() + Letters + Close.size();
  while (text.substr(at, Size).starts_with(Open) && text.substr(at, Size).ends_with(Close))
    at += Size;
  return at;
}

enum class StandIns : bool { Skip, Take };

// Calls `take` with the direction of each letter that is not isolated, until it returns true.
template <typename Take>
void each_letter(std::string_view text, StandIns stand_ins, Take take) {
  text = text.substr(0, MaxScannedBytes);
  size_t open = 0;
  for (size_t at = 0; at < text.size();) {
    if (stand_ins == StandIns::Skip) at = after_stand_ins(text, at);
    if (at >= text.size()) return;
    const char32_t c = next_code_point(text, at);
    if (opens_isolate(c)) ++open;
    if (closes_isolate(c) && open > 0) --open;
    const Direction direction = open > 0 ? Direction::None : direction_of(c);
    if (direction != Direction::None && take(direction)) return;
  }
}

}  // namespace

Direction direction_of(std::string_view text) {
  Direction first = Direction::None;
  each_letter(text, StandIns::Skip, [&](Direction direction) {
    first = direction;
    return true;
  });
  return first;
}

bool has_right_to_left(std::string_view text) {
  text = text.substr(0, MaxScannedBytes);
  for (size_t at = 0; at < text.size();) {
    // U+0590, the first right-to-left code point, begins with this byte.
    if (static_cast<unsigned char>(text[at]) < 0xD6) {
      ++at;
    } else if (in_ranges(RightToLeft, next_code_point(text, at))) {
      return true;
    }
  }
  return false;
}

std::string isolated(std::string_view text, Direction base) {
  bool mixed = false;
  each_letter(text, StandIns::Take, [&](Direction direction) { return mixed = direction != base; });
  if (!mixed || base == Direction::None) return std::string(text);
  return std::string(IsolateStart).append(text).append(IsolateEnd);
}

Direction first_direction(std::initializer_list<std::string_view> texts) {
  for (const std::string_view text : texts) {
    if (const Direction direction = direction_of(text); direction != Direction::None) return direction;
  }
  return Direction::None;
}

std::string directed(std::string text, Direction base) {
  if (base == Direction::None || direction_of(text) == base) return text;
  std::string out;
  append_utf8(out, base == Direction::RightToLeft ? RightToLeftMark : LeftToRightMark);
  return out.append(text);
}

size_t open_isolates(std::string_view text) {
  constexpr std::string_view Lead = "\xE2\x81";  // of U+2040 to U+207F
  size_t open = 0;
  for (size_t at = text.find(Lead); at != text.npos; at = text.find(Lead, at + Lead.size())) {
    const std::string_view last = text.substr(at + Lead.size(), 1);
    if (last >= "\xA6" && last <= "\xA8") ++open;
    if (last == "\xA9" && open > 0) --open;
  }
  return open;
}

}  // namespace explorer
