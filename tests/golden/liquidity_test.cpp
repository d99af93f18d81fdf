// Liquidity positions against published examples and reference values computed with 50 digits.
#include "pool/liquidity.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "pool/pool.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// Impermanent loss in percent of what holding is worth.
double loss_percent(const PoolKind& kind, double price) {
  const PoolState at = pool_at(open_liquidity(kind, {.price = 1}).value(), price);
  return 100 * at.impermanent_loss / at.hold;
}

struct Amounts {
  double tokens, usdc;
};

Amounts amounts(const Liquidity& liquidity, double usd) {
  const double price = usd / liquidity.price;
  return std::visit(
      [&](const auto& curve) -> Amounts {
        return {liquidity.value / liquidity.price * curve.tokens(price), liquidity.value * curve.usdc(price)};
      },
      liquidity.curve);
}

}  // namespace

TEST_CASE("2 ETH at 2000 between 1500 and 2500 go with 5076.10 USDC") {
  // Elsts, "Liquidity Math in Uniswap v3", 2021, example 1.
  const Liquidity opened = open_liquidity(Concentrated{.lower = 1500, .upper = 2500}, {.price = 2000, .tokens = 2}).value();
  CHECK_THAT(opened.usdc, WithinAbs(5076.10, 0.005));
  CHECK_THAT(opened.usdc, WithinRel(5076.10235947987710, 1e-12));
  CHECK_THAT(opened.value, WithinRel(9076.10235947987710, 1e-12));
  CHECK_THAT(opened.tokens, WithinRel(2.0, 1e-15));
  // In the units of the pool, √(tokens·usdc) of the virtual reserves.
  const double liquidity = std::get<ConcentratedCurve>(opened.curve).liquidity * opened.value / std::sqrt(opened.price);
  CHECK_THAT(liquidity, WithinRel(847.213595499957939, 1e-12));
}

TEST_CASE("2 ETH and 4000 USDC at 2000 below 3000 begin at 1333.33 and have become 0.85 ETH and 6572.90 USDC at 2500") {
  // The same, examples 2 and 3 (which has 6572.89 from the rounded lower end).
  const Liquidity opened = open_liquidity(Concentrated{.upper = 3000}, {.price = 2000, .tokens = 2, .usdc = 4000}).value();
  CHECK_THAT(opened.lower, WithinAbs(1333.33, 0.005));
  CHECK_THAT(opened.lower, WithinRel(1333.33333333333333, 1e-12));
  CHECK(opened.upper == 3000);
  const Amounts later = amounts(opened, 2500);
  CHECK_THAT(later.tokens, WithinRel(0.849364120474467983, 1e-12));
  CHECK_THAT(later.usdc, WithinRel(6572.90004396934805, 1e-12));
}

TEST_CASE("a concentrated position keeps 12 digits of its value, loss, delta and gamma in its range and beyond") {
  struct Case {
    double price, tokens, usdc, value, hold, loss, loss_share, gamma;
  };
  const Case cases[] = {
      {1400, 4.93068906367980153, 0, 6902.96468915172214, 7876.10235947987710, -973.137670328154951, -0.123555741902828587, 0},
      {1750, 3.30800664117296572, 2629.04600403277741, 8418.05762608546742, 8576.10235947987710, -158.044733394409671,
       -0.0184285036220107287, -0.00578636530033489272},
      {2250, 0.916558932937153092, 7374.42793608826125, 9436.68553519685570, 9576.10235947987710, -139.416824283021391,
       -0.0145588276993515523, -0.00396907352065251375},
      {3000, 0, 9548.23831447945649, 9548.23831447945649, 11076.1023594798771, -1527.86404500042061, -0.137942391232304177, 0}};
  const Liquidity opened = open_liquidity(Concentrated{.lower = 1500, .upper = 2500}, {.price = 2000, .tokens = 2}).value();
  for (const Case& c : cases) {
    INFO("at " << c.price);
    const Amounts amount = amounts(opened, c.price);
    CHECK_THAT(amount.tokens, WithinRel(c.tokens, 1e-12));
    CHECK_THAT(amount.usdc, WithinRel(c.usdc, 1e-12));
    const PoolState at = pool_at(opened, c.price / 2000);
    CHECK_THAT(at.value, WithinRel(c.value, 1e-12));
    CHECK_THAT(at.hold, WithinRel(c.hold, 1e-12));
    CHECK_THAT(at.impermanent_loss, WithinRel(c.loss, 1e-12));
    CHECK_THAT(at.impermanent_loss / at.hold, WithinRel(c.loss_share, 1e-12));
    CHECK_THAT(at.delta / 2000, WithinRel(c.tokens, 1e-12));
    CHECK_THAT(at.gamma / (2000.0 * 2000.0), WithinRel(c.gamma, 1e-12));
  }
}

TEST_CASE("a weighted pool loses r^w/(w·r + 1 - w) - 1 of what holding is worth") {
  struct Case {
    double weight, price, loss;
  };
  const Case cases[] = {{0.8, 2, -0.0327215963376398454},
                        {0.8, 0.5, -0.0427513708358041610},
                        {0.2, 2, -0.0427513708358041610},
                        {0.8, 4, -0.108402019699765834}};
  for (const Case& c : cases) CHECK_THAT(loss_percent(Weighted{.weight = c.weight}, c.price), WithinRel(100 * c.loss, 1e-12));
}

TEST_CASE("a ratio of 1.25 loses 0.619 percent and 5x 25.46, not the 2.0 and 20 that can be read elsewhere") {
  CHECK_THAT(loss_percent(ConstantProduct{}, 1.25), WithinAbs(-0.619, 0.0005));
  CHECK_THAT(loss_percent(ConstantProduct{}, 5), WithinAbs(-25.46, 0.005));
  // The figures that such tables show belong to other ratios.
  CHECK_THAT(loss_percent(ConstantProduct{}, 1.5), WithinAbs(-2.0, 0.05));
  CHECK_THAT(loss_percent(ConstantProduct{}, 4), WithinAbs(-20, 1e-12));
}

TEST_CASE("a range is as much deeper than x·y = k as the published capital efficiency says") {
  // Uniswap, "Introducing Uniswap v3", 2021: 4000 times for 0.10 %; 1/(1 - (lower/upper)^(1/4)) for a range about its geometric
  // mean.
  const auto efficiency = [](double lower, double upper) {
    return open_liquidity(Concentrated{.lower = lower, .upper = upper}, {.price = 1}).value().efficiency;
  };
  CHECK_THAT(efficiency(1 / std::sqrt(1.001), std::sqrt(1.001)), WithinRel(4000.0, 1e-3));
  for (const double half : {1.01, 1.2, 2.0, 9.0})
    CHECK_THAT(efficiency(1 / half, half), WithinRel(1 / (1 - std::pow(half, -0.5)), 1e-12));
  CHECK(efficiency(2, 3) == 0);
}
