// Small documents for the tests of the loader, and short words for what came of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/load_dataset.h"

namespace explorer {

inline constexpr std::string_view VersionMember = R"("version":"https://jsonfeed.org/version/1.1")";

// A feed with one article "a1" titled "First", and `extension` (members such as "videos":[...]).
inline std::string feed_with(std::string_view extension) {
  return "{" + std::string(VersionMember) +
         R"(,"items":[{"id":"a1","title":"First"}],"_article_explorer":{)" + std::string(extension) + "}}";
}

// A feed whose items are `items`.
inline std::string feed_of(std::string_view items) {
  return "{" + std::string(VersionMember) + R"(,"items":[)" + std::string(items) + "]}";
}

inline std::string_view text_at(const Dataset& dataset, TableId table, size_t column, RowIndex row) {
  return dataset.column(table, column).text(row);
}

// The list of a row, joined by "|".
inline std::string list_at(const Dataset& dataset, TableId table, size_t column, RowIndex row) {
  std::string out;
  const Column& lists = dataset.column(table, column);
  for (const ValueCode code : lists.list(row)) {
    if (!out.empty()) out += '|';
    out += lists.value_text(code);
  }
  return out;
}

// The ids of a table's rows, joined by "|".
inline std::string ids_of(const Dataset& dataset, TableId table) {
  std::string out;
  for (RowIndex row = 0; row < dataset.table(table).row_count; ++row) {
    if (!out.empty()) out += '|';
    out += dataset.table(table).ids.view(row);
  }
  return out;
}

// The ids of the rows that a row is linked to, joined by "|".
inline std::string links_at(const Dataset& dataset, TableId table, RowIndex row) {
  std::string out;
  for (const RowRef link : dataset.table(table).links_of(row)) {
    if (!out.empty()) out += '|';
    out += dataset.table(link.table).ids.view(link.row);
  }
  return out;
}

inline const Quantity& number_at(const Dataset& dataset, TableId table, size_t column, RowIndex row) {
  return dataset.column(table, column).number(row);
}

// The kinds and places of all warnings, one a line.
inline std::string summary_of(const LoadResult& result) {
  constexpr std::string_view Kinds[] = {"SkippedArticle", "SkippedRow", "SkippedValue", "DuplicateKey",
                                        "MissingReference"};
  std::string out;
  for (const LoadWarning& warning : result.warnings) {
    out += Kinds[static_cast<size_t>(warning.kind)];
    out += ' ' + warning.place.path + '\n';
  }
  return out;
}

}  // namespace explorer
