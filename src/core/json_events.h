// The JSON parser, hidden: feeds a value's events to a FeedReader and says how it ended. Not the fastest one
// (see quick_json.h), but the one that knows what is wrong.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/feed_reader.h"

namespace explorer {

enum class JsonEnd : unsigned char {
  Complete,      // a JSON value; the reader has seen all of it
  StoppedEarly,  // what was looked for is no object, the rest was not looked at
  CutOff,        // the bytes end in the middle
  Malformed,
  Unsupported,  // grammatical, but the parser cannot hold it: see mend_json.h
};

struct JsonOutcome {
  JsonEnd end;
  size_t offset = 0;              // of the byte where the parser gave up
  std::string_view problem = {};  // if Malformed: what is wrong there, a sentence without a full stop
};

// Reads one value. `bytes` are what the reader was told to be `parsed`; at most UINT32_MAX of them.
JsonOutcome read_json(std::string_view bytes, FeedReader& reader);

// The same without a reader: only how it ends. StoppedEarly if `wants_object` and the value is none.
JsonOutcome check_json(std::string_view bytes, bool wants_object);

}  // namespace explorer
