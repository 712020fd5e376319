// What a click does to a query: each function changes one term or sort key and keeps the rest.
#include <algorithm>

#include "core/phrase.h"
#include "core/regions.h"
#include "core/text_fold.h"
#include "state/query_text.h"

namespace explorer {
namespace {

constexpr size_t Nowhere = static_cast<size_t>(-1);

// The first term that is not excluded and has this column and op.
size_t find_term(const Query& query, std::string_view column, TermOp op) {
  for (size_t i = 0; i < query.terms.size(); ++i) {
    const Term& term = query.terms[i];
    if (!term.exclude && term.op == op && term.column == column) return i;
  }
  return Nowhere;
}

// Gives the term of this column and op these values; without values it vanishes.
Query set_values(Query query, std::string_view column, TermOp op, std::vector<std::string> values) {
  const size_t index = find_term(query, column, op);
  if (values.empty()) return index == Nowhere ? query : remove_term(std::move(query), index);
  if (index != Nowhere) {
    query.terms[index].values = std::move(values);
  } else {
    query.terms.push_back({false, std::string(column), op, std::move(values)});
  }
  return query;
}

// Whether two values of an Equals term mean the same: a region by code is the region by either of its names.
bool same_value(bool region, std::string_view a, std::string_view b) {
  if (a == b || fold_text(a) == fold_text(b)) return true;
  const auto same_by = [&](std::string_view (*name)(std::string_view)) {
    return fold_text(name(a)) == fold_text(name(b));
  };
  return region && (same_by(region_name) || same_by(english_region_name));
}

size_t find_value(const std::vector<std::string>& values, std::string_view column, std::string_view value) {
  const ColumnSpec* spec = find_query_column(column);
  const bool region = spec != nullptr && spec->type == ColumnType::Region;
  for (size_t i = 0; i < values.size(); ++i) {
    if (same_value(region, values[i], value)) return i;
  }
  return Nowhere;
}

std::vector<std::string> values_of(const Query& query, std::string_view column, TermOp op) {
  const size_t index = find_term(query, column, op);
  return index == Nowhere ? std::vector<std::string>() : query.terms[index].values;
}

}  // namespace

Query toggle_value(Query query, std::string_view column, std::string_view value) {
  std::vector<std::string> values = values_of(query, column, TermOp::Equals);
  const size_t index = find_value(values, column, value);
  if (index == Nowhere) {
    values.emplace_back(value);
  } else {
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(index));
  }
  return set_values(std::move(query), column, TermOp::Equals, std::move(values));
}

Query set_values(Query query, std::string_view column, std::vector<std::string> values) {
  std::erase(values, std::string());
  return set_values(std::move(query), column, TermOp::Equals, std::move(values));
}

bool has_value(const Query& query, std::string_view column, std::string_view value) {
  const size_t index = find_term(query, column, TermOp::Equals);
  return index != Nowhere && find_value(query.terms[index].values, column, value) != Nowhere;
}

Query set_contains(Query query, std::string_view column, std::string_view text) {
  std::vector<std::string> values;
  if (!text.empty()) values.emplace_back(text);
  return set_values(std::move(query), column, TermOp::Contains, std::move(values));
}

std::string contains_text(const Query& query, std::string_view column) {
  const size_t index = find_term(query, column, TermOp::Contains);
  return index == Nowhere ? std::string() : query.terms[index].values.front();
}

Query set_range(Query query, std::string_view column, std::string_view from, std::string_view to) {
  std::vector<std::string> values;
  if (!from.empty() || !to.empty()) values = {std::string(from), std::string(to)};
  return set_values(std::move(query), column, TermOp::Range, std::move(values));
}

std::vector<std::string> range_text(const Query& query, std::string_view column) {
  std::vector<std::string> values = values_of(query, column, TermOp::Range);
  values.resize(2);
  return values;
}

Query remove_term(Query query, size_t index) {
  if (index < query.terms.size()) query.terms.erase(query.terms.begin() + static_cast<std::ptrdiff_t>(index));
  return query;
}

Query remove_column_terms(Query query, std::string_view column) {
  std::erase_if(query.terms, [&](const Term& term) { return term.column == column; });
  return query;
}

Query clear_terms(Query query) {
  query.terms.clear();
  return query;
}

Query cycle_sort(Query query, std::string_view column, bool additive) {
  std::vector<SortKey>& keys = query.sort;
  const auto found =
      std::find_if(keys.begin(), keys.end(), [&](const SortKey& key) { return key.column == column; });
  const bool was_sorted = found != keys.end();
  const bool was_descending = was_sorted && found->descending;
  if (!additive) {
    keys.clear();
    if (!was_descending) keys.push_back({std::string(column), was_sorted});
  } else if (was_descending) {
    keys.erase(found);
  } else if (was_sorted) {
    found->descending = true;
  } else {
    keys.push_back({std::string(column), false});
  }
  return query;
}

ParsedQuery set_sort(Query query, std::string_view keys) {
  constexpr std::string_view Head = "sort:";
  query.sort.clear();
  if (keys.empty()) return {std::move(query), {}};
  ParsedQuery parsed = parse_query(std::string(Head).append(keys));
  if (!parsed.error && !parsed.query.terms.empty()) {
    parsed.error = QueryError{Head.size(), Head.size() + keys.size(), std::string(words::QueryOnlySortKeys)};
  }
  if (parsed.error) {
    const auto place = [&](size_t at) { return at - std::min(at, Head.size()); };
    return {{}, QueryError{place(parsed.error->begin), place(parsed.error->end), parsed.error->message}};
  }
  query.sort = std::move(parsed.query.sort);
  return {std::move(query), {}};
}

}  // namespace explorer
