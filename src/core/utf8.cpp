// UTF-8 in and out, strictly as the Unicode standard's table of well-formed byte sequences has it: no
// overlong forms, no surrogates, nothing above U+10FFFF.
#include <cstdint>
#include <cstring>

#include "core/text_fold.h"

namespace explorer {
namespace {

// What may follow a lead byte: how many bytes in all (0: not a lead), and the range of the second byte,
// which is what rules out overlong forms, surrogates and too great code points.
struct Lead {
  unsigned length;
  unsigned char second_first, second_last;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {0, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0) {
    return {3, static_cast<unsigned char>(byte == 0xE0 ? 0xA0 : 0x80),
            static_cast<unsigned char>(byte == 0xED ? 0x9F : 0xBF)};
  }
  return {4, static_cast<unsigned char>(byte == 0xF0 ? 0x90 : 0x80),
          static_cast<unsigned char>(byte == 0xF4 ? 0x8F : 0xBF)};
}

}  // namespace

char32_t next_code_point(std::string_view text, size_t& at) {
  constexpr char32_t Replacement = 0xFFFD;
  const auto byte = [&](size_t index) { return static_cast<unsigned char>(text[index]); };
  const unsigned char first = byte(at);
  const size_t start = at++;
  if (first < 0x80) return first;
  const Lead lead = lead_of(first);
  if (lead.length == 0 || text.size() - start < lead.length) return Replacement;
  if (byte(at) < lead.second_first || byte(at) > lead.second_last) return Replacement;
  char32_t code_point = first & (0x7Fu >> lead.length);
  for (size_t index = start + 1; index < start + lead.length; ++index) {
    if ((byte(index) & 0xC0) != 0x80) return Replacement;
    code_point = (code_point << 6) | (byte(index) & 0x3Fu);
  }
  at = start + lead.length;
  return code_point;
}

void append_utf8(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) code_point = 0xFFFD;
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  const auto put_tail = [&](unsigned shift) { put(0x80 | ((code_point >> shift) & 0x3F)); };
  if (code_point < 0x80) return put(code_point);
  if (code_point < 0x800) {
    put(0xC0 | (code_point >> 6));
  } else {
    if (code_point < 0x10000) {
      put(0xE0 | (code_point >> 12));
    } else {
      put(0xF0 | (code_point >> 18));
      put_tail(12);
    }
    put_tail(6);
  }
  put_tail(0);
}

size_t valid_utf8_prefix(std::string_view text) {
  constexpr uint64_t HighBits = 0x8080808080808080u;
  size_t at = 0;
  while (at < text.size()) {
    uint64_t block = 0;
    while (text.size() - at >= sizeof block) {
      std::memcpy(&block, text.data() + at, sizeof block);
      if ((block & HighBits) != 0) break;
      at += sizeof block;
    }
    if (at == text.size()) break;
    const size_t start = at;
    // One byte gives U+FFFD only if it is ill-formed; the real one takes three.
    if (next_code_point(text, at) == 0xFFFD && at - start == 1) return start;
  }
  return at;
}

}  // namespace explorer
