// One pass without recursion: the open containers are bits of an integer. Texts without escapes are handed
// on as they stand in the document.
#include "core/quick_json.h"

#include <bit>

#include "core/byte_vector.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The value of four hexadecimal digits, or -1.
int32_t hex4(const char* digits) {
  int32_t value = 0;
  for (int i = 0; i < 4; ++i) {
    const char c = digits[i];
    const char lower = static_cast<char>(c | 0x20);
    if (!is_digit(c) && (lower < 'a' || lower > 'f')) return -1;
    value = value * 16 + (is_digit(c) ? c - '0' : lower - 'a' + 10);
  }
  return value;
}

class QuickReader {
 public:
  QuickReader(std::string_view bytes, FeedReader* reader, std::string& scratch)
      : begin_(bytes.data()), end_(begin_ + bytes.size()), at_(begin_), reader_(reader), scratch_(scratch) {}

  size_t run();
  // At an opening quote: leaves the text in `text_` and stands behind the closing one.
  bool read_text();
  std::string_view text() const { return text_; }
  bool at_end() const { return at_ == end_; }

 private:
  Token token_from(const char* start) const {
    return {static_cast<uint32_t>(start - begin_), static_cast<uint32_t>(at_ - begin_)};
  }
  // Stands at the next byte that is not blank; false at the end.
  bool skip_blanks() {
    while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t'))
      ++at_;
    return at_ != end_;
  }
  bool read_key();
  bool read_scalar();
  bool read_number();
  bool read_word(std::string_view word) {
    if (static_cast<size_t>(end_ - at_) < word.size() || std::string_view(at_, word.size()) != word)
      return false;
    at_ += word.size();
    return true;
  }
  bool open(bool object);
  bool close();
  bool pass_plain(bool& ascii);
  bool read_escape();
  bool read_escaped(const char* start, bool ascii);

  const char* begin_;
  const char* end_;
  const char* at_;
  FeedReader* reader_;
  std::string& scratch_;
  std::string_view text_;
  uint64_t objects_ = 0;  // a bit per open container, the innermost lowest: whether it is an object
  unsigned depth_ = 0;
};

// Goes to the next quote, backslash or control character; false if there is none.
bool QuickReader::pass_plain(bool& ascii) {
  uint64_t high = 0;
  while (end_ - at_ >= static_cast<std::ptrdiff_t>(sizeof(ByteVector))) {
    const ByteVector bytes = load_vector(at_);
    const uint64_t found = high_bits(equal_to(bytes, '"') | equal_to(bytes, '\\') | less_than(bytes, ' '));
    if (found != 0) {
      const int count = std::countr_zero(found);
      high |= high_bits(bytes) & ((uint64_t{1} << count) - 1);
      ascii = ascii && high == 0;
      at_ += count;
      return true;
    }
    high |= high_bits(bytes);
    at_ += sizeof(ByteVector);
  }
  ascii = ascii && high == 0;
  for (; at_ != end_; ++at_) {
    const auto byte = static_cast<unsigned char>(*at_);
    if (byte == '"' || byte == '\\' || byte < ' ') return true;
    ascii = ascii && byte < 0x80;
  }
  return false;
}

// Behind a backslash.
bool QuickReader::read_escape() {
  constexpr std::string_view Names = "\"\\/bfnrt";
  constexpr std::string_view Meanings = "\"\\/\b\f\n\r\t";
  if (at_ == end_) return false;
  const char name = *at_++;
  if (name != 'u') {
    const size_t found = Names.find(name);
    if (found == std::string_view::npos) return false;
    scratch_ += Meanings[found];
    return true;
  }
  if (end_ - at_ < 4) return false;
  const int32_t unit = hex4(at_);
  at_ += 4;
  if (unit < 0 || (unit >= 0xDC00 && unit <= 0xDFFF)) return false;
  char32_t code_point = static_cast<char32_t>(unit);
  if (unit >= 0xD800 && unit <= 0xDBFF) {
    if (end_ - at_ < 6 || at_[0] != '\\' || at_[1] != 'u') return false;
    const int32_t low = hex4(at_ + 2);
    at_ += 6;
    if (low < 0xDC00 || low > 0xDFFF) return false;
    code_point = static_cast<char32_t>(0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00));
  }
  append_utf8(scratch_, code_point);
  return true;
}

bool QuickReader::read_escaped(const char* start, bool ascii) {
  scratch_.assign(start, at_);
  for (;;) {
    if (*at_ == '"') break;
    if (*at_ != '\\') return false;
    ++at_;
    if (!read_escape()) return false;
    const char* const plain = at_;
    if (!pass_plain(ascii)) return false;
    scratch_.append(plain, at_);
  }
  ++at_;
  text_ = scratch_;
  // What escapes put in is well-formed by itself and cannot complete what is not.
  return ascii || valid_utf8_prefix(text_) == text_.size();
}

