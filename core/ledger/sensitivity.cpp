#include "ledger/sensitivity.h"

namespace ballast {
namespace {

MarketBlock path_zero(const MarketBlock& block) {
  return {.fast = {block.fast[0]},
          .slow = {block.slow[0]},
          .vix = {block.vix[0]},
          .vvix = {block.vvix[0]},
          .spx = {block.spx[0]},
          .token = {block.token[0]}};
}

}  // namespace

void Sensitivities::start_day(const DayView& day) {
  day_ = &day;
  shocked_ = path_zero(day.market);
  const double jump[] = {numeric::log((shocked_.vix[0] + 1) / shocked_.vix[0])};
  shock(position_.exposure.market.curve, jump, shocked_);
  advance(position_.exposure.token, {position_.exposure.market, day.day, 0, jump}, shocked_);
  shocked_slices_.start_day(position_.exposure.market, shocked_, day.day);
}

LayerGreeks Sensitivities::layer(std::size_t number) {
  LayerGreeks sum;
  for (const Leg& leg : day_->holdings[number].legs) {
    const double size = leg.contracts[0] * option_multiplier;
    const BlackGreeks greeks = leg_greeks(day_->slices.at(leg.underlying, leg.expiry_day), leg, 0);
    sum.delta += size * greeks.delta;
    sum.gamma += size * greeks.gamma;
    sum.theta += size * greeks.theta / days_per_year;
    sum.vega += size * greeks.vega / 100;
    sum.rho += size * greeks.rho / 100;
    sum.vix_point += size * (quote(shocked_slices_.at(leg.underlying, leg.expiry_day), leg, 0).price - greeks.price);
  }
  return sum;
}

PoolSensitivity Sensitivities::pool() const {
  const double price = day_->market.token[0];
  const PoolState state = pool_at(position_.exposure.liquidity, price);
  return {state.delta, state.gamma, pool_at(position_.exposure.liquidity, shocked_.token[0]).value - state.value};
}

}  // namespace ballast
