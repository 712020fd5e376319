// The page as it is before (and without) the program: the dataset as plain HTML tables, and the style
// tokens. Runs during the build, on the same dataset code as the program itself.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

// Text as HTML text or attribute value.
std::string escape_html(std::string_view text);

struct PageValue {
  std::string_view name;  // between two @ in the template
  std::string text;       // what takes its place
};

// The template with its values. What a value says is never taken for a name.
std::string fill_page(std::string_view page, std::span<const PageValue> values);

// Names the program by what its two parts are: 16 signs, others for every other program.
std::string release_mark(std::string_view program, std::string_view late_program);

// A heading, one paragraph and one table for each table that has rows.
std::string static_tables(const Dataset& dataset);

// Custom properties for both schemes (`--ink`), faces (`--f-body`) and their classes, from view/theme.h.
std::string style_tokens();

}  // namespace explorer
