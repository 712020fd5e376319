// Rows taken along as a file: six formats, written step by step, so that a million of them go into a file
// while the page stays alive. Knows neither files nor clocks; the caller decides how much a step does and
// where its bytes go. README.md beside this file describes the formats.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/query.h"
#include "state/export_options.h"

namespace explorer::exports {

class Writer;

class Export {
 public:
  // `rows` in the order in which they are written; `columns` are numbers of column_specs, from left to right.
  // The dataset must outlive the export. It may grow between two steps (rows that come later are left out),
  // but its rows must be linked (link_rows.h) whenever a step is made.
  Export(const Dataset& dataset, TableId table, RowList rows, std::vector<size_t> columns, Options options);
  ~Export();
  Export(const Export&) = delete;
  Export& operator=(const Export&) = delete;

  // Appends UTF-8 to `out`, going through at most `rows` rows; returns true while there is more to do. A step
  // that only looks for what belongs to the rows appends nothing. At least one step is needed, whose bytes
  // are the head and the end of the file if there are no rows.
  bool step(std::string& out, std::size_t rows);

  // How far it is, in rows: total() is the number of rows given; done() reaches it with the last step. Where
  // rows are gone through several times, each counts its share.
  uint64_t done() const;
  uint64_t total() const { return total_; }

  // "two-articles-charts.csv": lower-case ASCII letters, digits and hyphens, with the format's ending.
  const std::string& file_name() const { return file_name_; }
  // With the character set where the type has one: "text/csv;charset=utf-8".
  std::string_view media_type() const;

 private:
  std::unique_ptr<Writer> writer_;
  Format format_;
  uint64_t total_;
  uint64_t units_;  // of work
  uint64_t at_ = 0;
  bool begun_ = false;
  bool ended_ = false;
  std::string file_name_;
};

// The name that Export::file_name gives.
std::string file_name(const Dataset& dataset, TableId table, Format format);

}  // namespace explorer::exports
