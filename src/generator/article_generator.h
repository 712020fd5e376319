// STAND-IN for the generator of demonstration data, with its shape.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace explorer {

enum class GeneratorFormat : uint8_t { Feed, Lines };

class ArticleGenerator {
 public:
  ArticleGenerator(uint64_t seed, uint64_t count, GeneratorFormat format, bool summaries)
      : seed_(seed), count_(count), format_(format), summaries_(summaries) {}
  // Appends about `bytes` bytes of the document to `out`; false once it is complete.
  bool write(std::string& out, size_t bytes);

 private:
  uint64_t seed_, count_, at_ = 0;
  GeneratorFormat format_;
  bool summaries_;
};

}  // namespace explorer
