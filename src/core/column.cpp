// See column.h. A value that was met before is found by its hash; where that hardly ever happens (titles,
// addresses), looking for it stops and every row has a value of its own.
#include "core/column.h"

#include <algorithm>
#include <cstring>

#include "core/hash.h"

namespace explorer {
namespace {

// When to ask whether an index is worth its memory, and what share of values must have been met before.
constexpr uint32_t FirstReview = 4096;
constexpr uint32_t WorthwhileShare = 8;  // one in so many

bool is_worthwhile(uint32_t distinct, uint32_t rows) {
  return rows < FirstReview || distinct < rows - rows / WorthwhileShare;
}

const Quantity NoNumber;
const PartialDate NoDate;

}  // namespace

void ValueIndex::grow() {
  std::vector<Slot> old(std::max<size_t>(16, slots_.size() * 2));
  old.swap(slots_);
  const size_t mask = slots_.size() - 1;
  for (const Slot& slot : old) {
    if (slot.tag == 0) continue;
    size_t at = (slot.tag >> 1) & mask;
    while (slots_[at].tag != 0)
      at = (at + 1) & mask;
    slots_[at] = slot;
  }
}

ValueCode Column::value_count() const {
  if (holds_strings(spec.type)) return texts_.size();
  return spec.type == ColumnType::Date ? dates_.size() : numbers_.size();
}

std::string_view Column::text(RowIndex row) const {
  const uint32_t own = entry(row);
  if (own == 0) return {};
  return texts_.view(is_list() ? list_at(own - 1).front() : own - 1);
}

const Quantity& Column::number(RowIndex row) const {
  const uint32_t own = entry(row);
  return own == 0 ? NoNumber : numbers_[own - 1];
}

const PartialDate& Column::date(RowIndex row) const {
  const uint32_t own = entry(row);
  return own == 0 ? NoDate : dates_[own - 1];
}

uint32_t Column::text_entry(std::string_view text) {
  if (text.empty()) return 0;
  const ValueCode next = texts_.size();
  if (indexed_) {
    const ValueCode code =
        index_.find_or_add(hash_bytes(text), next, [&](ValueCode it) { return texts_.view(it) == text; });
    if (code != next) return code + 1;
    const bool review = spec.type == ColumnType::Text && next % FirstReview == FirstReview - 1;
    if (review && !is_worthwhile(next, entries_.size())) {
      indexed_ = false;
      index_ = ValueIndex();
    }
  }
  return texts_.add(text) + 1;
}

uint32_t Column::number_entry(const Quantity& number) {
  if (!number.stated) return 0;
  const uint64_t hash =
      hash_words(static_cast<uint64_t>(number.value), static_cast<uint64_t>(number.qualifier));
  const ValueCode next = numbers_.size();
  const ValueCode code = index_.find_or_add(hash, next, [&](ValueCode it) { return numbers_[it] == number; });
  if (code == next) numbers_.push_back(number);
  return code + 1;
}

uint32_t Column::date_entry(const PartialDate& date) {
  if (!date.stated()) return 0;
  const uint64_t hash = hash_words(static_cast<uint64_t>(date.earliest), static_cast<uint64_t>(date.latest));
  const ValueCode next = dates_.size();
  const ValueCode code = index_.find_or_add(hash, next, [&](ValueCode it) { return dates_[it] == date; });
  if (code == next) dates_.push_back(date);
  return code + 1;
}

// Of the codes in list_buffer_.
uint32_t Column::list_entry() {
  if (list_buffer_.empty()) return 0;
  const auto count =
      static_cast<uint32_t>(std::min<size_t>(list_buffer_.size(), Blocks<uint32_t>::BlockSize - 1));
  const std::span<const ValueCode> codes(list_buffer_.data(), count);
  // A list does not cross the border of a block; what is left of the block stays unused.
  const uint32_t left = Blocks<uint32_t>::BlockSize - lists_.size() % Blocks<uint32_t>::BlockSize;
  const uint32_t next = lists_.size() + (left <= count ? left : 0);
  if (list_indexed_) {
    const std::string_view bytes(reinterpret_cast<const char*>(codes.data()), codes.size_bytes());
    const uint32_t place = list_index_.find_or_add(
        hash_bytes(bytes), next, [&](uint32_t it) { return std::ranges::equal(list_at(it), codes); });
    if (place != next) return place + 1;
    if (++list_count_ % FirstReview == 0 && !is_worthwhile(list_count_, entries_.size())) {
      list_indexed_ = false;
      list_index_ = ValueIndex();
    }
  }
  lists_.resize(next);
  lists_.push_back(count);
  lists_.append(codes);
  return next + 1;
}

void Column::append_text(std::string_view text) {
  entries_.push_back(text_entry(text));
}

void Column::append_number(const Quantity& number) {
  entries_.push_back(number_entry(number));
}

void Column::append_date(const PartialDate& date) {
  entries_.push_back(date_entry(date));
}

void Column::append_list(std::span<const std::string_view> values) {
  list_buffer_.clear();
  ++list_number_;
  for (const std::string_view value : values) {
    const uint32_t own = text_entry(value);
    if (own == 0) continue;
    if (own > last_list_.size()) last_list_.resize(own + own / 2);
    if (last_list_[own - 1] == list_number_) continue;
    last_list_[own - 1] = list_number_;
    list_buffer_.push_back(own - 1);
  }
  entries_.push_back(list_entry());
}

void Column::set_entry(RowIndex row, uint32_t entry) {
  if (row >= entries_.size()) entries_.resize(row + 1);
  if (entries_[row] == entry) return;
  entries_[row] = entry;
  changed_from_ = std::min(changed_from_, row);
}

void Column::set_text(RowIndex row, std::string_view text) {
  set_entry(row, text_entry(text));
}

void Column::set_number(RowIndex row, const Quantity& number) {
  set_entry(row, number_entry(number));
}

RowIndex Column::take_changed_from() {
  const RowIndex from = changed_from_;
  changed_from_ = UINT32_MAX;
  return from;
}

void Column::append_raw_entries(RowIndex from, std::span<const uint32_t> entries) {
  for (; from < entries_.size() && !entries.empty(); ++from, entries = entries.subspan(1))
    entries_[from] = entries.front();
  entries_.append(entries);
}

size_t Column::byte_size() const {
  return entries_.byte_size() + lists_.byte_size() + texts_.byte_size() + numbers_.byte_size() +
         dates_.byte_size();
}

}  // namespace explorer
