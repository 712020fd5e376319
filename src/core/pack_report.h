// The outcome of loading without the rows (error, warnings, what was skipped) as bytes, so that it can cross
// from the worker's memory to the page's.
#pragma once

#include <string>
#include <string_view>

#include "core/load_dataset.h"

namespace explorer {

std::string pack_report(const LoadResult& result);

// The outcome that was packed, its dataset null; nothing if the bytes are no report.
std::optional<LoadResult> unpack_report(std::string_view bytes);

}  // namespace explorer
