#include "app/host_page.h"

#include "state/address.h"

namespace explorer::host_page {

bool select(App& app, std::string_view row) {
  if (row.empty()) {
    app.dispatch(command::CloseDetail{});
    return true;
  }
  const Dataset* dataset = app.shown_dataset();
  if (dataset == nullptr) return false;
  const std::optional<RowRef> found = find_row(*dataset, row);
  if (found) app.dispatch(command::SelectRow{*found});
  return found.has_value();
}

// Whatever JSON would have to escape is percent-encoded in an address.
std::string address(const App& app) {
  return '"' + format_address(app.state(), app.shown_dataset()) + '"';
}

}  // namespace explorer::host_page
