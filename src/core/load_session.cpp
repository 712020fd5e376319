// See load_session.h.
#include "core/load_session.h"

#include "core/phrase.h"

namespace explorer {
namespace {

std::string too_large_message(const Dataset& dataset) {
  uint64_t facts = 0;
  for (const TableId id : AllTables) {
    if (id != TableId::Articles) facts += dataset.table(id).row_count;
  }
  return fill(words::FileTooLarge,
              {std::to_string(dataset.table(TableId::Articles).row_count), std::to_string(facts)});
}

}  // namespace

LoadSession::LoadSession(Dataset& target) : values_(target), feed_(values_), lines_(values_) {}

void LoadSession::begin_document(LoadFormat format) {
  earlier_bytes_ += document_bytes_;
  document_bytes_ = 0;
  format_ = format;
  ++documents_;
  values_.begin_document();
  begin_format();
}

void LoadSession::restart_document() {
  document_bytes_ = 0;
  values_.restart_document();
  begin_format();
}

void LoadSession::begin_format() {
  link_run_.reset();
  error_.reset();
  next_url_.clear();
  head_.clear();
  next_detection_ = 0;
  if (format_ == LoadFormat::Feed) feed_.begin(documents_ - 1);
  if (format_ == LoadFormat::Lines) lines_.begin(documents_ - 1);
}

bool LoadSession::take_error() {
  std::optional<LoadError>& error = format_ == LoadFormat::Lines ? lines_.error() : feed_.error();
  if (!error) return true;
  error_ = std::move(*error);
  if (error_->kind == LoadErrorKind::TooLarge) error_->message = too_large_message(values_.dataset());
  return false;
}

bool LoadSession::pass_on(std::string_view bytes) {
  link_run_.reset();
  const bool good = format_ == LoadFormat::Lines ? lines_.write(bytes) : feed_.write(bytes);
  return good || take_error();
}

bool LoadSession::write(std::string_view bytes) {
  if (error_) return false;
  document_bytes_ += bytes.size();
  if (format_ != LoadFormat::Detect) return pass_on(bytes);
  // Most first chunks tell, and need no copy.
  if (!head_.empty()) head_.append(bytes);
  const std::string_view head = head_.empty() ? bytes : std::string_view(head_);
  if (head.size() < next_detection_) return true;
  next_detection_ = head.size() + head.size() / 2;  // looking at it for every byte would take too long
  const std::optional<LoadFormat> format = detect_format(head);
  if (format) return begin_detected(*format, bytes);
  if (head_.empty()) head_ = bytes;
  return true;
}

// Begins with what is held, or with `bytes` if nothing is.
bool LoadSession::begin_detected(LoadFormat format, std::string_view bytes) {
  format_ = format;
  const std::string head = std::move(head_);
  begin_format();
  return pass_on(head.empty() ? bytes : head);
}

bool LoadSession::end_document() {
  if (error_) return false;
  if (format_ == LoadFormat::Detect) {
    const LoadFormat format = detect_format(head_).value_or(LoadFormat::Feed);
    if (!begin_detected(format, {})) return false;
  }
  link_run_.reset();
  next_url_ = values_.feed().next_url();
  if (format_ == LoadFormat::Lines ? lines_.end() : feed_.end()) return true;
  return take_error();
}

void LoadSession::abandon_document() {
  next_url_ = values_.feed().next_url();
  head_.clear();
}

void LoadSession::finish() {
  while (finish_step()) {
  }
}

bool LoadSession::finish_step() {
  if (!link_run_) {
    link_log_ = {};
    link_run_.emplace(values_.tables(), link_log_);
  }
  if (link_run_->step()) return true;
  link_run_.reset();
  link_warning_count_ = link_log_.count;
  warnings_ = values_.log().kept;
  for (LoadWarning& warning : link_log_.kept)
    warnings_.push_back(std::move(warning));
  link_log_ = {};
  sort_warnings(warnings_);
  return false;
}

}  // namespace explorer
