// Values get a 64-bit key each and are sorted by it, byte by byte; where keys of texts are equal and the
// texts go on, the next bytes decide. See value_ranks.h.
#include "core/value_ranks.h"

#include <algorithm>
#include <array>
#include <bit>

#include "core/regions.h"
#include "core/sort_indices.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr uint32_t KeysPerStep = 4096;
constexpr uint32_t SmallRange = 2048;
// Of a text's sort key, seven bytes; the eighth says how many of them there are, 8 for more.
constexpr uint32_t BytesPerKey = 7;

uint64_t ordered(int64_t value) {
  return static_cast<uint64_t>(value) ^ (uint64_t{1} << 63);
}

uint64_t packed_key(std::string_view key, uint32_t depth) {
  const std::string_view rest = key.substr(std::min<size_t>(depth, key.size()));
  uint64_t packed = 0;
  for (uint32_t i = 0; i < BytesPerKey; ++i)
    packed = packed << 8 | (i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0U);
  return packed << 8 | std::min<size_t>(rest.size(), BytesPerKey + 1);
}

// "less than 90" comes before 90, "more than 90" after it.
int qualifier_rank(Qualifier qualifier) {
  constexpr int Ranks[] = {2, 3, 4, 5, 1, 0};  // by the order of the enum
  return Ranks[static_cast<size_t>(qualifier)];
}

}  // namespace

std::string value_sort_key(const Column& column, ValueCode code) {
  const std::string_view text = column.value_text(code);
  return collation_key(column.spec.type == ColumnType::Region ? region_name(text) : text);
}

RankRun::RankRun(const Column& column) : column_(column), texts_(holds_strings(column.spec.type)) {
  const uint32_t count = column.value_count();
  entries_.resize(count);
  scratch_.resize(count > SmallRange ? count : 0);
  for (uint32_t i = 0; i < count; ++i)
    entries_[i].code = i;
  first_of_rank_.resize(count);
  open_.push_back({0, count, 0});
  if (texts_ && count > 0) {
    phase_ = Phase::Heads;
  } else {
    start_range();
  }
}

// Texts by head, then by the text itself.
int RankRun::compare(ValueCode a, ValueCode b) const {
  if (!texts_ && column_.spec.type == ColumnType::Date)
    return compare_dates(column_.value_date(a), column_.value_date(b));
  if (!texts_) {
    const Quantity& x = column_.value_number(a);
    const Quantity& y = column_.value_number(b);
    if (x.value != y.value) return x.value < y.value ? -1 : 1;
    return qualifier_rank(x.qualifier) - qualifier_rank(y.qualifier);
  }
  const int order = heads_.view(a).compare(heads_.view(b));
  if (order != 0) return order;
  const std::string_view left = column_.value_text(a), right = column_.value_text(b);
  if (column_.spec.type != ColumnType::Region) return left.compare(right);
  return region_name(left).compare(region_name(right));
}

void RankRun::heads_step() {
  std::string head, folded;
  const bool regions = column_.spec.type == ColumnType::Region;
  const uint32_t end = std::min(column_.value_count(), heads_.size() + KeysPerStep);
  for (ValueCode code = heads_.size(); code < end; ++code) {
    head.clear();
    if (regions) {
      append_collation_head(head, region_name(column_.value_text(code)));
    } else {
      append_collation_head_of_folded(head, column_.texts().folded(code, folded));
    }
    heads_.add(head);
  }
  if (end == column_.value_count()) start_range();
}

uint64_t RankRun::key_of(ValueCode code, uint32_t depth) const {
  if (texts_) return packed_key(heads_.view(code), depth);
  if (column_.spec.type == ColumnType::Date) return ordered(column_.value_date(code).earliest);
  return ordered(column_.value_number(code).value);
}

bool RankRun::is_longer(const Entry& entry) const {
  return texts_ && (entry.key & 0xFF) > BytesPerKey;
}