bool QuickReader::read_text() {
  const char* const start = ++at_;
  bool ascii = true;
  if (!pass_plain(ascii)) return false;
  if (*at_ != '"') return read_escaped(start, ascii);
  text_ = {start, static_cast<size_t>(at_ - start)};
  ++at_;
  return ascii || valid_utf8_prefix(text_) == text_.size();
}

bool QuickReader::read_key() {
  if (!skip_blanks() || *at_ != '"') return false;
  const char* const start = at_;
  if (!read_text()) return false;
  reader_->key(token_from(start), text_);
  if (!skip_blanks() || *at_ != ':') return false;
  ++at_;
  return true;
}

bool QuickReader::read_number() {
  constexpr size_t MostDigits = 18;  // what always fits
  const char* const start = at_;
  const bool negative = *at_ == '-';
  if (negative) ++at_;
  const char* const digits = at_;
  int64_t value = 0;
  while (at_ != end_ && is_digit(*at_)) {
    if (at_ - digits < static_cast<std::ptrdiff_t>(MostDigits)) value = value * 10 + (*at_ - '0');
    ++at_;
  }
  const auto count = static_cast<size_t>(at_ - digits);
  if (count == 0 || (count > 1 && *digits == '0')) return false;
  bool whole = count <= MostDigits;
  if (at_ != end_ && *at_ == '.') {
    const char* const fraction = ++at_;
    while (at_ != end_ && is_digit(*at_))
      ++at_;
    if (at_ == fraction) return false;
    whole = false;
  }
  if (at_ != end_ && (*at_ | 0x20) == 'e') {
    ++at_;
    if (at_ != end_ && (*at_ == '+' || *at_ == '-')) ++at_;
    const char* const exponent = at_;
    while (at_ != end_ && is_digit(*at_))
      ++at_;
    if (at_ == exponent) return false;
    whole = false;
  }
  if (!whole && !reader_->ignores_next()) return false;
  reader_->number(token_from(start), {JsonNumber::Kind::Whole, negative ? -value : value});
  return true;
}

bool QuickReader::read_scalar() {
  const char* const start = at_;
  switch (*at_) {
    case '"':
      if (!read_text()) return false;
      reader_->text(token_from(start), text_);
      return true;
    case 't':
      if (!read_word("true")) return false;
      reader_->boolean(token_from(start), true);
      return true;
    case 'f':
      if (!read_word("false")) return false;
      reader_->boolean(token_from(start), false);
      return true;
    case 'n':
      if (!read_word("null")) return false;
      reader_->null(token_from(start));
      return true;
    default:
      return (*at_ == '-' || is_digit(*at_)) && read_number();
  }
}

bool QuickReader::open(bool object) {
  if (depth_ == 64) return false;
  const char* const start = at_++;
  if (object) {
    reader_->begin_object(token_from(start));
  } else {
    reader_->begin_array(token_from(start));
  }
  objects_ = objects_ << 1 | (object ? 1 : 0);
  ++depth_;
  return skip_blanks();
}

// At the bracket that ends the innermost container.
bool QuickReader::close() {
  const bool object = (objects_ & 1) != 0;
  if (*at_ != (object ? '}' : ']')) return false;
  const char* const start = at_++;
  if (object) {
    reader_->end_object(token_from(start));
  } else {
    reader_->end_array();
  }
  objects_ >>= 1;
  --depth_;
  return true;
}

size_t QuickReader::run() {
  for (;;) {
    // A value is to come.
    if (!skip_blanks()) return 0;
    if (*at_ == '{' || *at_ == '[') {
      const bool object = *at_ == '{';
      if (!open(object)) return 0;
      if (*at_ != (object ? '}' : ']')) {
        if (object && !read_key()) return 0;
        continue;
      }
      if (!close()) return 0;
    } else if (!read_scalar()) {
      return 0;
    }
    // A value has ended, and with it perhaps the containers around it.
    for (;;) {
      if (depth_ == 0) return static_cast<size_t>(at_ - begin_);
      if (!skip_blanks()) return 0;
      if (*at_ == ',') break;
      if (!close()) return 0;
    }
    ++at_;
    if ((objects_ & 1) != 0 && !read_key()) return 0;
  }
}

}  // namespace

size_t read_quickly(std::string_view bytes, FeedReader& reader, std::string& scratch) {
  return QuickReader(bytes, &reader, scratch).run();
}

std::string_view read_text_quickly(std::string_view bytes, std::string& scratch) {
  QuickReader reader(bytes, nullptr, scratch);
  if (bytes.empty() || bytes[0] != '"' || !reader.read_text() || !reader.at_end()) return {};
  return reader.text();
}

}  // namespace explorer
