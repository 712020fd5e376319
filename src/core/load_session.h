// Documents into a Dataset while their bytes come: one file, or the pages of a feed one after the other. Rows
// are appended as soon as their object is complete; of a document no more than one object is held.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/dataset.h"
#include "core/detect_format.h"
#include "core/feed_document.h"
#include "core/line_document.h"
#include "core/link_rows.h"
#include "core/load_report.h"
#include "core/value_reader.h"

namespace explorer {

class LoadSession {
 public:
  // Empties `target`, which must outlive the session. It may be read after each finish(), until the next
  // bytes are written; before that its evidence and links do not fit its rows.
  explicit LoadSession(Dataset& target);
  LoadSession(const LoadSession&) = delete;
  LoadSession& operator=(const LoadSession&) = delete;

  // Beyond about this many bytes of dataset no row is added: the document ends with LoadErrorKind::TooLarge.
  void set_limit(size_t bytes) { values_.set_limit(bytes); }

  // One page of a feed, one file. Forgets the error of the document before.
  void begin_document(LoadFormat format = LoadFormat::Detect);
  // The same document again from its first byte, after abandon_document or an error: what was read of it is
  // passed over, so that its rows are neither doubled nor warned of.
  void restart_document();
  // The next bytes, cut anywhere. Returns false from the first error on; what is written then is ignored.
  bool write(std::string_view bytes);
  // All bytes have come. Returns false if they were cut off or wrong. Rows read so far stay in any case.
  bool end_document();
  // The rest will not come. Rows read so far stay.
  void abandon_document();

  // Links evidence and references of all rows so far, and fills what columns derive from other rows; ids that
  // no row has are warnings. Takes time by the number of rows. May be called again after more bytes.
  void finish();
  // The same in steps of a millisecond or two; returns true while there is more to do. Bytes that come before
  // it is done make it begin anew.
  bool finish_step();

  // Of the last document that ended or was abandoned: the address of the next page as written, or empty.
  const std::string& next_url() const { return next_url_; }
  const std::optional<LoadError>& error() const { return error_; }
  uint64_t articles() const { return values_.dataset().table(TableId::Articles).row_count; }
  // Of all documents; an attempt that was restarted does not count.
  uint64_t bytes() const { return earlier_bytes_ + document_bytes_; }
  // As of the last finish(): at most MaxKeptWarnings, in the order of documents and places.
  const std::vector<LoadWarning>& warnings() const { return warnings_; }
  uint64_t warning_count() const { return values_.log().count + link_warning_count_; }
  uint64_t skipped_articles() const { return values_.feed().skipped_articles(); }
  uint64_t skipped_rows() const { return values_.feed().skipped_rows(); }

 private:
  void begin_format();
  bool begin_detected(LoadFormat format, std::string_view bytes);
  bool pass_on(std::string_view bytes);
  bool take_error();

  ValueReader values_;
  FeedDocument feed_;
  LineDocument lines_;
  LoadFormat format_ = LoadFormat::Feed;  // Detect until it is known
  std::string head_;                      // bytes that do not tell the format yet
  size_t next_detection_ = 0;             // how many of them to wait for
  uint32_t documents_ = 0;
  uint64_t earlier_bytes_ = 0;
  uint64_t document_bytes_ = 0;
  std::string next_url_;
  std::optional<LoadError> error_;
  std::vector<LoadWarning> warnings_;
  WarningLog link_log_;
  std::optional<LinkRun> link_run_;  // while finishing
  uint64_t link_warning_count_ = 0;
};

}  // namespace explorer
