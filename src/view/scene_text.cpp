// See scene_text.h.
#include "view/scene_text.h"

#include "view/text_layout.h"

namespace explorer::say {
namespace {

constexpr std::string_view Kinds[TableCount] = {"Article", "Release", "Chart entry", "Video", "Event"};

uint64_t facts(const Results& results, bool shown) {
  uint64_t sum = 0;
  for (size_t table = 1; table < TableCount; ++table) {
    sum += shown ? results.tables[table].rows.size() : results.tables[table].total;
  }
  return sum;
}

std::string joined(const std::vector<std::string>& values) {
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
      return "below " + joined(term.values);
    case TermOp::LessEqual:
      return "up to " + joined(term.values);
    case TermOp::Greater:
      return "above " + joined(term.values);
    case TermOp::GreaterEqual:
      return "from " + joined(term.values);
    case TermOp::Range:
      return range_words(term.values);
    case TermOp::Contains:
    case TermOp::Equals:
      break;
  }
  return joined(term.values);
}

}  // namespace

std::string_view row_kind(TableId table) {
  return Kinds[static_cast<size_t>(table)];
}

std::string_view column_name(TableId table, size_t column) {
  return ui::column_heading(column_specs(table)[column].name);
}

std::string number(uint64_t value) {
  std::string digits = std::to_string(value);
  for (size_t at = digits.size(); at > 3; at -= 3)
    digits.insert(at - 3, 1, ',');
  return digits;
}

std::string share(uint64_t shown, uint64_t total) {
  return shown == total ? number(total) : number(shown) + " of " + number(total);
}

std::string result_count(const Results& results, View view) {
  const TableId table = table_of(view).value_or(TableId::Articles);
  const QueryResult& result = results.tables[static_cast<size_t>(table)];
  std::string text = share(result.rows.size(), result.total);
  text += ' ';
  text += table_noun(table, result.total);
  if (view == View::Overview) {
    const uint64_t total = facts(results, false);
    text += ", " + share(facts(results, true), total) + (total == 1 ? " fact" : " facts");
  }
  return text;
}

std::string result_count_short(const Results& results, View view) {
  if (view == View::Overview) {
    const uint64_t total = facts(results, false);
    return share(facts(results, true), total) + (total == 1 ? " fact" : " facts");
  }
  const QueryResult& result = results.tables[static_cast<size_t>(*table_of(view))];
  return share(result.rows.size(), result.total);
}

std::string term_text(const Term& term) {
  std::string text = term.exclude ? "not " : "";
  if (term.column.empty()) {
    text += "\xE2\x80\x9C" + joined(term.values) + "\xE2\x80\x9D";
  } else {
    text += term.column + ": " + condition_words(term);
  }
  return display_text(text, 200);
}

}  // namespace explorer::say
