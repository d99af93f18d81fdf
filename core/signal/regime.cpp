#include "signal/regime.h"

#include <algorithm>
#include <cmath>

#include "numeric/elementary.h"

namespace ballast {
namespace {

/// Where the logistic function has long been 0 or 1; two products beyond it cannot become infinity less infinity.
constexpr double saturated = 1e300;

double log_odds(const RegimeSignal& signal) {
  return std::clamp(signal.weight * signal.z, -saturated, saturated);
}

}  // namespace

std::expected<double, RegimeFailure> regime_score(std::span<const RegimeSignal> signals, double offset) {
  if (!std::isfinite(offset)) return std::unexpected(RegimeFailure::weight_not_finite);
  double sum = std::clamp(offset, -saturated, saturated);
  bool any = false;
  for (const RegimeSignal& each : signals) {
    if (!std::isfinite(each.weight)) return std::unexpected(RegimeFailure::weight_not_finite);
    if (!std::isfinite(each.z)) continue;
    sum += log_odds(each);
    any = true;
  }
  if (!any) return std::unexpected(RegimeFailure::no_signal);
  return 1 / (1 + numeric::exp(-sum));
}

}  // namespace ballast
