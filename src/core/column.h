// One column of a table: its distinct values, and for each row the code of its value. Filters judge distinct
// values and then look up codes, orders rank distinct values, facets count codes. Knows no other column.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "core/blocks.h"
#include "core/partial_date.h"
#include "core/quantity.h"
#include "core/text_pool.h"

namespace explorer {

using RowIndex = uint32_t;

// Text: one free text a row. Category: one value out of few a row. CategoryList: any number of them.
// Region: a region code (see regions.h). Duration: seconds.
enum class ColumnType : uint8_t { Text, Category, CategoryList, Region, Number, Date, Duration };

struct ColumnSpec {
  std::string_view name;  // the name in a query: lower case ASCII
  ColumnType type;
  bool searched;  // whether a word without a column looks here
};

// Whether the values of such a column are texts.
inline bool holds_strings(ColumnType type) {
  return type == ColumnType::Text || type == ColumnType::Category || type == ColumnType::CategoryList ||
         type == ColumnType::Region;
}

// Numbers a distinct value of one column: 0 .. value_count() - 1.
using ValueCode = uint32_t;

// Finds the code of a value that was met before, by its hash. Needed only while a column grows.
class ValueIndex {
 public:
  // Calls `is_it(code)` for each value with this hash until it returns true, and returns that code;
  // if there is none, stores `next` and returns it.
  template <typename IsIt>
  ValueCode find_or_add(uint64_t hash, ValueCode next, IsIt is_it) {
    if (2 * (count_ + 1) > slots_.size()) grow();
    const uint32_t tag = tag_of(hash);
    const size_t mask = slots_.size() - 1;
    size_t at = (tag >> 1) & mask;
    for (; slots_[at].tag != 0; at = (at + 1) & mask) {
      if (slots_[at].tag == tag && is_it(slots_[at].code)) return slots_[at].code;
    }
    slots_[at] = {tag, next};
    ++count_;
    return next;
  }

 private:
  struct Slot {
    uint32_t tag = 0;  // of the hash; 0: free
    ValueCode code = 0;
  };
  static uint32_t tag_of(uint64_t hash) { return static_cast<uint32_t>(hash >> 32) | 1; }
  void grow();

  std::vector<Slot> slots_;  // linear probing, at most half full; a power of two
  size_t count_ = 0;
};

class Column {
 public:
  explicit Column(const ColumnSpec& column_spec) : spec(column_spec) {}

  ColumnSpec spec;

  // --- Reading. A row beyond the last one that was appended states nothing. ---------------------------

  // Number of distinct values. (A Text column may hold one twice, and some that no row states.)
  ValueCode value_count() const;
  // Text, Category, Region, CategoryList: the value as written.
  std::string_view value_text(ValueCode code) const { return parts_.texts->view(code); }
  const Quantity& value_number(ValueCode code) const { return parts_.numbers[code]; }
  const PartialDate& value_date(ValueCode code) const { return parts_.dates[code]; }

  bool is_list() const { return spec.type == ColumnType::CategoryList; }
  bool any_stated() const { return is_list() ? !parts_.lists.empty() : value_count() > 0; }
  bool is_stated(RowIndex row) const { return entry(row) != 0; }
  // The code of the row's value plus one (of a list: its place among the lists plus one); 0 if it states
  // none.
  uint32_t entry(RowIndex row) const { return row < parts_.entries.size() ? parts_.entries[row] : 0; }
  // The codes of a list, each once.
  std::span<const ValueCode> list(RowIndex row) const {
    const uint32_t place = entry(row);
    return place == 0 ? std::span<const ValueCode>() : list_at(place - 1);
  }
  // The row's text (of a list the first one); empty if not stated.
  std::string_view text(RowIndex row) const;
  // The row's number or date; not stated() if there is none.
  const Quantity& number(RowIndex row) const;
  const PartialDate& date(RowIndex row) const;

