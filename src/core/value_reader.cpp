// See value_reader.h.
#include "core/value_reader.h"

#include <algorithm>

#include "core/dataset_size.h"
#include "core/json_events.h"
#include "core/json_place.h"
#include "core/mend_json.h"
#include "core/quick_json.h"

namespace explorer {

std::string DocumentPath::text() const {
  std::string out = "$";
  for (size_t i = 0; i < depth_; ++i) {
    if (levels_[i].array) {
      append_element(out, levels_[i].index);
    } else if (levels_[i].keyed) {
      append_member(out, levels_[i].key);
    }
  }
  return out;
}

void ValueReader::begin_document() {
  known_values_ = values_ = 0;
  feed_.begin_document();
}

void ValueReader::restart_document() {
  known_values_ = std::max(known_values_, values_);
  values_ = 0;
  feed_.begin_document();
}

// The dataset is measured anew only when it may have grown beyond the limit since.
bool ValueReader::is_within_limit() {
  if (limit_ == SIZE_MAX || growth_ < limit_ - std::min(limit_, measured_)) return true;
  measured_ = approximate_bytes(dataset_) + tables_.memory();
  growth_ = 0;
  return measured_ <= limit_;
}

void ValueReader::settle(const ValuePlace& place, const DocumentPath& path, const FeedReader::Mark& mark) {
  constexpr size_t RowBytes = 1024;  // more than the columns of a row take
  constexpr size_t InnerRatio = 32;  // and than an inner row takes, which has at least its id's member
  growth_ += RowBytes + place.bytes.size() * InnerRatio;
  if (++values_ <= known_values_) return feed_.forget_value(mark);
  feed_.commit(place);
  if (!log_.found.empty())
    log_.place_found(place.bytes, {place.line, place.column, path.text(), place.document});
}

size_t ValueReader::read_front(const ValuePlace& place, const DocumentPath& path) {
  if (place.bytes.size() > tables_.ids.room() || !is_within_limit()) return 0;
  const FeedReader::Mark mark = feed_.mark();
  feed_.set_bytes(place.bytes, place.bytes);
  const size_t size = read_quickly(place.bytes, feed_, scratch_);
  if (size == 0) {
    feed_.take_back(mark);
    return 0;
  }
  ValuePlace value = place;
  value.bytes = place.bytes.substr(0, size);
  settle(value, path, mark);
  return size;
}

bool ValueReader::read_patiently(std::string_view bytes, const FeedReader::Mark& mark) {
  feed_.set_bytes(bytes, bytes);
  JsonOutcome outcome = read_json(bytes, feed_);
  if (outcome.end == JsonEnd::Unsupported) {
    feed_.take_back(mark);
    const std::string mended = mend_json(bytes);
    feed_.set_bytes(bytes, mended);
    outcome = read_json(mended, feed_);
  }
  return outcome.end == JsonEnd::Complete;
}

ValueEnd ValueReader::read(const ValuePlace& place, const DocumentPath& path) {
  if (place.bytes.size() > tables_.ids.room() || !is_within_limit()) return ValueEnd::NoRoom;
  const FeedReader::Mark mark = feed_.mark();
  feed_.set_bytes(place.bytes, place.bytes);
  if (read_quickly(place.bytes, feed_, scratch_) != place.bytes.size()) {
    feed_.take_back(mark);
    if (!read_patiently(place.bytes, mark)) {
      feed_.take_back(mark);
      return ValueEnd::NotJson;
    }
  }
  settle(place, path, mark);
  return ValueEnd::Read;
}

ValueEnd ValueReader::read_key(const ValuePlace& place, const DocumentPath& path) {
  std::string_view name = read_text_quickly(place.bytes, scratch_);
  std::string mended;
  if (name.data() == nullptr) {
    mended = mend_json(place.bytes);
    name = read_text_quickly(mended, scratch_);
    if (name.data() == nullptr) return ValueEnd::NotJson;
  }
  const FeedReader::Mark mark = feed_.mark();
  feed_.set_bytes(place.bytes, place.bytes);
  feed_.key({0, static_cast<uint32_t>(place.bytes.size())}, name);
  settle(place, path, mark);
  return ValueEnd::Read;
}

}  // namespace explorer
