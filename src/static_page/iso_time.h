// Dates and durations in ISO 8601, for readers that know neither EDTF nor "about". What ISO 8601 has no words
// for is left out: it would say more than anybody stated.
#pragma once

#include <string>

#include "core/dataset.h"

namespace explorer {

// Whether a time of the day is kept. Those of articles have an offset, by RFC 3339. A time in EDTF need not
// have one, and the dataset no longer knows, so that of such a time only the day is sure.
enum class TimeOfDay : uint8_t { Kept, LeftOut };

// "2023", "2023-03", "2023-12-22" or "2023-12-22T00:30:00Z", as precise as it was stated: "some month of
// 2023" is 2023. Empty for seasons, decades, intervals, anything that is "about" or "perhaps", and years
// outside 0000 to 9999.
std::string iso_date(const PartialDate& date, TimeOfDay time);

// "2023", "2023-03/2023-12-23", "2010/..": from the first date of the dataset to its last one; empty if they
// have no beginning or no end that somebody stated, or neither is a date.
std::string iso_coverage(const Dataset& dataset);

// "PT4M12S"; empty unless the duration is exact.
std::string iso_duration(const Quantity& seconds);

}  // namespace explorer
