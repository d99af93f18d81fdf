#include "market/fixed_future.h"

#include <algorithm>
#include <cmath>

namespace ballast {

void describe(Fields& fields, FixedFuture& token) {
  fields.whole(token.expiry_days, {.name = "expiry_days",
                                   .text = "Days from day 0 to the expiry of the future",
                                   .unit = "days",
                                   .bounds = between(1, 3660),
                                   .source = assumption("a front-month future")});
}

namespace {

double start_log_future(const FixedFuture& token, const Market& market) {
  const CurveState start = start_state(market);
  return log_future(numeric::log(market.curve.long_run), tenor(market.curve, token.expiry_days / days_per_year), start.fast,
                    start.slow);
}

Tenor tenor_left(const FixedFuture& token, const Market& market, double years_since_start) {
  return tenor(market.curve, std::max(token.expiry_days / days_per_year - years_since_start, 0.0));
}

BALLAST_VECTORISED void exp_less(double less, std::span<double> values) {
  for (double& value : values) value = numeric::exp(value - less);
}

}  // namespace

void advance(const FixedFuture& token, const TokenDay& day, MarketBlock& block) {
  log_futures(day.market.curve, tenor_left(token, day.market, day.day / days_per_year), block.fast, block.slow, block.token);
  exp_less(start_log_future(token, day.market), block.token);
}

TokenAtLevel at_level(const FixedFuture& token, const TokenPath& path) {
  const VixCurve& curve = path.market.curve;
  const CurveState calm = relaxed(path);
  const Tenor left = tenor_left(token, path.market, path.day / days_per_year + path.years);
  const double log_price = log_future(numeric::log(curve.long_run), left, calm.fast, calm.slow) - start_log_future(token, path.market);
  return power_law_through(vix(curve, calm), numeric::exp(log_price), tenor_beta(curve, left));
}

/// It converges on VIX and ends there.
double log_drift(const FixedFuture&, const VixCurve&) { return 0; }

double deviation(const FixedFuture& token, const Market& market, double years) {
  const double whole = token.expiry_days / days_per_year;
  const double left = std::max(whole - years, 0.0);
  return market.vix_volatility *
         std::sqrt(integrated_beta_squared(market.curve, whole) - integrated_beta_squared(market.curve, left));
}

}  // namespace ballast
