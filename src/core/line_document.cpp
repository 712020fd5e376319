// See line_document.h. JSON allows no line feed inside a text, so that lines can be cut before they are read.
#include "core/line_document.h"

#include <algorithm>

#include "core/json_events.h"
#include "core/json_place.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

constexpr std::string_view Blanks = " \t\r\n";

}  // namespace

void LineDocument::begin(uint32_t document) {
  document_ = document;
  held_.clear();
  line_ = 1;
  any_items_ = false;
  error_.reset();
  FeedReader& feed = values_.feed();
  feed.set_bytes({}, {});
  feed.key({0, 0}, "items");
  feed.begin_array({0, 0});
}

void LineDocument::fail(LoadErrorKind kind, LoadPlace place, std::string_view message) {
  LoadError& error = error_.emplace();
  error.kind = kind;
  error.place = std::move(place);
  error.message = message;
}

void LineDocument::refuse_line(const ValuePlace& place) {
  if (!values_.count_unread()) return;
  const JsonOutcome outcome = check_json(place.bytes, false);
  const size_t well_formed = valid_utf8_prefix(place.bytes);
  const bool utf8 = well_formed == place.bytes.size() || well_formed > outcome.offset;
  const size_t offset = !utf8                            ? well_formed
                        : outcome.end == JsonEnd::CutOff ? place.bytes.size()
                                                         : outcome.offset;
  const Phrase plain = !utf8                            ? words::JsonLineNotUtf8
                       : outcome.end == JsonEnd::CutOff ? words::JsonLineCutOff
                                                        : words::JsonNot;
  const bool malformed = utf8 && outcome.end != JsonEnd::CutOff && !outcome.problem.empty();
  values_.feed().count_skipped_article();
  const LoadPlace origin = {place.line, place.column, "$", document_};
  values_.log().add_at(LoadWarningKind::SkippedArticle, PlaceFinder(place.bytes, origin).find(offset),
                       words::FoundLine, {malformed ? outcome.problem : plain});
}

// Returns false if there is no room for it.
bool LineDocument::add_line(std::string_view line) {
  constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";
  if (line_ == 1 && line.starts_with(ByteOrderMark)) line.remove_prefix(ByteOrderMark.size());
  const size_t start = line.find_first_not_of(Blanks);
  if (start == std::string_view::npos) {
    ++line_;
    return true;
  }
  const size_t size = line.find_last_not_of(Blanks) + 1 - start;
  any_items_ = true;
  const ValuePlace place = {line.substr(start, size), document_, line_, start + 1, true};
  const ValueEnd end = values_.read(place, path_);
  if (end == ValueEnd::NotJson) refuse_line(place);
  if (end == ValueEnd::NoRoom) fail(LoadErrorKind::TooLarge, here(), {});
  ++line_;
  return end != ValueEnd::NoRoom;
}

bool LineDocument::write(std::string_view bytes) {
  if (error_) return false;
  for (;;) {
    const size_t end = bytes.find('\n');
    if (end == std::string_view::npos) {
      held_.append(bytes);
      if (!values_.may_hold(held_.size())) fail(LoadErrorKind::TooLarge, here(), {});
      return !error_;
    }
    if (held_.empty()) {
      if (!add_line(bytes.substr(0, end))) return false;
    } else {
      held_.append(bytes.substr(0, end));
      if (!add_line(held_)) return false;
      held_.clear();
    }
    bytes.remove_prefix(end + 1);
  }
}

bool LineDocument::end() {
  if (error_) return false;
  const size_t start = std::min(held_.find_first_not_of(Blanks), held_.size());
  const std::string_view last = std::string_view(held_).substr(start);
  if (!last.empty() && check_json(last, false).end == JsonEnd::CutOff) {
    const LoadPlace origin = {line_, start + 1, "$", document_};
    fail(LoadErrorKind::Truncated, PlaceFinder(last, origin).find(last.size()), words::FileCutOff);
    return false;
  }
  if (!held_.empty() && !add_line(held_)) return false;
  held_.clear();
  if (!any_items_) fail(LoadErrorKind::Empty, here(), words::FileEmpty);
  return !error_;
}

}  // namespace explorer
