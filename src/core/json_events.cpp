// The only file that includes the JSON library. Its SAX interface is used with an iterator of our own, so
// that each event is known by its bytes (json_cursor.h). The parser keeps its nesting in a bit vector and
// does not recurse: deep nesting costs a bit a level.
#include "core/json_events.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/json_cursor.h"
#include "core/json_place.h"
#include "core/phrase.h"

namespace explorer {
namespace {

using Json = nlohmann::json;

struct Problem {
  std::string_view sign;  // in the parser's message
  Phrase complaint;
};

// The first sign found counts.
constexpr Problem Problems[] = {
    {"control character", words::JsonControl},
    {"after backslash", words::JsonBackslash},
    {"4 hex digits", words::JsonHexDigits},
    {"invalid number", words::JsonBadNumber},
    {"object key", words::JsonKey},
    {"object separator", words::JsonColon},
    {"parsing array", words::JsonArrayComma},
    {"parsing object -", words::JsonObjectComma},
    {"invalid literal", words::JsonLiteral},
    {"unexpected", words::JsonUnexpected},
};

std::string_view describe(std::string_view message) {
  for (const Problem& problem : Problems) {
    if (message.find(problem.sign) != std::string_view::npos) return problem.complaint;
  }
  return words::JsonNot;
}

// Where the parser's message quotes the document.
constexpr std::string_view Quotation = "; last read: '";

class Events {
 public:
  // Without a reader the events only count.
  Events(std::string_view bytes, JsonCursor& cursor, FeedReader* reader, bool wants_object)
      : begin_(bytes.data()), cursor_(cursor), reader_(reader), wants_object_(wants_object) {}

  bool null() {
    const Token at = token();
    if (reader_ != nullptr) reader_->null(at);
    return scalar_ended();
  }
  bool boolean(bool value) {
    const Token at = token();
    if (reader_ != nullptr) reader_->boolean(at, value);
    return scalar_ended();
  }
  bool number_integer(int64_t value) { return number({JsonNumber::Kind::Whole, value}); }
  bool number_unsigned(uint64_t value) {
    if (value > INT64_MAX) return number({JsonNumber::Kind::TooGreat});
    return number({JsonNumber::Kind::Whole, static_cast<int64_t>(value)});
  }
  bool number_float(double value, const std::string&) {
    constexpr double Beyond64Bits = 9223372036854775808.0;
    if (std::fabs(value) >= Beyond64Bits) return number({JsonNumber::Kind::TooGreat});
    if (std::trunc(value) != value) return number({JsonNumber::Kind::Fraction});
    return number({JsonNumber::Kind::Whole, static_cast<int64_t>(value)});
  }
  bool string(std::string& value) {
    const Token at = token();
    if (reader_ != nullptr) reader_->text(at, value);
    return scalar_ended();
  }
  bool binary(Json::binary_t&) { return false; }  // does not occur in JSON text
  bool start_object(size_t) {
    const Token at = token();
    if (reader_ != nullptr) reader_->begin_object(at);
    ++depth_;
    return true;
  }
  bool key(std::string& name) {
    const Token at = token();
    if (reader_ != nullptr) reader_->key(at, name);
    return true;
  }
  bool end_object() {
    const Token at = token();
    if (reader_ != nullptr) reader_->end_object(at);
    --depth_;
    return value_ended();
  }
  bool start_array(size_t) {
    const Token at = token();
    if (wants_object_ && depth_ == 0) return false;
    if (reader_ != nullptr) reader_->begin_array(at);
    ++depth_;
    return true;
  }
  bool end_array() {
    token();
    if (reader_ != nullptr) reader_->end_array();
    --depth_;
    return value_ended();
  }
  bool parse_error(size_t, const std::string&, const nlohmann::detail::exception& error) {
    constexpr int NumberOverflow = 406;
    const std::string_view what = error.what();
    const size_t quotation = what.find(Quotation);
    const std::string_view message = what.substr(0, quotation);
    const bool unsupported =
        error.id == NumberOverflow || message.find("surrogate U+") != std::string_view::npos;
    outcome.end = cursor_.asked_beyond_end ? JsonEnd::CutOff
                  : unsupported            ? JsonEnd::Unsupported
                                           : JsonEnd::Malformed;
    outcome.problem = finished_ ? std::string_view(words::JsonMore) : describe(message);
    outcome.offset = error_offset(message, quotation != std::string_view::npos);
    return false;
  }

  JsonOutcome outcome{JsonEnd::StoppedEarly};

 private:
  // The range from the end of the token before, so that nothing has to be searched for while all is well.
  Token token() {
    const auto end = static_cast<uint32_t>(cursor_.at - begin_);
    const Token token = {last_end_, end};
    last_end_ = end;
    return token;
  }
  // To see where a number ends, the parser reads one byte more, which belongs to what follows.
  Token number_token() {
    Token token = this->token();
    if (!cursor_.asked_beyond_end) --token.end;
    last_end_ = token.end;
    return token;
  }
  // The last byte read, or the start of a whole text, number or word that should not be there.
  size_t error_offset(std::string_view message, bool inside_token) const {
    constexpr std::string_view Sign = "unexpected ";
    const auto read = static_cast<size_t>(cursor_.at - begin_);
    const size_t found = message.find(Sign);
    const bool whole_token = !inside_token && found != std::string_view::npos &&
                             message.substr(found).find(" literal") < message.substr(found).find(';');
    if (whole_token) return token_start({begin_, read}, last_end_);
    return cursor_.asked_beyond_end || read == 0 ? read : read - 1;
  }
  bool number(JsonNumber value) {
    const Token at = number_token();
    if (reader_ != nullptr) reader_->number(at, value);
    return scalar_ended();
  }
  bool scalar_ended() {
    if (wants_object_ && depth_ == 0) return false;
    return value_ended();
  }
  bool value_ended() {
    if (depth_ > 0) return true;
    finished_ = true;
    return true;
  }

  const char* begin_;
  JsonCursor& cursor_;
  FeedReader* reader_;
  bool wants_object_;
  bool finished_ = false;
  uint64_t depth_ = 0;
  uint32_t last_end_ = 0;
};

JsonOutcome parse(std::string_view bytes, FeedReader* reader, bool wants_object) {
  JsonCursor cursor{bytes.data(), bytes.data() + bytes.size()};
  Events events(bytes, cursor, reader, wants_object);
  const bool complete = Json::sax_parse(JsonCursorIterator(cursor), JsonCursorIterator(cursor), &events);
  JsonOutcome outcome = events.outcome;
  if (!complete) return outcome;
  outcome.end = JsonEnd::Complete;
  // The parser takes a NUL byte for the end.
  if (!cursor.asked_beyond_end) {
    outcome.end = JsonEnd::Malformed;
    outcome.offset = static_cast<size_t>(cursor.at - bytes.data()) - 1;
    outcome.problem = words::JsonMore;
  }
  return outcome;
}

}  // namespace

JsonOutcome read_json(std::string_view bytes, FeedReader& reader) {
  return parse(bytes, &reader, false);
}

JsonOutcome check_json(std::string_view bytes, bool wants_object) {
  return parse(bytes, nullptr, wants_object);
}

}  // namespace explorer
