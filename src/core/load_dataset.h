// Bytes of a JSON Feed 1.1 document (with the `_article_explorer` extension of data/README.md) into a
// Dataset. The only file pair that knows JSON. Reads by events straight into columns, never a tree.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset.h"

namespace explorer {

// A place in the document. Lines and columns count from 1 (columns in bytes); path is a JSON path such as
// `$.items[1].title`.
struct LoadPlace {
  uint64_t line = 0;
  uint64_t column = 0;
  std::string path;
  uint32_t document = 0;  // which one of those that were read, from 0
};

enum class LoadWarningKind : uint8_t {
  SkippedArticle,
  SkippedRow,
  SkippedValue,
  DuplicateKey,
  MissingReference
};

struct LoadWarning {
  LoadWarningKind kind;
  LoadPlace place;
  std::string message;  // what was found, what was expected: "id is missing: expected a text or a number"
};

// TooLarge: what came before the limit of memory was reached is kept.
enum class LoadErrorKind : uint8_t { Empty, NotUtf8, NotJson, Truncated, WrongTopLevel, TooLarge };

struct LoadError {
  LoadErrorKind kind;
  LoadPlace place;
  std::string message;  // one sentence: what is wrong and what to do
};

// How many warnings are kept word for word; the counts go on.
inline constexpr size_t MaxKeptWarnings = 1000;

struct LoadResult {
  std::unique_ptr<Dataset> dataset;  // null if and only if there is an error
  std::optional<LoadError> error;
  std::vector<LoadWarning> warnings;  // at most MaxKeptWarnings, in document order
  uint64_t warning_count = 0;
  uint64_t skipped_articles = 0;
  uint64_t skipped_rows = 0;  // of releases, chart entries, videos and events
};

// Never throws and never reads past `bytes`. A byte order mark at the start is skipped.
LoadResult load_dataset(std::string_view bytes);

}  // namespace explorer
