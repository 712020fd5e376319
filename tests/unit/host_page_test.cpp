// What a page around the explorer does and asks: a row by its name, and the address of the state.
#include "app/host_page.h"

#include <doctest/doctest.h>

#include "fake_host.h"
#include "scene_fixture.h"
#include "state/address.h"

using namespace explorer;
using namespace explorer::test;

namespace {

struct HostedApp : TestApp {
  HostedApp() { load(make_large_dataset()); }
  std::string address() const { return host_page::address(app); }
};

}  // namespace

TEST_CASE("a row is selected by what the address calls it, and the host hears of it like of a reader's") {
  HostedApp t;
  const RowRef row{TableId::ChartEntries, 3};
  const std::string name = format_row(*t.app.shown_dataset(), row);
  t.host.addresses.clear();
  REQUIRE(host_page::select(t.app, name));
  t.frame();
  CHECK(t.app.state().selected == row);
  CHECK(t.app.state().view == View::Overview);
  REQUIRE(t.host.addresses.size() == 1);
  CHECK(t.host.addresses[0].address == "v=1&row=" + name);
  CHECK(t.address() == "\"v=1&row=" + name + "\"");

  REQUIRE(host_page::select(t.app, ""));
  t.frame();
  CHECK_FALSE(t.app.state().selected);
  CHECK(t.address() == "\"\"");
}

TEST_CASE("what is no row selects nothing and closes nothing") {
  HostedApp t;
  const RowRef open{TableId::ChartEntries, 2};
  t.run(command::SelectRow{open});
  for (const char* name : {"charts:nowhere", "charts", "charts:", "nothing:1", ":", "__proto__:1", "1"}) {
    CAPTURE(name);
    CHECK_FALSE(host_page::select(t.app, name));
    CHECK(t.app.state().selected == open);
  }
  TestApp empty;
  CHECK_FALSE(host_page::select(empty.app, "charts:kr"));
  CHECK(host_page::address(empty.app) == "\"\"");
}

TEST_CASE("the address is told as the state is now, before a frame has shown it, and is a JSON text") {
  HostedApp t;
  t.app.dispatch(command::SetQueryText{"\"a \\ b\" 한"});
  const std::string address = t.address();
  CHECK(address.find("%5C") != std::string::npos);
  CHECK(address.substr(1, address.size() - 2).find_first_of("\"\\") == std::string::npos);
}
