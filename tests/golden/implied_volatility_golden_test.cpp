#include <catch2/catch_test_macros.hpp>

#include "option/implied_volatility.h"
#include "references.h"

using namespace ballast;

TEST_CASE("implied deviation is within 2 ulp, mostly 1, of what gives the very price in 80 digits") {
  int within_one = 0, all = 0;
  const auto lines = golden::lines("implied.txt", "implied", 3);
  REQUIRE(lines.size() > 500);
  for (const auto& line : lines) {
    const double forward = line.operands[0], strike = line.operands[1], price = line.operands[2];
    const double found = implied_deviation(OptionType::call, forward, strike, price).value();
    const detail::BlackTails tails =
        detail::black_tails(detail::black_place(std::fabs(moneyness(forward, strike).log_ratio), found));
    // What an error of one ulp in the price does to it.
    const double slope = found * tails.decay * numeric::inverse_root_two_pi;
    const double error = line.results[0].ulps(found) / std::fmax(1, tails.worth / slope);
    INFO("strike " << strike << ", price " << price << ", deviation " << line.results[0].nearest);
    CHECK(error <= 2);
    within_one += error <= 1;
    ++all;
  }
  CHECK(within_one >= 0.97 * all);
}
