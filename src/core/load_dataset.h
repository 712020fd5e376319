// All bytes of a document at once into a Dataset: a JSON Feed 1.1 (with the `_article_explorer` extension of
// data/README.md) or NDJSON of its items. For bytes that come little by little see load_session.h.
#pragma once

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "core/dataset.h"
#include "core/load_report.h"

namespace explorer {

class LoadSession;

struct LoadResult {
  std::unique_ptr<Dataset> dataset;  // null if and only if there is an error
  std::optional<LoadError> error;
  std::vector<LoadWarning> warnings;  // at most MaxKeptWarnings, in document order
  uint64_t warning_count = 0;
  uint64_t skipped_articles = 0;
  uint64_t skipped_rows = 0;  // of releases, chart entries, videos and events
};

// What a session has to report as of its last finish(): all of a result but the dataset, which is null.
LoadResult report_of(const LoadSession& session);

// Never throws and never reads past `bytes`. A byte order mark at the start is skipped.
LoadResult load_dataset(std::string_view bytes);

}  // namespace explorer
