// Reads the text form of a query in one pass from left to right. What cannot be read ends the pass with
// the place and the reason.
#include <algorithm>
#include <array>

#include "core/column.h"
#include "core/phrase.h"
#include "state/query_syntax.h"
#include "state/query_text.h"

namespace explorer {
namespace {

class QueryReader {
 public:
  explicit QueryReader(std::string_view text) : text_(text) {}

  ParsedQuery read() {
    skip_space();
    while (at_ < text_.size() && read_item())
      skip_space();
    if (error_) query_ = Query();
    return {std::move(query_), std::move(error_)};
  }

 private:
  // A value with its place; the place of a phrase includes its quotation marks.
  struct Value {
    std::string text;
    size_t begin = 0;
    size_t end = 0;
    bool quoted = false;
  };

  // The read_... functions move at_ past what they read and return whether it could be read.
  bool read_item();
  bool read_plain_word(bool exclude);
  bool read_column_term(size_t begin, bool exclude, const ColumnSpec& spec, size_t name_length);
  bool read_operator(const ColumnSpec& spec, size_t begin, Term& term);
  bool read_values(const ColumnSpec& spec, Term& term);
  bool read_range(const ColumnSpec& spec, const Value& from, Term& term);
  bool read_value(const ColumnSpec& spec, bool stop_at_range, Value& value);
  bool read_phrase(std::string& out);
  bool read_sort(size_t begin, bool exclude);
  bool read_sort_key();
  bool check_value(const ColumnSpec& spec, const Value& value);

  bool at_gap() const { return at_ == text_.size() || space_length(text_, at_) != 0; }
  bool at_quote() const { return at_ < text_.size() && any_quote_length(text_, at_) != 0; }
  size_t comma() const { return at_ < text_.size() ? comma_length(text_, at_) : 0; }
  bool at_range() const { return text_.substr(at_, 2) == ".."; }

  void skip_space() {
    while (at_ < text_.size() && at_gap())
      at_ += space_length(text_, at_);
  }

  // From at_ to the next white space or, if asked, comma; at_ stays.
  std::string_view chunk(bool stop_at_comma) const {
    size_t end = at_;
    while (end < text_.size() && space_length(text_, end) == 0 &&
           !(stop_at_comma && comma_length(text_, end) != 0))
      ++end;
    return text_.substr(at_, end - at_);
  }

  void add_word(bool exclude, std::string word) {
    Term term;
    term.exclude = exclude;
    term.values.push_back(std::move(word));
    query_.terms.push_back(std::move(term));
  }

  bool fail(size_t begin, size_t end, std::string_view message) {
    error_ = QueryError{begin, end, std::string(message)};
    return false;
  }

