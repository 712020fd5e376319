#include "case_file.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <string_view>

namespace explorer::test {
namespace {

std::string read_text_file(const std::string& path) {
  std::string text;
  std::FILE* file = std::fopen(path.c_str(), "rb");
  REQUIRE_MESSAGE(file != nullptr, path);
  char block[4096];
  for (size_t got = 0; (got = std::fread(block, 1, sizeof block, file)) > 0;)
    text.append(block, got);
  std::fclose(file);
  return text;
}

}  // namespace

std::vector<CaseLines> read_case_file(const std::string& path) {
  std::vector<CaseLines> cases;
  bool inside = false;
  const std::string whole = read_text_file(path);
  for (std::string_view text = whole; !text.empty();) {
    const size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('#')) continue;
    if (line.empty()) {
      inside = false;
      continue;
    }
    if (!inside) cases.emplace_back();
    inside = true;
    const size_t colon = line.find(':');
    cases.back().emplace_back(line.substr(0, colon), line.substr(std::min(colon + 2, line.size())));
  }
  return cases;
}

}  // namespace explorer::test
