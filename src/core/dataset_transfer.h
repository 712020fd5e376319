// Takes a growing dataset from one memory to another, as bytes: what was appended, and what finishing
// changed. The bytes are for the same build of the program only; nothing about them is kept or published.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset.h"

namespace explorer {

class DatasetSender {
 public:
  // `dataset` must outlive it.
  explicit DatasetSender(Dataset& dataset) : dataset_(dataset) {}

  // What is new since the last call, empty if nothing is. After so many bytes tables are left for the next
  // call, so that no part keeps the page busy for long.
  static constexpr size_t EnoughBytes = 4U << 20;
  std::string take();

 private:
  struct SentColumn {
    uint32_t generation = 0, entries = 0, lists = 0, texts = 0, folded = 0, numbers = 0, dates = 0;
  };
  struct SentTable {
    uint32_t rows = 0, ids = 0, inferred = 0, linked = 0, links = 0, evidence = 0;
    std::vector<SentColumn> columns;
  };

  bool has_news(TableId id) const;
  static bool is_linked_anew(const Table& table, const SentTable& sent);
  void put_table(TableId id, std::string& out);
  void put_column(Column& column, SentColumn& sent, std::string& out);

  Dataset& dataset_;
  std::array<SentTable, TableCount> sent_;
  std::string sent_feed_;
};

class DatasetReceiver {
 public:
  // Fills `dataset`, empty at first, which must outlive it and must not be filled otherwise.
  explicit DatasetReceiver(Dataset& dataset) : dataset_(dataset) {}

  // Appends what one take() gave; they must come in order. False, with the rest left out, if the bytes end
  // early.
  bool apply(std::string_view bytes);

 private:
  Dataset& dataset_;
};

}  // namespace explorer
