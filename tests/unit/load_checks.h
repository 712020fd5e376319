// What must hold for every result of the loader, whatever the document: shared by the mutation test and
// the fuzzer.
#pragma once

#include <string_view>

#include "core/load_dataset.h"

namespace explorer {

inline bool offsets_are_whole(const Blocks<uint32_t>& offsets, uint32_t row_count, size_t values) {
  if (offsets.size() != size_t{row_count} + 1 || offsets[0] != 0 || offsets.back() != values) return false;
  for (uint32_t i = 1; i < offsets.size(); ++i) {
    if (offsets[i] < offsets[i - 1]) return false;
  }
  return true;
}

inline bool links_are_symmetric(const Dataset& dataset, RowRef from) {
  for (const RowRef to : dataset.table(from.table).links_of(from.row)) {
    if (to.row >= dataset.table(to.table).row_count || to == from) return false;
    size_t back = 0;
    for (const RowRef link : dataset.table(to.table).links_of(to.row))
      back += link == from;
    if (back != 1) return false;
  }
  return true;
}

inline std::string_view fault_of_column(const Column& column, uint32_t row_count) {
  if (column.entries().size() > row_count) return "column length";
  for (RowIndex row = 0; row < row_count; ++row) {
    const uint32_t entry = column.entry(row);
    if (!column.is_list()) {
      if (entry > column.value_count()) return "unknown value";
      continue;
    }
    if (entry > column.lists().size()) return "unknown list";
    for (const ValueCode code : column.list(row)) {
      if (code >= column.value_count()) return "unknown value in a list";
    }
  }
  return "";
}

// The first thing that is wrong with a result, or nothing.
inline std::string_view fault_of(const LoadResult& result) {
  if (result.error.has_value() == (result.dataset != nullptr))
    return "neither a dataset nor an error, or both";
  if (result.warnings.size() > MaxKeptWarnings || result.warning_count < result.warnings.size())
    return "warnings";
  for (const LoadWarning& warning : result.warnings) {
    if (warning.place.line == 0 || warning.place.column == 0 || !warning.place.path.starts_with('$'))
      return "place";
  }
  if (result.error)
    return result.error->message.empty() || result.error->place.line == 0 ? "empty error" : "";
  const Dataset& dataset = *result.dataset;
  for (const TableId id : AllTables) {
    const Table& table = dataset.table(id);
    if (table.ids.size() != table.row_count || table.inferred.size() > table.row_count) return "row count";
    if (!offsets_are_whole(table.link_offsets, table.row_count, table.links.size())) return "link offsets";
    if (!offsets_are_whole(table.evidence_offsets, table.row_count, table.evidence.size()))
      return "evidence offsets";
    for (const Evidence& evidence : table.evidence) {
      if (evidence.article >= dataset.table(TableId::Articles).row_count) return "evidence";
    }
    for (const Column& column : table.columns) {
      const std::string_view fault = fault_of_column(column, table.row_count);
      if (!fault.empty()) return fault;
    }
  }
  for (const TableId id : AllTables) {
    for (RowIndex row = 0; row < dataset.table(id).row_count; ++row) {
      if (!links_are_symmetric(dataset, {id, row})) return "links";
    }
  }
  return "";
}

}  // namespace explorer
