#include "pool/arbitrage.h"

#include <cassert>
#include <cmath>

#include "numeric/elementary.h"

namespace ballast {
namespace {

/// The value at a price and half its curvature per squared log price, -r²·V''/2: the loss versus rebalancing over σ².
struct Depth {
  double value;
  double curvature;
};

Depth depth(const Liquidity& liquidity, double price) {
  return std::visit(
      [&](const auto& curve) -> Depth {
        return {liquidity.value * curve.value(price), -0.5 * liquidity.value * (price * curve.gamma(price) * price)};
      },
      liquidity.curve);
}

double jump(const ConstantProductCurve& curve, double from, double to) {
  return -curve.value(from) * curve.impermanent_loss(to / from);
}

double jump(const WeightedCurve& curve, double from, double to) {
  return -curve.value(from) * curve.impermanent_loss(to / from);
}

double jump(const ConcentratedCurve& curve, double from, double to) {
  ConcentratedCurve entered = curve;
  entered.root_entry = curve.root(from);
  return -entered.impermanent_loss(to);
}

}  // namespace

double loss_versus_rebalancing(const Liquidity& liquidity, double price, double volatility) {
  return volatility * volatility * depth(liquidity, price).curvature;
}

double jump_loss(const Liquidity& liquidity, double from, double to) {
  return liquidity.value * std::visit([&](const auto& curve) { return jump(curve, from, to); }, liquidity.curve);
}

double break_even_fee(const Liquidity& liquidity, double price, double volatility) {
  const Depth at = depth(liquidity, price);
  return volatility * volatility * (at.curvature / at.value);
}

std::optional<double> implied_volatility(const Liquidity& liquidity, double price, double fee_apr) {
  const Depth at = depth(liquidity, price);
  if (at.curvature <= 0) return std::nullopt;
  return std::sqrt(fee_apr * (at.value / at.curvature));
}

bool has_finite_arbitrage(const BlockTrading& trading) {
  return trading.volatility * trading.volatility < 8 * trading.blocks_per_year;
}

Arbitrage arbitrage(const Liquidity& liquidity, double price, const BlockTrading& trading) {
  assert(has_finite_arbitrage(trading));
  const double sigma = trading.volatility, lambda = trading.blocks_per_year;
  const double reach = trading.log_fee * std::sqrt(2 * lambda);
  const double share = reach > 0 ? sigma / (sigma + reach) : 1;
  const double growth = numeric::expm1(0.5 * trading.log_fee), fall = growth / (1 + growth);
  const double sinh = 0.5 * (growth + fall), cosh = 1 + 0.5 * growth * fall;
  const double trades = share * depth(liquidity, price).curvature / (1 - sigma * sigma / (8 * lambda));
  return {
      .trading_share = share, .profit = sigma * sigma * cosh * trades, .fees = sigma * std::sqrt(8 * lambda) * sinh * trades};
}

}  // namespace ballast
