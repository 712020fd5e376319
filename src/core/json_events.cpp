// The only file that includes the JSON library. Its SAX interface is used with an iterator of our own, so
// that each event is known by its bytes (json_cursor.h). The parser keeps its nesting in a bit vector and
// does not recurse: deep nesting costs a bit a level.
#include "core/json_events.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "core/json_cursor.h"
#include "core/json_place.h"

namespace explorer {
namespace {

using Json = nlohmann::json;

struct Problem {
  std::string_view sign;  // in the parser's message
  std::string_view words;
};

constexpr std::string_view SomethingFollows = "something follows after the end of the document";

// The first sign found counts.
constexpr Problem Problems[] = {
    {"control character",
     "a control character inside a text must be written as an escape such as \\n or \\u0009"},
    {"after backslash", "after a backslash in a text only \" \\ / b f n r t u may stand"},
    {"4 hex digits", "\\u in a text must be followed by four hexadecimal digits"},
    {"invalid number", "a number is written in a way that JSON does not allow"},
    {"object key", "expected a key in double quotes (is there a comma too many before it?)"},
    {"object separator", "expected a colon after the key"},
    {"parsing array", "expected a comma or ] after the value"},
    {"parsing object -", "expected a comma or } after the value"},
    {"invalid literal",
     "expected a value: an object, a list, a text in double quotes, a number, true, false or null"},
    {"unexpected", "expected a value (is there a comma too many before it?)"},
};

std::string_view describe(std::string_view message) {
  for (const Problem& problem : Problems) {
    if (message.find(problem.sign) != std::string_view::npos) return problem.words;
  }
  return "this is not JSON";
}

// Where the parser's message quotes the document.
constexpr std::string_view Quotation = "; last read: '";

class Events {
 public:
  Events(std::string_view bytes, JsonCursor& cursor, FeedReader& reader)
      : begin_(bytes.data()), cursor_(cursor), reader_(reader) {}

  bool null() { return reader_.null(token()), go_on(); }
  bool boolean(bool value) { return reader_.boolean(token(), value), go_on(); }
  bool number_integer(int64_t value) {
    return reader_.number(number_token(), {JsonNumber::Kind::Whole, value}), go_on();
  }
  bool number_unsigned(uint64_t value) {
    const JsonNumber number = value <= INT64_MAX
                                  ? JsonNumber{JsonNumber::Kind::Whole, static_cast<int64_t>(value)}
                                  : JsonNumber{JsonNumber::Kind::TooGreat};
    return reader_.number(number_token(), number), go_on();
  }
  bool number_float(double value, const std::string&) {
    constexpr double Beyond64Bits = 9223372036854775808.0;
    JsonNumber number{JsonNumber::Kind::Fraction};
    if (std::fabs(value) >= Beyond64Bits) {
      number.kind = JsonNumber::Kind::TooGreat;
    } else if (std::trunc(value) == value) {
      number = {JsonNumber::Kind::Whole, static_cast<int64_t>(value)};
    }
    return reader_.number(number_token(), number), go_on();
  }
  bool string(std::string& value) { return reader_.text(token(), value), go_on(); }
  bool binary(Json::binary_t&) { return false; }  // does not occur in JSON text
  bool start_object(size_t) { return reader_.begin_object(token()), go_on(); }
  bool key(std::string& name) { return reader_.key(token(), name), true; }
  bool end_object() { return reader_.end_object(token()), true; }
  bool start_array(size_t) { return reader_.begin_array(token()), go_on(); }
  bool end_array() {
    token();
    reader_.end_array();
    return true;
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
    outcome.problem = reader_.finished() ? SomethingFollows : describe(message);
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
  // Only an object at the top level is worth reading on.
  bool go_on() const { return reader_.top_is_object(); }

  const char* begin_;
  JsonCursor& cursor_;
  FeedReader& reader_;
  uint32_t last_end_ = 0;
};

}  // namespace

JsonOutcome read_json(std::string_view bytes, FeedReader& reader) {
  JsonCursor cursor{bytes.data(), bytes.data() + bytes.size()};
  Events events(bytes, cursor, reader);
  const bool complete = Json::sax_parse(JsonCursorIterator(cursor), JsonCursorIterator(cursor), &events);
  JsonOutcome outcome = events.outcome;
  if (!complete) return outcome;
  outcome.end = JsonEnd::Complete;
  // The parser takes a NUL byte for the end.
  if (!cursor.asked_beyond_end) {
    outcome.end = JsonEnd::Malformed;
    outcome.offset = static_cast<size_t>(cursor.at - bytes.data()) - 1;
    outcome.problem = SomethingFollows;
  }
  return outcome;
}

}  // namespace explorer
