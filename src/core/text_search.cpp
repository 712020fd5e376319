// The two rarest bytes of the needle are compared at 64 places at once; only where both fit is the rest
// compared. ASCII letters of either case are made equal on the way by setting the bit that tells them apart.
#include "core/text_search.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/byte_vector.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr uint8_t CaseBit = 0x20;

// The bit to set in a byte of the text before it is compared with `c`.
uint8_t case_bit(char c, bool fold) {
  return fold && c >= 'a' && c <= 'z' ? CaseBit : uint8_t{0};
}

// How often a folded byte is met, roughly: the higher, the more often. Letters as in English, which serves
// other languages written with them; of other scripts the last byte of a character tells more than the first.
int commonness(char c) {
  constexpr std::string_view Letters = "zqxjkvbpygfwmucldrhsnioate";
  constexpr int Digit = 4, Mark = 8, LastByte = 16, FirstByte = 30;
  const auto byte = static_cast<unsigned char>(c);
  if (byte >= 0xC0) return FirstByte;
  if (byte >= 0x80) return LastByte;
  if (c == ' ') return FirstByte;
  const size_t letter = Letters.find(c);
  if (letter != std::string_view::npos) return static_cast<int>(letter);
  return c >= '0' && c <= '9' ? Digit : Mark;
}

// The place of the needle's rarest byte, `other` left out of account.
size_t rarest(std::string_view needle, size_t other) {
  size_t best = needle.size();
  for (size_t i = 0; i < needle.size(); ++i) {
    if (i == other && needle.size() > 1) continue;
    if (best == needle.size() || commonness(needle[i]) < commonness(needle[best])) best = i;
  }
  return best;
}

// One byte of the needle, in each byte of a vector, and which bits to set in the text before comparing.
struct Anchor {
  Anchor(std::string_view needle, size_t place, bool fold)
      : offset(place),
        value(vector_of(static_cast<uint8_t>(needle[place]))),
        mask(vector_of(case_bit(needle[place], fold))) {}
  size_t offset;
  ByteVector value;
  ByteVector mask;
};

// A haystack in which the needle is looked for from left to right.
class Haystack {
 public:
  // `fold`: ASCII letters of the text are in either case (else it is folded already).
  Haystack(std::string_view text, std::string_view needle, bool fold)
      : text_(text),
        needle_(needle),
        fold_(fold),
        first_(needle, rarest(needle, needle.size()), fold),
        second_(needle, rarest(needle, first_.offset), fold) {
    for (size_t i = 0; i < std::min(needle.size(), sizeof(uint64_t)); ++i) {
      head_ |= uint64_t{static_cast<uint8_t>(needle[i])} << 8 * i;
      head_case_ |= uint64_t{case_bit(needle[i], fold)} << 8 * i;
      head_bits_ |= uint64_t{0xFF} << 8 * i;
    }
  }

  // Calls `visit(place)` for each place of the needle; `visit` returns from which place on to look next, a
  // later one.
  template <typename Visit>
  void for_each_place(Visit visit) const {
    if (needle_.size() > text_.size()) return;
    const size_t end = text_.size() - needle_.size() + 1;  // places from here on have no room
    size_t next = 0;
    size_t at = 0;
    while (at + 64 <= end) {
      const ByteVector a = fits(at), b = fits(at + 16), c = fits(at + 32), d = fits(at + 48);
      uint64_t places = high_bits(a) | high_bits(b) << 16 | high_bits(c) << 32 | high_bits(d) << 48;
      for (; places != 0; places &= places - 1) {
        const size_t place = at + static_cast<size_t>(std::countr_zero(places));
        if (place >= next && matches(place)) next = visit(place);
      }
      at = std::max(at + 64, next);
    }
    while (at < end)
      at = matches(at) ? visit(at) : at + 1;
  }

 private:
  // All bits of a byte where both anchors fit, of the 16 places from `place` on.
  ByteVector fits(size_t place) const {
    const char* const at = text_.data() + place;
    return (ByteVector)(((load_vector(at + first_.offset) | first_.mask) == first_.value) &
                        ((load_vector(at + second_.offset) | second_.mask) == second_.value));
  }

