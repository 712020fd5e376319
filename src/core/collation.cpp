// Sort keys. A key is a row of units, none of which is the beginning of another, so that bytewise order is
// unit by unit: space, symbols, digits, letters; then a zero and the original text. Works on folded text
// and knows no locale.
#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <utility>

#include "core/text_fold.h"

namespace explorer {
namespace {

enum class CharClass : uint8_t { Skipped, Space, Symbol, Digit, Letter };

// Bytes that open a unit; letters open with their own first byte of UTF-8, which is greater.
constexpr char SpaceByte = 1;
constexpr char SymbolByte = 2;
constexpr char DigitsByte = 3;

struct ClassRange {
  char32_t first, last;
  CharClass kind;
};

// What is not a letter beyond ASCII, sorted. Only what folding leaves; rare scripts' punctuation is left out.
constexpr ClassRange ClassRanges[] = {
    {0x80, 0xA1, CharClass::Skipped},       {0xA2, 0xA6, CharClass::Symbol},
    {0xA7, 0xA7, CharClass::Skipped},       {0xA8, 0xB1, CharClass::Symbol},
    {0xB6, 0xB7, CharClass::Skipped},       {0xB8, 0xB8, CharClass::Symbol},
    {0xBF, 0xBF, CharClass::Skipped},       {0xD7, 0xD7, CharClass::Symbol},
    {0xF7, 0xF7, CharClass::Symbol},        {0x2C2, 0x2DF, CharClass::Symbol},
    {0x2E5, 0x2FF, CharClass::Symbol},      {0x55A, 0x55F, CharClass::Skipped},
    {0x589, 0x58A, CharClass::Skipped},     {0x5BE, 0x5C6, CharClass::Skipped},
    {0x5F3, 0x5F4, CharClass::Skipped},     {0x600, 0x61F, CharClass::Skipped},
    {0x66A, 0x66D, CharClass::Skipped},     {0x6D4, 0x6D4, CharClass::Skipped},
    {0x964, 0x965, CharClass::Skipped},     {0xE3F, 0xE3F, CharClass::Symbol},
    {0xE47, 0xE4F, CharClass::Skipped},     {0xE5A, 0xE5B, CharClass::Skipped},
    {0xEC8, 0xECE, CharClass::Skipped},     {0x104A, 0x104F, CharClass::Skipped},
    {0x1360, 0x1368, CharClass::Skipped},   {0x17D4, 0x17DA, CharClass::Skipped},
    {0x2016, 0x2027, CharClass::Skipped},   {0x2028, 0x2029, CharClass::Space},
    {0x2030, 0x205E, CharClass::Skipped},   {0x20A0, 0x20CF, CharClass::Symbol},
    {0x2100, 0x2BFF, CharClass::Symbol},    {0x2E00, 0x2E7F, CharClass::Skipped},
    {0x2FF0, 0x2FFF, CharClass::Symbol},    {0x3001, 0x3003, CharClass::Skipped},
    {0x3004, 0x3004, CharClass::Symbol},    {0x3008, 0x3020, CharClass::Skipped},
    {0x302A, 0x3030, CharClass::Skipped},   {0x3099, 0x309A, CharClass::Skipped},
    {0x30A0, 0x30A0, CharClass::Skipped},   {0x30FB, 0x30FB, CharClass::Skipped},
    {0x3200, 0x33FF, CharClass::Symbol},    {0xE000, 0xF8FF, CharClass::Symbol},
    {0xFD3E, 0xFD3F, CharClass::Skipped},   {0xFE45, 0xFE46, CharClass::Skipped},
    {0xFFF9, 0xFFFF, CharClass::Symbol},    {0x1F000, 0x1FAFF, CharClass::Symbol},
    {0xE0000, 0xE007F, CharClass::Skipped}, {0xF0000, 0x10FFFF, CharClass::Symbol},
};

constexpr CharClass class_of_ascii(char32_t c) {
  if (c >= U'0' && c <= U'9') return CharClass::Digit;
  if (c >= U'a' && c <= U'z') return CharClass::Letter;
  if (c == U' ' || (c >= U'\t' && c <= U'\r')) return CharClass::Space;
  const bool is_symbol = c != 0 && std::u32string_view(U"$+<=>^`|~").find(c) != std::u32string_view::npos;
  return is_symbol ? CharClass::Symbol : CharClass::Skipped;
}

constexpr auto AsciiClasses = [] {
  std::array<CharClass, 128> classes{};
  for (char32_t c = 0; c < 128; ++c)
    classes[c] = class_of_ascii(c);
  return classes;
}();

// Of what is not ASCII.
CharClass class_of(char32_t c) {
  const auto* const range = std::lower_bound(std::begin(ClassRanges), std::end(ClassRanges), c,
                                             [](const ClassRange& r, char32_t at) { return r.last < at; });
  return range != std::end(ClassRanges) && c >= range->first ? range->kind : CharClass::Letter;
}

// Letters that their alphabets have right after another one, though Unicode has them elsewhere. `place` is
// greater than any first byte of UTF-8, so the letter follows everything that begins with `base`.
struct PlacedLetter {
  uint16_t letter, base;
  unsigned char place;
};

constexpr PlacedLetter PlacedLetters[] = {
    {u'ŋ', u'n', 0xF8},
    {u'ƙ', u'k', 0xF8},
    {u'ɓ', u'b', 0xF8},
    {u'ɔ', u'o', 0xF8},
    {u'ɗ', u'd', 0xF8},
    {u'ə', u'e', 0xF8},
    {u'ɛ', u'e', 0xF9},
    {u'ɣ', u'g', 0xF8},
    {u'ґ', u'г', 0xF8},
    {u'ғ', u'г', 0xF9},
    {u'ђ', u'д', 0xF8},
    {u'є', u'е', 0xF8},
    {u'җ', u'ж', 0xF8},
    {u'ѕ', u'з', 0xF8},
    {u'ҙ', u'з', 0xF9},
    {u'і', u'и', 0xF8},
    {u'ї', u'и', 0xF9},
    {u'ј', u'и', 0xFA},
    {u'қ', u'к', 0xF8},
    {u'ҡ', u'к', 0xF9},
    {u'љ', u'л', 0xF8},
    {u'њ', u'н', 0xF8},
    {u'ң', u'н', 0xF9},
    {u'ө', u'о', 0xF8},
    {u'ҫ', u'с', 0xF8},
    {u'ћ', u'т', 0xF8},
    {u'ұ', u'у', 0xF8},
    {u'ү', u'у', 0xF9},
    {u'һ', u'х', 0xF8},
    {u'ҳ', u'х', 0xF9},
    {u'џ', u'ч', 0xF8},
    {u'ҷ', u'ч', 0xF9},
    {u'ә', u'а', 0xF8},
    // Arabic script, by number: alef wasla; peh, tteh, tcheh, ddal, rreh, jeh; keheh, gaf; noon ghunna; heh
    // goal and doachashmee; Farsi yeh, yeh barree.
    {0x671, 0x627, 0xF8},
    {0x67E, 0x628, 0xF8},
    {0x679, 0x62A, 0xF8},
    {0x686, 0x62C, 0xF8},
    {0x688, 0x62F, 0xF8},
    {0x691, 0x631, 0xF8},
    {0x698, 0x632, 0xF8},
    {0x6A9, 0x643, 0xF8},
    {0x6AF, 0x643, 0xF9},
    {0x6BA, 0x646, 0xF8},
    {0x6C1, 0x647, 0xF8},
    {0x6BE, 0x647, 0xF9},
    {0x6CC, 0x64A, 0xF8},
    {0x6D2, 0x64A, 0xF9},
};

constexpr char32_t LastPlacedLetter = 0x6D2;

// Hiragana U+3041 to U+3096 as the plain, unvoiced letter, and the vowel that each ends in.
constexpr char32_t KanaFirst = 0x3041, KanaLast = 0x3096;
constexpr char32_t PlainKana[] =
    U"ああいいううええおおかかききくくけけここささししすすせせそそたたちちつつつててととなにぬねの"
    U"はははひひひふふふへへへほほほまみむめもややゆゆよよらりるれろわわゐゑをんうかけ";
constexpr char KanaVowels[] =
    "aaiiuueeooaaiiuueeooaaiiuueeooaaiiuuueeooaiueoaaaiiiuuueeeoooaiueoaauuooaiueoaaieo-uae";
static_assert(std::size(PlainKana) == KanaLast - KanaFirst + 2);
static_assert(std::size(KanaVowels) == KanaLast - KanaFirst + 2);

char32_t kana_of_vowel(char vowel) {
  constexpr std::string_view Vowels = "aiueo";
  const size_t index = Vowels.find(vowel);
  return index == std::string_view::npos ? 0 : PlainKana[index * 2];
}

// Vowels of Thai and Lao that are written before the consonant they follow in speech and in dictionaries.
bool is_leading_vowel(char32_t c) {
  return (c >= 0xE40 && c <= 0xE44) || (c >= 0xEC0 && c <= 0xEC4);
}
bool is_thai_consonant(char32_t c) {
  return (c >= 0xE01 && c <= 0xE2E) || (c >= 0xE81 && c <= 0xEAE);
}

class KeyWriter {
 public:
  // Appends to `key`.
  KeyWriter(std::string_view folded, std::string& key) : folded_(folded), key_(key), begin_(key.size()) {}

