// JSON as the build writes it into pages and files: texts, objects and lists. A member without a value is
// left out, so that what is not stated is absent.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace explorer {

// `text` as a JSON string that may also stand inside a script element: no "<" is left that could end it.
std::string json_string(std::string_view text);

// The list of these values, which are JSON already; empty if there are none.
std::string json_list(std::span<const std::string> values);

class JsonObject {
 public:
  // A member with a text as its value; left out if the text is empty.
  JsonObject& text(std::string_view name, std::string_view value);
  JsonObject& number(std::string_view name, uint64_t value);
  // A member whose value is JSON already; left out if that is empty.
  JsonObject& json(std::string_view name, std::string_view value);
  std::string str() const { return "{" + members_ + "}"; }

 private:
  std::string members_;
};

}  // namespace explorer
