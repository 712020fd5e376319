// Writes the canonical text of a query: quotation marks only where the text would be read as something
// else without them.
#include <algorithm>
#include <cassert>

#include "core/column.h"
#include "state/query_syntax.h"
#include "state/query_text.h"

namespace explorer {
namespace {

void append_phrase(std::string& out, std::string_view text) {
  out += '"';
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' || quote_length(text, i) != 0) out += '\\';
    out += text[i];
  }
  out += '"';
}

bool has_space(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (space_length(text, i) != 0) return true;
  }
  return false;
}

bool reads_as_one_piece(std::string_view text) {
  return !text.empty() && any_quote_length(text, 0) == 0 && !has_space(text);
}

void append_word(std::string& out, std::string_view word) {
  const bool plain =
      reads_as_one_piece(word) && word[0] != '-' && column_head(word).empty() && !is_only_signs(word);
  plain ? static_cast<void>(out += word) : append_phrase(out, word);
}

void append_value(std::string& out, const Term& term, std::string_view value) {
  const ColumnSpec* spec = find_query_column(term.column);
  const bool dots_matter = spec != nullptr && !holds_strings(spec->type);
  const bool plain = reads_as_one_piece(value) && !has_comma(value) &&
                     !(term.op == TermOp::Contains && is_none(value)) &&
                     !(dots_matter && value.find("..") != std::string_view::npos) &&
                     !(term.op == TermOp::Range && value.find('/') != std::string_view::npos);
  plain ? static_cast<void>(out += value) : append_phrase(out, value);
}

std::string_view sign_of(TermOp op) {
  switch (op) {
    case TermOp::Contains:
    case TermOp::Range:
    case TermOp::Missing:
      return ":";
    case TermOp::Equals:
      return "=";
    case TermOp::Less:
      return "<";
    case TermOp::LessEqual:
      return "<=";
    case TermOp::Greater:
      return ">";
    case TermOp::GreaterEqual:
      return ">=";
  }
  return ":";
}

void append_range(std::string& out, const Term& term) {
  assert(term.values.size() == 2);
  if (!term.values[0].empty()) append_value(out, term, term.values[0]);
  out += "..";
  if (!term.values[1].empty()) append_value(out, term, term.values[1]);
}

void append_term(std::string& out, const Term& term) {
  if (term.exclude) out += '-';
  if (term.column.empty()) {
    assert(term.values.size() == 1);
    append_word(out, term.values[0]);
    return;
  }
  out += term.column;
  out += sign_of(term.op);
  if (term.op == TermOp::Missing) {
    out += "none";
  } else if (term.op == TermOp::Range) {
    append_range(out, term);
  } else {
    for (size_t i = 0; i < term.values.size(); ++i) {
      if (i > 0) out += ',';
      append_value(out, term, term.values[i]);
    }
  }
}

}  // namespace

std::string format_term(const Term& term) {
  std::string out;
  append_term(out, term);
  return out;
}

std::string format_query(const Query& query) {
  std::string out;
  for (const Term& term : query.terms) {
    if (!out.empty()) out += ' ';
    append_term(out, term);
  }
  for (size_t i = 0; i < query.sort.size(); ++i) {
    if (i == 0 && !out.empty()) out += ' ';
    out += i == 0 ? "sort:" : ",";
    out += query.sort[i].column;
    if (query.sort[i].descending) out += "-desc";
  }
  return out;
}

}  // namespace explorer
