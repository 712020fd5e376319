// Frames that stand in pages of others keep what they show and allow: tests/embeds/parameters_v1.txt.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "case_file.h"
#include "state/embedding.h"

using namespace explorer;
using namespace explorer::test;

namespace {

// In the order of EmbedPart and of EmbedRight; of the file, so not taken from the program.
constexpr std::string_view Parts[] = {"full",   "overview", "articles", "releases", "charts",
                                      "videos", "map",      "timeline", "table"};
constexpr std::string_view Rights[] = {"search", "views", "sort", "filter", "columns", "details", "share"};
static_assert(std::size(Parts) == EmbedPartCount && std::size(Rights) == EmbedRightCount);

const std::string* find_value(const CaseLines& lines, std::string_view key) {
  const auto found = std::ranges::find_if(lines, [key](const auto& line) { return line.first == key; });
  return found == lines.end() ? nullptr : &found->second;
}

std::string value_or(const CaseLines& lines, std::string_view key, std::string_view otherwise) {
  const std::string* value = find_value(lines, key);
  return value ? *value : std::string(otherwise);
}

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words)
    out += (out.empty() ? "" : ",") + word;
  return out;
}

std::string rights_of(const Embedding& embedding) {
  std::vector<std::string> words;
  for (size_t i = 0; i < EmbedRightCount; ++i) {
    if (embedding.may(static_cast<EmbedRight>(i))) words.emplace_back(Rights[i]);
  }
  return joined(words);
}

}  // namespace

TEST_CASE("what frames of version 1 ask for is there for good") {
  const std::vector<CaseLines> cases =
      read_case_file(std::string(EXPLORER_SOURCE_DIR) + "/tests/embeds/parameters_v1.txt");
  size_t parts = 0, rights = 0;
  for (const CaseLines& lines : cases) {
    CAPTURE(value_or(lines, "name", ""));
    // As the page passes on what its address does not have.
    const Embedding read = read_embedding(value_or(lines, "ui", ""), value_or(lines, "may", "all"));
    if (const std::string* part = find_value(lines, "part")) {
      CHECK(Parts[static_cast<size_t>(read.part)] == *part);
      ++parts;
    }
    if (const std::string* words = find_value(lines, "rights")) {
      CHECK(rights_of(read) == *words);
      ++rights;
    }
    CHECK(joined(read.unread) == value_or(lines, "unread", ""));
  }
  CHECK(parts >= 12);
  CHECK(rights >= 12);
}