void RankRun::start_range() {
  uint32_t sorted = 0;
  while (!open_.empty()) {
    range_ = open_.back();
    open_.pop_back();
    if (range_.end - range_.begin > SmallRange) {
      at_ = range_.begin;
      phase_ = Phase::Keys;
      return;
    }
    sort_range(range_.begin, range_.end);
    sorted += range_.end - range_.begin;
    if (sorted > SmallRange) {  // enough for one step
      phase_ = Phase::Split;
      at_ = range_.end;
      return;
    }
  }
  phase_ = Phase::Done;
}

// A range by the whole values, and which of them begin a rank.
void RankRun::sort_range(uint32_t begin, uint32_t end) {
  std::vector<ValueCode> codes;
  for (uint32_t i = begin; i < end; ++i)
    codes.push_back(entries_[i].code);
  const auto before = [&](ValueCode a, ValueCode b) { return compare(a, b) < 0; };
  // All of these may be one text, each with a code of its own (half a million times "Untitled"): looking
  // takes a comparison for each, sorting would take some twenty in this one step.
  if (!std::ranges::is_sorted(codes, before)) sort_indices(codes, before);
  for (uint32_t i = begin; i < end; ++i) {
    entries_[i].code = codes[i - begin];
    first_of_rank_[i] = i == begin || compare(entries_[i - 1].code, entries_[i].code) != 0;
  }
}

bool RankRun::step() {
  switch (phase_) {
    case Phase::Heads:
      heads_step();
      break;
    case Phase::Keys:
      keys_step();
      break;
    case Phase::Passes:
      pass_step();
      break;
    case Phase::Split:
      split();
      break;
    case Phase::Done:
      if (ranks_.by_entry.empty()) number_ranks();
      return false;
  }
  return true;
}

void RankRun::keys_step() {
  const uint32_t end = std::min(range_.end, at_ + KeysPerStep);
  if (at_ == range_.begin) varying_ = 0;
  for (; at_ < end; ++at_) {
    entries_[at_].key = key_of(entries_[at_].code, range_.depth);
    varying_ |= entries_[at_].key ^ entries_[range_.begin].key;
  }
  if (at_ < range_.end) return;
  at_ = 0;
  phase_ = Phase::Passes;
}

// Stable counting sort by one byte of the key, from the last to the first.
void RankRun::pass_step() {
  while (at_ < 64 && (varying_ >> at_ & 0xFF) == 0)
    at_ += 8;
  if (at_ >= 64) {
    at_ = range_.begin;
    phase_ = Phase::Split;
    return;
  }
  std::array<uint32_t, 257> starts{};
  for (uint32_t i = range_.begin; i < range_.end; ++i)
    ++starts[(entries_[i].key >> at_ & 0xFF) + 1];
  for (size_t i = 1; i < starts.size(); ++i)
    starts[i] += starts[i - 1];
  for (uint32_t i = range_.begin; i < range_.end; ++i)
    scratch_[starts[entries_[i].key >> at_ & 0xFF]++] = entries_[i];
  std::copy_n(scratch_.begin(), range_.end - range_.begin, entries_.begin() + range_.begin);
  at_ += 8;
}

// Runs of equal keys are equal values, or are looked at further.
void RankRun::split() {
  for (uint32_t begin = at_; begin < range_.end;) {
    uint32_t end = begin + 1;
    while (end < range_.end && entries_[end].key == entries_[begin].key)
      ++end;
    first_of_rank_[begin] = true;
    if (end - begin > 1) settle_tie(begin, end, range_.depth);
    begin = end;
  }
  start_range();
}

void RankRun::settle_tie(uint32_t begin, uint32_t end, uint32_t depth) {
  if (is_longer(entries_[begin])) {
    open_.push_back({begin, end, depth + BytesPerKey});
    return;
  }
  sort_range(begin, end);
}

void RankRun::number_ranks() {
  ranks_.by_entry.assign(entries_.size() + 1, ValueRanks::NotStated);
  uint32_t next = 0;
  for (uint32_t i = 0; i < entries_.size(); ++i) {
    next += first_of_rank_[i] ? 1 : 0;
    ranks_.by_entry[size_t{entries_[i].code} + 1] = next - 1;
  }
  ranks_.distinct = next;
}

}  // namespace explorer
