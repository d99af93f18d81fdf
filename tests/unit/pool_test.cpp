#include "pool/pool.h"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>
#include <random>

using Catch::Matchers::WithinAbs;
using Catch::Matchers::WithinRel;
using namespace ballast;

namespace {

Liquidity opened(const Pool& pool) { return open_liquidity(pool.kind, pool.deposit).value(); }

/// Moves the one path of a block by a day; `spike` is 1 on a day of a spike, else 0.
void move_by_day(const Pool& pool, double price, double spike, PoolBlock& block) {
  double rate = 0;
  fee_rates(pool, 1.0 / 365, {&spike, 1}, {&rate, 1});
  advance(opened(pool), {&rate, 1}, {&price, 1}, block);
}

/// A pool taken along prices, one a day.
PoolBlock taken(const Pool& pool, std::initializer_list<double> prices) {
  PoolBlock block = start_pool(opened(pool), 1);
  for (const double price : prices) move_by_day(pool, price, 0, block);
  return block;
}

double profit_of(const Pool& pool, const PoolBlock& block) {
  double result = 0;
  profit(pool, opened(pool), block, {&result, 1});
  return result;
}

}  // namespace

TEST_CASE("impermanent loss is never above zero, and nothing only at the entry price") {
  const ConstantProductCurve pool;
  CHECK(pool.impermanent_loss(1) == 0);
  for (double price = 1e-9; price < 1e9; price *= 1.01) {
    if (price != 1) CHECK(pool.impermanent_loss(price) <= 0);
    CHECK_THAT(pool.impermanent_loss(price), WithinAbs(pool.value(price) - pool.hold(price), 1e-15 * pool.hold(price)));
  }
  // One ulp away the loss is still seen, where the difference of value and hold would be rounding.
  CHECK(pool.impermanent_loss(1 + 1e-9) < 0);
  CHECK_THAT(pool.impermanent_loss(1 + 1e-6), WithinRel(-1.25e-13, 1e-5));
}

TEST_CASE("a price and its reciprocal lose the same share of what holding is worth") {
  const ConstantProductCurve pool;
  for (const double price : {1.01, 1.5, 2.0, 10.0, 1000.0})
    CHECK_THAT(pool.impermanent_loss(price) / pool.hold(price),
               WithinRel(pool.impermanent_loss(1 / price) / pool.hold(1 / price), 1e-13));
}

TEST_CASE("delta and gamma are the slopes of the value") {
  const ConstantProductCurve pool;
  for (const double price : {0.3, 1.0, 2.5}) {
    const double h = 1e-5;
    CHECK_THAT(pool.tokens(price), WithinRel((pool.value(price + h) - pool.value(price - h)) / (2 * h), 1e-9));
    CHECK_THAT(pool.gamma(price), WithinRel((pool.tokens(price + h) - pool.tokens(price - h)) / (2 * h), 1e-9));
    CHECK_THAT(pool.gamma(price), WithinRel(-0.25 * pool.value(price) / (price * price), 1e-14));
  }
}

TEST_CASE("a pool twice as large is worth, loses and earns twice as much") {
  Pool one{.kind = {}, .deposit = {}, .fee_apr = 0.3, .fee_tier = {}}, two = one;
  two.deposit.value = 200'000;
  const auto prices = {1.1, 0.7, 1.9};
  const PoolBlock a = taken(one, prices), b = taken(two, prices);
  CHECK(b.value[0] == 2 * a.value[0]);
  CHECK(b.hold[0] == 2 * a.hold[0]);
  CHECK(b.rebalanced[0] == 2 * a.rebalanced[0]);
  CHECK(b.impermanent_loss[0] == 2 * a.impermanent_loss[0]);
  CHECK(b.fees[0] == 2 * a.fees[0]);
}

TEST_CASE("the profit is measured against the benchmark") {
  for (const double price : {0.25, 1.0, 4.0}) {
    Pool pool{.kind = {}, .deposit = {}, .fee_apr = 0.1, .fee_tier = {}};
    const PoolBlock block = taken(pool, {price});
    CHECK_THAT(profit_of(pool, block), WithinAbs(block.value[0] - block.hold[0] + block.fees[0], 1e-9));
    pool.benchmark = Benchmark::cash;
    CHECK(profit_of(pool, block) == block.value[0] - 100'000 + block.fees[0]);
    pool.benchmark = Benchmark::rebalanced;
    CHECK(profit_of(pool, block) == block.value[0] - block.rebalanced[0] + block.fees[0]);
  }
}

TEST_CASE("a jump costs V(P) + V'(P)·(P' - P) - V(P') against rebalancing") {
  const Pool pool;
  const PoolBlock block = taken(pool, {1.2, 2.0});
  const auto v = [](double p) { return 100'000 * std::sqrt(p); };
  const double first = v(1) + 0.5 * v(1) * 0.2 - v(1.2);
  const double second = v(1.2) + 0.5 * v(1.2) / 1.2 * 0.8 - v(2);
  CHECK_THAT(block.rebalanced[0] - block.value[0], WithinRel(first + second, 1e-12));
}

TEST_CASE("the loss versus rebalancing never falls, and grows by sigma²/8 of the value a year") {
  // Many small steps of both signs; LVR of a constant product is sigma²/8·V per year (Milionis et al. 2022, example 3).
  const Pool pool;
  PoolBlock block = start_pool(opened(pool), 1);
  std::mt19937_64 random(20180205);
  const double sigma = 0.8, dt = 1.0 / 100'000;
  double price = 1, last = 0, expected = 0;
  for (int i = 0; i < 100'000; ++i) {
    const double step = (random() & 1 ? 1 : -1) * sigma * std::sqrt(dt);
    expected += sigma * sigma / 8 * block.value[0] * dt;
    price *= std::exp(step);
    move_by_day(pool, price, 0, block);
    const double lost = block.rebalanced[0] - block.value[0];
    if (!(lost >= last - 1e-9)) FAIL("the loss fell at step " << i);
    last = lost;
  }
  CHECK_THAT(last, WithinRel(expected, 0.01));
}

TEST_CASE("fees accrue on the value, and more on the days of a spike") {
  Pool pool{.kind = {}, .deposit = {}, .fee_apr = 0.365, .spike_volume = 4, .fee_tier = {}};
  PoolBlock block = start_pool(opened(pool), 1);
  move_by_day(pool, 1, 0, block);
  CHECK_THAT(block.fees[0], WithinRel(100.0, 1e-14));
  move_by_day(pool, 4, 1, block);
  CHECK_THAT(block.fees[0], WithinRel(100.0 + 4 * 200.0, 1e-14));
}
