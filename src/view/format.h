// Values as readers see them, in their language and as their part of the world writes it (locale.h; the
// examples show the defaults): dates as precisely as stated, counts with "more than", durations with "about".
// Every formatted value goes through here. See ui_text.h for fixed strings.
#pragma once

#include <string>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

inline constexpr std::string_view NotStated = "\xE2\x80\x93";  // en dash

// "22 Dec 2023", "March 2023", "2023", "spring 2023", "about 14 Dec 2023", "18–22 Dec 2023",
// "28 Nov – 3 Dec 2023", "2023, perhaps", "2010s", "2000–2099", "from 2004", "until 2004",
// "from 2004, end unknown", "until 2004, start unknown", "a month of 2004", "45 BC", "22 Dec 2023, 09:30";
// NotStated if it is not.
std::string format_date(const PartialDate& date);

// "1", "more than 90", "about 30", "at least 5", "1,234,567"; NotStated if it is not.
std::string format_quantity(const Quantity& quantity);

// "about 30", "more than 20,000 articles": what a quantity says besides its number; `text` itself if it is
// exact.
std::string qualified(Qualifier qualifier, std::string_view text);

// "1,234,567": whole numbers as they stand in sentences.
std::string format_count(uint64_t count);

// Seconds as "3 min 20 s", "about 30 min", "1 h 5 min"; NotStated if it is not.
std::string format_duration(const Quantity& secs);

// "12.3 MB", "1.0 kB", "999 bytes", decimal units, for progress.
std::string format_bytes(uint64_t bytes);

// "A", "B", ... "Z", "AA", "AB": the short sign of an article, used in evidence marks.
std::string article_sign(RowIndex article);
// "B 4" for paragraph 4 of the second article, "B headline", "B" for the whole.
std::string format_evidence(const Evidence& evidence);
// The same in words for a screen reader: "article B, paragraph 4".
std::string describe_evidence(const Evidence& evidence);

// The cell text of any column; lists joined by ", ". Texts have gone through display_text. A chart entry
// that names no region but claims some says so in its region cell: "more than 90 regions". A source cell
// lists the evidence marks.
std::string format_cell(const Dataset& dataset, TableId table, RowIndex row, size_t column);

}  // namespace explorer
