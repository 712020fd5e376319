// See query_random.h.
#include "query_random.h"

#include <algorithm>
#include <iterator>
#include <vector>

#include "core/column.h"
#include "dataset_fixture.h"

namespace explorer::test {
namespace {

constexpr std::string_view Pieces[] = {"a",          "B",       "\"",     "\\",      ",",  " ",    "-",
                                       ":",          "=",       "<",      ">",       "..", "none", "sort:",
                                       "title:",     "\u201c",  "\xff",   "\u3000",  "\t", "\n",   "\u00e9",
                                       "\U0001F483", "\ud55c",  "foo:",   "http://", "/",  "7",    "\x01",
                                       "-desc",      "region<", "\u00a0", "\u201d"};
constexpr std::string_view Words[] = {"a",  "ab",    "B",    "caf\u00e9", "Cafe",   "x y",    "7",
                                      "10", "9",     "2023", "\u304b",    "\u30ab", "none",   "-",
                                      "KR", "korea", "US",   "us",        "\"q\"",  "2023-12"};
constexpr std::string_view Regions[] = {"KR", "US", "BY", "RU", "001", "150", "ZZ", "AU"};
constexpr std::string_view Numbers[] = {"1", "3", "10", "90", "91", "-2", "0"};
constexpr std::string_view Durations[] = {"1", "10", "90s", "PT3S", "0:10", "1h", "3s"};
constexpr std::string_view Dates[] = {"2023",
                                      "2023-12",
                                      "2023-12-22",
                                      "2023-12-18/2023-12-24",
                                      "2023-03",
                                      "2024/..",
                                      "../2023",
                                      "2022~",
                                      "2023-12-22T10:00:00Z",
                                      "202X",
                                      "2023-11/2024-02",
                                      "/2023"};
constexpr std::string_view Quantities[] = {"1", "3", "10", "~3", ">90", ">=3", "<3", "<=10", "90"};

template <size_t N>
std::string pick(Random& random, const std::string_view (&list)[N]) {
  return std::string(list[random.below(N)]);
}

std::string random_value(Random& random, ColumnType type, bool wild) {
  switch (type) {
    case ColumnType::Number:
      return pick(random, Numbers);
    case ColumnType::Duration:
      return pick(random, Durations);
    case ColumnType::Date:
      return pick(random, Dates);
    case ColumnType::Region:
      if (!wild && random.one_in(2)) return pick(random, Regions);
      break;
    case ColumnType::Text:
    case ColumnType::Category:
    case ColumnType::CategoryList:
      break;
  }
  return wild ? random_text(random) : pick(random, Words);
}

const ColumnSpec& random_column(Random& random) {
  const auto specs = column_specs(AllTables[random.below(TableCount)]);
  return *find_query_column(specs[random.below(static_cast<uint32_t>(specs.size()))].name);
}

Term random_term(Random& random, bool wild) {
  Term term;
  term.exclude = random.one_in(4);
  if (random.one_in(4)) {
    term.values.push_back(wild ? random_text(random) : pick(random, Words));
    return term;
  }
  const ColumnSpec& spec = random_column(random);
  term.column = spec.name;
  constexpr TermOp TextOps[] = {TermOp::Contains, TermOp::Equals, TermOp::Missing};
  constexpr TermOp NumberOps[] = {TermOp::Contains, TermOp::Equals,       TermOp::Less,  TermOp::LessEqual,
                                  TermOp::Greater,  TermOp::GreaterEqual, TermOp::Range, TermOp::Missing};
  term.op = holds_strings(spec.type) ? TextOps[random.below(std::size(TextOps))]
                                     : NumberOps[random.below(std::size(NumberOps))];
  if (term.op == TermOp::Missing) return term;
  const uint32_t count = term.op == TermOp::Range ? 2 : 1 + random.below(2) * random.below(3);
  for (uint32_t i = 0; i < count; ++i)
    term.values.push_back(random_value(random, spec.type, wild));
  if (term.op == TermOp::Range && random.one_in(2)) term.values[random.below(2)].clear();
  return term;
}

}  // namespace

std::string random_cell(Random& random, ColumnType type) {
  if (random.one_in(3)) return {};
  switch (type) {
    case ColumnType::Number:
    case ColumnType::Duration:
      return pick(random, Quantities);
    case ColumnType::Date:
      return pick(random, Dates);
    case ColumnType::Region:
      return pick(random, Regions);
    case ColumnType::CategoryList: {
      std::string list = pick(random, Words);
      while (random.one_in(2))
        list.append("|").append(pick(random, Words));
      return list;
    }
    case ColumnType::Text:
    case ColumnType::Category:
      break;
  }
  return pick(random, Words);
}

std::string random_text(Random& random) {
  std::string text;
  do {
    text += pick(random, Pieces);
  } while (!random.one_in(4));
  return text;
}

Query random_query(Random& random, bool wild) {
  Query query;
  for (uint32_t left = random.below(4); left > 0; --left)
    query.terms.push_back(random_term(random, wild));
  for (uint32_t left = random.below(4); left > 0; --left) {
    const std::string column(random_column(random).name);
    const auto same = [&](const SortKey& key) { return key.column == column; };
    if (std::none_of(query.sort.begin(), query.sort.end(), same))
      query.sort.push_back({column, random.one_in(2)});
  }
  return query;
}

std::unique_ptr<Dataset> random_dataset(Random& random) {
  DatasetBuilder builder;
  std::vector<RowRef> rows;
  for (TableId id : AllTables) {
    const uint32_t row_count = random.below(13);
    // Some columns stay empty throughout, which sends their terms over the links.
    const uint32_t empty_columns = random.below(1u << 16) & random.below(1u << 16);
    for (uint32_t row = 0; row < row_count; ++row) {
      std::vector<std::string> texts;
      std::vector<Cell> cells;
      for (const ColumnSpec& spec : column_specs(id)) {
        texts.push_back((empty_columns >> texts.size() & 1) != 0 ? "" : random_cell(random, spec.type));
      }
      for (size_t i = 0; i < texts.size(); ++i)
        cells.emplace_back(column_specs(id)[i].name, texts[i]);
      rows.push_back(builder.add_row(id, std::to_string(row), cells));
    }
  }
  for (size_t i = 0; i < rows.size(); ++i) {
    const RowRef other = rows[random.below(static_cast<uint32_t>(rows.size()))];
    if (other != rows[i]) builder.link(rows[i], other);
  }
  return builder.finish();
}

}  // namespace explorer::test
