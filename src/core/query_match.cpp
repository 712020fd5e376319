// The terms of a query against columns. Texts are compared folded, once for each distinct text; numbers,
// durations and dates are compared as spans of what they may mean.
#include "core/query_match.h"

#include <algorithm>

#include "core/column_values.h"
#include "core/regions.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

// Everything a number, a duration (seconds) or a date (instants) may be, both ends included.
struct Span {
  int64_t least;
  int64_t greatest;
};
constexpr Span OpenSpan = {INT64_MIN, INT64_MAX};

bool span_holds(TermOp op, Span row, Span value) {
  switch (op) {
    case TermOp::Contains:
      return row.least <= value.greatest && row.greatest >= value.least;
    case TermOp::Equals:
      return row.least >= value.least && row.greatest <= value.greatest;
    case TermOp::Less:
      return row.least < value.least;
    case TermOp::LessEqual:
      return row.least <= value.greatest;
    case TermOp::Greater:
      return row.greatest > value.greatest;
    case TermOp::GreaterEqual:
      return row.greatest >= value.least;
    case TermOp::Range:
    case TermOp::Missing:
      break;
  }
  return false;
}

// A term without a column asks for the number as it is written: seconds need a unit there, or every word of
// digits would find durations.
std::optional<Span> read_span(ColumnType type, const std::string& text, bool anywhere) {
  if (type == ColumnType::Date) {
    const DateParse date = parse_edtf(text);
    if (!date.value || !date.value->stated()) return std::nullopt;
    return Span{date.value->earliest, date.value->latest};
  }
  const std::optional<int64_t> count = parse_count(text);
  if (type == ColumnType::Duration && anywhere && count) return std::nullopt;
  const std::optional<int64_t> number = type == ColumnType::Number ? count : parse_duration(text);
  if (!number) return std::nullopt;
  return Span{*number, *number};
}

Span span_of(const Column& column, RowIndex row, bool anywhere) {
  if (column.spec.type == ColumnType::Date) {
    return {column.dates[row].earliest, column.dates[row].latest};
  }
  const Quantity& quantity = column.numbers[row];
  if (anywhere) return {quantity.value, quantity.value};
  const QuantityBounds limits = bounds(quantity);
  return {limits.least, limits.greatest};
}

// Adds the rows that hold. A value that cannot be read as the column's type holds for no row.
void match_spans(const Term& term, const Column& column, uint32_t row_count, RowSet& result) {
  const bool anywhere = term.column.empty();
  const bool range = term.op == TermOp::Range;
  const TermOp op = anywhere ? TermOp::Equals : term.op;
  std::vector<Span> spans;
  for (const std::string& value : term.values) {
    const std::optional<Span> span =
        range && value.empty() ? std::optional<Span>(OpenSpan) : read_span(column.spec.type, value, anywhere);
    if (span) spans.push_back(*span);
  }
  if (spans.empty() || (range && (term.values.size() != 2 || spans.size() != 2))) return;
  for (RowIndex row = 0; row < row_count; ++row) {
    if (!is_stated(column, row)) continue;
    const Span span = span_of(column, row, anywhere);
    const bool holds = range ? span_holds(TermOp::GreaterEqual, span, spans[0]) &&
                                   span_holds(TermOp::LessEqual, span, spans[1])
                             : std::any_of(spans.begin(), spans.end(),
                                           [&](Span value) { return span_holds(op, span, value); });
    if (holds) result.add(row);
  }
}

bool text_holds(TermOp op, std::string_view folded, std::string_view needle) {
  return op == TermOp::Equals ? folded == needle : folded.find(needle) != std::string_view::npos;
}

// The code of a region counts only as a whole. A value of a region column that is a known code does not
// look at names: `region:US` is not Belarus. A word without a column looks at both.
bool region_holds(const Term& term, std::string_view code, std::string_view value, std::string_view needle) {
  if (fold_text(code) == needle) return true;
  if (!term.column.empty() && find_region(value) != nullptr) return false;
  return text_holds(term.op, fold_text(region_name(code)), needle);
}

// Answers for the texts of one column, each distinct text judged once.
class TextVerdicts {
 public:
  TextVerdicts(const Term& term, bool region, const Dataset& dataset, FoldedTexts& folded)
      : term_(&term),
        region_(region),
        dataset_(&dataset),
        folded_(&folded),
        verdicts_(dataset.strings.size()) {
    for (const std::string& value : term.values)
      needles_.push_back(fold_text(value));
  }

  bool holds(StringId id) {
    Verdict& verdict = verdicts_[static_cast<uint32_t>(id)];
    if (verdict == Verdict::Unknown) verdict = judge(id) ? Verdict::Yes : Verdict::No;
    return verdict == Verdict::Yes;
  }

