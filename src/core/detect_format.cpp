// See detect_format.h. Trusts the JSON that it walks over: whoever reads it checks it.
#include "core/detect_format.h"

#include <algorithm>

#include "core/feed_grammar.h"
#include "core/item_splitter.h"

namespace explorer {
namespace {

class Walker {
 public:
  explicit Walker(std::string_view bytes) : bytes_(bytes) {}

  // The next byte that is not blank, or 0 at the end.
  char peek() {
    at_ = std::min(bytes_.find_first_not_of(" \t\r\n", at_), bytes_.size());
    return at_ < bytes_.size() ? bytes_[at_] : '\0';
  }
  bool at_end() { return peek() == '\0' && at_ == bytes_.size(); }
  void step() { ++at_; }
  // Passes a value; false if it does not end here.
  bool pass_value() {
    const char c = peek();
    if (c == '{' || c == '[' || c == '"') {
      ItemSplitter splitter;
      splitter.start();
      begin_ = at_;
      at_ += splitter.scan(bytes_.substr(at_));
      return splitter.ended();
    }
    at_ = std::min(bytes_.find_first_of(" \t\r\n,]}", at_), bytes_.size());
    return at_ < bytes_.size();
  }
  // The value passed last, without its first and last byte.
  std::string_view inside() const { return bytes_.substr(begin_ + 1, at_ - begin_ - 2); }

 private:
  std::string_view bytes_;
  size_t at_ = 0;
  size_t begin_ = 0;
};

std::optional<LoadFormat> decide(Walker walker) {
  for (;;) {
    walker.step();  // the brace or comma
    if (walker.at_end()) return std::nullopt;
    if (walker.peek() != '"') return LoadFormat::Feed;
    if (!walker.pass_value()) return std::nullopt;
    const bool of_feed = find_member(FeedNode::Feed, walker.inside()) != NoMember;
    const bool of_item = find_member(FeedNode::Item, walker.inside()) != NoMember;
    if (of_feed != of_item) return of_feed ? LoadFormat::Feed : LoadFormat::Lines;
    if (walker.at_end()) return std::nullopt;
    if (walker.peek() != ':') return LoadFormat::Feed;
    walker.step();
    if (!walker.pass_value() || walker.at_end()) return std::nullopt;
    if (walker.peek() != ',') return LoadFormat::Feed;
  }
}

}  // namespace

std::optional<LoadFormat> detect_format(std::string_view head) {
  constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";
  const bool enough = head.size() >= MostBytesToDetect;
  head = head.substr(0, MostBytesToDetect);
  if (head.size() < ByteOrderMark.size() && ByteOrderMark.starts_with(head)) return std::nullopt;
  if (head.starts_with(ByteOrderMark)) head.remove_prefix(ByteOrderMark.size());
  Walker walker(head);
  std::optional<LoadFormat> format;
  if (!walker.at_end()) format = walker.peek() == '{' ? decide(walker) : LoadFormat::Feed;
  return !format && enough ? LoadFormat::Feed : format;
}

}  // namespace explorer
