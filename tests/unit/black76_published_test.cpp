#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "option/black76.h"
#include "option/spot_greeks.h"

using Catch::Matchers::WithinRel;
using namespace ballast;

TEST_CASE("prices from spot are Haug's") {
  // E. G. Haug, "Option pricing formulas" (1998), as in QuantLib's test-suite/europeanoption.cpp; here to 18 digits.
  struct Case {
    BlackOption option;
    SpotMarket market;
    double price;
  };
  const Case cases[] = {{{OptionType::call, 65, 0.25}, {60, 0.30, 0.08, 0}, 2.13336844491620001},
                        {{OptionType::put, 95, 0.5}, {100, 0.20, 0.10, 0.05}, 2.46478764675582117},
                        {{OptionType::call, 19, 0.75}, {19, 0.28, 0.10, 0.10}, 1.70105072523626714},
                        {{OptionType::call, 1.60, 0.5}, {1.56, 0.12, 0.06, 0.08}, 0.0290992531494396829},
                        {{OptionType::put, 70, 0.5}, {75, 0.35, 0.10, 0.05}, 4.08695382863535379},
                        {{OptionType::call, 40, 0.75}, {42, 0.35, 0.04, 0.08}, 5.09754771772615961}};
  for (const Case& c : cases) CHECK_THAT(spot_greeks(c.option, c.market).price, WithinRel(c.price, 4e-15));
}

TEST_CASE("all greeks from spot agree with 50-digit differences") {
  const BlackOption option{OptionType::call, 95, 0.5};
  const SpotMarket market{100, 0.3, 0.05, 0.02};
  const SpotGreeks g = spot_greeks(option, market);
  CHECK_THAT(g.price, WithinRel(11.6604518714500861, 1e-14));
  CHECK_THAT(g.delta, WithinRel(0.655647472298826032, 1e-14));
  CHECK_THAT(g.gamma, WithinRel(0.0170575033534501286, 1e-14));
  CHECK_THAT(g.vega, WithinRel(25.5862550301751929, 1e-14));
  CHECK_THAT(g.theta, WithinRel(-9.05979633237653165, 1e-14));
  CHECK_THAT(g.rho, WithinRel(26.9521476792162585, 1e-14));
  CHECK_THAT(g.yield_rho, WithinRel(-32.7823736149413016, 1e-14));
  CHECK_THAT(g.vanna, WithinRel(-0.249001421958090640, 1e-14));
  CHECK_THAT(g.volga, WithinRel(7.36988552094781058, 1e-14));

  const HigherGreeks h = higher_greeks(option, market);
  CHECK_THAT(h.charm, WithinRel(0.0366408659730533268, 1e-13));
  CHECK_THAT(h.speed, WithinRel(-0.000507151015041062998, 1e-13));
  CHECK_THAT(h.zomma, WithinRel(-0.0519450874975352216, 1e-13));
  CHECK_THAT(h.color, WithinRel(0.0169344042608492542, 1e-13));
  CHECK_THAT(h.ultima, WithinRel(-84.3691549591182210, 1e-13));
}

TEST_CASE("the cash-or-nothing put is Haug's") {
  // Haug (1998), page 88, in QuantLib's test-suite/digitaloption.cpp: 2.6710 for a cash amount of 10.
  const BlackOption option{OptionType::put, 80, 0.75};
  CHECK_THAT(10 * cash_or_nothing(option, forward_market({100, 0.35, 0.06, 0.06}, 0.75)),
             WithinRel(2.67104568446134742, 4e-15));
}

TEST_CASE("without time the greeks from spot are those of the payoff, and finite") {
  for (const double strike : {0.0, 90.0, 100.0, 110.0}) {
    const BlackOption option{OptionType::call, strike, 0};
    const SpotMarket market{100, 0.2, 0.05, 0.01};
    const SpotGreeks g = spot_greeks(option, market);
    CHECK(g.delta == (strike < 100 ? 1 : strike > 100 ? 0 : 0.5));
    CHECK(g.gamma == 0);
    const HigherGreeks h = higher_greeks(option, market);
    for (const double x : {h.charm, h.speed, h.zomma, h.color, h.ultima, g.theta, g.vanna, g.volga}) CHECK(std::isfinite(x));
  }
}
