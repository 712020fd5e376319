// What rows say of each other, once all of them are known: evidence, links and the columns derived from
// other tables. The order of the tables in the document does not matter.
#pragma once

#include "core/load_warnings.h"
#include "core/row_draft.h"

namespace explorer {

// Fills evidence, links and the derived columns (articles.facts, chart entries.title, videos.rank, source).
// Ids that no row has are warnings; the row is kept. May be called again after more rows.
void link_rows(FeedTables& tables, WarningLog& warnings);

}  // namespace explorer
