#include "option/black76.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <limits>

using Catch::Matchers::WithinRel;
using namespace ballast;

TEST_CASE("black76 gives the published prices on a forward") {
  struct Case {
    OptionType type;
    double forward, strike, years, rate, volatility, price;
  };
  // The first is in py_vollib's documentation; the others were computed with 50 digits.
  const Case cases[] = {{OptionType::call, 100, 100, 0.5, 0.02, 0.2, 5.58110672460481012},
                        {OptionType::call, 20, 25, 30.0 / 365, 0.05, 0.9, 0.612134129172949282},
                        {OptionType::put, 20, 18, 30.0 / 365, 0.05, 0.9, 1.10512824081139043},
                        {OptionType::call, 49, 50, 0.3846, 0.05, 0.2, 1.94241757825226938}};
  for (const Case& c : cases) {
    const BlackGreeks greeks = black76_greeks({c.type, c.strike, c.years}, {c.forward, c.volatility, c.rate});
    CHECK_THAT(greeks.price, WithinRel(c.price, 2e-15));
  }
}

TEST_CASE("black76 is the intrinsic value without time and the larger bound without end") {
  constexpr double infinity = std::numeric_limits<double>::infinity();
  for (const double strike : {0.0, 50.0, 100.0, 200.0, infinity}) {
    const double call = strike < 100 ? 100 - strike : 0, put = strike > 100 ? strike - 100 : 0;
    CHECK(black76(OptionType::call, 100, strike, 0) == call);
    CHECK(black76(OptionType::put, 100, strike, 0) == put);
    CHECK(black76(OptionType::call, 100, strike, infinity) == (strike < infinity ? 100 : 0));
    CHECK(black76(OptionType::put, 100, strike, infinity) == strike);
  }
}
