// Numbers as the page reads them, beside the C library.
#include "platform/read_number.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <random>
#include <string>

namespace {

double read(const std::string& text) {
  const char* end = nullptr;
  const double value = platform::read_number(text.c_str(), &end);
  CHECK(end == text.c_str() + text.size());
  return value;
}

}  // namespace

TEST_CASE("Numbers of up to 15 digits are read exactly") {
  for (const char* text :
       {"0", "-0", "7", "-7", "12.5", "0.1", "0.001", "199.99", "3.14159265358979", "1e3", "1E+3", "25e-1",
        "123456789012345", "-0.000123", "1e22", "9e-22", "0.30", "00012"}) {
    CAPTURE(text);
    CHECK(read(text) == std::strtod(text, nullptr));
  }
  CHECK(std::signbit(read("-0")));
}

TEST_CASE("Numbers of more digits are right but for their last places") {
  std::mt19937 random(7);
  std::uniform_int_distribution<uint64_t> digits;
  std::uniform_int_distribution<int> power(-280, 280);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = std::to_string(digits(random)) + "." + std::to_string(digits(random)) + "e" +
                             std::to_string(power(random));
    CAPTURE(text);
    const double wanted = std::strtod(text.c_str(), nullptr);
    CHECK(std::abs(read(text) - wanted) <= std::abs(wanted) * std::ldexp(1.0, -48));
  }
}

TEST_CASE("The greatest and least numbers") {
  CHECK(std::isinf(read("1e309")));
  CHECK(std::isinf(read("-1e999999999999")));
  CHECK(read("1e-400") == 0);
  CHECK(read("0e999999999999") == 0);
  CHECK(read("1.5e308") == doctest::Approx(1.5e308));
  CHECK(read("1.5e-308") == doctest::Approx(1.5e-308));
  CHECK(read(std::string(400, '9')) == HUGE_VAL);
  CHECK(read("0." + std::string(300, '0') + "1") == doctest::Approx(1e-301));
}

TEST_CASE("What follows a number is left") {
  const std::string text = "12.5]";
  const char* end = nullptr;
  CHECK(platform::read_number(text.c_str(), &end) == 12.5);
  CHECK(*end == ']');
}
