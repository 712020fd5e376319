// A session of one document whose bytes are all there.
#include "core/load_dataset.h"

#include "core/load_session.h"

namespace explorer {

LoadResult load_dataset(std::string_view bytes) {
  LoadResult result;
  auto dataset = std::make_unique<Dataset>();
  LoadSession session(*dataset);
  session.begin_document(LoadFormat::Detect);
  if (!session.write(bytes) || !session.end_document()) {
    result.error = session.error();
    return result;
  }
  session.finish();
  result.dataset = std::move(dataset);
  result.warnings = session.warnings();
  result.warning_count = session.warning_count();
  result.skipped_articles = session.skipped_articles();
  result.skipped_rows = session.skipped_rows();
  return result;
}

}  // namespace explorer
