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
constexpr uint32_t TextShare = 8;  // one in so many
constexpr uint32_t ListShare = 2;  // a list is small: only a code less for each row that repeats one

bool is_worthwhile(uint32_t distinct, uint32_t rows, uint32_t share) {
  return rows < FirstReview || distinct < rows - rows / share;
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
  if (holds_strings(spec.type)) return parts_.texts->size();
  return spec.type == ColumnType::Date ? parts_.dates.size() : parts_.numbers.size();
}

std::string_view Column::text(RowIndex row) const {
  const uint32_t own = entry(row);
  if (own == 0) return {};
  return parts_.texts->view(is_list() ? list_at(own - 1).front() : own - 1);
}

const Quantity& Column::number(RowIndex row) const {
  const uint32_t own = entry(row);
  return own == 0 ? NoNumber : parts_.numbers[own - 1];
}

const PartialDate& Column::date(RowIndex row) const {
  const uint32_t own = entry(row);
  return own == 0 ? NoDate : parts_.dates[own - 1];
}

uint32_t Column::text_entry(std::string_view text) {
  if (text.empty()) return 0;
  const ValueCode next = parts_.texts->size();
  if (indexed_) {
    const ValueCode code = index_.find_or_add(hash_bytes(text), next,
                                              [&](ValueCode it) { return parts_.texts->view(it) == text; });
    if (code != next) return code + 1;
    const bool review = spec.type == ColumnType::Text && next % FirstReview == FirstReview - 1;
    if (review && !is_worthwhile(next, rows_, TextShare)) {
      indexed_ = false;
      index_ = ValueIndex();
    }
  }
  return parts_.texts->add(text) + 1;
}

uint32_t Column::number_entry(const Quantity& number) {
  if (!number.stated) return 0;
  const uint64_t hash =
      hash_words(static_cast<uint64_t>(number.value), static_cast<uint64_t>(number.qualifier));
  const ValueCode next = parts_.numbers.size();
  const ValueCode code =
      index_.find_or_add(hash, next, [&](ValueCode it) { return parts_.numbers[it] == number; });
  if (code == next) parts_.numbers.push_back(number);
  return code + 1;
}

uint32_t Column::date_entry(const PartialDate& date) {
  if (!date.stated()) return 0;
  const uint64_t hash = hash_words(static_cast<uint64_t>(date.earliest), static_cast<uint64_t>(date.latest));
  const ValueCode next = parts_.dates.size();
  const ValueCode code =
      index_.find_or_add(hash, next, [&](ValueCode it) { return parts_.dates[it] == date; });
  if (code == next) parts_.dates.push_back(date);
  return code + 1;
}

// Of the codes in list_buffer_.
uint32_t Column::list_entry() {
  if (list_buffer_.empty()) return 0;
  const auto count =
      static_cast<uint32_t>(std::min<size_t>(list_buffer_.size(), Blocks<uint32_t>::BlockSize - 1));
  const std::span<const ValueCode> codes(list_buffer_.data(), count);
  // A list does not cross the border of a block; what is left of the block stays unused.
  const uint32_t left = Blocks<uint32_t>::BlockSize - parts_.lists.size() % Blocks<uint32_t>::BlockSize;
  const uint32_t next = parts_.lists.size() + (left <= count ? left : 0);
  if (list_indexed_) {
    const std::string_view bytes(reinterpret_cast<const char*>(codes.data()), codes.size_bytes());
    const uint32_t place = list_index_.find_or_add(
        hash_bytes(bytes), next, [&](uint32_t it) { return std::ranges::equal(list_at(it), codes); });
    if (place != next) return place + 1;
    if (++list_count_ % FirstReview == 0 && !is_worthwhile(list_count_, rows_, ListShare)) {
      list_indexed_ = false;
      list_index_ = ValueIndex();
    }
  }
  parts_.lists.resize(next);
  parts_.lists.push_back(count);
  parts_.lists.append(codes);
  return next + 1;
}

void Column::append_text(std::string_view text) {
  append_entry(text_entry(text));
}

void Column::append_number(const Quantity& number) {
  append_entry(number_entry(number));
}

void Column::append_date(const PartialDate& date) {
  append_entry(date_entry(date));
}

// Unless it is there already.
void Column::add_to_list(ValueCode code) {
  if (code >= last_list_.size()) last_list_.resize(code + code / 2 + 1);
  if (last_list_[code] == list_number_) return;
  last_list_[code] = list_number_;
  list_buffer_.push_back(code);
}

void Column::append_list(std::span<const std::string_view> values) {
  list_buffer_.clear();
  ++list_number_;
  for (const std::string_view value : values) {
    const uint32_t own = text_entry(value);
    if (own != 0) add_to_list(own - 1);
  }
  append_entry(list_entry());
}

void Column::append_codes(std::span<const ValueCode> codes) {
  list_buffer_.clear();
  ++list_number_;
  for (const ValueCode code : codes)
    add_to_list(code);
  append_entry(list_entry());
}

void Column::share_texts(const Column& other) {
  parts_.texts = other.parts_.texts;
  shares_texts_ = true;
}

void Column::append_entry(uint32_t entry) {
  if (entry != 0 || !parts_.entries.empty()) {
    if (parts_.entries.size() < rows_) parts_.entries.resize(rows_);
    parts_.entries.push_back(entry);
  }
  ++rows_;
}

void Column::set_entry(RowIndex row, uint32_t entry) {
  if (this->entry(row) == entry) return;
  rows_ = std::max(rows_, row + 1);
  if (row >= parts_.entries.size()) parts_.entries.resize(rows_);
  parts_.entries[row] = entry;
  changed_from_ = std::min(changed_from_, row);
}

void Column::set_text(RowIndex row, std::string_view text) {
  set_entry(row, text_entry(text));
}

void Column::set_number(RowIndex row, const Quantity& number) {
  set_entry(row, number_entry(number));
}

void Column::clear() {
  Column empty{ColumnSpec(spec)};
  if (shares_texts_) empty.share_texts(*this);
  empty.generation_ = generation_ + 1;
  *this = std::move(empty);
}

RowIndex Column::take_changed_from() {
  const RowIndex from = changed_from_;
  changed_from_ = UINT32_MAX;
  return from;
}

size_t Column::byte_size() const {
  return parts_.entries.byte_size() + parts_.lists.byte_size() +
         (shares_texts_ ? 0 : parts_.texts->byte_size()) + parts_.numbers.byte_size() +
         parts_.dates.byte_size();
}

}  // namespace explorer
