// A scanner that knows just enough JSON to follow nesting: it trusts that the bytes before an offset were
// already accepted by the parser.
#include "core/json_place.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "core/byte_vector.h"

namespace explorer {
namespace {

constexpr size_t MaxLevels = 64;
constexpr size_t MaxKeyBytes = 60;

bool is_word(std::string_view key) {
  for (const char c : key) {
    const bool letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c >= '0' && c <= '9');
    if (!letter) return false;
  }
  return !key.empty() && !(key[0] >= '0' && key[0] <= '9');
}

void append_number(std::string& out, uint64_t number) {
  char digits[20];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

// The offset of the closing quote of the string whose first byte is at `begin`, or `limit`.
size_t string_end(std::string_view bytes, size_t begin, size_t limit) {
  size_t at = begin;
  while (at < limit && bytes[at] != '"')
    at += bytes[at] == '\\' ? 2 : 1;
  return std::min(at, limit);
}

}  // namespace

size_t token_start(std::string_view bytes, size_t from) {
  const size_t start = bytes.find_first_not_of(" \t\r\n,:", from);
  return start == std::string_view::npos ? bytes.size() : start;
}

void append_element(std::string& path, uint64_t index) {
  path += '[';
  append_number(path, index);
  path += ']';
}

void append_member(std::string& path, std::string_view key) {
  bool cut = false;
  if (key.size() > MaxKeyBytes) {
    size_t keep = MaxKeyBytes;
    while (keep > 0 && (static_cast<unsigned char>(key[keep]) & 0xC0) == 0x80)
      --keep;
    key = key.substr(0, keep);
    cut = true;
  }
  if (is_word(key) && !cut) {
    path += '.';
    path += key;
    return;
  }
  path += "['";
  path += key;
  path += cut ? "...']" : "']";
}

void LineCounter::pass(std::string_view bytes) {
  uint64_t lines = 0;
  size_t at = 0;
  for (; bytes.size() - at >= sizeof(ByteVector); at += sizeof(ByteVector)) {
    const uint64_t found = high_bits(equal_to(load_vector(bytes.data() + at), '\n'));
    lines += static_cast<uint64_t>(std::popcount(found));
  }
  for (; at < bytes.size(); ++at)
    lines += bytes[at] == '\n' ? 1 : 0;
  line_ += lines;
  column_ = lines == 0 ? column_ + bytes.size() : bytes.size() - bytes.rfind('\n');
}

PlaceFinder::PlaceFinder(std::string_view bytes, const LoadPlace& origin) : bytes_(bytes), origin_(origin) {}

void PlaceFinder::skip_string(size_t limit) {
  const size_t begin = at_ + 1;
  const size_t end = string_end(bytes_, begin, limit);
  if (key_next_ && end < limit) {
    levels_.back().key_begin = begin;
    levels_.back().key_end = end;
    key_next_ = false;
  }
  at_ = std::min(end + 1, limit);
}

void PlaceFinder::step(size_t limit) {
  switch (bytes_[at_]) {
    case '"':
      return skip_string(limit);
    case '{':
    case '[':
      key_next_ = bytes_[at_] == '{' && levels_.size() < MaxLevels;
      if (levels_.size() < MaxLevels) {
        levels_.push_back({key_next_, 0, 0, 0});
      } else {
        ++unshown_levels_;
      }
      break;
    case '}':
    case ']':
      if (unshown_levels_ > 0) {
        --unshown_levels_;
      } else if (!levels_.empty()) {
        levels_.pop_back();
      }
      key_next_ = false;
      break;
    case ',':
      if (levels_.empty() || unshown_levels_ > 0) break;
      key_next_ = levels_.back().object;
      ++levels_.back().index;
      levels_.back().key_begin = levels_.back().key_end = 0;
      break;
    case '\n':
      ++line_;
      line_begin_ = at_ + 1;
      break;
    default:
      break;
  }
  ++at_;
}

LoadPlace PlaceFinder::find(size_t offset) {
  const size_t target = std::clamp(offset, std::min(at_, bytes_.size()), bytes_.size());
  while (at_ < target)
    step(target);
  const uint64_t column = line_ == 0 ? origin_.column + target : target - line_begin_ + 1;
  return {origin_.line + line_, column, path(target), origin_.document};
}

std::string PlaceFinder::path(size_t offset) const {
  std::string out = origin_.path;
  for (const Level& level : levels_) {
    if (!level.object) {
      append_element(out, level.index);
    } else if (level.key_begin != 0) {
      append_member(out, bytes_.substr(level.key_begin, level.key_end - level.key_begin));
    }
  }
  if (unshown_levels_ > 0) return out + "...";
  if (key_next_ && offset < bytes_.size() && bytes_[offset] == '"') {
    const size_t end = string_end(bytes_, offset + 1, bytes_.size());
    if (end < bytes_.size()) append_member(out, bytes_.substr(offset + 1, end - offset - 1));
  }
  return out;
}

}  // namespace explorer
