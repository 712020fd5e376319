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

std::string listed(const std::vector<std::string>& values) {
  std::string text;
  for (const std::string& value : values) {
    if (!text.empty()) text += " or ";
    text += value;
  }
  return text;
}

std::string range_words(const std::vector<std::string>& values) {
  const std::string from = values.empty() ? "" : values[0], to = values.size() < 2 ? "" : values[1];
  if (from.empty()) return "up to " + to;
  if (to.empty()) return "from " + from;
  return from + " to " + to;
}

std::string condition_words(const Term& term) {
  switch (term.op) {
    case TermOp::Missing:
      return std::string(NotStatedWords);
    case TermOp::Less:
      return "below " + listed(term.values);
    case TermOp::LessEqual:
      return "up to " + listed(term.values);
    case TermOp::Greater:
      return "above " + listed(term.values);
    case TermOp::GreaterEqual:
      return "from " + listed(term.values);
    case TermOp::Range:
      return range_words(term.values);
    case TermOp::Contains:
    case TermOp::Equals:
      break;
  }
  return listed(term.values);
}

std::string count_facts(const Results& results) {
  const uint64_t total = facts(results, false);
  return count_of(facts(results, true), total).append(total == 1 ? " fact" : " facts");
}

const QueryResult& result_of(const Results& results, View view) {
  return results.tables[static_cast<size_t>(table_of(view).value_or(TableId::Articles))];
}

}  // namespace

std::string result_count(const Results& results, View view) {
  const QueryResult& result = result_of(results, view);
  const TableId table = table_of(view).value_or(TableId::Articles);
  std::string text = count_of_rows(result.rows.size(), result.total, table);
  if (view == View::Overview) text.append(", ").append(count_facts(results));
  return text;
}

std::string result_count_short(const Results& results, View view) {
  if (view == View::Overview) return count_facts(results);
  const QueryResult& result = result_of(results, view);
  return result.rows.size() == result.total ? "" : count_of(result.rows.size(), result.total);
}

std::string term_text(const Term& term) {
  std::string text = term.exclude ? "not " : "";
  if (term.column.empty()) {
    text.append("\xE2\x80\x9C").append(listed(term.values)).append("\xE2\x80\x9D");
  } else {
    Term named = term;
    if (term.column == "region") {
      for (std::string& value : named.values)
        value = region_name(value);
    }
    text.append(column_heading(term.column)).append(": ").append(condition_words(named));
  }
  return display_text(text, 200);
}

std::string no_match(std::optional<TableId> table, uint64_t total, size_t term_count) {
  std::string text = total == 1 ? "The only " : "None of the " + format_count(total) + " ";
  text += table ? table_noun(*table, total) : Text(total == 1 ? "row" : "rows");
  text += total == 1 ? " does not meet " : " meets ";
  return text + (term_count > 1 ? "all active filters at once." : "the active filter.");
}

}  // namespace explorer::ui
