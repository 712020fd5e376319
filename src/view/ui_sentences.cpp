// See ui_sentences.h.
#include "view/ui_sentences.h"

#include "core/regions.h"
#include "view/format.h"
#include "view/text_layout.h"

namespace explorer::ui {
namespace {

uint64_t facts(const Results& results, bool shown) {
  uint64_t sum = 0;
  for (size_t table = 1; table < TableCount; ++table) {
    sum += shown ? results.tables[table].rows.size() : results.tables[table].total;
  }
  return sum;
}

constexpr size_t MostNamed = 200;  // bytes of values that a condition names

std::string any_of(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (text.size() > MostNamed) return fill(Or, {text, "\u2026"});
    const std::string shown = display_text(value, MostNamed);
    text = text.empty() ? shown : fill(Or, {text, shown});
  }
  return text;
}

std::string range_words(const std::vector<std::string>& values) {
  const std::string from = values.empty() ? "" : display_text(values[0], MostNamed),
                    to = values.size() < 2 ? "" : display_text(values[1], MostNamed);
  if (from.empty()) return fill(ConditionAtMost, {to});
  if (to.empty()) return fill(ConditionAtLeast, {from});
  return fill(FromTo, {from, to});
}

std::string condition_words(const Term& term) {
  const std::string value = any_of(term.values);
  switch (term.op) {
    case TermOp::Missing:
      return std::string(NotStatedWords);
    case TermOp::Less:
      return fill(ConditionLess, {value});
    case TermOp::LessEqual:
      return fill(ConditionAtMost, {value});
    case TermOp::Greater:
      return fill(ConditionGreater, {value});
    case TermOp::GreaterEqual:
      return fill(ConditionAtLeast, {value});
    case TermOp::Range:
      return range_words(term.values);
    case TermOp::Contains:
    case TermOp::Equals:
      break;
  }
  return value;
}

std::string count_facts(const Results& results) {
  const uint64_t total = facts(results, false), shown = facts(results, true);
  return plural(shown == total ? CountFacts : CountOfFacts, total,
                {format_count(total), format_count(shown)});
}

const QueryResult& result_of(const Results& results, View view) {
  return results.tables[static_cast<size_t>(table_of(view).value_or(TableId::Articles))];
}

}  // namespace

std::string result_count(const Results& results, View view) {
  const QueryResult& result = result_of(results, view);
  const TableId table = table_of(view).value_or(TableId::Articles);
  const std::string rows = count_of_rows(result.rows.size(), result.total, table);
  return view == View::Overview ? listed(rows, count_facts(results)) : rows;
}

std::string result_count_short(const Results& results, View view) {
  if (view == View::Overview) return count_facts(results);
  const QueryResult& result = result_of(results, view);
  return result.rows.size() == result.total ? "" : count_of(result.rows.size(), result.total);
}

std::string term_text(const Term& term) {
  std::string text;
  if (term.column.empty()) {
    text = fill(Quoted, {any_of(term.values)});
  } else {
    Term named = term;
    if (term.column == "region") {
      for (std::string& value : named.values)
        value = region_name(value);
    }
    text = labelled(column_heading(term.column), condition_words(named));
  }
  return term.exclude ? fill(TermNot, {text}) : text;
}

std::string no_match(std::optional<TableId> table, uint64_t total, size_t term_count) {
  const Text filters = NoMatchFilters[term_count > 1 ? 1 : 0];
  if (total == 1) return fill(NoMatchOnly, {table ? table_noun(*table, 1) : plural(NoMatchRows, 1), filters});
  const std::string rows =
      table ? count_rows(total, *table) : plural(CountAnyRows, total, {format_count(total)});
  return fill(NoMatchNone, {rows, filters});
}

}  // namespace explorer::ui