 private:
  enum class Verdict : uint8_t { Unknown, No, Yes };

  bool judge(StringId id) {
    for (size_t i = 0; i < needles_.size(); ++i) {
      const bool holds = region_ ? region_holds(*term_, dataset_->text(id), term_->values[i], needles_[i])
                                 : text_holds(term_->op, folded_->of(id), needles_[i]);
      if (holds) return true;
    }
    return false;
  }

  const Term* term_;
  bool region_;
  const Dataset* dataset_;
  FoldedTexts* folded_;
  std::vector<std::string> needles_;
  std::vector<Verdict> verdicts_;  // by string id
};

void match_strings(const Column& column, TextVerdicts& verdicts, uint32_t row_count, RowSet& result) {
  for (RowIndex row = 0; row < row_count; ++row) {
    if (result.has(row)) continue;
    for (StringId id : strings_of(column, row)) {
      if (!verdicts.holds(id)) continue;
      result.add(row);
      break;
    }
  }
}

bool compares_texts(TermOp op) {
  return op == TermOp::Contains || op == TermOp::Equals;
}

void match_missing(const Column& column, uint32_t row_count, RowSet& result) {
  for (RowIndex row = 0; row < row_count; ++row) {
    if (!is_stated(column, row)) result.add(row);
  }
}

RowSet match_column(const Term& term, const Dataset& dataset, TableId id, size_t index, FoldedTexts& folded) {
  const Table& table = dataset.table(id);
  const Column& column = table.columns[index];
  RowSet result(table.row_count);
  if (term.op == TermOp::Missing) {
    match_missing(column, table.row_count, result);
  } else if (!holds_strings(column.spec.type)) {
    match_spans(term, column, table.row_count, result);
  } else if (compares_texts(term.op)) {
    TextVerdicts verdicts(term, column.spec.type == ColumnType::Region, dataset, folded);
    match_strings(column, verdicts, table.row_count, result);
  }
  return result;
}

// A term without a column: any searched column. Numbers and dates hold it if they surely are the value.
RowSet match_anywhere(const Term& term, const Dataset& dataset, TableId id, FoldedTexts& folded) {
  const Table& table = dataset.table(id);
  RowSet result(table.row_count);
  if (!compares_texts(term.op)) return result;
  TextVerdicts texts(term, false, dataset, folded);
  TextVerdicts regions(term, true, dataset, folded);
  for (const Column& column : table.columns) {
    if (!column.spec.searched) continue;
    if (!holds_strings(column.spec.type)) {
      match_spans(term, column, table.row_count, result);
    } else {
      const bool region = column.spec.type == ColumnType::Region;
      match_strings(column, region ? regions : texts, table.row_count, result);
    }
  }
  return result;
}

// The column of `table` that answers the term by itself, without looking at links.
std::optional<size_t> answering_column(const Dataset& dataset, const Term& term, TableId table) {
  const std::optional<size_t> column = find_column(table, term.column);
  if (!column) return std::nullopt;
  const bool answers = term.op == TermOp::Missing || dataset.table(table).columns[*column].any_stated;
  return answers ? column : std::nullopt;
}

}  // namespace

RowSet Matcher::match_linked(const Term& term, TableId id) {
  const Table& table = dataset_->table(id);
  RowSet result(table.row_count);
  // This table itself is never among those that answer, or links would not have been asked.
  for (TableId other : AllTables) {
    const std::optional<size_t> column = answering_column(*dataset_, term, other);
    if (!column) continue;
    const RowSet found = match_column(term, *dataset_, other, *column, folded_);
    for (RowIndex row = 0; row < table.row_count; ++row) {
      for (RowRef link : table.links_of(row)) {
        if (link.table == other && found.has(link.row)) result.add(row);
      }
    }
  }
  return result;
}

RowSet Matcher::match_term(const Term& term, TableId table) {
  const std::optional<size_t> column = answering_column(*dataset_, term, table);
  RowSet result = term.column.empty() ? match_anywhere(term, *dataset_, table, folded_)
                  : column            ? match_column(term, *dataset_, table, *column, folded_)
                                      : match_linked(term, table);
  if (term.exclude) result.invert();
  return result;
}

RowSet Matcher::match_terms(const Query& query, TableId table, std::string_view passed_over) {
  RowSet result(dataset_->table(table).row_count);
  result.invert();
  for (const Term& term : query.terms) {
    if (!passed_over.empty() && term.column == passed_over) continue;
    result.intersect(match_term(term, table));
    if (result.empty()) break;
  }
  return result;
}

}  // namespace explorer
