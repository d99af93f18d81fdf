#pragma once
#include <span>

#include "field/field.h"
#include "numeric/elementary.h"
#include "numeric/vectorise.h"

namespace ballast {

/// The VIX futures curve as two factors that revert to calm at two speeds (model.md, section 2). A shock to VIX is partly fast
/// and partly slow. The state is (fast, slow) = (x, y), pure numbers, and
///
///     spot        v      = long_run · e^{x + y}
///     future      F(t)   = long_run · e^{e^{-fast_speed·t}·x + e^{-slow_speed·t}·y}
///     tenor beta  b(t)   = fast_weight·e^{-fast_speed·t} + (1 - fast_weight)·e^{-slow_speed·t}
///     shock       v → v' multiplies every future by e^{b(t)·ln(v'/v)}
///
/// Times are years, levels index points.
struct VixCurve {
  double fast_weight = 0.54;
  double fast_speed = 27;
  double slow_speed = 1.55;
  double long_run = 20;
  double calm = 15;
};

void describe(Fields& fields, VixCurve& curve);

/// What a time to expiry does to the two factors: e^{-fast_speed·years} and e^{-slow_speed·years}.
struct Tenor {
  double years;
  double fast_decay;
  double slow_decay;
};

Tenor tenor(const VixCurve& curve, double years);

/// How much of a shock to ln(VIX) arrives in ln(F(t)): 1 at spot, falling with the tenor.
double tenor_beta(const VixCurve& curve, const Tenor& tenor);

/// ∫ b(u)² du from 0 to `years`: three exponentials (model.md, section 5).
double integrated_beta_squared(const VixCurve& curve, double years);

/// The two factors.
struct CurveState {
  double fast;
  double slow;
};

/// Where the factors stand when VIX is at `vix` and nothing else is known: split by fast_weight.
CurveState state_at(const VixCurve& curve, double vix);

double vix(const VixCurve& curve, const CurveState& state);

/// ln F(t) of one state, as an element of a loop; `log_long_run` is ln(long_run).
BALLAST_ELEMENT double log_future(double log_long_run, const Tenor& tenor, double fast, double slow) {
  return log_long_run + (tenor.fast_decay * fast + tenor.slow_decay * slow);
}

/// result[i] = ln F(t) of path i. All spans have one length.
void log_futures(const VixCurve& curve, const Tenor& tenor, std::span<const double> fast, std::span<const double> slow,
                 std::span<double> result);

/// result[i] = (1/T)·∫ F(u)² du from 0 to T = `years` > 0, the mean squared level of path i's curve, in squared index points.
/// Gauss-Legendre in u = T·s², which crowds the nodes where the fast factor decays: relative error below 1e-12 while
/// fast_speed·T <= 30 and VIX is between 6 and 100 at the default weights.
void mean_squared_futures(const VixCurve& curve, double years, std::span<const double> fast, std::span<const double> slow,
                          std::span<double> result);

}  // namespace ballast
