// Titles and summaries: words of one script by Zipf's law, with capitals, quoted releases, emoji, and the
// planted words in known shares.
#pragma once

#include "generator/article_facts.h"
#include "generator/catalogue.h"
#include "generator/padded_text.h"

namespace explorer {

// Both write the inside of a JSON text, escaped where needed, at most so many bytes, unused places included.
inline constexpr size_t MaxTitleBytes = 12 * 32 + 128;
inline constexpr size_t MaxSummaryBytes = 512;

void write_title(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts);

// 120 to 400 bytes.
void write_summary(Pen& pen, const Catalogue& catalogue, const ArticleFacts& facts);

}  // namespace explorer
