// What holds for every pool of the family at every price.
#include "pool/pool.h"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <limits>
#include <random>
#include <vector>

#include "pool/claim.h"

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

Liquidity liquidity(const PoolCurve& curve, double value = 1) {
  return {.curve = curve, .value = value, .price = 1, .tokens = 0, .usdc = 0};
}

/// One USD in pools whose ranges hold, touch and miss the price at entry, or have no end.
const Liquidity pools[] = {
    liquidity(ConstantProductCurve{}),
    liquidity(WeightedCurve{0.8}),
    liquidity(WeightedCurve{0.2}),
    liquidity(WeightedCurve{0.5}),
    liquidity(concentrated_curve(0.5, 3)),
    liquidity(concentrated_curve(1, 2)),
    liquidity(concentrated_curve(0.7, 1)),
    liquidity(concentrated_curve(0.99, 1.02)),
    liquidity(concentrated_curve(1.5, 2.2)),
    liquidity(concentrated_curve(0.3, 0.7)),
    liquidity(concentrated_curve(0, 2)),
    liquidity(concentrated_curve(0.6, infinity)),
    liquidity(concentrated_curve(0, infinity)),
};

template <class Check>
void at_every_price(Check check) {
  for (const Liquidity& pool : pools) {
    for (double price = 1e-6; price < 1e6; price *= 1.003) check(pool, price);
    // Around entry and the ends of ranges, where a branch or a rounding could slip.
    for (const double middle : {0.3, 0.5, 0.6, 0.7, 0.99, 1.0, 1.02, 1.5, 2.0, 2.2, 3.0})
      for (double below = middle, above = middle, i = 0; i < 20; ++i) {
        check(pool, below), check(pool, above);
        below = std::nextafter(below, 0), above = std::nextafter(above, infinity);
      }
  }
}

}  // namespace

TEST_CASE("no pool ever gains on holding, and each is what holding is worth less its loss") {
  at_every_price([](const Liquidity& pool, double price) {
    const PoolState at = pool_at(pool, price);
    if (!(at.impermanent_loss <= 0)) FAIL("pool " << &pool - pools << " gains " << at.impermanent_loss << " at " << price);
    const double off = std::abs(at.value - at.hold - at.impermanent_loss);
    if (!(off <= 1e-13 * at.hold)) FAIL("pool " << &pool - pools << " is off by " << off << " at " << price);
  });
}

TEST_CASE("at entry value and holding are what was put in") {
  for (const Liquidity& pool : pools) {
    const PoolState at = pool_at(pool, 1);
    CHECK_THAT(at.value, WithinRel(1.0, 1e-14));
    CHECK_THAT(at.hold, WithinRel(1.0, 1e-14));
    CHECK(at.impermanent_loss == 0);
  }
}

TEST_CASE("a constant product loses the same share at a price and its reciprocal") {
  for (double price = 1; price < 1e6; price *= 1.01) {
    const PoolState up = pool_at(pools[0], price), down = pool_at(pools[0], 1 / price);
    const double a = up.impermanent_loss / up.hold, b = down.impermanent_loss / down.hold;
    if (!(std::abs(a - b) <= 1e-14 * std::abs(a) + 1e-17)) FAIL(a << " and " << b << " at " << price);
  }
}

TEST_CASE("half the weight and a range without ends are the constant product") {
  const Liquidity &product = pools[0], &half = pools[3], &whole = pools[12];
  for (double price = 1e-6; price < 1e6; price *= 1.01) {
    INFO("at " << price);
    const PoolState expected = pool_at(product, price);
    for (const Liquidity& pool : {half, whole}) {
      const PoolState at = pool_at(pool, price);
      REQUIRE_THAT(at.value, WithinRel(expected.value, 1e-14));
      REQUIRE_THAT(at.hold, WithinRel(expected.hold, 1e-14));
      REQUIRE_THAT(at.delta, WithinRel(expected.delta, 1e-14));
      REQUIRE_THAT(at.gamma, WithinRel(expected.gamma, 1e-14));
      REQUIRE_THAT(at.impermanent_loss,
                   WithinRel(expected.impermanent_loss, 1e-11) || WithinAbs(expected.impermanent_loss, 1e-16));
    }
  }
}

