// STAND-IN for the streaming loader, with its shape: reads feeds piece by piece, one document after the
// other, and lets complete items appear as rows. It keeps the text of complete items and loads them anew.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/detect_format.h"
#include "core/load_dataset.h"

namespace explorer {

class LoadSession {
 public:
  explicit LoadSession(Dataset& target) : target_(target) { target = {}; }

  void set_limit(size_t bytes) { limit_ = bytes; }

  void begin_document(LoadFormat format = LoadFormat::Detect);
  // False once nothing more is of use: error() says why.
  bool write(std::string_view bytes);
  // False if the document is broken or breaks off: error() says why. Complete items stay.
  bool end_document();
  // Ends a document that did not come completely; its complete items stay.
  void abandon_document();
  // The document comes once more from its first byte; items that are here already are passed over.
  void restart_document();

  // The address of the next page as the ended document states it; empty if it is the last one.
  const std::string& next_url() const { return next_url_; }
  const std::optional<LoadError>& error() const { return error_; }
  uint64_t articles() const { return target_.table(TableId::Articles).row_count; }
  // Links the rows so far; may be called again after more bytes.
  void finish() {}
  const std::vector<LoadWarning>& warnings() const { return warnings_; }
  uint64_t warning_count() const { return 0; }
  uint64_t skipped_articles() const { return 0; }
  uint64_t skipped_rows() const { return 0; }

 private:
  void scan(std::string_view bytes);
  void take_member();
  void take_item();
  bool fail(LoadErrorKind kind, std::string message);

  Dataset& target_;
  std::vector<LoadWarning> warnings_;
  uint64_t limit_ = 0, kept_bytes_ = 0, offset_ = 0;
  std::string part_, next_url_;
  size_t depth_ = 0, items_ = 0, skip_ = 0;
  bool in_string_ = false, escaped_ = false, in_items_ = false, lines_ = false, seen_items_ = false;
  bool anything_ = false;
  std::optional<LoadError> error_;
};

namespace stand_in {
// Text of rows that no sender has taken yet.
std::string& appended();
}  // namespace stand_in

}  // namespace explorer
