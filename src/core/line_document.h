// One NDJSON document while its bytes come, cut anywhere: every line that is not blank is an item. A line
// that is none costs a warning, not the rest.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/value_reader.h"

namespace explorer {

class LineDocument {
 public:
  explicit LineDocument(ValueReader& values) : values_(values) {}

  // `document` is its number in places.
  void begin(uint32_t document);
  // Returns false after an error.
  bool write(std::string_view bytes);
  // All bytes have come. Returns false if the last line is cut off, or all are blank.
  bool end();
  std::optional<LoadError>& error() { return error_; }

 private:
  bool add_line(std::string_view line);
  void refuse_line(const ValuePlace& place);
  LoadPlace here() const { return {line_, 1, "$", document_}; }
  void fail(LoadErrorKind kind, LoadPlace place, std::string_view message);

  ValueReader& values_;
  DocumentPath path_;  // stays empty: paths are those inside a line
  std::string held_;   // the beginning of a line
  uint64_t line_ = 1;  // the one that is held or comes next
  bool any_items_ = false;
  uint32_t document_ = 0;
  std::optional<LoadError> error_;
};

}  // namespace explorer
