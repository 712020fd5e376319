// Datasets for tests, built cell by cell in C++ so that tests of queries and views need no JSON.
#pragma once

#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "core/dataset.h"

namespace explorer::test {

// A cell: the column's query name and the value as text. Lists are separated by `|`. Numbers and durations
// (seconds) may start with `~` (about), `>` (more than), `>=`, `<` or `<=`. Dates are EDTF.
using Cell = std::pair<std::string_view, std::string_view>;

// Appends the value of such a cell to its column; nothing stated if `text` is empty.
void append_cell(std::string_view text, Column& column);

class DatasetBuilder {
 public:
  DatasetBuilder();

  // Adds a row at the end of `table`; columns without a cell are not stated.
  RowRef add_row(TableId table, std::string_view id, const std::vector<Cell>& cells);

  // Links two rows, once however often it is called.
  void link(RowRef a, RowRef b);

  // The finished dataset; the builder is empty afterwards.
  std::unique_ptr<Dataset> finish();

 private:
  std::unique_ptr<Dataset> dataset_;
  std::vector<std::pair<RowRef, RowRef>> links_;
};

// The built-in fixture: three articles and what they tell of releases, charts, videos and events, with every
// kind of imprecision. The cases in tests/queries name its rows.
const Dataset& sample_dataset();

}  // namespace explorer::test
