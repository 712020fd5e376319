// Folding by table: each code point is looked up by itself; only Hangul, voiced Kana and two Cyrillic
// letters, which may come in pieces, look at the code point before. What folds to what is decided in
// make_fold_table.mjs.
#include "core/text_fold.h"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <iterator>

namespace explorer {
namespace {

#include "core/fold_table.inc"

// A run says what consecutive code points fold to. Its head holds the first code point (bits 11 to 31), the
// count less one (bits 3 to 10) and the kind (bits 0 to 2); its target depends on the kind.
enum class RunKind : uint32_t {
  Shift,                // the target is what the first one folds to, the others keep their distance from it
  ShiftEverySecond,     // the same for every second code point
  ShiftInPlane,         // the same, the target being in the plane of the first
  Constant,             // all fold to the target; 0 means to nothing
  ConstantEverySecond,  // the same for every second code point
  List,                 // the target is where in RunLists their texts begin, each ended by NUL
};

constexpr char32_t KanaVoiced = 0x3099;
constexpr char32_t KanaHalfVoiced = 0x309A;

// The composition of two code points that may come in pieces, or 0. It takes as many bytes as the first.
char32_t compose(char32_t first, char32_t second) {
  if (first == U'и' && second == 0x0306) return U'й';
  if (first == U'і' && second == 0x0308) return U'ї';
  constexpr char32_t L = 0x1100, V = 0x1161, T = 0x11A7, S = 0xAC00;  // Unicode standard, section 3.12
  if (first >= L && first < L + 19 && second >= V && second < V + 21) {
    return S + ((first - L) * 21 + (second - V)) * 28;
  }
  if (first >= S && first < S + 11172 && (first - S) % 28 == 0 && second > T && second < T + 28) {
    return first + (second - T);
  }
  if (second != KanaVoiced && second != KanaHalfVoiced) return 0;
  const bool is_ha_row = first >= 0x306F && first <= 0x307B && first % 3 == 0;
  if (second == KanaHalfVoiced) return is_ha_row ? first + 2 : 0;
  if (first == 0x3046) return 0x3094;
  const bool is_ka_to_chi = first >= 0x304B && first <= 0x3061 && first % 2 == 1;
  const bool is_tsu_to_to = first >= 0x3064 && first <= 0x3068 && first % 2 == 0;
  return is_ha_row || is_ka_to_chi || is_tsu_to_to || first == 0x309D ? first + 1 : 0;
}

class Folder {
 public:
  explicit Folder(std::string& out) : out_(out) {}

  void run(std::string_view text) {
    size_t at = 0;
    while (at < text.size()) {
      if (static_cast<unsigned char>(text[at]) < 0x80) {
        at = take_ascii(text, at);
        continue;
      }
      const size_t start = at;
      const char32_t code_point = next_code_point(text, at);
      if (code_point == 0xFFFD) {
        out_.append(text, start, at - start);
        previous_ = 0;
        after_broken_ = at - start == 1;
      } else {
        take(code_point);
      }
    }
  }

 private:
  size_t take_ascii(std::string_view text, size_t at) {
    const size_t start = at;
    while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80)
      ++at;
    const size_t from = out_.size();
    out_.append(text, start, at - start);
    for (char* c = out_.data() + from; c != out_.data() + out_.size(); ++c) {
      if (*c >= 'A' && *c <= 'Z') *c = static_cast<char>(*c + ('a' - 'A'));
    }
    previous_ = 0;
    after_broken_ = false;
    return at;
  }

  void take(char32_t code_point) {
    if (compose(previous_, code_point) != 0) return put(code_point);
    // Hangul syllables and most Han characters stand for themselves.
    if ((code_point >= 0xAC00 && code_point < 0xD7A4) || (code_point >= 0x3400 && code_point < 0xA000)) {
      return put(code_point);
    }
    const auto* const after =
        std::upper_bound(std::begin(RunHeads), std::end(RunHeads), (code_point << 11) | 0x7FF);
    if (after == std::begin(RunHeads)) return put(code_point);
    const auto index = static_cast<size_t>(after - std::begin(RunHeads)) - 1;
    const char32_t first = RunHeads[index] >> 11;
    const char32_t count = ((RunHeads[index] >> 3) & 0xFF) + 1;
    const auto kind = static_cast<RunKind>(RunHeads[index] & 7);
    const bool every_second = kind == RunKind::ShiftEverySecond || kind == RunKind::ConstantEverySecond;
    const char32_t distance = code_point - first;
    if (every_second ? distance % 2 != 0 || distance / 2 >= count : distance >= count) return put(code_point);
    const char32_t target = RunTargets[index];
    if (kind == RunKind::List) return put_list(code_point, target, distance);
    if (kind == RunKind::Constant || kind == RunKind::ConstantEverySecond) {
      return target != 0 ? put(target) : drop(code_point);
    }
    put((kind == RunKind::ShiftInPlane ? target | (first & 0x1F0000) : target) + distance);
  }

  // Between two broken pieces a mark stays: without it they could join to a character.
  void drop(char32_t code_point) {
    if (after_broken_) put(code_point);
  }

  void put_list(char32_t code_point, size_t offset, size_t skip) {
    const char* entry = reinterpret_cast<const char*>(RunLists) + offset;
    while (skip-- > 0)
      entry += std::strlen(entry) + 1;
    const std::string_view text(entry);
    if (text.empty()) return drop(code_point);
    for (size_t at = 0; at < text.size();)
      put(next_code_point(text, at));
  }

  void put(char32_t code_point) {
    after_broken_ = false;
    if (const char32_t composed = compose(previous_, code_point); composed != 0) {
      out_.erase(out_.size() - (composed < 0x800 ? 2 : 3));
      code_point = composed;
    }
    append_utf8(out_, code_point);
    previous_ = code_point;
  }

  std::string& out_;
  char32_t previous_ = 0;      // the last code point put, 0 where nothing can compose with it
  bool after_broken_ = false;  // whether the last thing put was an ill-formed byte
};

}  // namespace

void append_folded(std::string& out, std::string_view text) {
  Folder(out).run(text);
}

std::string fold_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  append_folded(out, text);
  return out;
}

}  // namespace explorer
