// STAND-IN, see load_session.h.
#include "core/load_session.h"

namespace explorer {

std::string& stand_in::appended() {
  static std::string text;
  return text;
}

void LoadSession::begin_document(LoadFormat) {
  part_.clear();
  next_url_.clear();
  error_.reset();
  depth_ = items_ = skip_ = 0;
  offset_ = 0;
  in_string_ = escaped_ = in_items_ = lines_ = seen_items_ = anything_ = false;
}

bool LoadSession::fail(LoadErrorKind kind, std::string message) {
  if (!error_) error_ = LoadError{kind, {}, std::move(message)};
  return false;
}

bool LoadSession::write(std::string_view bytes) {
  if (error_) return false;
  scan(bytes);
  return !error_;
}

void LoadSession::take_item() {
  if (items_++ >= skip_) {
    kept_bytes_ += part_.size();
    if (limit_ > 0 && kept_bytes_ > limit_) {
      fail(LoadErrorKind::TooLarge, "No more articles fit into memory.");
      return;
    }
    stand_in::appended() += 'i';
    stand_in::appended() += part_;
    stand_in::appended() += '\x1e';
    ++target_.table(TableId::Articles).row_count;
  }
  part_.clear();
}

// `part_` is `"key": value`.
void LoadSession::take_member() {
  const size_t quote = part_.find('"');
  const size_t colon = part_.find(':');
  if (quote != part_.npos && colon != part_.npos) {
    const std::string key = part_.substr(quote + 1, part_.find('"', quote + 1) - quote - 1);
    if (key == "next_url") {
      const size_t from = part_.find('"', colon);
      if (from != part_.npos) next_url_ = part_.substr(from + 1, part_.rfind('"') - from - 1);
    } else if (key != "items") {
      stand_in::appended() += 'm';
      stand_in::appended() += part_;
      stand_in::appended() += '\x1e';
    }
  }
  part_.clear();
}

void LoadSession::scan(std::string_view bytes) {
  for (const char c : bytes) {
    ++offset_;
    if (error_) return;
    if (in_string_) {
      part_ += c;
      if (escaped_)
        escaped_ = false;
      else if (c == '\\')
        escaped_ = true;
      else if (c == '"')
        in_string_ = false;
      continue;
    }
    if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      if (depth_ > 0) part_ += c;
      continue;
    }
    if (!anything_ && c != '{') {
      fail(c == '[' ? LoadErrorKind::WrongTopLevel : LoadErrorKind::NotJson, "The file is not JSON.");
      return;
    }
    anything_ = true;
    if (c == ':' && depth_ == 1 && part_ == "\"id\"") {  // no feed has one: it is NDJSON
      lines_ = in_items_ = true;
      part_ = "{\"id\"";
    }
    const size_t item_depth = lines_ ? 0 : 2;
    if (c == '"') in_string_ = true;
    if (c == '{' || c == '[') {
      if (!lines_ && depth_ == 1 && c == '[' && part_.find("\"items\"") != part_.npos) {
        in_items_ = seen_items_ = true;
        part_.clear();
        ++depth_;
        continue;
      }
      ++depth_;
      if (depth_ == 1 && !lines_) {
        part_.clear();
        continue;
      }
    }
    if (c == '}' || c == ']') {
      if (depth_ == 0) {
        fail(LoadErrorKind::NotJson, "The file is not JSON.");
        return;
      }
      --depth_;
      if (in_items_ && depth_ == 1 && !lines_) {
        in_items_ = false;
        part_.clear();
        continue;
      }
      if (in_items_ && depth_ == item_depth) {
        part_ += c;
        take_item();
        continue;
      }
      if (depth_ == 0) {
        if (part_.find(':') != part_.npos) take_member();
        continue;
      }
    }
    if (c == ',' && depth_ == 1 && !lines_) {
      take_member();
      continue;
    }
    if (c == ',' && depth_ == item_depth && in_items_) continue;
    part_ += c;
  }
}

bool LoadSession::end_document() {
  if (error_) return false;
  if (!anything_) return fail(LoadErrorKind::Empty, "The file is empty. Was it downloaded completely?");
  if (depth_ > 0 || in_string_)
    return fail(LoadErrorKind::Truncated, "The file ends in the middle of the data.");
  if (!seen_items_ && !lines_)
    return fail(LoadErrorKind::WrongTopLevel, "The document has no \"items\": expected a JSON Feed.");
  return true;
}

void LoadSession::abandon_document() {
  part_.clear();
}

void LoadSession::restart_document() {
  const size_t had = items_ > skip_ ? items_ : skip_;
  begin_document();
  skip_ = had;
}

}  // namespace explorer