  void run() {
    while (at_ < folded_.size()) {
      const size_t start = at_;
      const char32_t c = next_character();
      const CharClass kind = c < 0x80 ? AsciiClasses[c] : class_of(c);
      if (kind == CharClass::Skipped) continue;
      if (kind == CharClass::Space) {
        space_pending_ = true;
        continue;
      }
      if (space_pending_ && key_.size() > begin_) key_ += SpaceByte;
      space_pending_ = false;
      if (kind == CharClass::Digit) {
        put_number(start);
      } else if (kind == CharClass::Symbol) {
        key_ += SymbolByte;
        append_utf8(key_, c);
      } else {
        put_letter(c);
      }
    }
  }

 private:
  char32_t next_character() {
    const auto byte = static_cast<unsigned char>(folded_[at_]);
    return byte < 0x80 ? folded_[at_++] : next_code_point(folded_, at_);
  }

  // The count of digits before the digits makes longer numbers greater.
  void put_number(size_t start) {
    const auto is_digit = [&](size_t index) { return folded_[index] >= '0' && folded_[index] <= '9'; };
    while (at_ < folded_.size() && is_digit(at_))
      ++at_;
    while (start + 1 < at_ && folded_[start] == '0')
      ++start;
    const size_t count = at_ - start;
    key_ += DigitsByte;
    if (count < 0xFF) {
      key_ += static_cast<char>(count);
    } else {
      key_ += static_cast<char>(0xFF);
      for (int shift = 24; shift >= 0; shift -= 8)
        key_ += static_cast<char>((count >> shift) & 0xFF);
    }
    key_.append(folded_, start, count);
  }

