// What is wrong with a document: the second half of FeedDocument. From the first byte on that does not fit,
// bytes are collected and put behind the shortest document that leads there; where the parser then stops,
// and what it says, is what it would have said of the document.
#include "core/feed_document.h"
#include "core/json_events.h"
#include "core/mend_json.h"
#include "core/text_fold.h"

namespace explorer {

LoadPlace FeedDocument::origin() const {
  return {held_place_.line, held_place_.column, path_.text(), document_};
}

std::string_view FeedDocument::context() const {
  switch (expect_) {
    case Expect::Start:
      return "";
    case Expect::FirstKey:
      return "{";
    case Expect::Key:
      return "{\"\":0,";
    case Expect::Colon:
      return "{\"\"";
    case Expect::Value:
      return "{\"\":";
    case Expect::MemberEnd:
      return "{\"\":0";
    case Expect::FirstElement:
      return "[";
    case Expect::Element:
      return "[0,";
    case Expect::ElementEnd:
      return "[0";
    case Expect::End:
      return "{}";
  }
  return {};
}

void FeedDocument::fail(LoadErrorKind kind, LoadPlace place, std::string_view message) {
  error_ = LoadError{kind, std::move(place), std::string(message)};
}

void FeedDocument::fail_cut_off(LoadPlace place) {
  fail(LoadErrorKind::Truncated, std::move(place), words::FileCutOff);
}

void FeedDocument::find_fault(bool all_bytes_came) {
  constexpr size_t LongestCharacter = 4;
  if (!all_bytes_came && bytes_.size() < next_search_) return;
  // Searching anew for every few bytes would take time by the square.
  next_search_ = bytes_.size() * 2;
  const std::string_view before = context();
  const bool at_start = expect_ == Expect::Start;
  JsonOutcome outcome = check_json(std::string(before) + bytes_, at_start);
  if (outcome.end == JsonEnd::Unsupported)
    outcome = check_json(std::string(before) + mend_json(bytes_), at_start);
  const LoadPlace begin = origin();
  if (outcome.end == JsonEnd::StoppedEarly) {
    // A number may go on, and then be none.
    const bool decided =
        bytes_[0] == '[' || bytes_[0] == '"' || bytes_.find_first_of(" \t\r\n,:[]{}\"") != std::string::npos;
    if (decided || all_bytes_came) fail(LoadErrorKind::WrongTopLevel, begin, words::FileNoObject);
    return;
  }
  PlaceFinder places(bytes_, begin);
  if (outcome.end == JsonEnd::CutOff || outcome.end == JsonEnd::Complete) {
    if (all_bytes_came) fail_cut_off(places.find(bytes_.size()));
    return;
  }
  const size_t offset = outcome.offset - before.size();
  if (!all_bytes_came && bytes_.size() < offset + LongestCharacter) {
    next_search_ = offset + LongestCharacter;  // a character may be cut
    return;
  }
  const size_t well_formed = valid_utf8_prefix(bytes_);
  if (well_formed <= offset && well_formed < bytes_.size()) {
    fail(LoadErrorKind::NotUtf8, places.find(well_formed), words::FileNotUtf8);
  } else {
    fail(LoadErrorKind::NotJson, places.find(offset), fill(words::FileNotJson, {outcome.problem}));
  }
}

bool FeedDocument::end() {
  if (error_) return false;
  const LoadPlace here = {counter_.line(), counter_.column(), path_.text(), document_};
  if (held_ != Held::Nothing) {
    find_fault(true);
  } else if (expect_ == Expect::Start) {
    fail(LoadErrorKind::Empty, here, words::FileEmpty);
  } else if (expect_ != Expect::End) {
    fail_cut_off(here);
  } else if (values_.feed().items() == ItemsState::Missing) {
    fail(LoadErrorKind::WrongTopLevel, start_, words::FileNoItems);
  } else if (values_.feed().items() == ItemsState::WrongType) {
    fail(LoadErrorKind::WrongTopLevel, items_, words::FileItemsNoList);
  } else if (!values_.feed().states_version()) {
    values_.log().add_at(LoadWarningKind::SkippedValue, start_, words::VersionMissing);
  }
  return !error_;
}

}  // namespace explorer
