// What a page around the explorer does to it and asks, beside what scripts do (script_answers.h): see
// web/host_messages.js. Knows nothing of messages.
#pragma once

#include <string>
#include <string_view>

#include "app/app.h"

namespace explorer::host_page {

// Shows the details of the row that address.h would write as `row` ("charts:bugs"), or of none where it is
// empty. False, and nothing is changed, if there is no such row.
bool select(App& app, std::string_view row);

// The address of the state as it is now, as a JSON text.
std::string address(const App& app);

}  // namespace explorer::host_page
