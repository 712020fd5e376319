// See query_syntax.h.
#include "state/query_syntax.h"

#include <algorithm>
#include <initializer_list>
#include <numeric>

#include "core/phrase.h"

namespace explorer {
namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_operator_sign(char c) {
  return c == ':' || c == '=' || c == '<' || c == '>';
}

// The length of the first of these that stands at text[at]; 0 if none does.
size_t length_of_any(std::string_view text, size_t at, std::initializer_list<std::string_view> signs) {
  for (const std::string_view sign : signs) {
    if (text.substr(at, sign.size()) == sign) return sign.size();
  }
  return 0;
}

size_t angle_quote_length(std::string_view text, size_t at) {
  return length_of_any(text, at, {"\u00AB", "\u00BB", "\u2039", "\u203A"});
}

struct Alias {
  std::string_view name;
  std::string_view column;
};
constexpr Alias Aliases[] = {
    {"person", "people"},  {"who", "people"},      {"tags", "tag"},           {"authors", "author"},
    {"artists", "artist"}, {"tracks", "track"},    {"song", "track"},         {"songs", "track"},
    {"charts", "chart"},   {"country", "region"},  {"providers", "provider"}, {"labels", "label"},
    {"type", "kind"},      {"length", "duration"}, {"subject", "title"},      {"sources", "source"},
};

// Number of single-letter insertions, deletions and replacements between two short texts (Levenshtein).
size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 0; i < a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i + 1;
    for (size_t j = 0; j < b.size(); ++j) {
      const size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

// Calls visit(spec) for each column name of any table once.
template <typename Visit>
void for_each_column(Visit visit) {
  for (TableId table : AllTables) {
    for (const ColumnSpec& spec : column_specs(table)) {
      if (find_query_column(spec.name) == &spec) visit(spec);
    }
  }
}

// The name that is nearest to `name`, if it is near enough to be a slip of the pen; else empty.
std::string_view nearest_column(std::string_view name) {
  constexpr size_t LongestName = 16;
  if (name.size() > LongestName) return {};
  std::string_view nearest;
  size_t least = name.size() <= 4 ? 2 : 3;
  const auto consider = [&](std::string_view candidate, std::string_view meant) {
    const size_t distance = edit_distance(name, candidate);
    if (distance >= least) return;
    least = distance;
    nearest = meant;
  };
  for_each_column([&](const ColumnSpec& spec) { consider(spec.name, spec.name); });
  consider("sort", "sort");
  for (const Alias& alias : Aliases) {
    if (find_query_column(alias.column) != nullptr) consider(alias.name, alias.column);
  }
  return nearest;
}

}  // namespace

size_t space_length(std::string_view text, size_t at) {
  const char c = text[at];
  if (c == ' ' || (c >= '\t' && c <= '\r')) return 1;
  if (text.substr(at, 2) == "\xC2\xA0") return 2;
  return text.substr(at, 3) == "\xE3\x80\x80" ? 3 : 0;
}

size_t quote_length(std::string_view text, size_t at) {
  if (text[at] == '"') return 1;
  const bool curly = text.substr(at, 2) == "\xE2\x80" && at + 2 < text.size() && text[at + 2] >= '\x9C' &&
                     text[at + 2] <= '\x9F';
  return curly ? 3 : 0;
}

std::string without_spaces_around(std::string_view text) {
  constexpr std::string_view NarrowNoBreak = "\u202F";
  const auto length = [&](size_t at) {
    return text.substr(at).starts_with(NarrowNoBreak) ? NarrowNoBreak.size() : space_length(text, at);
  };
  size_t begin = 0;
  while (begin < text.size() && length(begin) > 0)
    begin += length(begin);
  size_t end = begin;
  for (size_t at = begin; at < text.size();) {
    const size_t space = length(at);
    at += std::max<size_t>(space, 1);
    if (space == 0) end = at;
  }
  return std::string(text.substr(begin, end - begin));
}

size_t any_quote_length(std::string_view text, size_t at) {
  const size_t length = quote_length(text, at);
  return length > 0 ? length : angle_quote_length(text, at);
}

size_t closing_quote_length(std::string_view text, size_t opening, size_t at) {
  if (quote_length(text, opening) > 0) return quote_length(text, at);
  const size_t length = angle_quote_length(text, at);
  return length == angle_quote_length(text, opening) ? length : 0;
}

size_t comma_length(std::string_view text, size_t at) {
  return length_of_any(text, at, {",", "\u060C", "\u3001", "\uFF0C"});
}

bool has_comma(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (comma_length(text, i) != 0) return true;
  }
  return false;
}

size_t operator_length(std::string_view text, size_t at) {
  if (at < text.size() && is_operator_sign(text[at])) return 1;
  return length_of_any(text, at, {"\uFF1A"});
}

bool is_only_signs(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_operator_sign);
}

bool is_none(std::string_view text) {
  return text.size() == 4 && lower_ascii(text) == "none";
}

std::string lower_ascii(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

const ColumnSpec* resolve_column(std::string_view name) {
  const std::string lower = lower_ascii(name);
  if (const ColumnSpec* spec = find_query_column(lower)) return spec;
  for (const Alias& alias : Aliases) {
    if (alias.name == lower) return find_query_column(alias.column);
  }
  return nullptr;
}

std::string_view column_head(std::string_view text) {
  size_t length = 0;
  while (length < text.size() && is_letter(text[length]))
    ++length;
  if (length == text.size() || operator_length(text, length) == 0) return {};
  const std::string_view head = text.substr(0, length);
  const bool address = text.substr(length, 3) == "://" && resolve_column(head) == nullptr;
  return address ? std::string_view() : head;
}

std::string unknown_column_message(std::string_view name) {
  const std::string_view nearest = nearest_column(lower_ascii(name));
  if (!nearest.empty()) return fill(words::QueryNoColumnNear, {quoted_for_message(name), nearest});
  std::string columns;
  for_each_column([&](const ColumnSpec& spec) { add_listed(columns, spec.name); });
  return fill(words::QueryNoColumn, {quoted_for_message(name), columns});
}

std::string quoted_for_message(std::string_view text) {
  constexpr size_t LongestEcho = 40;
  std::string result = "'";
  size_t length = std::min(text.size(), LongestEcho);
  if (length < text.size()) {
    while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80)
      --length;
  }
  for (char c : text.substr(0, length))
    result += c >= 0 && c < ' ' ? ' ' : c;
  if (length < text.size()) result += "\xE2\x80\xA6";
  return result + "'";
}

}  // namespace explorer