  void put_letter(char32_t c) {
    if (c < 0x80) {
      key_ += static_cast<char>(c);
      return;
    }
    if ((c >= KanaFirst && c <= KanaLast) || (c >= 0x309D && c <= 0x309E) || c == 0x30FC) return put_kana(c);
    if (is_leading_vowel(c) && at_ < folded_.size()) {
      size_t after = at_;
      if (const char32_t next = next_code_point(folded_, after); is_thai_consonant(next)) {
        append_utf8(key_, next);
        at_ = after;
      }
    }
    for (const PlacedLetter& placed : PlacedLetters) {
      if (c > LastPlacedLetter) break;
      if (placed.letter != c) continue;
      append_utf8(key_, placed.base);
      key_ += static_cast<char>(placed.place);
      return;
    }
    append_utf8(key_, c);
  }

  // A long vowel mark stands for the vowel before it, an iteration mark for the Kana before it.
  void put_kana(char32_t c) {
    if (c <= KanaLast) {
      last_kana_ = c - KanaFirst;
      last_kana_end_ = at_;
      append_utf8(key_, PlainKana[last_kana_]);
      return;
    }
    constexpr size_t MarkBytes = 3;
    if (last_kana_end_ == 0 || last_kana_end_ + MarkBytes != at_) return;
    last_kana_end_ = at_;
    const char32_t repeated = c == 0x30FC ? kana_of_vowel(KanaVowels[last_kana_]) : PlainKana[last_kana_];
    if (repeated != 0) append_utf8(key_, repeated);
  }

  std::string_view folded_;
  size_t at_ = 0;
  std::string& key_;
  size_t begin_;
  bool space_pending_ = false;
  size_t last_kana_ = 0;      // index into PlainKana
  size_t last_kana_end_ = 0;  // where in folded_ it ended; 0 = there was none
};

}  // namespace

void append_collation_head(std::string& out, std::string_view text) {
  append_collation_head_of_folded(out, fold_text(text));
}

void append_collation_head_of_folded(std::string& out, std::string_view folded) {
  const size_t begin = out.size();
  KeyWriter(folded, out).run();
  if (out.size() > begin) return;
  out += SymbolByte;
  out += folded;
}

std::string collation_key(std::string_view text) {
  std::string key;
  if (text.empty()) return key;
  append_collation_head(key, text);
  key += '\0';
  key += text;
  return key;
}

}  // namespace explorer
