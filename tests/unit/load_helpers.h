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
  return dataset.text(dataset.table(table).columns[column].strings[row]);
}

// The list of a row, joined by "|".
inline std::string list_at(const Dataset& dataset, TableId table, size_t column, RowIndex row) {
  std::string out;
  for (const StringId id : dataset.table(table).columns[column].list(row)) {
    if (!out.empty()) out += '|';
    out += dataset.text(id);
  }
  return out;
}

// The ids of a table's rows, joined by "|".
inline std::string ids_of(const Dataset& dataset, TableId table) {
  std::string out;
  for (const StringId id : dataset.table(table).ids) {
    if (!out.empty()) out += '|';
    out += dataset.text(id);
  }
  return out;
}

// The ids of the rows that a row is linked to, joined by "|".
inline std::string links_at(const Dataset& dataset, TableId table, RowIndex row) {
  std::string out;
  for (const RowRef link : dataset.table(table).links_of(row)) {
    if (!out.empty()) out += '|';
    out += dataset.text(dataset.table(link.table).ids[link.row]);
  }
  return out;
}

inline const Quantity& number_at(const Dataset& dataset, TableId table, size_t column, RowIndex row) {
  return dataset.table(table).columns[column].numbers[row];
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
