// The document part by part, line by line; the lines themselves are article_lines.cpp's.
#include "generator/article_generator.h"

#include <algorithm>
#include <cassert>

#include "generator/article_facts.h"
#include "generator/article_lines.h"
#include "generator/catalogue.h"

namespace explorer {

ArticleGenerator::ArticleGenerator(uint64_t seed, uint32_t article_count, GeneratorFormat format,
                                   bool summaries)
    : catalogue_(std::make_unique<const Catalogue>(seed)),
      article_count_(article_count),
      release_count_(std::min(article_count, MaxReleaseCount)),
      format_(format),
      summaries_(summaries) {}

ArticleGenerator::~ArticleGenerator() = default;

bool ArticleGenerator::write(std::string& out, size_t bytes) {
  if (ended_) return false;
  const size_t before = out.size();
  const size_t wanted = std::max<size_t>(bytes, 1);
  if (!begun_) write_head(out);
  begun_ = true;
  while (next_article_ < article_count_ && out.size() - before < wanted)
    write_article(out);
  if (next_article_ == article_count_) {
    write_tail(out);
    ended_ = true;
  }
  return out.size() > before;
}

void ArticleGenerator::write_head(std::string& out) const {
  if (format_ == GeneratorFormat::Lines) return;
  if (format_ == GeneratorFormat::FlatRows) {
    out += "[\n";
    return;
  }
  out += R"({"version":"https://jsonfeed.org/version/1.1","title":"Generated articles",)";
  out += R"("description":"Invented articles about invented music, for demonstrations and measurements.",)";
  out += R"("_article_explorer":{"version":1,"releases":[)";
  char line[MaxLineBytes];
  for (uint32_t i = 0; i < release_count_; ++i) {
    Pen pen{line};
    write_release(pen, *catalogue_, i);
    out += i == 0 ? "\n" : ",\n";
    out.append(line, static_cast<size_t>(pen.at - line));
  }
  out += "\n]},\n\"items\":[\n";
}

void ArticleGenerator::write_article(std::string& out) {
  char line[MaxLineBytes];
  Pen pen{line};
  const ArticleFacts facts = draw_facts(*catalogue_, next_article_, release_count_);
  const bool lines = format_ == GeneratorFormat::Lines;
  if (next_article_ > 0 && !lines) pen.literal(",\n");
  if (format_ == GeneratorFormat::FlatRows) {
    write_flat_row(pen, *catalogue_, facts, next_article_, summaries_);
  } else {
    write_item(pen, *catalogue_, facts, next_article_, {summaries_, !lines});
  }
  if (lines) pen.literal("\n");
  const auto size = static_cast<size_t>(pen.at - line);
  assert(size < sizeof line);
  out.append(line, size);
  ++next_article_;
}

void ArticleGenerator::write_tail(std::string& out) const {
  if (format_ == GeneratorFormat::Feed) out += "\n]}\n";
  if (format_ == GeneratorFormat::FlatRows) out += "\n]\n";
}

}  // namespace explorer
