// See html_text.h. A tag is `<` followed by a letter, `/`, `!` or `?`, up to the next `>` outside of
// quotes (HTML Living Standard, 13.2.5, simplified).
#include "core/html_text.h"

#include <cstdint>

#include "core/text_fold.h"

namespace explorer {
namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
bool is_letter(char c) {
  return lower(c) >= 'a' && lower(c) <= 'z';
}
bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool starts_with_name(std::string_view text, std::string_view name) {
  if (text.size() < name.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    if (lower(text[i]) != name[i]) return false;
  }
  return text.size() == name.size() || !is_letter(text[name.size()]);
}

// Where the tag that starts at `at` ends: past its `>`, or the end of the text.
size_t tag_end(std::string_view html, size_t at) {
  char quote = 0;
  for (size_t i = at + 1; i < html.size(); ++i) {
    if (quote != 0) {
      if (html[i] == quote) quote = 0;
    } else if (html[i] == '"' || html[i] == '\'') {
      quote = html[i];
    } else if (html[i] == '>') {
      return i + 1;
    }
  }
  return html.size();
}

// Where the content of the raw element `name` ends: at its closing tag, or the end of the text.
size_t raw_end(std::string_view html, size_t at, std::string_view name) {
  while ((at = html.find("</", at)) != std::string_view::npos) {
    if (starts_with_name(html.substr(at + 2), name)) return at;
    at += 2;
  }
  return html.size();
}

// Skips the markup at `at`, which is a `<`. Returns `at` if it is just a character.
size_t skip_markup(std::string_view html, size_t at) {
  if (html.substr(at).starts_with("<!--")) {
    const size_t end = html.find("-->", at + 4);
    return end == std::string_view::npos ? html.size() : end + 3;
  }
  const char next = at + 1 < html.size() ? html[at + 1] : ' ';
  if (!is_letter(next) && next != '/' && next != '!' && next != '?') return at;
  const size_t end = tag_end(html, at);
  for (const std::string_view name : {"script", "style"}) {
    if (starts_with_name(html.substr(at + 1), name)) return raw_end(html, end, name);
  }
  return end;
}

// Tags that stand inside a line; all others part words.
bool is_inline(std::string_view tag) {
  if (tag.starts_with('/')) tag.remove_prefix(1);
  for (const std::string_view name : {"a", "abbr", "b", "cite", "code", "em", "i", "mark", "q", "s", "small",
                                      "span", "strong", "sub", "sup", "u"}) {
    if (starts_with_name(tag, name)) return true;
  }
  return false;
}

// The code point of `name` (between & and ;), or 0 if it is unknown.
char32_t character_reference(std::string_view name) {
  constexpr struct {
    std::string_view name;
    char32_t code_point;
  } Known[] = {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", 0xA0}};
  for (const auto& known : Known) {
    if (name == known.name) return known.code_point;
  }
  if (name.size() < 2 || name[0] != '#') return 0;
  const bool hex = name[1] == 'x' || name[1] == 'X';
  if (hex && name.size() == 2) return 0;
  uint32_t value = 0;
  for (const char digit : name.substr(hex ? 2 : 1)) {
    const char c = lower(digit);
    const bool decimal = c >= '0' && c <= '9';
    if (!decimal && !(hex && c >= 'a' && c <= 'f')) return 0;
    value = value * (hex ? 16 : 10) + static_cast<uint32_t>(decimal ? c - '0' : c - 'a' + 10);
    if (value > 0x10FFFF) return 0xFFFD;
  }
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  return value == 0 || surrogate ? 0xFFFD : value;
}

}  // namespace

std::string plain_text(std::string_view html) {
  constexpr size_t LongestReference = 10;
  std::string out;
  bool blank = false;
  const auto put = [&out, &blank](std::string_view text) {
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += text;
  };
  size_t at = 0;
  while (at < html.size()) {
    if (html[at] == '<') {
      const size_t next = skip_markup(html, at);
      if (next != at) {
        blank = blank || !is_inline(html.substr(at + 1, next - at - 1));
        at = next;
        continue;
      }
    } else if (html[at] == '&') {
      const size_t length = html.substr(at + 1, LongestReference).find(';');
      const char32_t code_point =
          length == std::string_view::npos ? 0 : character_reference(html.substr(at + 1, length));
      if (code_point != 0) {
        std::string decoded;
        append_utf8(decoded, code_point);
        put(decoded);
        at += length + 2;
        continue;
      }
    } else if (is_blank(html[at])) {
      blank = true;
      ++at;
      continue;
    }
    put(html.substr(at, 1));
    ++at;
  }
  return out;
}

}  // namespace explorer
