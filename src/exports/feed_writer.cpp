// A JSON Feed that stands for itself: rows, what they hang on, and everything that is known of them, so that
// loading it gives the same rows again. It is written by the grammar that feeds are read by
// (core/feed_grammar.h). Of articles, the facts that they state are in it, and of all articles everything; of
// facts, the articles that state them. What is not in it is not referred to.
#include <algorithm>
#include <optional>

#include "core/feed_grammar.h"
#include "exports/feed_row.h"
#include "exports/writer.h"

namespace explorer::exports {
namespace {

class FeedWriter final : public Writer {
 public:
  explicit FeedWriter(Job job) : job_(std::move(job)), told_(job_.dataset), row_(job_.dataset, told_) {
    for (const Table& table : job_.dataset.tables)
      counts_.push_back(table.row_count);
    chosen_ = RowSet(counts_[index_of(job_.table)]);
    if (job_.table == TableId::Articles && job_.rows.size() == counts_[index_of(TableId::Articles)])
      tell_unstated();
  }

  // Once for the rows that are chosen, to see what they need; once for the charts' entries, whose titles are
  // those of other rows; then the rows of each table.
  uint64_t units() const override {
    uint64_t all = job_.rows.size() + counts_[index_of(TableId::ChartEntries)];
    for (const TableId table : AllTables)
      all += units_of(table);
    return all;
  }

  void head(std::string& out) override {
    const Dataset& dataset = job_.dataset;
    out += '{';
    json::put_member(out, "version", "https://jsonfeed.org/version/1.1");
    json::put_member(out, "title", dataset.title.empty() ? "Articles" : std::string_view(dataset.title));
    if (!dataset.description.empty()) json::put_member(out, "description", dataset.description);
    if (!dataset.language.empty()) json::put_member(out, "language", dataset.language);
    out += ",\n\"items\":[";
  }

  void unit(std::string& out, uint64_t number) override {
    if (number < job_.rows.size()) return choose(job_.row(number));
    number -= job_.rows.size();
    const uint32_t entries = counts_[index_of(TableId::ChartEntries)];
    if (number < entries) return tell_subject(static_cast<RowIndex>(number));
    number -= entries;
    for (const TableId table : AllTables) {
      if (number < units_of(table)) return put_row_of(out, table, number);
      number -= units_of(table);
    }
  }

  void tail(std::string& out) override {
    if (open_ == TableId::Articles) begin_facts(out);
    out += open_ == TableId::Articles ? "}}\n" : "]}}\n";
  }

 private:
  static size_t index_of(TableId table) { return static_cast<size_t>(table); }
  // The chosen rows come in their order, then those that they need.
  uint64_t units_of(TableId table) const {
    return counts_[index_of(table)] + (table == job_.table ? job_.rows.size() : 0);
  }

  // With all articles goes what none of them states: nothing of the dataset is lost.
  void tell_unstated() {
    for (const TableId table : AllTables) {
      if (table == TableId::Articles) continue;
      for (RowIndex row = 0; row < counts_[index_of(table)]; ++row) {
        if (job_.dataset.table(table).evidence_of(row).empty()) told_.add({table, row});
      }
    }
  }

  void choose(RowIndex row) {
    chosen_.add(row);
    told_.add({job_.table, row});
    for (const RowRef link : job_.rows_of().links_of(row)) {
      if (job_.table == TableId::Articles || link.table == TableId::Articles) told_.add(link);
    }
  }

  void tell_subject(RowIndex entry) {
    if (!told_.has({TableId::ChartEntries, entry})) return;
    const std::optional<RowRef> subject = told_.subject_of(entry);
    if (!subject) return;
    told_.add(*subject);
    // A fact needs an article: of facts that are chosen, every one; beside articles, one if it has none yet.
    const auto evidence = job_.dataset.table(subject->table).evidence_of(subject->row);
    const auto is_here = [&](const Evidence& it) { return told_.has({TableId::Articles, it.article}); };
    if (job_.table == TableId::Articles && (evidence.empty() || std::ranges::any_of(evidence, is_here)))
      return;
    for (const Evidence& it : evidence) {
      told_.add({TableId::Articles, it.article});
      if (job_.table == TableId::Articles) return;
    }
  }

  void put_row_of(std::string& out, TableId table, uint64_t number) {
    const bool main = table == job_.table;
    const uint64_t first = main ? job_.rows.size() : 0;
    const RowIndex row = number < first ? job_.row(number) : static_cast<RowIndex>(number - first);
    if (number >= first && (!told_.has({table, row}) || (main && chosen_.has(row)))) return;
    open_table(out, table);
    out += any_ ? ",\n" : "\n";
    any_ = true;
    row_.put(out, {table, row});
  }

  void begin_facts(std::string& out) {
    // The schema by its name, since an address relative to the file would lead nowhere.
    out += "],\n\"_article_explorer\":{";
    json::put_member(out, "about", "urn:article-explorer:schema:1");
    json::put_member(out, "version", int64_t{1});
  }

  void open_table(std::string& out, TableId table) {
    if (open_ == table) return;
    if (open_ == TableId::Articles) {
      begin_facts(out);
    } else {
      out += ']';
    }
    open_ = table;
    any_ = false;
    const auto lists = members_of(FeedNode::Extension);
    json::put_name(out, lists[index_of(table) - index_of(TableId::Releases)].name);
    out += '[';
  }

  const Job job_;
  std::vector<uint32_t> counts_;  // rows of each table as the export began
  Selection told_;                // what is in the file
  FeedRow row_;
  RowSet chosen_;
  TableId open_ = TableId::Articles;  // the list that is being written
  bool any_ = false;                  // in it
};

}  // namespace

std::unique_ptr<Writer> feed_writer(Job job) {
  return std::make_unique<FeedWriter>(std::move(job));
}

}  // namespace explorer::exports