  // There is room for the needle at `at`.
  bool matches(size_t at) const {
    size_t compared = 0;
    if (at + sizeof(uint64_t) <= text_.size()) {
      if (((load_word(text_.data() + at) | head_case_) & head_bits_) != head_) return false;
      compared = sizeof(uint64_t);
    }
    for (; compared < needle_.size(); ++compared) {
      const char c = needle_[compared];
      if (static_cast<char>(text_[at + compared] | case_bit(c, fold_)) != c) return false;
    }
    return true;
  }

  std::string_view text_;
  std::string_view needle_;
  bool fold_;
  Anchor first_;
  Anchor second_;
  // Its first eight bytes: what they are, which bits to set and which to compare in the text.
  uint64_t head_ = 0;
  uint64_t head_case_ = 0;
  uint64_t head_bits_ = 0;
};

// The text that holds offset `place`, at or after text `from`; `offsets` has one entry more than texts.
size_t text_at(const std::vector<uint32_t>& offsets, size_t from, size_t place) {
  constexpr size_t Near = 16;  // so many are gone through one by one
  const size_t end = std::min(from + Near, offsets.size() - 1);
  while (from < end && offsets[from + 1] <= place)
    ++from;
  if (from < end) return from;
  const auto after =
      std::upper_bound(offsets.begin() + static_cast<std::ptrdiff_t>(from), offsets.end() - 1, place);
  return static_cast<size_t>(after - offsets.begin()) - 1;
}

// Calls `found(number)` once for each text of the chunk that holds the needle; numbers count within it.
template <typename Found>
void search_chunk(const TextPool& pool, uint32_t chunk, const Needle& needle, bool fold, Found found) {
  const size_t size = needle.folded.size();
  std::vector<uint32_t> offsets;
  size_t number = 0;
  Haystack(pool.chunk(chunk), needle.folded, fold).for_each_place([&](size_t at) {
    if (offsets.empty()) pool.read_offsets(chunk, offsets);
    number = text_at(offsets, number, at);
    const size_t begin = offsets[number];
    const size_t end = offsets[number + 1];
    const bool inside = at + size <= end;
    if (needle.whole ? at == begin && at + size == end : inside) found(static_cast<uint32_t>(number));
    // A whole text is met at its beginning or not at all; where the needle crosses a border, it may begin
    // again.
    return needle.whole || inside ? end : at + 1;
  });
}

}  // namespace

uint32_t search_step_count(const SearchableTexts& texts) {
  return texts.texts().chunk_count() + texts.folded_texts().chunk_count();
}

void search_step(const SearchableTexts& texts, const Needle& needle, uint32_t step,
                 std::span<uint8_t> verdicts) {
  const uint32_t plain_chunks = texts.texts().chunk_count();
  const bool plain = step < plain_chunks;
  const TextPool& pool = plain ? texts.texts() : texts.folded_texts();
  const uint32_t chunk = plain ? step : step - plain_chunks;
  if (needle.folded.empty()) {
    for (uint32_t number = pool.first_of(chunk); number < pool.first_of(chunk + 1); ++number) {
      const bool fits = !needle.whole || pool.view(number).empty();
      if (fits) verdicts[plain ? number : texts.folded_indices()[number]] = 1;
    }
    return;
  }
  if (!plain) {
    search_chunk(pool, chunk, needle, false, [&](uint32_t number) {
      verdicts[texts.folded_indices()[pool.first_of(chunk) + number]] = 1;
    });
    return;
  }
  // Folding leaves ASCII together, so what is found in a text of another script is in its folded form too.
  if (!is_ascii(needle.folded)) return;
  search_chunk(pool, chunk, needle, true,
               [&](uint32_t number) { verdicts[pool.first_of(chunk) + number] = 1; });
}

bool text_holds(const SearchableTexts& texts, uint32_t index, const Needle& needle, std::string& buffer) {
  const std::string_view text = texts.folded(index, buffer);
  return needle.whole ? text == needle.folded : text.find(needle.folded) != std::string_view::npos;
}

}  // namespace explorer
