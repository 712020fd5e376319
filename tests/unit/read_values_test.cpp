#include "core/read_values.h"

#include <doctest/doctest.h>

using namespace explorer;

TEST_CASE("Durations are ISO 8601 without years and months") {
  const struct {
    std::string_view text;
    std::optional<int64_t> seconds;
  } Cases[] = {
      {"PT30M", 1800},
      {"PT1H5M20S", 3920},
      {"P1DT2H", 93600},
      {"P2W", 1209600},
      {"PT0S", 0},
      {"P1D", 86400},
      {"PT", {}},
      {"P", {}},
      {"", {}},
      {"30M", {}},
      {"PT30", {}},
      {"P1Y", {}},
      {"P1M", {}},
      {"PT1.5H", {}},
      {"PT5S1M", {}},
      {"-PT5M", {}},
      {"P1DT", {}},
      {"pt5m", {}},
      {"PT99999999999999999999M", {}},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.text);
    CHECK(read_iso_duration(it.text) == it.seconds);
  }
}

TEST_CASE("Time stamps are RFC 3339") {
  const struct {
    std::string_view text;
    std::string_view edtf;
  } Cases[] = {
      {"2023-12-22T09:30:00Z", "2023-12-22T09:30:00Z"},
      {"2023-12-22t09:30:00z", "2023-12-22T09:30:00Z"},
      {"2023-12-22 09:30:00.123456-05:00", "2023-12-22T09:30:00-05:00"},
      {"2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"},
  };
  for (const auto& it : Cases) {
    CAPTURE(it.text);
    REQUIRE(read_timestamp(it.text));
    CHECK(read_timestamp(it.text) == parse_edtf(it.edtf).value);
  }
  for (const std::string_view bad :
       {"2023-12-22", "2023-12-22T09:30:00", "2023-12-22T09:30Z", "22 Dec 2023", "", "2023-12-22T09:30:00.Z",
        "2023-12-22T09:30:00+5", "2023-13-22T09:30:00Z"}) {
    CAPTURE(bad);
    CHECK_FALSE(read_timestamp(bad));
  }
}

TEST_CASE("Only addresses of the web count as addresses") {
  for (const std::string_view good : {"https://example.org", "http://a", "HTTPS://Example.org/x?y#z"}) {
    CAPTURE(good);
    CHECK(is_web_address(good));
  }
  for (const std::string_view bad :
       {"", "javascript:alert(1)", "https://", "http:///x", "//example.org", "data:text/html,x",
        "https://a b", " https://a", "https:\\\\a", "https://a\"onclick=", "ftp://a"}) {
    CAPTURE(bad);
    CHECK_FALSE(is_web_address(bad));
  }
}
