// See json_text.h.
#include "static_page/json_text.h"

namespace explorer {

namespace {

void append_escaped(std::string& out, char c) {
  constexpr char Hex[] = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\u00";
  out += Hex[byte >> 4];
  out += Hex[byte & 15];
}

}  // namespace

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '<') {
      append_escaped(out, c);
    } else {
      out += c;
    }
  }
  return out + "\"";
}

std::string json_list(std::span<const std::string> values) {
  std::string out;
  for (const std::string& value : values)
    out += (out.empty() ? "[" : ",") + value;
  return out.empty() ? out : out + "]";
}

JsonObject& JsonObject::text(std::string_view name, std::string_view value) {
  return value.empty() ? *this : json(name, json_string(value));
}

JsonObject& JsonObject::number(std::string_view name, uint64_t value) {
  return json(name, std::to_string(value));
}

JsonObject& JsonObject::json(std::string_view name, std::string_view value) {
  if (value.empty()) return *this;
  if (!members_.empty()) members_ += ',';
  members_ += json_string(name) + ":";
  members_ += value;
  return *this;
}

}  // namespace explorer