TEST_CASE("delta is the slope of the value, from both sides at the ends of a range") {
  for (const Liquidity& pool : pools)
    for (const double price : {0.1, 0.3, 0.5, 0.6, 0.7, 0.85, 0.99, 1.0, 1.01, 1.02, 1.5, 2.0, 2.2, 3.0, 7.0}) {
      INFO("pool " << &pool - pools << " at " << price);
      const double h = 1e-6 * price;
      const PoolState at = pool_at(pool, price), up = pool_at(pool, price + h), down = pool_at(pool, price - h);
      // One-sided, the difference is off by half the curvature of its side.
      const double curvature = std::max({-at.gamma, -up.gamma, -down.gamma});
      const double margin = 1e-9 / price + 0.6 * h * curvature;
      CHECK_THAT((up.value - at.value) / h, WithinAbs(at.delta, margin));
      CHECK_THAT((at.value - down.value) / h, WithinAbs(at.delta, margin));
    }
}

TEST_CASE("gamma is the slope of delta inside a range and nothing outside") {
  for (const Liquidity& pool : pools)
    for (const double price : {0.1, 0.4, 0.65, 0.995, 1.1, 1.7, 2.1, 2.7, 7.0}) {
      INFO("pool " << &pool - pools << " at " << price);
      const double h = 1e-5 * price;
      const double slope = (pool_at(pool, price + h).delta - pool_at(pool, price - h).delta) / (2 * h);
      CHECK_THAT(pool_at(pool, price).gamma, WithinRel(slope, 1e-8) || WithinAbs(slope, 1e-12));
    }
}

TEST_CASE("a position twice as large is worth, loses and weighs twice as much") {
  at_every_price([](const Liquidity& pool, double price) {
    const PoolState one = pool_at(pool, price), two = pool_at(liquidity(pool.curve, 2), price);
    const bool twice = two.value == 2 * one.value && two.hold == 2 * one.hold && two.delta == 2 * one.delta &&
                       two.gamma == 2 * one.gamma && two.impermanent_loss == 2 * one.impermanent_loss;
    if (!twice) FAIL("pool " << &pool - pools << " at " << price);
  });
}

TEST_CASE("without drift, rebalancing gains nothing on holding, so that the pool loses to both the same on average") {
  const double volatility = 0.9, years = 30.0 / 365, day = 1.0 / 365;
  constexpr std::size_t paths = 20'000;
  std::mt19937_64 random(19870101);
  std::normal_distribution<double> normal;
  std::vector<std::vector<double>> prices(30, std::vector<double>(paths, 1));
  for (std::size_t d = 0; d < prices.size(); ++d)
    for (std::size_t i = 0; i < paths; ++i) {
      const double step = volatility * std::sqrt(day) * normal(random) - 0.5 * volatility * volatility * day;
      prices[d][i] = (d > 0 ? prices[d - 1][i] : 1) * std::exp(step);
    }
  for (const Liquidity& pool : pools) {
    INFO("pool " << &pool - pools);
    PoolBlock block = start_pool(pool, paths);
    const std::vector<double> no_fees(paths);
    for (const auto& closes : prices) advance(pool, no_fees, closes, block);
    double sum = 0, squares = 0, lost = 0, lost_squares = 0;
    for (std::size_t i = 0; i < paths; ++i) {
      const double gain = block.rebalanced[i] - block.hold[i], loss = block.impermanent_loss[i];
      sum += gain, squares += gain * gain, lost += loss, lost_squares += loss * loss;
    }
    const double mean = sum / paths, error = std::sqrt((squares / paths - mean * mean) / paths);
    const double mean_loss = lost / paths, loss_error = std::sqrt((lost_squares / paths - mean_loss * mean_loss) / paths);
    const double expected = expected_impermanent_loss(pool, {.forward = 1, .deviation = volatility * std::sqrt(years)});
    INFO("rebalanced - hold " << mean << " ± " << error << ", loss " << mean_loss << " ± " << loss_error << ", expected "
                              << expected);
    CHECK(std::abs(mean) < 4 * error);
    CHECK(error < 0.06 * -expected);
    CHECK(std::abs(mean_loss - expected) < 4 * loss_error);
    CHECK(loss_error < 0.08 * -expected);
  }
}