  const SearchableTexts& texts() const { return *parts_.texts; }
  const Blocks<uint32_t>& entries() const { return parts_.entries; }
  const Blocks<uint32_t>& lists() const { return parts_.lists; }
  // Each distinct list of one block once, in the order of memory, which rows are not in: calls
  // `each(entry, codes)` with the entry() of its rows. The block begins at `begin`, 0 for the first one;
  // returns where the next one does, lists().size() after the last. The list of no codes, with an entry that
  // no row has, stands for room that is left at the end of a block.
  template <typename Each>
  uint32_t for_lists_of_block(uint32_t begin, Each each) const {
    const std::span<const uint32_t> block = parts_.lists.run(begin, parts_.lists.size());
    for (size_t place = 0; place < block.size();) {
      const size_t count = block[place];
      each(static_cast<uint32_t>(begin + place + 1), block.subspan(place + 1, count));
      place += count + 1;
    }
    return begin + static_cast<uint32_t>(block.size());
  }

  // --- Filling: one call a row, in order. ------------------------------------------------------------

  void append_text(std::string_view text);  // empty: not stated
  void append_number(const Quantity& number);
  void append_date(const PartialDate& date);
  // Each value once, empty ones left out; of more than 65,535 the first ones.
  void append_list(std::span<const std::string_view> values);
  // The same with codes, for a column that shares its texts.
  void append_codes(std::span<const ValueCode> codes);
  // From now on the values are those of `other`, a column of texts that fills and outlives this one.
  void share_texts(const Column& other);
  bool shares_texts() const { return shares_texts_; }
  // The code of a text, which is added if it is new, though no row may state it.
  ValueCode add_value(std::string_view text) { return text_entry(text) - 1; }
  // Changes the value of a row; rows between the last one and it state nothing.
  void set_text(RowIndex row, std::string_view text);
  void set_number(RowIndex row, const Quantity& number);

  // Takes all rows and values out again.
  void clear();
  // How often that happened.
  uint32_t generation() const { return generation_; }

  // The first row whose entry was set since the last call of this function; UINT32_MAX if none was.
  RowIndex take_changed_from();

  // What a column holds, part by part: for a copy of it elsewhere (dataset_transfer.h), which is filled only
  // so.
  struct Parts {
    Blocks<uint32_t> entries;  // by row
    Blocks<uint32_t> lists;    // the distinct lists: count, then codes; each within one block
    // The distinct values; only the one that the type needs is filled.
    std::shared_ptr<SearchableTexts> texts = std::make_shared<SearchableTexts>();
    Blocks<Quantity> numbers;
    Blocks<PartialDate> dates;
  };
  const Parts& parts() const { return parts_; }
  Parts& parts() { return parts_; }

  size_t byte_size() const;

 private:
  uint32_t text_entry(std::string_view text);
  uint32_t number_entry(const Quantity& number);
  uint32_t date_entry(const PartialDate& date);
  void add_to_list(ValueCode code);
  uint32_t list_entry();
  void append_entry(uint32_t entry);
  void set_entry(RowIndex row, uint32_t entry);
  std::span<const ValueCode> list_at(uint32_t place) const {
    return {&parts_.lists[place] + 1, parts_.lists[place]};
  }

  Parts parts_;
  ValueIndex index_;
  ValueIndex list_index_;
  bool indexed_ = true;       // false once nearly every text of a Text column is a new one
  bool list_indexed_ = true;  // the same of lists
  uint32_t list_count_ = 0;
  RowIndex changed_from_ = UINT32_MAX;
  uint32_t generation_ = 0;
  RowIndex rows_ = 0;  // entries are kept from the first stated value on
  bool shares_texts_ = false;
  std::vector<ValueCode> list_buffer_;
  std::vector<uint32_t> last_list_;  // by code: the number of the last list that had it
  uint32_t list_number_ = 0;
};

}  // namespace explorer
