// What the loader has to say of a document besides its rows: warnings and errors with their places.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

namespace explorer {

// A place in a document. Lines and columns count from 1 (columns in bytes); path is a JSON path such as
// `$.items[1].title`, in NDJSON that inside the line's value.
struct LoadPlace {
  uint64_t line = 0;
  uint64_t column = 0;
  std::string path;
  uint32_t document = 0;  // which one of those that a LoadSession has read, from 0
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

// TooLarge: the rows so far are what fits.
enum class LoadErrorKind : uint8_t { Empty, NotUtf8, NotJson, Truncated, WrongTopLevel, TooLarge };

struct LoadError {
  LoadErrorKind kind;
  LoadPlace place;
  std::string message;  // one or two sentences: what is wrong and what to do
};

// How many warnings are kept word for word; the counts go on.
inline constexpr size_t MaxKeptWarnings = 1000;

}  // namespace explorer
