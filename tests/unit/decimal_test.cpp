// The page's own reading of decimal numbers against the C library's.
#include "platform/decimal.h"

#include <cmath>
#include <cstdlib>
#include <string>

#include <doctest/doctest.h>

#include "query_random.h"

using namespace explorer;
using platform::read_decimal;

TEST_CASE("decimal numbers are read as the C library reads them, and as far") {
  for (const char* text : {"0",
                           "-0",
                           "7",
                           "-12",
                           "+3",
                           " \t5",
                           "1.5",
                           "1.",
                           ".5",
                           "-.25e1",
                           "12.50e1",
                           "1e3",
                           "1E+3",
                           "1e-3",
                           "1e",
                           "1e+",
                           "1ex",
                           "12abc",
                           "",
                           "-",
                           ".",
                           "e5",
                           "+.e1",
                           "9223372036854775807",
                           "9223372036854775808e0",
                           "1e18",
                           "123456789012345678",
                           "0.1",
                           "0.30",
                           "1e22",
                           "1e400",
                           "-1e400",
                           "1e-400",
                           "0e999999999999",
                           "1e999999999999",
                           "0.0000000000000000000000000000000000001e37",
                           "00012",
                           "1..2",
                           "1.5.5"}) {
    CAPTURE(text);
    char *own_end = nullptr, *library_end = nullptr;
    const double own = read_decimal(text, &own_end), library = std::strtod(text, &library_end);
    CHECK(own_end == library_end);
    CHECK(own == library);
    CHECK(std::signbit(own) == std::signbit(library));
  }
  CHECK(read_decimal("2.5", nullptr) == 2.5);
}

TEST_CASE("numbers with many digits and great powers differ in the last bits at most") {
  test::Random random(20);
  for (int round = 0; round < 20'000; ++round) {
    std::string text = random.one_in(2) ? "-" : "";
    for (uint32_t i = 1 + random.below(30); i > 0; --i)
      text += static_cast<char>('0' + random.below(10));
    if (random.one_in(2)) text.insert(text.size() - random.below(2), ".");
    if (random.one_in(2))
      text += (random.one_in(2) ? "e-" : "e") + std::to_string(random.below(random.one_in(4) ? 340 : 30));
    CAPTURE(text);
    char *own_end = nullptr, *library_end = nullptr;
    const double own = read_decimal(text.c_str(), &own_end),
                 library = std::strtod(text.c_str(), &library_end);
    CHECK(own_end == library_end);
    if (std::isinf(library) || std::fabs(library) < 1e-290) continue;  // near the ends the last bits decide
    CHECK(std::fabs(own - library) <= std::fabs(library) * 1e-14);
  }
}
