// STAND-IN, see article_generator.h.
#include "generator/article_generator.h"

namespace explorer {

bool ArticleGenerator::write(std::string& out, size_t bytes) {
  const size_t from = out.size();
  const bool feed = format_ == GeneratorFormat::Feed;
  if (at_ == 0 && feed) {
    out += R"({"version":"https://jsonfeed.org/version/1.1","title":"Generated articles","items":[)";
  }
  while (at_ < count_ && out.size() - from < bytes) {
    if (at_ > 0) out += feed ? "," : "\n";
    const std::string number = std::to_string(++at_);
    out += R"({"id":")" + number + R"(","title":"Article )" + number + R"(","date_published":"2024-01-0)" +
           std::to_string(1 + (at_ + seed_) % 9) + R"(T00:00:00Z","tags":["tag )" + std::to_string(at_ % 40) +
           "\"]";
    if (summaries_) out += R"(,"summary":"What article )" + number + " says.\"";
    out += "}";
  }
  if (at_ < count_) return true;
  if (feed) out += "]}";
  return false;
}

}  // namespace explorer
