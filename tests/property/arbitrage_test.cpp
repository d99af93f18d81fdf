// A pool arbitraged step by step, against the formulas of pool/arbitrage.h.
#include "pool/arbitrage.h"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <random>

using namespace ballast;

namespace {

/// Constant product: reserves, and what arbitrage did in the last block.
struct ArbitragedPool {
  double tokens = 1, usdc = 1;
  double profit = 0, fee = 0;

  /// Trades until the pool's price is within the fee of the market's. The fee goes to the pool's owner, not into the reserves.
  bool arbitrage(double market, double log_fee) {
    const double gap = std::log(market * tokens / usdc), invariant = tokens * usdc;
    profit = fee = 0;
    if (std::abs(gap) <= log_fee) return false;
    const double side = gap > 0 ? 1 : -1;
    const double price = market * std::exp(-side * log_fee);
    const double bought = tokens - std::sqrt(invariant / price), paid = std::sqrt(invariant * price) - usdc;
    fee = std::expm1(side * log_fee) * paid;
    profit = bought * market - paid - fee;
    tokens -= bought, usdc += paid;
    return true;
  }

  double value(double market) const { return 2 * std::sqrt(tokens * usdc * market); }
};

/// Per block: whether it traded, profit and fee over the value at the market's price.
struct PerBlock {
  double share = 0, profit = 0, fees = 0;
};

/// The mean over many blocks of one pool, after it has forgotten where it began.
PerBlock simulate(const BlockTrading& trading, int blocks, std::mt19937_64& random) {
  std::exponential_distribution<double> wait(trading.blocks_per_year);
  std::normal_distribution<double> normal;
  ArbitragedPool pool;
  PerBlock sum;
  double market = 1;
  for (int block = -500; block < blocks; ++block) {
    market *= std::exp(trading.volatility * std::sqrt(wait(random)) * normal(random));
    const bool traded = pool.arbitrage(market, trading.log_fee);
    if (block < 0) continue;
    sum.share += traded;
    sum.profit += pool.profit / pool.value(market);
    sum.fees += pool.fee / pool.value(market);
  }
  return {sum.share / blocks, sum.profit / blocks, sum.fees / blocks};
}

/// Mean and standard error over independent pools.
class Estimate {
 public:
  void add(double x) { sum_ += x, squares_ += x * x, ++count_; }
  double mean() const { return sum_ / count_; }
  double error() const { return std::sqrt((squares_ / count_ - mean() * mean()) / (count_ - 1)); }

 private:
  double sum_ = 0, squares_ = 0;
  int count_ = 0;
};

/// The expectation lies within four standard errors, and these are at most one percent of it.
void check(const Estimate& estimate, double expected) {
  INFO("simulated " << estimate.mean() << " ± " << estimate.error() << ", expected " << expected);
  CHECK(estimate.error() < 0.01 * expected);
  CHECK(std::abs(estimate.mean() - expected) < 4 * estimate.error());
}

void check_simulation(const BlockTrading& trading) {
  std::mt19937_64 random(20230524);
  Estimate share, profit, fees;
  for (int pool = 0; pool < 600; ++pool) {
    const PerBlock found = simulate(trading, 10'000, random);
    share.add(found.share), profit.add(found.profit), fees.add(found.fees);
  }
  const Liquidity one_dollar{.curve = ConstantProductCurve{}, .value = 1, .price = 1, .tokens = 0.5, .usdc = 0.5};
  const Arbitrage expected = arbitrage(one_dollar, 1, trading);
  check(share, expected.trading_share);
  check(profit, expected.profit / trading.blocks_per_year);
  check(fees, expected.fees / trading.blocks_per_year);
}

}  // namespace

TEST_CASE("a pool arbitraged block by block trades, loses and earns as the formulas say") {
  // 5 % a day, 30 bp, 12 s.
  check_simulation({.volatility = 0.05 * std::sqrt(365.0), .log_fee = 0.003, .blocks_per_year = 365 * 86'400.0 / 12});
}

TEST_CASE("the formulas also hold where fees and moves between blocks are large") {
  // Here 1/(1 - σ²/(8λ)) is 1.067 and cosh(γ/2) 1.02: an answer to leading order would be 9 % off.
  check_simulation({.volatility = 0.71, .log_fee = 0.4, .blocks_per_year = 1});
}
