// The steps of loading: read the events into columns, link the rows, then say where what went wrong is.
#include "core/load_dataset.h"

#include <algorithm>

#include "core/feed_reader.h"
#include "core/json_events.h"
#include "core/json_place.h"
#include "core/link_rows.h"
#include "core/mend_json.h"
#include "core/text_fold.h"

namespace explorer {
namespace {

LoadResult failure(std::string_view bytes, LoadErrorKind kind, size_t offset, std::string message) {
  LoadResult result;
  result.error = LoadError{kind, PlaceFinder(bytes).find(offset), std::move(message)};
  return result;
}

bool is_blank(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return bytes.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

LoadResult wrong_top_level(std::string_view bytes, size_t offset, std::string_view problem) {
  return failure(bytes, LoadErrorKind::WrongTopLevel, offset,
                 std::string(problem) +
                     ": expected a JSON Feed, an object with a list \"items\". Is it the right file?");
}

LoadResult malformed(std::string_view bytes, const JsonOutcome& outcome) {
  if (outcome.end == JsonEnd::CutOff) {
    return failure(bytes, LoadErrorKind::Truncated, bytes.size(),
                   "The file ends in the middle of the data. Was it downloaded completely?");
  }
  const size_t well_formed = valid_utf8_prefix(bytes);
  if (well_formed <= outcome.offset && well_formed < bytes.size()) {
    return failure(bytes, LoadErrorKind::NotUtf8, well_formed,
                   "The file is not UTF-8 text from here on. Save it with the encoding UTF-8.");
  }
  return failure(bytes, LoadErrorKind::NotJson, outcome.offset,
                 "The file is not JSON: " + std::string(outcome.problem) + ".");
}

// Into document order, with lines, columns and paths.
void place_warnings(std::string_view parsed, WarningLog& log, LoadResult& result) {
  std::vector<uint64_t> order;  // offset, then number of the warning
  for (size_t i = 0; i < log.kept.size(); ++i)
    order.push_back(uint64_t{token_start(parsed, log.kept[i].from)} << 32 | i);
  std::sort(order.begin(), order.end());
  if (order.size() > MaxKeptWarnings) order.resize(MaxKeptWarnings);
  PlaceFinder places(parsed);
  for (const uint64_t entry : order) {
    FoundWarning& warning = log.kept[static_cast<uint32_t>(entry)];
    result.warnings.push_back({warning.kind, places.find(entry >> 32), std::move(warning.message)});
  }
  result.warning_count = log.count;
}

// One attempt, with events from `parsed`: the document itself, or mended. Returns nothing if the document
// needs mending.
std::optional<LoadResult> load(std::string_view bytes, std::string_view parsed) {
  auto dataset = std::make_unique<Dataset>();
  WarningLog log;
  FeedTables tables(*dataset);
  FeedReader reader(bytes, parsed, tables, log);
  const JsonOutcome outcome = read_json(parsed, reader);
  if (outcome.end == JsonEnd::Unsupported && bytes.data() == parsed.data()) return std::nullopt;
  if (outcome.end == JsonEnd::StoppedEarly) {
    return wrong_top_level(bytes, token_start(bytes, 0), "The document is no object");
  }
  if (outcome.end != JsonEnd::Complete) return malformed(bytes, outcome);
  if (reader.items() == ItemsState::Missing) {
    return wrong_top_level(bytes, token_start(bytes, 0), "The document has no \"items\"");
  }
  if (reader.items() == ItemsState::WrongType) {
    return wrong_top_level(bytes, token_start(parsed, reader.items_from()), "\"items\" is no list");
  }
  log.limit = log.kept.size() + MaxKeptWarnings;
  link_rows(tables, log);

  LoadResult result;
  result.dataset = std::move(dataset);
  result.skipped_articles = reader.skipped_articles();
  result.skipped_rows = reader.skipped_rows();
  place_warnings(parsed, log, result);
  return result;
}

}  // namespace

LoadResult load_dataset(std::string_view bytes) {
  if (is_blank(bytes)) {
    return failure(bytes, LoadErrorKind::Empty, bytes.size(),
                   "The file is empty. Was it downloaded completely?");
  }
  if (bytes.size() > UINT32_MAX) {
    return failure({}, LoadErrorKind::NotJson, 0,
                   "The file is greater than 4 GiB; smaller ones can be read.");
  }
  if (std::optional<LoadResult> result = load(bytes, bytes)) return std::move(*result);
  const std::string mended = mend_json(bytes);
  return std::move(*load(bytes, mended));
}

}  // namespace explorer
