// One article or release as JSON, in each format, on one line without an end.
#pragma once

#include <cstdint>

#include "generator/article_facts.h"
#include "generator/article_words.h"
#include "generator/catalogue.h"
#include "generator/padded_text.h"

namespace explorer {

// Room that a Pen needs for one line, unused places included.
inline constexpr size_t MaxLineBytes = MaxTitleBytes + MaxSummaryBytes + 2048;

struct LineOptions {
  bool summaries;
  bool releases;  // whether chart entries name their release by its id
};

// {"id":"a7",...,"_article_explorer":{"chart_entries":[{"id":"c7",...}]}}
void write_item(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts, uint32_t index,
                LineOptions options);

// {"id":"a7",...,"chart":...}: the qualifier of a position is left out, two authors are one text.
void write_flat_row(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts, uint32_t index,
                    bool summaries);

// {"id":"r7",...}
void write_release(Pen& pen, const Catalogue& catalogue, uint32_t index);

}  // namespace explorer
