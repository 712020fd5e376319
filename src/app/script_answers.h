// What a script on the page asks of the explorer (window.articleExplorer), as JSON texts: documented in
// web/article-explorer.d.mts. Only set_sort() changes anything.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "app/app.h"

namespace explorer::script {

// {"view","query","error","phase","failure","count","total","articles"}; "error" and "failure" if there is
// one.
std::string state(const App& app);

// `count` rows of the view's table from place `from` on, in display order: [{"id", column: value}]; what is
// not stated is absent.
std::string rows(const App& app, uint32_t from, uint32_t count);

// A column of the view's table under all terms but its own: {"values": [{"value","count","total"}]} or
// {"bars": [{"from","to","count","total"}]} (of dates as days), and "missing". {} while there is no answer.
std::string facets(App& app, std::string_view column);

// Gives the query other sort keys ("date-desc,title", empty: none), as a click on a header does. Returns why
// they cannot be read, and changes nothing then; or nothing.
std::string set_sort(App& app, std::string_view keys);

}  // namespace explorer::script
