// See pack_report.h. Numbers are eight bytes, lowest first; a text is its length and its bytes.
#include "core/pack_report.h"

#include <utility>

namespace explorer {
namespace {

void put(std::string& out, uint64_t value) {
  for (int shift = 0; shift < 64; shift += 8)
    out += static_cast<char>(value >> shift & 0xFF);
}

void put(std::string& out, std::string_view text) {
  put(out, uint64_t{text.size()});
  out += text;
}

void put(std::string& out, const LoadPlace& place) {
  put(out, place.line);
  put(out, place.column);
  put(out, std::string_view(place.path));
  put(out, uint64_t{place.document});
}

struct Reader {
  std::string_view rest;
  bool whole = true;  // false once something was missing

  uint64_t number() {
    uint64_t value = 0;
    whole = whole && rest.size() >= 8;
    if (!whole) return 0;
    for (size_t i = 0; i < 8; ++i)
      value |= uint64_t{static_cast<unsigned char>(rest[i])} << 8 * i;
    rest.remove_prefix(8);
    return value;
  }

  std::string text() {
    const uint64_t size = number();
    whole = whole && rest.size() >= size;
    if (!whole) return {};
    const std::string text(rest.substr(0, static_cast<size_t>(size)));
    rest.remove_prefix(static_cast<size_t>(size));
    return text;
  }

  LoadPlace place() {
    LoadPlace place;
    place.line = number();
    place.column = number();
    place.path = text();
    place.document = static_cast<uint32_t>(number());
    return place;
  }

  // One of an enum whose last value is `last`.
  template <typename Kind>
  Kind kind(Kind last) {
    const uint64_t value = number();
    whole = whole && value <= static_cast<uint64_t>(last);
    return static_cast<Kind>(whole ? value : 0);
  }
};

}  // namespace

std::string pack_report(const LoadResult& result) {
  std::string out;
  put(out, result.warning_count);
  put(out, result.skipped_articles);
  put(out, result.skipped_rows);
  put(out, uint64_t{result.warnings.size()});
  for (const LoadWarning& warning : result.warnings) {
    put(out, static_cast<uint64_t>(warning.kind));
    put(out, warning.place);
    put(out, std::string_view(warning.message));
  }
  put(out, uint64_t{result.error ? 1u : 0u});
  if (!result.error) return out;
  put(out, static_cast<uint64_t>(result.error->kind));
  put(out, result.error->place);
  put(out, std::string_view(result.error->message));
  return out;
}

std::optional<LoadResult> unpack_report(std::string_view bytes) {
  Reader in{bytes};
  LoadResult result;
  result.warning_count = in.number();
  result.skipped_articles = in.number();
  result.skipped_rows = in.number();
  const uint64_t warnings = in.number();
  for (uint64_t i = 0; i < warnings && in.whole; ++i) {
    LoadWarning warning;
    warning.kind = in.kind(LoadWarningKind::MissingReference);
    warning.place = in.place();
    warning.message = in.text();
    result.warnings.push_back(std::move(warning));
  }
  if (in.number() != 0) {
    LoadError& error = result.error.emplace();
    error.kind = in.kind(LoadErrorKind::TooLarge);
    error.place = in.place();
    error.message = in.text();
  }
  if (!in.whole || !in.rest.empty()) return std::nullopt;
  return result;
}

}  // namespace explorer
