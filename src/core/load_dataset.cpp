// A session of one document whose bytes are all there.
#include "core/load_dataset.h"

#include "core/load_session.h"

namespace explorer {

LoadResult report_of(const LoadSession& session) {
  LoadResult result;
  result.error = session.error();
  result.warnings = session.warnings();
  result.warning_count = session.warning_count();
  result.skipped_articles = session.skipped_articles();
  result.skipped_rows = session.skipped_rows();
  return result;
}

LoadResult load_dataset(std::string_view bytes) {
  auto dataset = std::make_unique<Dataset>();
  LoadSession session(*dataset);
  session.begin_document(LoadFormat::Detect);
  const bool good = session.write(bytes) && session.end_document();
  if (good) session.finish();
  LoadResult result = report_of(session);
  if (good) result.dataset = std::move(dataset);
  return result;
}

}  // namespace explorer
