// Datasets of any size that look like articles: for the demonstration and the benchmark. The same seed and
// number of articles give the same bytes on every machine, native and wasm. Knows nothing of the loader.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace explorer {

enum class GeneratorFormat : uint8_t {
  Feed,     // JSON Feed 1.1 with releases; each item has its facts in `_article_explorer`
  Lines,    // NDJSON: the items of that feed, one a line; their chart entries name no release
  FlatRows  // JSON array of objects without depth: the same facts for programs that know tables only
};

// Words to search for. They are in no vocabulary, so that the share of titles that contain each is known; of
// the summaries the same share does, independently. Any script, with or without a capital.
inline constexpr std::string_view CommonWord = "love";        // 20 %
inline constexpr std::string_view OccasionalWord = "aurora";  // 1 %
inline constexpr std::string_view RareWord = "zephyr";        // 0.01 %
inline constexpr std::string_view RareHangulWord = "무지개";  // 0.01 %

// The most frequent region and tag.
inline constexpr std::string_view CommonRegion = "US";
inline constexpr std::string_view CommonTag = "music";

// A dataset has this many releases, or as many as articles if those are fewer.
inline constexpr uint32_t MaxReleaseCount = 2000;

struct Catalogue;

class ArticleGenerator {
 public:
  // With `summaries` each article has a text of 120 to 400 bytes, else none. Nothing else depends on it.
  ArticleGenerator(uint64_t seed, uint32_t article_count, GeneratorFormat format, bool summaries);
  ~ArticleGenerator();

  // Appends the next piece of the document: at least `bytes` unless its end comes before, and never nothing.
  // False, and nothing appended, if the document had ended.
  bool write(std::string& out, size_t bytes);

 private:
  void write_head(std::string& out) const;
  void write_article(std::string& out);
  void write_tail(std::string& out) const;

  std::unique_ptr<const Catalogue> catalogue_;
  uint32_t article_count_;
  uint32_t release_count_;
  uint32_t next_article_ = 0;
  GeneratorFormat format_;
  bool summaries_;
  bool begun_ = false;
  bool ended_ = false;
};

}  // namespace explorer
