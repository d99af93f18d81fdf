#include "pool/arbitrage.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

/// 100 USD on each of the curves, the concentrated one between 0.6 and 2.
const Liquidity pools[] = {
    {.curve = ConstantProductCurve{}, .value = 100, .price = 20, .tokens = 2.5, .usdc = 50},
    {.curve = WeightedCurve{0.8}, .value = 100, .price = 20, .tokens = 4, .usdc = 20},
    {.curve = concentrated_curve(0.6, 2), .value = 100, .price = 20, .tokens = 0, .usdc = 0},
};
const Liquidity &constant_product = pools[0], &weighted = pools[1], &concentrated = pools[2];

double value(const Liquidity& pool, double price) {
  return pool.value * std::visit([&](const auto& curve) { return curve.value(price); }, pool.curve);
}
double slope(const Liquidity& pool, double price) {
  return pool.value * std::visit([&](const auto& curve) { return curve.tokens(price); }, pool.curve);
}

}  // namespace

TEST_CASE("the loss versus rebalancing of a year is a known share of the value") {
  for (const double price : {0.3, 1.0, 4.0}) {
    CHECK_THAT(loss_versus_rebalancing(constant_product, price, 0.8), WithinRel(0.08 * value(constant_product, price), 1e-14));
    CHECK_THAT(loss_versus_rebalancing(weighted, price, 0.8), WithinRel(0.32 * 0.8 * 0.2 * value(weighted, price), 1e-14));
  }
  // In its range a concentrated pool loses in USD what the constant product of the same liquidity loses.
  const double depth = std::get<ConcentratedCurve>(concentrated.curve).liquidity / 0.5;
  for (const double price : {0.7, 1.0, 1.9})
    CHECK_THAT(loss_versus_rebalancing(concentrated, price, 0.8),
               WithinRel(depth * loss_versus_rebalancing(constant_product, price, 0.8), 1e-14));
}

TEST_CASE("a jump loses V(P) + V'(P)(P' - P) - V(P'), and never gains") {
  for (const Liquidity& pool : pools)
    for (const double from : {0.5, 0.6, 1.0, 1.7, 2.0, 3.0})
      for (const double to : {0.1, 0.5, 0.6, 1.0, 1.3, 2.0, 2.5, 8.0}) {
        INFO(pool.curve.index() << " from " << from << " to " << to);
        const double lost = value(pool, from) + slope(pool, from) * (to - from) - value(pool, to);
        CHECK_THAT(jump_loss(pool, from, to), WithinAbs(lost, 1e-12 * (1 + to) * pool.value));
        CHECK(jump_loss(pool, from, to) >= 0);
      }
}

TEST_CASE("small jumps lose what a diffusion of the same size does") {
  for (const Liquidity& pool : pools) {
    const double step = 1e-5;
    const double both = 0.5 * (jump_loss(pool, 1.2, 1.2 * (1 + step)) + jump_loss(pool, 1.2, 1.2 * (1 - step)));
    CHECK_THAT(both / (step * step), WithinRel(loss_versus_rebalancing(pool, 1.2, 1), 1e-5));
  }
}

TEST_CASE("fees break even at the volatility that they imply") {
  for (const Liquidity& pool : pools) {
    const double fee = break_even_fee(pool, 1.3, 0.9);
    CHECK_THAT(fee * value(pool, 1.3), WithinRel(loss_versus_rebalancing(pool, 1.3, 0.9), 1e-14));
    CHECK_THAT(implied_volatility(pool, 1.3, fee).value(), WithinRel(0.9, 1e-14));
  }
  CHECK_THAT(break_even_fee(constant_product, 5, 0.8), WithinRel(0.08, 1e-14));
  CHECK_THAT(implied_volatility(constant_product, 5, 0.08).value(), WithinRel(0.8, 1e-14));
}

TEST_CASE("out of range nothing is lost to arbitrage and fees imply no volatility") {
  for (const double price : {0.5, 2.1}) {
    CHECK(loss_versus_rebalancing(concentrated, price, 0.8) == 0);
    CHECK(break_even_fee(concentrated, price, 0.8) == 0);
    CHECK(!implied_volatility(concentrated, price, 0.1));
    const Arbitrage none = arbitrage(concentrated, price, {.volatility = 0.8, .log_fee = 0.003, .blocks_per_year = 1e6});
    CHECK(none.profit == 0);
    CHECK(none.fees == 0);
  }
}

TEST_CASE("without fees arbitrage takes the whole loss, and with them fees and profit share it") {
  for (const Liquidity& pool : pools) {
    const double loss = loss_versus_rebalancing(pool, 1, 0.8);
    const Arbitrage free = arbitrage(pool, 1, {.volatility = 0.8, .log_fee = 0, .blocks_per_year = 2.6e6});
    CHECK(free.trading_share == 1);
    CHECK(free.fees == 0);
    CHECK_THAT(free.profit, WithinRel(loss, 1e-7));
    const Arbitrage charged = arbitrage(pool, 1, {.volatility = 0.8, .log_fee = 0.003, .blocks_per_year = 2.6e6});
    CHECK(charged.profit < free.profit);
    CHECK_THAT(charged.profit + charged.fees, WithinRel(loss, 1e-5));
  }
}

TEST_CASE("a token that does not move is not arbitraged") {
  for (const double fee : {0.0, 0.003}) {
    const Arbitrage still = arbitrage(constant_product, 1, {.volatility = 0, .log_fee = fee, .blocks_per_year = 1e6});
    CHECK(still.trading_share == (fee > 0 ? 0 : 1));
    CHECK(still.profit == 0);
    CHECK(still.fees == 0);
  }
}

TEST_CASE("blocks too rare for a mean profit are told apart") {
  CHECK(has_finite_arbitrage({.volatility = 0.8, .log_fee = 0.003, .blocks_per_year = 0.081}));
  CHECK(!has_finite_arbitrage({.volatility = 0.8, .log_fee = 0.003, .blocks_per_year = 0.08}));
  CHECK(!has_finite_arbitrage({.volatility = 0.8, .log_fee = 0.003, .blocks_per_year = 0}));
}
