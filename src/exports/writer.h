// What the formats have in common: a file has a head, units of work of about one row each, and an end.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "core/json_write.h"
#include "exports/export.h"

namespace explorer::exports {

// What is exported.
struct Job {
  const Dataset& dataset;
  TableId table;
  RowList rows;
  std::vector<size_t> columns;
  Options options;

  const Table& rows_of() const { return dataset.table(table); }
  // Of a table of facts rather than of articles.
  bool has_evidence() const { return table != TableId::Articles; }

  RowIndex row(uint64_t number) const { return rows[static_cast<size_t>(number)]; }
};

class Writer {
 public:
  virtual ~Writer() = default;
  virtual uint64_t units() const = 0;
  virtual void head(std::string& out) = 0;
  // Each number from 0 to units() - 1 once, in order.
  virtual void unit(std::string& out, uint64_t number) = 0;
  virtual void tail(std::string& out) = 0;
};

std::unique_ptr<Writer> csv_writer(Job job);
std::unique_ptr<Writer> feed_writer(Job job);
std::unique_ptr<Writer> ndjson_writer(Job job);
std::unique_ptr<Writer> markdown_writer(Job job);
std::unique_ptr<Writer> bibtex_writer(Job job);
std::unique_ptr<Writer> csl_writer(Job job);

// The name of a column in formats for machines, the same in every language: that of the query, but with the
// unit where a bare number needs one.
std::string_view field_name(const Column& column);

// The letters and digits of a text as words of ASCII in lower case, accents folded away; what no such letter
// comes close to is left out.
std::vector<std::string> ascii_words(std::string_view text);

// The evidence of a row as a member of a JSON object, of those articles only that `is_told` holds for;
// nothing if there are none.
template <typename IsTold>
void put_evidence(std::string& out, const Dataset& dataset, RowRef row, IsTold is_told) {
  bool any = false;
  for (const Evidence& evidence : dataset.table(row.table).evidence_of(row.row)) {
    if (!is_told(evidence.article)) continue;
    if (any) {
      json::put_comma(out);
    } else {
      json::put_name(out, "evidence");
      out += '[';
    }
    any = true;
    out += '{';
    json::put_member(out, "article", dataset.table(TableId::Articles).ids.view(evidence.article));
    if (evidence.paragraph != Evidence::WholeArticle)
      json::put_member(out, "paragraph", int64_t{evidence.paragraph});
    out += '}';
  }
  if (any) out += ']';
}

}  // namespace explorer::exports
