#include "pool/pool.h"

#include <cmath>

namespace ballast {

std::string_view hedge_direction(Benchmark benchmark) {
  switch (benchmark) {
    case Benchmark::hold:
      return "Against holding the pool loses both when the token rises and when it falls: the hedge is bought options on both sides.";
    case Benchmark::cash:
      return "Against cash the pool is long the token: it gains when volatility spikes and loses in calm, so a hedge of the spike adds to "
             "its gain and what needs hedging is the decay.";
    case Benchmark::rebalanced:
      return "Against its own rebalanced holdings the pool has no direction left: it loses with every move of the token, up or down, and "
             "only fees or bought convexity pay for it.";
  }
  return "";
}

void describe(Fields& fields, Pool& pool) {
  fields.kinds(pool.kind);
  describe(fields, pool.deposit);
  const auto opened = open_liquidity(pool.kind, pool.deposit);
  fields.require(opened.has_value(), opened ? "" : opened.error().field, opened ? "" : opened.error().message);
  choice(fields, pool.benchmark, std::to_array<std::string_view>({"hold", "cash", "rebalanced"}),
         {.name = "benchmark",
          .text = "What the position is measured against: the entry tokens kept, the entry value in USDC, or the same token holdings "
                  "traded at market prices",
          .source = published("impermanent loss is defined against holding (Pintail, \"Understanding Uniswap Returns\", 2019); "
                              "rebalanced: Milionis et al. 2022")});
  fields.number(pool.fee_apr, {.name = "fee_apr",
                               .text = "Fees earned on the value while in range",
                               .unit = "per year",
                               .bounds = between(0, 100),
                               .source = assumption("none, so that what is shown is the loss that fees must pay for")});
  fields.number(pool.spike_volume, {.name = "spike_volume",
                                    .text = "Multiple of fees on the days of the spike",
                                    .bounds = between(0, 1000),
                                    .source = assumption("no more volume than on other days")});
  fields.number(pool.fee_tier, {.name = "fee_tier",
                                .text = "Fee of a trade, as a fraction of it (0.003 is 30 basis points); with it the report splits the "
                                        "loss versus rebalancing between arbitrageurs and fees",
                                .bounds = between(0, 0.5)});
  fields.number(pool.block_seconds, {.name = "block_seconds",
                                     .text = "Mean time between blocks, in which arbitrage trades",
                                     .unit = "seconds",
                                     .bounds = between(0.01, 86400),
                                     .source = published("Ethereum proof-of-stake specification: a slot is 12 seconds")});
}

PoolBlock start_pool(const Liquidity& liquidity, std::size_t paths) {
  PoolBlock block;
  for (auto* array : {&block.value, &block.hold, &block.rebalanced}) array->assign(paths, liquidity.value);
  block.impermanent_loss.assign(paths, 0);
  block.fees.assign(paths, 0);
  block.price.assign(paths, 1);
  std::visit(
      [&](const auto& curve) {
        block.in_range.assign(paths, curve.in_range(1));
        block.delta.assign(paths, liquidity.value * curve.tokens(1));
      },
      liquidity.curve);
  return block;
}

double fee_rate(const Pool& pool, double years, bool spike) { return pool.fee_apr * years * (spike ? pool.spike_volume : 1); }

namespace {

/// One day's terms of a pool.
struct PoolDay {
  double scale, fee_rate;
  std::span<const double> price;
};

template <class Curve>
BALLAST_ELEMENT void advance_by(const Curve& given, const PoolDay& day, PoolBlock& block) {
  const double scale = day.scale, fee_rate = day.fee_rate;
  const Curve curve = given;
  double* const value = block.value.data();
  double* const hold = block.hold.data();
  double* const rebalanced = block.rebalanced.data();
  double* const loss = block.impermanent_loss.data();
  double* const fees = block.fees.data();
  double* const in_range = block.in_range.data();
  double* const delta = block.delta.data();
  double* const last = block.price.data();
  const double* const now = day.price.data();
  const std::size_t size = day.price.size();
  // Without this word g++ gives up on telling nine columns apart and takes one path at a time.
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < size; ++i) {
    const double r = now[i];
    rebalanced[i] += delta[i] * (r - last[i]);
    value[i] = scale * curve.value(r);
    hold[i] = scale * curve.hold(r);
    loss[i] = scale * curve.impermanent_loss(r);
    in_range[i] = curve.in_range(r);
    fees[i] += fee_rate * in_range[i] * value[i];
    delta[i] = scale * curve.tokens(r);
    last[i] = r;
  }
}

// Clones are made of functions, not of templates, so each curve has one of its own.
BALLAST_VECTORISED void advance_on(const ConstantProductCurve& curve, const PoolDay& day, PoolBlock& block) {
  advance_by(curve, day, block);
}
BALLAST_VECTORISED void advance_on(const WeightedCurve& curve, const PoolDay& day, PoolBlock& block) {
  advance_by(curve, day, block);
}
BALLAST_VECTORISED void advance_on(const ConcentratedCurve& curve, const PoolDay& day, PoolBlock& block) {
  advance_by(curve, day, block);
}

}  // namespace

void advance(const Liquidity& liquidity, double fee_rate, std::span<const double> price, PoolBlock& block) {
  std::visit([&](const auto& curve) { advance_on(curve, {liquidity.value, fee_rate, price}, block); }, liquidity.curve);
}

PoolHoldings pool_holdings(const Liquidity& liquidity, const PoolBlock& block) {
  PoolHoldings result;
  result.tokens.reserve(block.value.size());
  result.usdc.reserve(block.value.size());
  for (std::size_t i = 0; i < block.value.size(); ++i) {
    result.tokens.push_back(block.delta[i] / liquidity.price);
    // The difference of two equal amounts may round below zero where the pool holds tokens alone.
    result.usdc.push_back(std::fmax(block.value[i] - block.delta[i] * block.price[i], 0));
  }
  return result;
}

PoolState pool_at(const Liquidity& liquidity, double price) {
  const double scale = liquidity.value;
  return std::visit(
      [&](const auto& curve) -> PoolState {
        return {.value = scale * curve.value(price),
                .hold = scale * curve.hold(price),
                .impermanent_loss = scale * curve.impermanent_loss(price),
                .delta = scale * curve.tokens(price),
                .gamma = scale * curve.gamma(price)};
      },
      liquidity.curve);
}

void profit(const Pool& pool, const Liquidity& liquidity, const PoolBlock& block, std::span<double> result) {
  for (std::size_t i = 0; i < result.size(); ++i) switch (pool.benchmark) {
      case Benchmark::hold: result[i] = block.impermanent_loss[i] + block.fees[i]; break;
      case Benchmark::cash: result[i] = block.value[i] - liquidity.value + block.fees[i]; break;
      case Benchmark::rebalanced: result[i] = block.value[i] - block.rebalanced[i] + block.fees[i]; break;
    }
}

}  // namespace ballast
