// Arbitrage of a pool with fees and blocks: published figures, and reference values computed with 50 digits.
#include "pool/arbitrage.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double days = 365, seconds = 365 * 86'400.0;

/// A pool whose token moves by 5 % a day.
BlockTrading five_percent_a_day(double fee_basis_points, double block_seconds) {
  return {.volatility = 0.05 * std::sqrt(days), .log_fee = 1e-4 * fee_basis_points, .blocks_per_year = seconds / block_seconds};
}

const Liquidity one_dollar{.curve = ConstantProductCurve{}, .value = 1, .price = 1, .tokens = 0.5, .usdc = 0.5};

}  // namespace

TEST_CASE("the share of blocks that trade is the published one") {
  // Milionis, Moallemi, Roughgarden, "Automated Market Making and Arbitrage Profits in the Presence of Fees", 2023: 5 % a day,
  // 12 s.
  struct Case {
    double basis_points, percent;
  };
  const Case cases[] = {{1, 80.6}, {5, 45.5}, {10, 29.4}, {30, 12.2}, {100, 4.0}};
  for (const Case& c : cases) {
    INFO(c.basis_points << " bp");
    CHECK_THAT(100 * arbitrage(one_dollar, 1, five_percent_a_day(c.basis_points, 12)).trading_share,
               WithinAbs(c.percent, 0.05));
  }
}

TEST_CASE("share, profit and fees of arbitrage agree with 50 digits") {
  struct Case {
    double basis_points, block_seconds, share, profit_a_day, fees_a_day;
  };
  const Case cases[] = {{30, 12, 0.121951219512195122, 0.0000381098006251158318, 0.000274390358708095827},
                        {5, 12, 0.454545454545454545, 0.000142045465149542781, 0.000170454554628314798},
                        {30, 2, 0.0536586445234127284, 0.0000167683453992360248, 0.000295731786625087096},
                        {100, 12, 0.04, 0.0000125001567928670486, 0.000300001263022450653},
                        {30, 600, 0.495482742082294433, 0.000154838867115748224, 0.000157662044370939594}};
  for (const Case& c : cases) {
    INFO(c.basis_points << " bp, blocks of " << c.block_seconds << " s");
    const Arbitrage found = arbitrage(one_dollar, 1, five_percent_a_day(c.basis_points, c.block_seconds));
    CHECK_THAT(found.trading_share, WithinRel(c.share, 1e-12));
    CHECK_THAT(found.profit / days, WithinRel(c.profit_a_day, 1e-12));
    CHECK_THAT(found.fees / days, WithinRel(c.fees_a_day, 1e-12));
  }
}
