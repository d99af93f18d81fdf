#include "history/decimal.h"

#include <catch2/catch_test_macros.hpp>

using namespace ballast;

TEST_CASE("a decimal is read to the nearest double") {
  CHECK(parse_decimal("17.31") == 17.31);
  CHECK(parse_decimal("17.310000") == 17.31);
  CHECK(parse_decimal("0017.31") == 17.31);
  CHECK(parse_decimal("+17.31") == 17.31);
  CHECK(parse_decimal("-17.31") == -17.31);
  CHECK(parse_decimal("5") == 5.0);
  CHECK(parse_decimal("5.") == 5.0);
  CHECK(parse_decimal(".5") == 0.5);
  CHECK(parse_decimal("1.5e3") == 1500.0);
  CHECK(parse_decimal("15E-1") == 1.5);
  CHECK(parse_decimal("100") == 100.0);
  CHECK(parse_decimal("0.000") == 0.0);
  CHECK(parse_decimal("17.239999771118164") == 17.239999771118164);
  CHECK(parse_decimal("0.1000000000000000055") == 0.1);
  CHECK(parse_decimal("17.24000000000000000000000000000000000000") == 17.24);
}

TEST_CASE("halfway between two doubles the even one is taken") {
  CHECK(parse_decimal("9007199254740993") == 9007199254740992.0);
  CHECK(parse_decimal("9007199254740995") == 9007199254740996.0);
  CHECK(parse_decimal("4503599627370496.5") == 4503599627370496.5);
  CHECK(parse_decimal("9007199254740993.001") == 9007199254740994.0);
  CHECK(parse_decimal("18014398509481983") == 18014398509481984.0);
}

TEST_CASE("what is not wholly a number is not read") {
  for (const auto text : {"",
                          "+",
                          "-",
                          ".",
                          "e5",
                          "1e",
                          "1e+",
                          "1e100",
                          "1,234.5",
                          "1 2",
                          "1.2.3",
                          "17,31",
                          "0x10",
                          "nan",
                          "inf",
                          "1_000",
                          "17.31 ",
                          "$17",
                          "12345678901234567891",
                          "1e-20",
                          "1e20",
                          "--1",
                          "1e5x"})
    CHECK_FALSE(parse_decimal(text));
}
