// The first and the last byte of the needle are compared at 16 places at once; only where both fit is the
// rest compared. ASCII letters of either case are made equal on the way by setting the bit that tells them
// apart. The vector types are the compiler's own: SSE2 or NEON natively, SIMD128 as wasm.
#include "core/text_search.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "core/text_fold.h"

namespace explorer {
namespace {

using Bytes = uint8_t __attribute__((vector_size(16)));
using Halves = uint64_t __attribute__((vector_size(16)));

constexpr uint8_t CaseBit = 0x20;

Bytes load(const char* at) {
  Bytes bytes;
  std::memcpy(&bytes, at, sizeof(bytes));
  return bytes;
}

Bytes fill(uint8_t value) {
  return Bytes{} + value;
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

// One byte of the needle: which bits to set in the text before comparing.
struct Anchor {
  explicit Anchor(char c, bool fold)
      : value(static_cast<uint8_t>(c)), mask(fold && (value & CaseBit) != 0 ? CaseBit : uint8_t{0}) {}
  uint8_t value;
  uint8_t mask;
};

// A haystack in which the needle is looked for from left to right.
class Haystack {
 public:
  // `fold`: the text is plain ASCII in any case (else it is folded already).
  Haystack(std::string_view text, std::string_view needle, bool fold)
      : text_(text), needle_(needle), fold_(fold), first_(needle.front(), fold), last_(needle.back(), fold) {}

  // The first place from `from` on, or npos.
  size_t find(size_t from) const {
    if (needle_.size() > text_.size()) return std::string_view::npos;
    const size_t end = text_.size() - needle_.size() + 1;  // places from here on have no room
    const Bytes first = fill(first_.value), first_mask = fill(first_.mask);
    const Bytes last = fill(last_.value), last_mask = fill(last_.mask);
    const char* const heads = text_.data();
    const char* const tails = heads + needle_.size() - 1;
    const auto fits_at = [&](size_t place) {
      return (Halves)(((load(heads + place) | first_mask) == first) &
                      ((load(tails + place) | last_mask) == last));
    };
    size_t at = from;
    for (; at + 64 <= end; at += 64) {
      const Halves any = fits_at(at) | fits_at(at + 16) | fits_at(at + 32) | fits_at(at + 48);
      if ((any[0] | any[1]) == 0) continue;
      for (size_t part = at; part < at + 64; part += 16) {
        const Halves halves = fits_at(part);
        const size_t found = first_match(part, halves[0], halves[1]);
        if (found != std::string_view::npos) return found;
      }
    }
    for (; at + 16 <= end; at += 16) {
      const Halves halves = fits_at(at);
      const size_t found = first_match(at, halves[0], halves[1]);
      if (found != std::string_view::npos) return found;
    }
    for (; at < end; ++at) {
      if (matches(at)) return at;
    }
    return std::string_view::npos;
  }

 private:
  size_t first_match(size_t at, uint64_t low, uint64_t high) const {
    for (; low != 0; low &= ~(uint64_t{0xFF} << (std::countr_zero(low) / 8 * 8))) {
      const size_t place = at + static_cast<size_t>(std::countr_zero(low)) / 8;
      if (matches(place)) return place;
    }
    for (; high != 0; high &= ~(uint64_t{0xFF} << (std::countr_zero(high) / 8 * 8))) {
      const size_t place = at + 8 + static_cast<size_t>(std::countr_zero(high)) / 8;
      if (matches(place)) return place;
    }
    return std::string_view::npos;
  }

  bool matches(size_t at) const {
    const char* text = text_.data() + at;
    if (!fold_) return std::memcmp(text, needle_.data(), needle_.size()) == 0;
    for (const char c : needle_) {
      if (lower(*text++) != c) return false;
    }
    return true;
  }

  std::string_view text_;
  std::string_view needle_;
  bool fold_;
  Anchor first_;
  Anchor last_;
};

// The text that holds offset `place`, at or after text `from`; `offsets` has one entry more than texts.
size_t text_at(const std::vector<uint32_t>& offsets, size_t from, size_t place) {
  const size_t end = offsets.size() - 1;
  size_t step = 1;
  while (from + step < end && offsets[from + step] <= place) {
    from += step;
    step *= 2;
  }
  size_t high = std::min(from + step, end);
  while (from + 1 < high) {
    const size_t middle = from + (high - from) / 2;
    if (offsets[middle] <= place) {
      from = middle;
    } else {
      high = middle;
    }
  }
  return from;
}

// Calls `found(number, text)` once for each text of the chunk that holds the needle; numbers count within it.
template <typename Found>
void search_chunk(const TextPool& pool, uint32_t chunk, const Needle& needle, bool fold, Found found) {
  const std::string_view bytes = pool.chunk(chunk);
  const size_t size = needle.folded.size();
  const Haystack haystack(bytes, needle.folded, fold);
  size_t at = haystack.find(0);
  if (at == std::string_view::npos) return;
  std::vector<uint32_t> offsets;
  pool.read_offsets(chunk, offsets);
  size_t number = 0;
  while (at != std::string_view::npos) {
    number = text_at(offsets, number, at);
    const size_t begin = offsets[number];
    const size_t end = offsets[number + 1];
    const bool inside = at + size <= end;
    const bool fits = needle.whole ? at == begin && at + size == end : inside;
    if (fits) found(static_cast<uint32_t>(number), bytes.substr(begin, end - begin));
    // A whole text is met at its beginning or not at all; where the needle crosses a border, it may begin
    // again.
    const bool done = needle.whole || inside;
    at = haystack.find(done ? end : at + 1);
  }
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
    search_chunk(pool, chunk, needle, false, [&](uint32_t number, std::string_view) {
      verdicts[texts.folded_indices()[pool.first_of(chunk) + number]] = 1;
    });
    return;
  }
  if (!is_ascii(needle.folded)) return;
  search_chunk(pool, chunk, needle, true, [&](uint32_t number, std::string_view text) {
    if (is_ascii(text)) verdicts[pool.first_of(chunk) + number] = 1;
  });
}

bool text_holds(const SearchableTexts& texts, uint32_t index, const Needle& needle, std::string& buffer) {
  const std::string_view text = texts.folded(index, buffer);
  return needle.whole ? text == needle.folded : text.find(needle.folded) != std::string_view::npos;
}

}  // namespace explorer
