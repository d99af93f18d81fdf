#pragma once
#include <optional>
#include <span>
#include <vector>

#include "pool/liquidity.h"

namespace ballast {

/// What the position is measured against. It turns the sign of the hedge (model.md, section 6).
enum class Benchmark {
  hold,        ///< the tokens of entry, kept: the difference is the impermanent loss
  cash,        ///< the value at entry, kept in USDC
  rebalanced,  ///< the pool's own token holdings traded at the market's price: the difference is the loss versus rebalancing
};

/// How the sign of the hedge turns with the benchmark, in a sentence.
std::string_view hedge_direction(Benchmark benchmark);

/// A liquidity position as a scenario describes it.
struct Pool {
  PoolKind kind;
  Deposit deposit;
  Benchmark benchmark = Benchmark::hold;
  double fee_apr = 0;
  double spike_volume = 1;
  std::optional<double> fee_tier;
  double block_seconds = 12;
};

void describe(Fields& fields, Pool& pool);

/// What the pool is worth at the end of a day on a block of paths, USD.
struct PoolBlock {
  std::vector<double> value;
  std::vector<double> hold;
  std::vector<double> rebalanced;
  std::vector<double> impermanent_loss;  ///< value - hold, never above zero
  std::vector<double> fees;              ///< earned since entry
  std::vector<double> in_range;          ///< 1 where the closing price is in the range, else 0
  std::vector<double> delta;             ///< slope of value in the price ratio
  std::vector<double> price;             ///< the ratio itself
};

/// At entry: price ratio 1 on every path.
PoolBlock start_pool(const Liquidity& liquidity, std::size_t paths);

/// One day's fee income as a fraction of the value in range.
double fee_rate(const Pool& pool, double years, bool spike);

/// Moves the pool to the day's closing price ratios. Fees accrue on the closing value of the days in range.
void advance(const Liquidity& liquidity, double fee_rate, std::span<const double> price, PoolBlock& block);

/// What the pool holds on each path of a block.
struct PoolHoldings {
  std::vector<double> tokens;
  std::vector<double> usdc;
};

PoolHoldings pool_holdings(const Liquidity& liquidity, const PoolBlock& block);

/// The value and what it is made of at a price ratio, USD.
struct PoolState {
  double value;
  double hold;
  double impermanent_loss;
  double delta;  ///< slope of the value in the price ratio
  double gamma;  ///< its curvature
};
PoolState pool_at(const Liquidity& liquidity, double price);

/// The pool with its fees less its benchmark, USD: the pool's profit.
void profit(const Pool& pool, const Liquidity& liquidity, const PoolBlock& block, std::span<double> result);

}  // namespace ballast
