// What other sites show of the page when somebody posts a link to it: Open Graph, Twitter cards, oEmbed.
#pragma once

#include <string>
#include <string_view>

#include "core/dataset.h"

namespace explorer {

// Elements for the head. `site`: the address of the page's folder, or empty if nobody told it. What has to be
// absolute (the picture, the page's own address, the way to oembed.json) is there only with it.
std::string link_preview_head(const Dataset& dataset, std::string_view site);

// oembed.json: the fixed answer to the question how the page at `site` is put into another one.
std::string oembed_json(const Dataset& dataset, std::string_view site);

}  // namespace explorer
