// The articles of an export as citations, each once: what both formats of citations share.
#pragma once

#include <string>
#include <vector>

#include "core/row_set.h"
#include "exports/writer.h"

namespace explorer::exports {

// Names articles for citing: "seo2023closer" is the last name of the first author (else the site), the year
// and the first word of the title that is no mere article or preposition. Where that is taken, "-b", "-c" and
// so on follow, by the order of the articles in the dataset: a key depends neither on what else is exported
// nor on articles that come later.
class CitationKeys {
 public:
  explicit CitationKeys(const Dataset& dataset) : dataset_(dataset) {}
  // Once for each article, in the order of the dataset, before its key is asked for.
  void add(RowIndex article);
  std::string key(RowIndex article) const;

 private:
  std::string stem(RowIndex article) const;

  const Dataset& dataset_;
  ValueIndex index_;              // of stems
  std::vector<uint64_t> hashes_;  // of each stem
  std::vector<uint32_t> uses_;    // of each stem
  std::vector<uint32_t> places_;  // by article: how many have the same stem before it
};

// Goes through the articles of the rows, in the order in which they come first.
class CitationWriter : public Writer {
 public:
  explicit CitationWriter(Job job);
  uint64_t units() const final { return articles_ + uint64_t{job_.rows.size()}; }
  void unit(std::string& out, uint64_t number) final;

 protected:
  virtual void put_article(std::string& out, RowIndex article, const std::string& key) = 0;
  const Dataset& dataset() const { return job_.dataset; }
  const Column& column(size_t number) const { return dataset().column(TableId::Articles, number); }
  // The address, if it is one of the web.
  std::string_view address(RowIndex article) const;
  // Whether an article was put before.
  bool any() const { return any_; }

 private:
  void put_once(std::string& out, RowIndex article);

  const Job job_;
  uint32_t articles_;  // as the export began
  RowSet told_;
  CitationKeys keys_;
  bool any_ = false;
};

}  // namespace explorer::exports
