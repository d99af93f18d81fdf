#include "market/token_state.h"

#include <algorithm>

namespace ballast {

double TokenAtLevel::price(double vix) const { return scale * numeric::pow(std::min(vix, cap), power); }

double TokenAtLevel::level(double wanted) const {
  const double uncapped = numeric::pow(wanted / scale, 1 / power);
  return uncapped <= cap ? uncapped : std::numeric_limits<double>::infinity();
}

CurveState relaxed(const TokenPath& path) {
  const VixCurve& curve = path.market.curve;
  const CurveState rest = state_at(curve, curve.calm);
  const Tenor step = tenor(curve, path.years);
  return {rest.fast + (path.fast - rest.fast) * step.fast_decay, rest.slow + (path.slow - rest.slow) * step.slow_decay};
}

TokenAtLevel power_law_through(double vix, double price, double power) {
  return {.scale = numeric::exp(numeric::log(price) - power * numeric::log(vix)), .power = power};
}

}  // namespace ballast
