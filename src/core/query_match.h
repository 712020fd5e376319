// Which rows the terms of a query hold for. A term gives a RowSet; sets are combined without looking at
// rows again. Used by run_query and facet_values; knows nothing of order.
#pragma once

#include <string_view>

#include "core/folded_texts.h"
#include "core/query.h"
#include "core/row_set.h"

namespace explorer {

class Matcher {
 public:
  // `dataset` must outlive the matcher.
  explicit Matcher(const Dataset& dataset) : dataset_(&dataset), folded_(dataset.strings) {}

  // The rows of `table` for which every term of `query` holds, except the terms on `passed_over` (the name
  // of a column; empty: none).
  RowSet match_terms(const Query& query, TableId table, std::string_view passed_over = {});

  // The rows of `table` for which one term holds.
  RowSet match_term(const Term& term, TableId table);

 private:
  RowSet match_linked(const Term& term, TableId table);

  const Dataset* dataset_;
  FoldedTexts folded_;
};

}  // namespace explorer
