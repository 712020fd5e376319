// Exports as whole texts, for the tests of exports.
#pragma once

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <vector>

#include "exports/export.h"

namespace explorer::test {

inline std::vector<RowIndex> all_rows(const Dataset& dataset, TableId table) {
  std::vector<RowIndex> rows;
  for (RowIndex row = 0; row < dataset.table(table).row_count; ++row)
    rows.push_back(row);
  return rows;
}

inline RowList row_list(std::vector<RowIndex> rows) {
  return RowList(std::make_shared<const std::vector<RowIndex>>(std::move(rows)));
}

// The file, written so many rows at a time, each step into a buffer of its own.
inline std::string exported(const Dataset& dataset, TableId table, const std::vector<RowIndex>& rows,
                            exports::Options options, std::vector<size_t> columns = {}, size_t step = 1) {
  exports::Export file(dataset, table, row_list(rows), std::move(columns), options);
  std::string whole;
  uint64_t done = file.done();
  CHECK(done == 0);
  CHECK(file.total() == rows.size());
  for (bool more = true; more;) {
    std::string piece;
    more = file.step(piece, step);
    whole += piece;
    CHECK(file.done() >= done);
    CHECK(file.done() <= file.total());
    done = file.done();
  }
  CHECK(file.done() == file.total());
  std::string nothing;
  CHECK(!file.step(nothing, step));
  CHECK(nothing.empty());
  return whole;
}

inline std::string exported(const Dataset& dataset, TableId table, exports::Options options,
                            std::vector<size_t> columns = {}) {
  return exported(dataset, table, all_rows(dataset, table), options, std::move(columns));
}

}  // namespace explorer::test
