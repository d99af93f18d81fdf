#include "market/market.h"

namespace ballast {

void describe(Fields& fields, SpxOptionModel& model) {
  fields.number(model.atm_scale, {.name = "atm_scale",
                                  .text = "At-the-money SPX volatility over the mean level of the VIX curve to the expiry",
                                  .bounds = between(0.1, 2),
                                  .source = assumption("VIX averages over strikes and sits above at-the-money volatility")});
  describe_smile(fields, model.smile, assumption("a usual equity-index skew"));
}

void describe(Fields& fields, VixOptionModel& model) {
  fields.number(model.vvix_scale, {.name = "vvix_scale",
                                   .text = "At-the-money 30-day VIX volatility over VVIX",
                                   .bounds = between(0.1, 2),
                                   .source = assumption("VVIX averages over strikes and sits above at-the-money volatility")});
  describe_smile(fields, model.smile, assumption("out-of-the-money VIX calls are dearer"));
}

void describe(Fields& fields, Market& market) {
  fields.number(market.vix, {.name = "vix",
                             .text = "VIX on day 0",
                             .unit = "index points",
                             .bounds = between(1, 500),
                             .source = assumption("a calm day, equal to vix_curve.calm")});
  fields.number(market.vvix, {.name = "vvix",
                              .text = "VVIX on day 0: the volatility of VIX that its options imply",
                              .unit = "index points",
                              .bounds = between(1, 1000),
                              .source = assumption("about its mean close since 2006")});
  fields.number(market.spx, {.name = "spx",
                             .text = "S&P 500 index on day 0",
                             .unit = "index points",
                             .bounds = above(0, 1e6),
                             .source = assumption("a round number; only strikes and contract sizes depend on it")});
  fields.number(market.rate, {.name = "rate",
                              .text = "Continuous risk-free rate",
                              .unit = "per year",
                              .bounds = between(-0.5, 1),
                              .source = assumption("a round number near recent bill yields")});
  fields.number(market.dividend_yield, {.name = "dividend_yield",
                                        .text = "Continuous dividend yield of the S&P 500",
                                        .unit = "per year",
                                        .bounds = between(-0.5, 1),
                                        .source = assumption("a round number near the index's recent yield")});
  fields.number(market.vix_volatility, {.name = "vix_volatility",
                                        .text = "Realised volatility of ln(VIX), jumps included; the token's is its tenor beta times it",
                                        .unit = "per sqrt(year)",
                                        .bounds = between(0.01, 10),
                                        .source = calibrated("daily VIX closes 1990-2026")});
  fields.object(market.curve, {.name = "vix_curve", .text = "How VIX futures follow VIX"});
  fields.object(market.spx_options, {.name = "spx_options", .text = "Volatility of SPX options"});
  fields.object(market.vix_options, {.name = "vix_options", .text = "Volatility of VIX options"});
}

double nu_squared_per_vvix_squared(const Market& market) {
  constexpr double month = 30 / days_per_year;
  const double per_point = market.vix_options.vvix_scale / 100;
  return per_point * per_point * month / integrated_beta_squared(market.curve, month);
}

CurveState start_state(const Market& market) {
  return market.curve_state.value_or(state_at(market.curve, market.vix));
}

MarketBlock start_block(const Market& market, std::size_t paths) {
  const CurveState state = start_state(market);
  return {.fast = std::vector(paths, state.fast),
          .slow = std::vector(paths, state.slow),
          .vix = std::vector(paths, market.vix),
          .vvix = std::vector(paths, market.vvix),
          .spx = std::vector(paths, market.spx),
          .token = std::vector(paths, 1.0)};
}

namespace {

BALLAST_VECTORISED void decay_towards(double rest, double decay, std::span<double> factor) {
  for (double& value : factor) value = rest + (value - rest) * decay;
}

}  // namespace

void relax(const VixCurve& curve, double years, MarketBlock& block) {
  const CurveState rest = state_at(curve, curve.calm);
  const Tenor step = tenor(curve, years);
  decay_towards(rest.fast, step.fast_decay, block.fast);
  decay_towards(rest.slow, step.slow_decay, block.slow);
}

BALLAST_VECTORISED void shock(const VixCurve& curve, std::span<const double> log_shock, MarketBlock& block) {
  double *const fast = block.fast.data(), *const slow = block.slow.data(), *const spot = block.vix.data();
  const double* const shock = log_shock.data();
  const double fast_weight = curve.fast_weight, slow_weight = 1 - curve.fast_weight, long_run = curve.long_run;
  const std::size_t size = log_shock.size();
  BALLAST_INDEPENDENT
  for (std::size_t i = 0; i < size; ++i) {
    const double x = fast[i] + fast_weight * shock[i], y = slow[i] + slow_weight * shock[i];
    fast[i] = x, slow[i] = y;
    spot[i] = long_run * numeric::exp(x + y);
  }
}

}  // namespace ballast
