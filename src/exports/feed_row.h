// The rows of a feed as JSON, and which of them are in it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/feed_grammar.h"
#include "core/row_set.h"

namespace explorer::exports {

// Which rows are in a file, and what can be said of them among each other.
class Selection {
 public:
  explicit Selection(const Dataset& dataset) : dataset_(dataset) {
    for (const Table& table : dataset.tables)
      rows_.emplace_back(table.row_count);
  }
  bool has(RowRef row) const {
    const RowSet& rows = rows_[static_cast<size_t>(row.table)];
    return row.row < rows.row_count() && rows.has(row.row);
  }
  // Rows that came after the selection was made are left out.
  void add(RowRef row) {
    RowSet& rows = rows_[static_cast<size_t>(row.table)];
    if (row.row < rows.row_count()) rows.add(row.row);
  }
  // What took the place in a chart: the row that the entry has its title from.
  std::optional<RowRef> subject_of(RowIndex entry) const;

 private:
  const Dataset& dataset_;
  std::vector<RowSet> rows_;  // by table
};

// Writes rows, one after the other.
class FeedRow {
 public:
  FeedRow(const Dataset& dataset, const Selection& selection) : dataset_(dataset), told_(selection) {}
  // Appends everything that is known of the row; what it refers to only if that is in the selection.
  void put(std::string& out, RowRef row);

 private:
  void put_member(std::string& out, RowRef row, const Member& member);
  void put_column(std::string& out, const Column& column, RowIndex row, const Member& member);
  void put_content(std::string& out, RowIndex row, const Member& member);
  void put_subject(std::string& out, const Member& member);
  void put_reference(std::string& out, RowRef row, std::string_view name);
  void put_related(std::string& out, RowRef row, const Member& member);
  void put_inferred(std::string& out, RowRef row, const Member& names);
  void put_objects(std::string& out, RowRef row, const Member& member);
  void put_tracks(std::string& out, RowIndex row, const Member& member);
  void put_release_of_track(std::string& out, RowIndex row, std::string_view title);
  const Dataset& dataset_;
  const Selection& told_;
  std::optional<RowRef> subject_;    // of the row that is being written
  std::vector<PackedRow> referred_;  // rows that it names already
};

}  // namespace explorer::exports
