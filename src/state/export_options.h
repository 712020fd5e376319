// What a reader chooses when rows are taken along as a file; exports/export.h writes it.
#pragma once

#include <cstddef>
#include <cstdint>

namespace explorer::exports {

// Csv, Ndjson, Markdown: the rows. JsonFeed: the rows with everything that they hang on, as the explorer
// itself reads it. Bibtex, Csl: the articles that state the rows, each once.
enum class Format : uint8_t { Csv, JsonFeed, Ndjson, Markdown, Bibtex, Csl };
inline constexpr std::size_t FormatCount = 6;

struct Options {
  Format format = Format::Csv;
  bool byte_order_mark = false;  // Csv only
  bool formula_safe = true;      // Csv only: no text is taken for a formula by a spreadsheet
  bool all_columns = false;      // Csv, Ndjson, Markdown: every column instead of those on screen
  friend bool operator==(const Options&, const Options&) = default;
};

// Whether the choice of columns makes a difference.
constexpr bool has_columns(Format format) {
  return format == Format::Csv || format == Format::Ndjson || format == Format::Markdown;
}

}  // namespace explorer::exports
