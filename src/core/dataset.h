// What the data says: five related tables held as columns. Rows are appended while a dataset loads; nothing
// that is there changes, but for what the links between rows add. Knows nothing of queries, screens or JSON.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/column.h"

namespace explorer {

enum class TableId : uint8_t { Articles, Releases, ChartEntries, Videos, Events };
inline constexpr size_t TableCount = 5;
inline constexpr std::array<TableId, TableCount> AllTables = {
    TableId::Articles, TableId::Releases, TableId::ChartEntries, TableId::Videos, TableId::Events};

struct RowRef {
  TableId table;
  RowIndex row;
  friend bool operator==(const RowRef&, const RowRef&) = default;
};

// The same in 32 bits: what a link is stored as. Rows from 2^29 on do not fit.
class PackedRow {
 public:
  static constexpr RowIndex MaxRow = (1U << 29) - 1;
  PackedRow() = default;
  PackedRow(RowRef ref) : bits_(static_cast<uint32_t>(ref.table) << 29 | ref.row) {}
  operator RowRef() const { return {table(), row()}; }
  TableId table() const { return static_cast<TableId>(bits_ >> 29); }
  RowIndex row() const { return bits_ & MaxRow; }
  // Ordered by table, then by row.
  uint32_t bits() const { return bits_; }
  static PackedRow of_bits(uint32_t bits) {
    PackedRow packed;
    packed.bits_ = bits;
    return packed;
  }
  friend bool operator==(const PackedRow&, const PackedRow&) = default;

 private:
  uint32_t bits_ = 0;
};

// Where a fact is stated: a paragraph of an article (0 = headline), or WholeArticle.
struct Evidence {
  static constexpr int32_t WholeArticle = -1;
  RowIndex article;
  int32_t paragraph;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// No table has more columns.
inline constexpr size_t MaxColumns = 14;

// The columns of a table, in their default order.
std::span<const ColumnSpec> column_specs(TableId table);

// Index of the column called `name` in `table`, or nothing.
std::optional<size_t> find_column(TableId table, std::string_view name);

// A table's column by its number in column_specs, and rows as numbers from 0. What is known of a row beyond
// its cells grows with the rows; evidence and links come when all rows are there (link_rows), and rows
// without them have none.
struct Table {
  uint32_t row_count = 0;
  TextPool ids;                       // stable id of each row
  std::vector<Column> columns;        // as column_specs
  Blocks<uint32_t> inferred;          // a bit per column: the value is concluded, no article states it
  Blocks<uint32_t> evidence_offsets;  // row_count + 1, into evidence
  std::vector<Evidence> evidence;
  Blocks<uint32_t> link_offsets;  // row_count + 1, into links
  std::vector<PackedRow> links;   // rows of any table that this row is related to; symmetric, no doubles

  explicit Table(TableId id);

  bool is_inferred(RowIndex row, size_t column) const {
    return row < inferred.size() && (inferred[row] >> column & 1) != 0;
  }
  std::span<const Evidence> evidence_of(RowIndex row) const {
    if (row + 1 >= evidence_offsets.size()) return {};
    return {evidence.data() + evidence_offsets[row], evidence.data() + evidence_offsets[row + 1]};
  }
  std::span<const PackedRow> links_of(RowIndex row) const {
    if (row + 1 >= link_offsets.size()) return {};
    return {links.data() + link_offsets[row], links.data() + link_offsets[row + 1]};
  }
};

struct Dataset {
  std::vector<Table> tables;  // by TableId
  std::string title;          // of the feed
  std::string description;    // of the feed; empty if not stated
  std::string language;       // of the feed (RFC 5646); empty if not stated

  Dataset();
  const Table& table(TableId id) const { return tables[static_cast<size_t>(id)]; }
  Table& table(TableId id) { return tables[static_cast<size_t>(id)]; }
  const Column& column(TableId id, size_t column) const { return table(id).columns[column]; }
};

// Column numbers by table, in the order of column_specs.
namespace article_column {
enum : size_t { Title, Date, Author, Tag, Facts, Summary, Url };
}
namespace release_column {
enum : size_t { Title, Artist, Kind, Label, Date, Parts, Note, Source };
}
namespace chart_column {
enum : size_t { Title, Chart, Provider, Region, Regions, Position, Date, Note, Source };
}
namespace video_column {
enum : size_t {
  Title,
  Kind,
  Publisher,
  Series,
  Date,
  Duration,
  People,
  Track,
  Artist,
  Rank,
  Url,
  Thumbnail,
  Note,
  Source
};
}
namespace event_column {
enum : size_t { Title, Kind, Date, People, Place, Note, Source };
}

}  // namespace explorer
