// See query_twin.h.
#include "query_twin.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "core/regions.h"
#include "core/text_fold.h"

namespace explorer::test {
namespace {

// What a function of a text gives, remembered: the same few texts are compared again and again.
template <std::string (*Make)(std::string_view)>
const std::string& known(std::string_view text) {
  static std::unordered_map<std::string, std::string> results;
  const auto [place, added] = results.try_emplace(std::string(text));
  if (added) place->second = Make(text);
  return place->second;
}

bool text_matches(TermOp op, std::string_view text, std::string_view value) {
  const std::string& a = known<fold_text>(text);
  const std::string& b = known<fold_text>(value);
  return op == TermOp::Equals ? a == b : op == TermOp::Contains && a.find(b) != std::string::npos;
}

bool region_matches(const Term& term, std::string_view code, std::string_view value) {
  if (term.op != TermOp::Contains && term.op != TermOp::Equals) return false;
  const bool by_code = text_matches(TermOp::Equals, code, value);
  const bool by_name = text_matches(term.op, region_name(code), value);
  const bool name_counts = term.column.empty() || find_region(value) == nullptr;
  return by_code || (name_counts && by_name);
}

bool spans_match(TermOp op, int64_t a, int64_t b, int64_t least, int64_t greatest) {
  switch (op) {
    case TermOp::Contains:
      return std::max(a, least) <= std::min(b, greatest);
    case TermOp::Equals:
      return least <= a && b <= greatest;
    case TermOp::Less:
      return a < least;
    case TermOp::LessEqual:
      return a <= greatest;
    case TermOp::Greater:
      return b > greatest;
    case TermOp::GreaterEqual:
      return b >= least;
    default:
      return false;
  }
}

bool number_matches(const Term& term, TermOp op, const Column& column, const Quantity& row,
                    const std::string& value) {
  const bool duration = column.spec.type == ColumnType::Duration;
  const auto number = duration ? parse_duration(value) : parse_count(value);
  if (!row.stated || !number) return false;
  if (term.column.empty()) return row.value == *number && !(duration && parse_count(value));
  return spans_match(op, bounds(row).least, bounds(row).greatest, *number, *number);
}

bool value_matches(const Term& term, TermOp op, const Column& column, RowIndex row,
                   const std::string& value) {
  switch (column.spec.type) {
    case ColumnType::Text:
    case ColumnType::Category:
      return !column.text(row).empty() && text_matches(op, column.text(row), value);
    case ColumnType::CategoryList:
      return std::any_of(column.list(row).begin(), column.list(row).end(),
                         [&](ValueCode code) { return text_matches(op, column.value_text(code), value); });
    case ColumnType::Region:
      return !column.text(row).empty() && region_matches(term, column.text(row), value);
    case ColumnType::Number:
    case ColumnType::Duration:
      return number_matches(term, op, column, column.number(row), value);
    case ColumnType::Date: {
      const DateParse date = parse_edtf(value);
      const PartialDate& own = column.date(row);
      const TermOp date_op = term.column.empty() ? TermOp::Equals : op;
      return own.stated() && date.value &&
             spans_match(date_op, own.earliest, own.latest, date.value->earliest, date.value->latest);
    }
  }
  return false;
}

bool missing(const Column& column, RowIndex row) {
  if (column.spec.type == ColumnType::Date) return column.date(row).form == DateForm::Missing;
  if (!holds_strings(column.spec.type)) return !column.number(row).stated;
  return column.text(row).empty();
}

bool cell_matches(const Term& term, const Column& column, RowIndex row) {
  if (term.op == TermOp::Missing) return missing(column, row);
  if (term.op == TermOp::Range) {
    const bool from =
        term.values[0].empty() || value_matches(term, TermOp::GreaterEqual, column, row, term.values[0]);
    const bool to =
        term.values[1].empty() || value_matches(term, TermOp::LessEqual, column, row, term.values[1]);
    return from && to && !missing(column, row);
  }
  for (const std::string& value : term.values) {
    if (value_matches(term, term.op, column, row, value)) return true;
  }
  return false;
}

// The column of the table that can answer the term, or null.
const Column* own_column(const Table& table, const Term& term) {
  for (const Column& column : table.columns) {
    if (column.spec.name != term.column) continue;
    if (column.any_stated() || term.op == TermOp::Missing) return &column;
  }
  return nullptr;
}

bool row_matches(const Dataset& dataset, const Term& term, RowRef row) {
  const Table& table = dataset.table(row.table);
  bool holds = false;
  if (term.column.empty()) {
    for (const Column& column : table.columns) {
      holds = holds || (column.spec.searched && cell_matches(term, column, row.row));
    }
  } else if (const Column* own = own_column(table, term)) {
    holds = cell_matches(term, *own, row.row);
  } else {
    for (const RowRef link : table.links_of(row.row)) {
      const Column* theirs = link.table == row.table ? nullptr : own_column(dataset.table(link.table), term);
      holds = holds || (theirs != nullptr && cell_matches(term, *theirs, link.row));
    }
  }
  return holds != term.exclude;
}

const std::string& text_key(const Column& column, RowIndex row) {
  const std::string_view text = column.text(row);
  return known<collation_key>(column.spec.type == ColumnType::Region ? region_name(text) : text);
}

double vagueness(Qualifier qualifier) {
  constexpr double Steps[] = {0, 0.1, 0.2, 0.3, -0.1, -0.2};  // by the order of the enum
  return Steps[static_cast<size_t>(qualifier)];
}

int compare_cells(const Column& column, RowIndex a, RowIndex b) {
  switch (column.spec.type) {
    case ColumnType::Date:
      return compare_dates(column.date(a), column.date(b));
    case ColumnType::Number:
    case ColumnType::Duration: {
      const double left = static_cast<double>(column.number(a).value) + vagueness(column.number(a).qualifier);
      const double right =
          static_cast<double>(column.number(b).value) + vagueness(column.number(b).qualifier);
      return left < right ? -1 : left > right ? 1 : 0;
    }
    default:
      return text_key(column, a).compare(text_key(column, b));
  }
}

bool comes_before(const Dataset& dataset, const Query& query, TableId table, RowIndex a, RowIndex b) {
  for (const SortKey& key : query.sort) {
    const auto index = find_column(table, key.column);
    if (!index) continue;
    const Column& column = dataset.table(table).columns[*index];
    const bool a_missing = missing(column, a);
    if (a_missing != missing(column, b)) return !a_missing;
    const int order = a_missing ? 0 : compare_cells(column, a, b);
    if (order != 0) return key.descending ? order > 0 : order < 0;
  }
  return false;
}

}  // namespace

std::vector<RowIndex> run_twin(const Dataset& dataset, const Query& query, TableId table) {
  std::vector<RowIndex> rows;
  for (RowIndex row = 0; row < dataset.table(table).row_count; ++row) {
    const bool all = std::all_of(query.terms.begin(), query.terms.end(), [&](const Term& term) {
      return row_matches(dataset, term, {table, row});
    });
    if (all) rows.push_back(row);
  }
  std::stable_sort(rows.begin(), rows.end(),
                   [&](RowIndex a, RowIndex b) { return comes_before(dataset, query, table, a, b); });
  return rows;
}

uint32_t count_twin(const Dataset& dataset, const std::vector<RowIndex>& rows, TableId table, size_t column,
                    ValueCode value) {
  const Column& cells = dataset.column(table, column);
  const auto has = [&](RowIndex row) {
    if (!cells.is_list()) return cells.entry(row) == value + 1;
    const auto list = cells.list(row);
    return std::find(list.begin(), list.end(), value) != list.end();
  };
  return static_cast<uint32_t>(std::count_if(rows.begin(), rows.end(), has));
}

}  // namespace explorer::test
