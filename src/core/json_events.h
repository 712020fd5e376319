// The JSON parser, hidden: feeds a document's events to a FeedReader and says how it ended.
#pragma once

#include <cstddef>
#include <string_view>

#include "core/feed_reader.h"

namespace explorer {

enum class JsonEnd : unsigned char {
  Complete,      // a JSON document; the reader has seen all of it
  StoppedEarly,  // the top level is no object, the rest was not looked at
  CutOff,        // the bytes end in the middle
  Malformed,
  Unsupported,  // grammatical, but the parser cannot hold it: see mend_json.h
};

struct JsonOutcome {
  JsonEnd end;
  size_t offset = 0;              // of the byte where the parser gave up
  std::string_view problem = {};  // if Malformed: what is wrong there, a sentence without a full stop
};

// `bytes` are what the reader was told to be `parsed`; at most UINT32_MAX of them.
JsonOutcome read_json(std::string_view bytes, FeedReader& reader);

}  // namespace explorer
