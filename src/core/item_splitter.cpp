// Inside a text only `"`, `\` and control characters matter, outside only quotes and brackets; all other
// bytes are passed sixteen at a time.
#include "core/item_splitter.h"

#include <bit>

#include "core/byte_vector.h"

namespace explorer {
namespace {

// Offset of the next byte that matters inside a text.
size_t next_in_text(std::string_view bytes, size_t at) {
  for (; bytes.size() - at >= sizeof(ByteVector); at += sizeof(ByteVector)) {
    const ByteVector part = load_vector(bytes.data() + at);
    const uint64_t found = high_bits(equal_to(part, '"') | equal_to(part, '\\') | less_than(part, ' '));
    if (found != 0) return at + static_cast<size_t>(std::countr_zero(found));
  }
  while (at < bytes.size() && bytes[at] != '"' && bytes[at] != '\\' &&
         static_cast<unsigned char>(bytes[at]) >= ' ')
    ++at;
  return at;
}

bool is_bracket_or_quote(char c) {
  return c == '"' || (c | 0x20) == '{' || (c | 0x20) == '}';
}

// Offset of the next quote or bracket. `[` and `]` differ from `{` and `}` by one bit.
size_t next_outside(std::string_view bytes, size_t at) {
  while (at < bytes.size() && !is_bracket_or_quote(bytes[at])) {
    if (bytes.size() - at < sizeof(ByteVector)) {
      ++at;
      continue;
    }
    const ByteVector part = load_vector(bytes.data() + at);
    const ByteVector braces = part | vector_of(0x20);
    const uint64_t found = high_bits(equal_to(part, '"') | equal_to(braces, '{') | equal_to(braces, '}'));
    at += found == 0 ? sizeof(ByteVector) : static_cast<size_t>(std::countr_zero(found));
  }
  return at;
}

}  // namespace

void ItemSplitter::start() {
  depth_ = 0;
  in_text_ = escaped_ = ended_ = false;
}

size_t ItemSplitter::scan_text(std::string_view bytes, size_t at) {
  if (escaped_ && at < bytes.size()) {
    escaped_ = false;
    ++at;
  }
  while ((at = next_in_text(bytes, at)) < bytes.size()) {
    const char c = bytes[at++];
    if (c == '\\') {
      escaped_ = at == bytes.size();
      if (!escaped_) ++at;
    } else {
      in_text_ = false;
      ended_ = depth_ == 0 || c != '"';
      return at;
    }
  }
  return at;
}

size_t ItemSplitter::scan(std::string_view bytes) {
  size_t at = 0;
  while (at < bytes.size() && !ended_) {
    if (in_text_) {
      at = scan_text(bytes, at);
      continue;
    }
    at = next_outside(bytes, at);
    if (at == bytes.size()) break;
    const char c = bytes[at++];
    if (c == '"') {
      in_text_ = true;
    } else if ((c | 0x20) == '{') {
      ++depth_;
    } else {
      ended_ = --depth_ == 0;
    }
  }
  return at;
}

}  // namespace explorer