  std::string_view text_;
  size_t at_ = 0;
  Query query_;
  std::optional<QueryError> error_;
};

bool QueryReader::read_item() {
  const size_t begin = at_;
  const bool exclude = text_[at_] == '-';
  if (exclude) ++at_;
  if (at_gap()) {
    return fail(begin, at_, words::QueryLoneMinus);
  }
  if (at_quote()) {
    std::string phrase;
    if (!read_phrase(phrase)) return false;
    if (!phrase.empty()) add_word(exclude, std::move(phrase));
    return true;
  }
  const std::string_view name = column_head(text_.substr(at_));
  if (name.empty()) return read_plain_word(exclude);
  if (lower_ascii(name) == "sort") return read_sort(begin, exclude);
  const size_t name_begin = at_;
  if (const ColumnSpec* spec = resolve_column(name)) {
    return read_column_term(name_begin, exclude, *spec, name.size());
  }
  return fail(name_begin, name_begin + name.size(), unknown_column_message(name));
}

bool QueryReader::read_plain_word(bool exclude) {
  const std::string_view word = chunk(false);
  if (is_only_signs(word)) {
    return fail(at_, at_ + word.size(), words::QueryLoneSigns);
  }
  add_word(exclude, std::string(word));
  at_ += word.size();
  return true;
}

bool QueryReader::read_column_term(size_t begin, bool exclude, const ColumnSpec& spec, size_t name_length) {
  Term term;
  term.exclude = exclude;
  term.column = spec.name;
  at_ += name_length;
  if (!read_operator(spec, begin, term)) return false;
  if (at_gap()) {
    const std::string before = quoted_for_message(text_.substr(begin, at_ - begin));
    return fail(begin, at_, fill(words::QueryNoValue, {before}));
  }
  if (!read_values(spec, term)) return false;
  query_.terms.push_back(std::move(term));
  return true;
}

bool QueryReader::read_operator(const ColumnSpec& spec, size_t begin, Term& term) {
  const size_t length = operator_length(text_, at_);
  const char sign = length == 1 ? text_[at_] : ':';
  at_ += length;
  const bool or_equal = (sign == '<' || sign == '>') && at_ < text_.size() && text_[at_] == '=';
  if (or_equal) ++at_;
  switch (sign) {
    case ':':
      term.op = TermOp::Contains;
      return true;
    case '=':
      term.op = TermOp::Equals;
      return true;
    case '<':
      term.op = or_equal ? TermOp::LessEqual : TermOp::Less;
      break;
    default:
      term.op = or_equal ? TermOp::GreaterEqual : TermOp::Greater;
      break;
  }
  if (!holds_strings(spec.type)) return true;
  return fail(begin, at_, fill(words::QueryTextCompared, {spec.name}));
}

bool QueryReader::read_values(const ColumnSpec& spec, Term& term) {
  const bool ranges = term.op == TermOp::Contains && !holds_strings(spec.type);
  const size_t begin = at_;
  bool missing = false;
  for (;;) {
    Value value;
    value.begin = value.end = at_;
    if (!(ranges && at_range()) && !read_value(spec, ranges, value)) return false;
    if (ranges && at_range()) {
      if (!term.values.empty()) return fail(value.begin, at_ + 2, words::QueryRangeAmongValues);
      return read_range(spec, value, term);
    }
    if (term.op == TermOp::Contains && !value.quoted && is_none(value.text)) {
      missing = true;
    } else if (!check_value(spec, value)) {
      return false;
    }
    term.values.push_back(std::move(value.text));
    if (comma() == 0) break;
    at_ += comma();
  }
  if (!missing) return true;
  if (term.values.size() > 1) {
    return fail(begin, at_, words::QueryNoneAmongValues);
  }
  term.op = TermOp::Missing;
  term.values.clear();
  return true;
}

bool QueryReader::read_range(const ColumnSpec& spec, const Value& from, Term& term) {
  at_ += 2;
  Value to;
  to.begin = to.end = at_;
  if (!at_gap() && comma() == 0 && !read_value(spec, false, to)) return false;
  if (comma() > 0) return fail(from.begin, at_ + comma(), words::QueryRangeAmongValues);
  if (from.text.empty() && to.text.empty()) {
    return fail(from.begin, at_, words::QueryRangeWithoutEnds);
  }
  if (!from.text.empty() && !check_value(spec, from)) return false;
  if (!to.text.empty() && !check_value(spec, to)) return false;
  term.op = TermOp::Range;
  term.values = {from.text, to.text};
  return true;
}

bool QueryReader::read_value(const ColumnSpec& spec, bool stop_at_range, Value& value) {
  value.begin = at_;
  value.quoted = at_quote();
  if (value.quoted) {
    if (!read_phrase(value.text)) return false;
    value.end = at_;
    if (!value.text.empty()) return true;
    return fail(value.begin, value.end, fill(words::QueryEmptyPhrase, {spec.name}));
  }
  std::string_view raw = chunk(true);
  // The dots of `2023/..` are an open end in EDTF, not a range of the query.
  const bool open_interval = spec.type == ColumnType::Date && raw.find('/') != std::string_view::npos &&
                             parse_edtf(raw).value.has_value();
  if (stop_at_range && !open_interval) raw = raw.substr(0, raw.find(".."));
  at_ += raw.size();
  value.end = at_;
  value.text = raw;
  if (!raw.empty()) return true;
  const size_t length = std::max<size_t>(comma(), 1);
  return fail(value.begin, std::min(value.begin + length, text_.size()), words::QueryNoValueAtComma);
}

bool QueryReader::read_phrase(std::string& out) {
  const size_t begin = at_;
  const auto closing = [&](size_t at) { return closing_quote_length(text_, begin, at); };
  at_ += any_quote_length(text_, at_);
  while (at_ < text_.size()) {
    if (const size_t length = closing(at_)) {
      at_ += length;
      // French has spaces within these.
      if (quote_length(text_, begin) == 0) out = without_spaces_around(out);
      return true;
    }
    const bool escape =
        text_[at_] == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '\\' || closing(at_ + 1) != 0);
    if (escape) ++at_;
    const size_t length = escape ? std::max<size_t>(closing(at_), 1) : 1;
    out.append(text_, at_, length);
    at_ += length;
  }
  return fail(begin, at_, words::QueryOpenQuote);
}

bool QueryReader::read_sort(size_t begin, bool exclude) {
  at_ += std::string_view("sort").size();
  const size_t length = operator_length(text_, at_);
  const bool colon = length > 1 || text_[at_] == ':';
  at_ += length;
  const std::string_view read = text_.substr(begin, at_ - begin);
  if (exclude || !colon) {
    return fail(begin, at_, words::QuerySortForm);
  }
  for (;;) {
    if (at_gap() || comma() > 0) {
      return fail(begin, at_, fill(words::QueryNoSortColumn, {quoted_for_message(read)}));
    }
    if (!read_sort_key()) return false;
    if (comma() == 0) return true;
    at_ += comma();
  }
}

bool QueryReader::read_sort_key() {
  const std::string_view raw = chunk(true);
  std::string name = lower_ascii(raw);
  const bool descending = name.ends_with("-desc");
  if (descending || name.ends_with("-asc")) name.resize(name.rfind('-'));
  const ColumnSpec* spec = resolve_column(name);
  if (spec == nullptr) return fail(at_, at_ + raw.size(), unknown_column_message(raw.substr(0, name.size())));
  at_ += raw.size();
  for (const SortKey& key : query_.sort) {
    if (key.column == spec->name) return true;
  }
  query_.sort.push_back({std::string(spec->name), descending});
  return true;
}

bool QueryReader::check_value(const ColumnSpec& spec, const Value& value) {
  const std::string what = quoted_for_message(value.text);
  switch (spec.type) {
    case ColumnType::Number:
      if (parse_count(value.text)) return true;
      return fail(value.begin, value.end, fill(words::QueryNoNumber, {what}));
    case ColumnType::Duration:
      if (parse_duration(value.text)) return true;
      return fail(value.begin, value.end, fill(words::QueryNoDuration, {what}));
    case ColumnType::Date: {
      const DateParse date = parse_edtf(value.text);
      if (date.value && date.value->stated()) return true;
      return fail(value.begin, value.end, fill(words::QueryNoDate, {what, date.error}));
    }
    case ColumnType::Text:
    case ColumnType::Category:
    case ColumnType::CategoryList:
    case ColumnType::Region:
      break;
  }
  return true;
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  return QueryReader(text).read();
}

}  // namespace explorer
