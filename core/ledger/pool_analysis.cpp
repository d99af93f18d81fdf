#include "ledger/pool_analysis.h"

#include <cmath>

#include "book/strip_hedge.h"
#include "pool/claim.h"

namespace ballast {
namespace {

/// Elasticity of the token to VIX where the path stands.
double elasticity(const Position& position, double vix) {
  const CurveState state = state_at(position.exposure.market.curve, vix);
  return at_level(position.exposure.token, {position.exposure.market, 0, 0, state.fast, state.slow, 1}).power;
}

double token_volatility(const Position& position) {
  const Market& market = position.exposure.market;
  return elasticity(position, market.vix) * market.vix_volatility;
}

BlockTrading block_trading(const Pool& pool, double volatility) {
  constexpr double seconds_per_year = 365.0 * 86400;
  return {
      .volatility = volatility, .log_fee = pool.fee_tier.value_or(0), .blocks_per_year = seconds_per_year / pool.block_seconds};
}

/// Levels of VIX out to six deviations on either side of the future, evenly in log.
std::vector<double> dense_levels(double future, double deviation) {
  constexpr int half = 200;
  std::vector<double> levels;
  for (int i = -half; i <= half; ++i) levels.push_back(future * numeric::exp(6 * deviation * i / half));
  return levels;
}

/// The price of the loss as a function of VIX at the expiry `days` ahead, USD.
double dense_strip_price(const Exposure& exposure, const DayView& day, int days) {
  const ExpirySlice& slice = day.slices.at(Underlying::vix, day.day + days);
  const TokenAtLevel token = at_level(
      exposure.token, {exposure.market, day.day, slice.years, day.market.fast[0], day.market.slow[0], day.market.token[0]});
  const std::vector<double> levels = dense_levels(slice.forward[0], std::sqrt(slice.theta[0]));
  std::vector<double> losses, puts, calls;
  for (const double level : levels) {
    losses.push_back(mapped_loss(exposure.liquidity, token, level));
    puts.push_back(quote(slice, OptionType::put, level, 0).price);
    calls.push_back(quote(slice, OptionType::call, level, 0).price);
  }
  // What lies beyond six deviations has no weight left: the tails are flat.
  const Strip strip = replicate(
      {.strikes = levels, .values = losses, .entry = token.level(1), .slope_below = 0, .slope_above = 0}, option_multiplier);
  return cost(strip, {puts, calls});
}

}  // namespace

PoolAnalysis analyse_pool(const Position& position) {
  const Liquidity& liquidity = position.exposure.liquidity;
  const double volatility = token_volatility(position);
  PoolAnalysis result{.token_volatility = volatility,
                      .loss_versus_rebalancing = loss_versus_rebalancing(liquidity, 1, volatility),
                      .break_even_fee = break_even_fee(liquidity, 1, volatility),
                      .implied_volatility = implied_volatility(liquidity, 1, position.pool.fee_apr),
                      .arbitrage = {}};
  const BlockTrading trading = block_trading(position.pool, volatility);
  if (position.pool.fee_tier && has_finite_arbitrage(trading)) result.arbitrage = arbitrage(liquidity, 1, trading);
  return result;
}

LossPrice price_of_loss(const Position& position, const DayView& day, int days) {
  const Exposure& exposure = position.exposure;
  const LognormalPrice lognormal{.forward = day.market.token[0],
                                 .deviation = deviation(exposure.token, exposure.market, days / days_per_year)};
  return {.days = days,
          .lognormal = -expected_impermanent_loss(exposure.liquidity, lognormal),
          .model = dense_strip_price(exposure, day, days)};
}

}  // namespace ballast
