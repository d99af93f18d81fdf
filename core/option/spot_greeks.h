#pragma once
#include <cmath>

#include "numeric/elementary.h"
#include "numeric/vectorise.h"
#include "option/black76.h"

/// Options seen from spot: the forward is F = S·e^((r-q)T), and derivatives are taken by S with r and q held. With S = F and q
/// = r it is Black-76 again. Branch-free, the same bits everywhere.
namespace ballast {

struct SpotMarket {
  double spot;        ///< > 0
  double volatility;  ///< per sqrt(year), as a decimal, >= 0
  double rate;        ///< continuous, per year; any sign
  double yield;       ///< dividend or storage yield q, continuous, per year; any sign
};

BALLAST_ELEMENT BlackMarket forward_market(const SpotMarket& market, double years) {
  const double growth = numeric::exp((market.rate - market.yield) * years);
  return {market.spot * growth, market.volatility, market.rate};
}

/// BlackGreeks by spot: delta, gamma and vanna per unit of S; theta for one year of time passing with S held; rho with S held.
struct SpotGreeks {
  double price, delta, gamma, theta, vega, rho, vanna, volga;
  double yield_rho;  ///< dV/dq
};

/// What follows from Black-76 by the chain rule; its limits are those of black76_greeks.
BALLAST_ELEMENT SpotGreeks spot_greeks(const BlackOption& option, const SpotMarket& market) {
  const BlackMarket forward = forward_market(market, option.years);
  const BlackGreeks by = black76_greeks(option, forward);
  const double growth = forward.forward / market.spot, carry = market.rate - market.yield;
  const double exposure = by.delta * forward.forward;
  return {.price = by.price,
          .delta = by.delta * growth,
          .gamma = by.gamma * growth * growth,
          .theta = by.theta - carry * exposure,
          .vega = by.vega,
          .rho = by.rho + option.years * exposure,
          .vanna = by.vanna * growth,
          .volga = by.volga,
          .yield_rho = -option.years * exposure};
}

/// How the greeks themselves move. Per unit of S, per 1.00 of volatility, per year of time passing.
struct HigherGreeks {
  double charm;   ///< of delta with time
  double speed;   ///< of gamma with S
  double zomma;   ///< of gamma with volatility
  double color;   ///< of gamma with time
  double ultima;  ///< of volga with volatility
};

/// Haug, "The complete guide to option pricing formulas" (2007), chapter 2. Without deviation all are 0, though on the strike
/// they have no limit.
BALLAST_ELEMENT HigherGreeks higher_greeks(const BlackOption& option, const SpotMarket& market) {
  const SpotGreeks by = spot_greeks(option, market);
  const double s = market.volatility * std::sqrt(option.years);
  const bool moves = s > 0;
  const double over_s = moves ? 1 / s : 0, over_sigma = moves ? 1 / market.volatility : 0;
  const double over_years = moves ? 1 / option.years : 0;
  const double carry = market.rate - market.yield;
  const double log_ratio = moneyness(forward_market(market, option.years).forward, option.strike).log_ratio;
  const double bounded = log_ratio > 2000 ? 2000 : log_ratio < -2000 ? -2000 : log_ratio;
  const double d1 = bounded * over_s + 0.5 * s, d2 = d1 - s;
  // How d1 moves with the time left, the strike and S held.
  const double d1_by_years = carry * over_s - 0.5 * d2 * over_years;
  const double deviation_gamma = by.gamma * market.spot * s;
  return {.charm = moves ? market.yield * by.delta - deviation_gamma * d1_by_years : 0,
          .speed = -by.gamma / market.spot * (d1 * over_s + 1),
          .zomma = by.gamma * (d1 * d2 - 1) * over_sigma,
          .color = by.gamma * (market.yield + 0.5 * over_years + d1 * d1_by_years),
          .ultima = -by.vega * over_sigma * over_sigma * (d1 * d2 * (1 - d1 * d2) + d1 * d1 + d2 * d2)};
}

}  // namespace ballast
