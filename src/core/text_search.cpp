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
    size_t at = from;
    for (; at + 16 <= end; at += 16) {
      const Bytes fits =
          (Bytes)((load(heads + at) | first_mask) == first) & (Bytes)((load(tails + at) | last_mask) == last);
      const auto halves = (Halves)fits;
      if ((halves[0] | halves[1]) == 0) continue;
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

// The text of a chunk that holds offset `place`, at or after text `from`.
uint32_t text_at(const TextPool& pool, uint32_t from, uint32_t end, size_t place) {
  uint32_t step = 1;
  while (from + step < end && pool.offset(from + step) <= place) {
    from += step;
    step *= 2;
  }
  uint32_t high = std::min(from + step, end);
  while (from + 1 < high) {
    const uint32_t middle = from + (high - from) / 2;
    if (pool.offset(middle) <= place) {
      from = middle;
    } else {
      high = middle;
    }
  }
  return from;
}

// Calls `found(index)` once for each text of the chunk that holds the needle.
template <typename Found>
void search_chunk(const TextPool& pool, uint32_t chunk, const Needle& needle, bool fold, Found found) {
  const std::string_view bytes = pool.chunk(chunk);
  const uint32_t end = pool.first_of(chunk + 1);
  const Haystack haystack(bytes, needle.folded, fold);
  uint32_t index = pool.first_of(chunk);
  size_t at = haystack.find(0);
  while (at != std::string_view::npos) {
    index = text_at(pool, index, end, at);
    const size_t begin = pool.offset(index);
    const size_t text_end = index + 1 < end ? pool.offset(index + 1) : bytes.size();
    const bool inside = at + needle.folded.size() <= text_end;
    if (inside && !needle.whole) {
      found(index);
    } else if (inside && at == begin && at + needle.folded.size() == text_end) {
      found(index);
    }
    // A whole text can only be met at its beginning; the needle may begin again inside what did not fit.
    const bool done = needle.whole || inside;
    if (done && index + 1 == end) return;
    at = haystack.find(done ? text_end : at + 1);
    if (done) ++index;
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
    if (needle.whole || !plain) return;
    std::fill(verdicts.begin() + pool.first_of(chunk), verdicts.begin() + pool.first_of(chunk + 1),
              uint8_t{1});
    return;
  }
  if (!plain) {
    search_chunk(pool, chunk, needle, false,
                 [&](uint32_t number) { verdicts[texts.folded_indices()[number]] = 1; });
    return;
  }
  if (!is_ascii(needle.folded)) return;
  search_chunk(pool, chunk, needle, true, [&](uint32_t index) {
    if (is_ascii(pool.view(index))) verdicts[index] = 1;
  });
}

bool text_holds(const SearchableTexts& texts, uint32_t index, const Needle& needle, std::string& buffer) {
  const std::string_view text = texts.folded(index, buffer);
  return needle.whole ? text == needle.folded : text.find(needle.folded) != std::string_view::npos;
}

}  // namespace explorer
