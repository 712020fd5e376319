// The page as it is before (and without) the program: the dataset as plain HTML tables, and the style
// tokens. Runs during the build, on the same dataset code as the program itself.
#pragma once

#include <string>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

// Text as HTML text or attribute value.
std::string escape_html(std::string_view text);

// A heading, one paragraph and one table for each table that has rows.
std::string static_tables(const Dataset& dataset);

// Custom properties for both schemes (`--ink`), faces (`--f-body`) and their classes, from view/theme.h.
std::string style_tokens();

}  // namespace explorer
