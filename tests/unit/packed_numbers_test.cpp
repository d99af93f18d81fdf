#include "scenario/packed_numbers.h"

#include <bit>
#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace ballast;

namespace {

template <class Number>
std::string text_of(std::vector<Number> numbers) {
  return packed<Number>(numbers);
}

}  // namespace

// Expected texts: python3 -c "import base64, struct; print(base64.b64encode(struct.pack('<2d', 0.1, -2.5)))" and so on.
TEST_CASE("numbers are packed as Python's struct and base64 pack them") {
  CHECK(text_of<double>({}) == "");
  CHECK(text_of<double>({0.1, -2.5}) == "mpmZmZmZuT8AAAAAAAAEwA==");
  CHECK(text_of<double>({1.0, -0.0, 5e-324}) == "AAAAAAAA8D8AAAAAAAAAgAEAAAAAAAAA");
  CHECK(text_of<std::uint32_t>({1}) == "AQAAAA==");
  CHECK(text_of<std::uint32_t>({1, 2}) == "AQAAAAIAAAA=");
  CHECK(text_of<std::uint32_t>({1, 258, 4294967295}) == "AQAAAAIBAAD/////");
}

TEST_CASE("unpacked numbers have the same bits") {
  using Limits = std::numeric_limits<double>;
  for (const double each : {0.0, -0.0, 0.1, -1e300, Limits::denorm_min(), Limits::max(), Limits::infinity()}) {
    const auto back = unpacked<double>(text_of<double>({each, 1}));
    REQUIRE(back.has_value());
    REQUIRE(back->size() == 2);
    CHECK(std::bit_cast<std::uint64_t>((*back)[0]) == std::bit_cast<std::uint64_t>(each));
  }
  CHECK(unpacked<double>("") == std::vector<double>());
  CHECK(unpacked<std::uint32_t>("AQAAAAIAAAA=") == std::vector<std::uint32_t>{1, 2});
}

TEST_CASE("what is not packed numbers is refused") {
  for (const char* text : {"AQAAAA=", "AQAAAA", "AQAAAA===", "AQA=AA==", "AQAAAB==", "AQAA\x80\x41==", "AQAA A==", "AQAA", "====", "AQAAAA==AQAAAA=="})
    CHECK_FALSE(unpacked<std::uint32_t>(text));
  CHECK_FALSE(unpacked<double>("AQAAAA=="));
}
