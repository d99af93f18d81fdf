#include "market/vix_curve.h"

#include <cassert>

#include "numeric/quadrature.h"

namespace ballast {

void describe(Fields& fields, VixCurve& curve) {
  const Source betas =
      calibrated("daily log changes of VIX futures on spot VIX, December 2006 to December 2013, R2 0.71");
  fields.number(curve.fast_weight, {.name = "fast_weight",
                                    .text = "Share of a shock to VIX that fades at the fast speed",
                                    .bounds = between(0, 1),
                                    .source = betas});
  fields.number(curve.fast_speed, {.name = "fast_speed",
                                   .text = "Speed at which the fast part of a shock fades",
                                   .unit = "per year",
                                   .bounds = above(0, 1000),
                                   .source = betas});
  fields.number(curve.slow_speed, {.name = "slow_speed",
                                   .text = "Speed at which the slow part of a shock fades",
                                   .unit = "per year",
                                   .bounds = above(0, 1000),
                                   .source = betas});
  fields.number(curve.long_run, {.name = "long_run",
                                 .text = "Level that far VIX futures tend to",
                                 .unit = "index points",
                                 .bounds = between(1, 500),
                                 .source = assumption("about the mean VIX close 1990-2026, 19.4")});
  fields.number(curve.calm, {.name = "calm",
                             .text = "Level that VIX drifts to when nothing happens; below long_run it makes the contango",
                             .unit = "index points",
                             .bounds = between(1, 500),
                             .source = assumption("where VIX drifts without jumps; gives rolled 30-day futures a decay of 0.64 per "
                                                  "year in log (they fell 62 to 77 % in each of 2009, 2010, 2012 and 2013)")});
}

Tenor tenor(const VixCurve& curve, double years) {
  return {years, numeric::exp(-curve.fast_speed * years), numeric::exp(-curve.slow_speed * years)};
}

double tenor_beta(const VixCurve& curve, const Tenor& tenor) {
  return curve.fast_weight * tenor.fast_decay + (1 - curve.fast_weight) * tenor.slow_decay;
}

double integrated_beta_squared(const VixCurve& curve, double years) {
  const double w = curve.fast_weight;
  const auto integral = [&](double speed) { return -numeric::expm1(-speed * years) / speed; };
  return w * w * integral(2 * curve.fast_speed) +
         2 * w * (1 - w) * integral(curve.fast_speed + curve.slow_speed) +
         (1 - w) * (1 - w) * integral(2 * curve.slow_speed);
}

CurveState state_at(const VixCurve& curve, double vix) {
  const double log_ratio = numeric::log(vix / curve.long_run);
  return {curve.fast_weight * log_ratio, (1 - curve.fast_weight) * log_ratio};
}

double vix(const VixCurve& curve, const CurveState& state) {
  return curve.long_run * numeric::exp(state.fast + state.slow);
}

BALLAST_VECTORISED void log_futures(const VixCurve& curve, const Tenor& tenor, std::span<const double> fast,
                                    std::span<const double> slow, std::span<double> result) {
  assert(fast.size() == result.size() && slow.size() == result.size());
  const double log_long_run = numeric::log(curve.long_run);
  for (std::size_t i = 0; i < result.size(); ++i) result[i] = log_future(log_long_run, tenor, fast[i], slow[i]);
}

namespace {

/// One node of the quadrature: the weight times the slope of u = T·s², and twice the decays, since the level is squared.
struct CurveNode {
  double weight;
  double twice_fast;
  double twice_slow;
};

BALLAST_VECTORISED void add_node(const CurveNode& node, std::span<const double> fast, std::span<const double> slow,
                                 std::span<double> sum) {
  for (std::size_t i = 0; i < sum.size(); ++i)
    sum[i] += node.weight * numeric::exp(node.twice_fast * fast[i] + node.twice_slow * slow[i]);
}

}  // namespace

void mean_squared_futures(const VixCurve& curve, double years, std::span<const double> fast, std::span<const double> slow,
                          std::span<double> result) {
  assert(years > 0);
  // Twelve nodes reach 1e-13 while the fast factor has not decayed far; beyond that twice as many, and more for years.
  const double decays = curve.fast_speed * years;
  const auto rule = decays <= 2.5  ? numeric::gauss_legendre<12>()
                    : decays <= 20 ? numeric::gauss_legendre<24>()
                                   : numeric::gauss_legendre<48>();
  const double square = curve.long_run * curve.long_run;
  for (double& value : result) value = 0;
  for (std::size_t j = 0; j < rule.nodes.size(); ++j) {
    const double s = rule.nodes[j];
    const Tenor at = tenor(curve, years * s * s);
    add_node({2 * square * rule.weights[j] * s, 2 * at.fast_decay, 2 * at.slow_decay}, fast, slow, result);
  }
}

}  // namespace ballast
