// What the data says: five related tables held as immutable columns. Filled once by load_dataset, then
// only read. Knows nothing of queries, screens or JSON.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/partial_date.h"
#include "core/quantity.h"
#include "core/string_pool.h"

namespace explorer {

enum class TableId : uint8_t { Articles, Releases, ChartEntries, Videos, Events };
inline constexpr size_t TableCount = 5;
inline constexpr std::array<TableId, TableCount> AllTables = {
    TableId::Articles, TableId::Releases, TableId::ChartEntries, TableId::Videos, TableId::Events};

using RowIndex = uint32_t;

struct RowRef {
  TableId table;
  RowIndex row;
  friend bool operator==(const RowRef&, const RowRef&) = default;
};

// Where a fact is stated: a paragraph of an article (0 = headline), or WholeArticle.
struct Evidence {
  static constexpr int32_t WholeArticle = -1;
  RowIndex article;
  int32_t paragraph;
  friend bool operator==(const Evidence&, const Evidence&) = default;
};

// Text: one free text a row. Category: one value out of few a row. CategoryList: any number of them.
// Region: a region code (see regions.h). Duration: seconds.
enum class ColumnType : uint8_t { Text, Category, CategoryList, Region, Number, Date, Duration };

struct ColumnSpec {
  std::string_view name;  // the name in a query: lower case ASCII
  ColumnType type;
  bool searched;  // whether a word without a column looks here
};

// The columns of a table, in their default order.
std::span<const ColumnSpec> column_specs(TableId table);

// Index of the column called `name` in `table`, or nothing.
std::optional<size_t> find_column(TableId table, std::string_view name);

// One column. Only the vectors that its type needs are filled, each with one entry a row (list_offsets:
// rows + 1, into list_values). StringId::None, !Quantity::stated and DateForm::Missing mean "not stated".
struct Column {
  ColumnSpec spec{};
  std::vector<StringId> strings;       // Text, Category, Region
  std::vector<uint32_t> list_offsets;  // CategoryList
  std::vector<StringId> list_values;
  std::vector<Quantity> numbers;  // Number, Duration
  std::vector<PartialDate> dates;
  bool any_stated = false;  // whether at least one row states a value

  std::span<const StringId> list(RowIndex row) const {
    return {list_values.data() + list_offsets[row], list_values.data() + list_offsets[row + 1]};
  }
};

struct Table {
  uint32_t row_count = 0;
  std::vector<StringId> ids;               // stable id of each row
  std::vector<Column> columns;             // as column_specs
  std::vector<uint32_t> inferred;          // a bit per column: the value is concluded, no article states it
  std::vector<uint32_t> evidence_offsets;  // row_count + 1, into evidence
  std::vector<Evidence> evidence;
  std::vector<uint32_t> link_offsets;  // row_count + 1, into links
  std::vector<RowRef> links;           // rows of any table that this row is related to; symmetric, no doubles

  std::span<const Evidence> evidence_of(RowIndex row) const {
    return {evidence.data() + evidence_offsets[row], evidence.data() + evidence_offsets[row + 1]};
  }
  std::span<const RowRef> links_of(RowIndex row) const {
    return {links.data() + link_offsets[row], links.data() + link_offsets[row + 1]};
  }
};

struct Dataset {
  StringPool strings;
  std::array<Table, TableCount> tables;
  std::string title;        // of the feed
  std::string description;  // of the feed; empty if not stated
  std::string language;     // of the feed (RFC 5646); empty if not stated

  const Table& table(TableId id) const { return tables[static_cast<size_t>(id)]; }
  Table& table(TableId id) { return tables[static_cast<size_t>(id)]; }
  std::string_view text(StringId id) const { return strings.view(id); }
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
  Note,
  Source
};
}
namespace event_column {
enum : size_t { Title, Kind, Date, People, Place, Note, Source };
}

}  // namespace explorer
