#include "market/rolled_future.h"

#include <cmath>

namespace ballast {

void describe(Fields& fields, RolledFuture& token) {
  fields.number(token.tenor_days, {.name = "tenor_days",
                                   .text = "Constant maturity of the futures held",
                                   .unit = "days",
                                   .bounds = between(1, 365),
                                   .source = published("S&P 500 VIX Short-Term Futures Index methodology: a 30-day weighted average "
                                                       "maturity")});
  fields.number(token.fee, {.name = "fee",
                            .text = "Management fee of the product",
                            .unit = "per year",
                            .bounds = between(0, 1),
                            .source = assumption("none, so that what is shown is the roll alone")});
}

namespace {

Tenor held_tenor(const RolledFuture& token, const VixCurve& curve) { return tenor(curve, token.tenor_days / days_per_year); }

/// value·factor·e^(slope·exponent), in this order.
BALLAST_VECTORISED void grow(double factor, double slope, std::span<const double> exponents, std::span<double> values) {
  const double* const exponent = exponents.data();
  double* const value = values.data();
  const std::size_t size = values.size();
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < size; ++i) value[i] = value[i] * factor * numeric::exp(slope * exponent[i]);
}

}  // namespace

double log_drift(const RolledFuture& token, const VixCurve& curve) {
  const CurveState rest = state_at(curve, curve.calm);
  const Tenor at = held_tenor(token, curve);
  return at.fast_decay * curve.fast_speed * rest.fast + at.slow_decay * curve.slow_speed * rest.slow - token.fee;
}

void advance(const RolledFuture& token, const TokenDay& day, MarketBlock& block) {
  const VixCurve& curve = day.market.curve;
  const double roll = numeric::exp(log_drift(token, curve) * day.years);
  grow(roll, tenor_beta(curve, held_tenor(token, curve)), day.log_shock, block.token);
}

TokenAtLevel at_level(const RolledFuture& token, const TokenPath& path) {
  const VixCurve& curve = path.market.curve;
  const double calm_price = path.token * numeric::exp(log_drift(token, curve) * path.years);
  return power_law_through(vix(curve, relaxed(path)), calm_price, tenor_beta(curve, held_tenor(token, curve)));
}

double deviation(const RolledFuture& token, const Market& market, double years) {
  return market.vix_volatility * tenor_beta(market.curve, held_tenor(token, market.curve)) * std::sqrt(years);
}

}  // namespace ballast
