// The columns of the five tables: their query names, types and order. One table of data, so that the
// loader, the query engine and the views agree. Must match the column numbers at the end of dataset.h.
#include "core/dataset.h"

#include <algorithm>

namespace explorer {
namespace {

using enum ColumnType;

constexpr ColumnSpec ArticleColumns[] = {
    {"title", Text, true},       {"date", Date, true},    {"author", CategoryList, true},
    {"tag", CategoryList, true}, {"facts", Number, true}, {"summary", Text, true},
    {"url", Text, false},
};
constexpr ColumnSpec ReleaseColumns[] = {
    {"title", Text, true},         {"artist", CategoryList, true}, {"kind", Category, true},
    {"label", CategoryList, true}, {"date", Date, true},           {"parts", Number, true},
    {"note", Text, true},          {"source", CategoryList, true},
};
constexpr ColumnSpec ChartColumns[] = {
    {"title", Text, true},    {"chart", Category, true}, {"provider", Category, true},
    {"region", Region, true}, {"regions", Number, true}, {"position", Number, true},
    {"date", Date, true},     {"note", Text, true},      {"source", CategoryList, true},
};
constexpr ColumnSpec VideoColumns[] = {
    {"title", Text, true},          {"kind", Category, true},       {"publisher", Category, true},
    {"series", Category, true},     {"date", Date, true},           {"duration", Duration, true},
    {"people", CategoryList, true}, {"track", CategoryList, true},  {"artist", CategoryList, true},
    {"rank", Number, true},         {"url", Text, false},           {"thumbnail", Text, false},
    {"note", Text, true},           {"source", CategoryList, true},
};
constexpr ColumnSpec EventColumns[] = {
    {"title", Text, true},          {"kind", Category, true}, {"date", Date, true},
    {"people", CategoryList, true}, {"place", Text, true},    {"note", Text, true},
    {"source", CategoryList, true},
};

static_assert(std::size(ArticleColumns) == article_column::Url + 1);
static_assert(std::size(ReleaseColumns) == release_column::Source + 1);
static_assert(std::size(ChartColumns) == chart_column::Source + 1);
static_assert(std::size(VideoColumns) == video_column::Source + 1);
static_assert(std::size(EventColumns) == event_column::Source + 1);

constexpr std::array<std::span<const ColumnSpec>, TableCount> Columns = {
    ArticleColumns, ReleaseColumns, ChartColumns, VideoColumns, EventColumns};
static_assert(std::ranges::all_of(Columns, [](const auto& specs) { return specs.size() <= MaxColumns; }));

}  // namespace

std::span<const ColumnSpec> column_specs(TableId table) {
  return Columns[static_cast<size_t>(table)];
}

std::optional<size_t> find_column(TableId table, std::string_view name) {
  const auto specs = column_specs(table);
  for (size_t column = 0; column < specs.size(); ++column) {
    if (specs[column].name == name) return column;
  }
  return std::nullopt;
}

Table::Table(TableId id) {
  for (const ColumnSpec& spec : column_specs(id))
    columns.emplace_back(spec);
}

Dataset::Dataset() {
  for (const TableId id : AllTables)
    tables.emplace_back(id);
  // Sources are titles of articles; a copy for every fact would cost more than the facts.
  for (const TableId id : AllTables) {
    if (id != TableId::Articles) table(id).columns.back().share_texts(column(TableId::Articles, 0));
  }
}

}  // namespace explorer
