// What a reader asks of the tables, as plain values, and the answers: row ids over the columns, never copied
// rows. The answers are found by query_engine.h.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/dataset.h"

namespace explorer {

// Contains: text holds the value (folded); a number or date may be the value (their spans meet).
// Equals:   a whole text or category, folded; a number or date surely is the value (its span lies within).
// The comparisons and Range take numbers, durations and dates and ask whether the row may satisfy them.
// Missing:  nothing is stated.
// A region is its code (either case) or its name; a value that is a known code is not looked for in names.
enum class TermOp : uint8_t { Contains, Equals, Less, LessEqual, Greater, GreaterEqual, Range, Missing };

// One condition. `column` is a query name ("region") or empty: any searched column. There a number, duration
// or date holds if it is the value as written: "90" finds "more than 90", "2023" finds a day of 2023. A term
// holds if any of its `values` does (Range: values = {from, to}, either may be empty = open; Missing: none).
// Values are texts as the reader wrote them; numbers, EDTF dates and durations are read from them.
struct Term {
  bool exclude = false;
  std::string column;
  TermOp op = TermOp::Contains;
  std::vector<std::string> values;
  friend bool operator==(const Term&, const Term&) = default;
};

struct SortKey {
  std::string column;
  bool descending = false;
  friend bool operator==(const SortKey&, const SortKey&) = default;
};

// All terms must hold. Sort keys from the most to the least significant; keys for columns that a table
// does not have are passed over there.
struct Query {
  std::vector<Term> terms;
  std::vector<SortKey> sort;
  friend bool operator==(const Query&, const Query&) = default;
};

// Whether any table has a column of this query name, and of which type (the first table's).
const ColumnSpec* find_query_column(std::string_view name);

// Reads a whole number ("12", "-3"). Reads a duration in seconds: ISO 8601 without years and months
// ("PT30M", "P1DT2H"), "30min", "30 min", "90s", "1h30m", "12:30" (minutes first), "1:02:03", or a bare count
// of seconds. Nothing if the text is something else or does not fit.
std::optional<int64_t> parse_count(std::string_view text);
std::optional<int64_t> parse_duration(std::string_view text);

// Rows in display order, shared and never changed: an unfiltered table's order is not copied for each answer.
class RowList {
 public:
  RowList() : rows_(std::make_shared<const std::vector<RowIndex>>()) {}
  explicit RowList(std::shared_ptr<const std::vector<RowIndex>> rows) : rows_(std::move(rows)) {}
  uint32_t size() const { return static_cast<uint32_t>(rows_->size()); }
  bool empty() const { return rows_->empty(); }
  RowIndex operator[](size_t place) const { return (*rows_)[place]; }
  RowIndex front() const { return rows_->front(); }
  auto begin() const { return rows_->begin(); }
  auto end() const { return rows_->end(); }
  const std::vector<RowIndex>& vector() const { return *rows_; }
  friend bool operator==(const RowList& a, const std::vector<RowIndex>& b) { return *a.rows_ == b; }

 private:
  std::shared_ptr<const std::vector<RowIndex>> rows_;
};

// Of one table. A term whose column the table lacks, or states in no row, holds for a row that is linked to a
// row of another table for which it holds (but Missing is asked of the table itself if it has the column).
// An excluded term holds where the term does not. Sorting is stable, not-stated values always come last,
// lists go by their first value, regions by name, texts by collation_key, dates by compare_dates, quantities
// by value ("less than" before, "more than" after the bare number).
struct QueryResult {
  RowList rows;        // in display order
  uint32_t total = 0;  // rows of the table without any term
};

// A value of a Category, CategoryList or Region column.
struct FacetValue {
  ValueCode value;  // of the column
  uint32_t count;   // rows under every term but those on this column
  uint32_t total;   // rows of the table under no term
};

// Least and greatest value stated in a Number, Duration (seconds) or Date (days since 1970, both ends of the
// spans, open ends left out) column under no terms.
struct ColumnRange {
  int64_t least;
  int64_t greatest;
};

// One bar of a column's distribution: rows whose value lies in [least, greatest] (a date or quantity counts
// by its earliest or its own value; an open start by its end).
struct HistogramBar {
  int64_t least;
  int64_t greatest;
  uint32_t count;  // rows under every term but those on this column
  uint32_t total;  // rows of the table under no term
};

}  // namespace explorer
